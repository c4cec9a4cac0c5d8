package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A Markov chain of states that are not seen, and normal numbers that are.
 *
 * @param initial of the states at the first bar, sum 1
 * @param transition chance of the next state by present state (rows)
 * @param emission what is seen in each state
 */
public record HiddenMarkovModel(double[] initial, double[][] transition, GaussianStates emission) {
  /** Checks that rows are distributions, and copies them. */
  public HiddenMarkovModel {
    int states = emission.states();
    initial = initial.clone();
    Check.distribution("initial", initial, states);
    if (transition.length != states) {
      throw new IllegalArgumentException(
          "transition must have " + states + " rows, has " + transition.length);
    }
    transition = transition.clone();
    for (int i = 0; i < states; i++) {
      transition[i] = transition[i].clone();
      Check.distribution("row " + i + " of transition", transition[i], states);
    }
  }

  /**
   * {@return a law of two states, started from their stationary law}
   *
   * @param leaveFirst chance to leave the first state at a step, in (0, 1)
   * @param leaveSecond chance to leave the second state at a step, in (0, 1)
   * @param seen what is seen in each of the two states
   */
  public static HiddenMarkovModel ofTwo(
      double leaveFirst, double leaveSecond, GaussianStates seen) {
    double first = leaveSecond / (leaveFirst + leaveSecond);
    return new HiddenMarkovModel(
        new double[] {first, 1 - first},
        new double[][] {{1 - leaveFirst, leaveFirst}, {leaveSecond, 1 - leaveSecond}},
        seen);
  }

  /** {@return the number of states} */
  public int states() {
    return initial.length;
  }

  /** Writes where it begins and how it goes on; what is seen is written by its owner. */
  void save(DataOutput out) throws IOException {
    for (int i = 0; i < initial.length; i++) {
      out.writeDouble(initial[i]);
      for (double value : transition[i]) {
        out.writeDouble(value);
      }
    }
  }

  /** Reads what {@link #save} wrote. */
  static HiddenMarkovModel restore(DataInput in, GaussianStates emission) throws IOException {
    int states = emission.states();
    double[] initial = new double[states];
    double[][] transition = new double[states][states];
    for (int i = 0; i < states; i++) {
      initial[i] = in.readDouble();
      for (int j = 0; j < states; j++) {
        transition[i][j] = in.readDouble();
      }
    }
    return new HiddenMarkovModel(initial, transition, emission);
  }
}
