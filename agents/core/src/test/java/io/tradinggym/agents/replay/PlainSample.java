package io.tradinggym.agents.replay;

import io.tradinggym.agents.Plain;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** A sample of random transitions, with weights, masks and ends, and plain looks at its rows. */
public final class PlainSample {
  /** More than 128, so that there are two shards. */
  public static final int ROWS = 135;

  public static final int INPUTS = 3;

  public final ReplaySample sample;

  /** Choices are numbers from {@code start} on; with 0 of them the actions are two numbers in (-1, 1). */
  public PlainSample(int choices, int start, long seed) {
    sample = new ReplaySample(ROWS, INPUTS, choices > 0 ? 1 : 2, choices);
    RandomStream random = RandomStreams.of(seed).stream("sample");
    fill(sample.observations, random);
    fill(sample.nextObservations, random);
    fill(sample.rewards, random);
    Arrays.fill(sample.masks, true);
    Arrays.fill(sample.nextMasks, true);
    for (int row = 0; row < ROWS; row++) {
      sample.weights[row] = (float) random.uniform(0.2, 1);
      sample.discounts[row] = row == 2 ? 0 : (float) random.uniform(0.5, 1);
      sample.rewards[row] *= 2;
      if (choices > 0) {
        int taken = random.integer(choices);
        sample.actions[row] = start + taken;
        sample.masks[row * choices + (taken + 1) % choices] = row % 2 == 0;
        sample.nextMasks[row * choices + row % choices] = row % 3 == 0;
      }
    }
    if (choices > 0) {
      // After a terminated episode nothing may be allowed.
      Arrays.fill(sample.nextMasks, 2 * choices, 3 * choices, false);
    } else {
      for (int i = 0; i < sample.actions.length; i++) {
        sample.actions[i] = (float) random.uniform(-1, 1);
      }
    }
  }

  private static void fill(float[] values, RandomStream random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.gaussian();
    }
  }

  public double[] observation(int row) {
    return part(sample.observations, row, INPUTS);
  }

  public double[] next(int row) {
    return part(sample.nextObservations, row, INPUTS);
  }

  public double[] action(int row) {
    return part(sample.actions, row, sample.actionSize);
  }

  private static double[] part(float[] values, int row, int size) {
    return Plain.doubles(Arrays.copyOfRange(values, row * size, (row + 1) * size));
  }

  /** Whether a choice is allowed at the observation, or at the next one. */
  public boolean allowed(boolean next, int row, int choice) {
    return (next ? sample.nextMasks : sample.masks)[row * sample.maskSize + choice];
  }

  /** A network's outputs at observation and action. */
  public static double[] forward(
      Network network, double[] p, int at, double[] observation, double[] action) {
    double[] both = Arrays.copyOf(observation, observation.length + action.length);
    System.arraycopy(action, 0, both, observation.length, action.length);
    return Plain.forward(network, p, at, both);
  }

  public static double mean(IntToDoubleFunction term) {
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      sum += term.applyAsDouble(row) / ROWS;
    }
    return sum;
  }

  /** Chances of choices: softmax over what is allowed. */
  public double[] chances(double[] logits, boolean next, int row) {
    double[] chances = new double[logits.length];
    double sum = 0;
    for (int a = 0; a < logits.length; a++) {
      chances[a] = allowed(next, row, a) ? Math.exp(logits[a]) : 0;
      sum += chances[a];
    }
    for (int a = 0; a < logits.length; a++) {
      chances[a] /= sum;
    }
    return chances;
  }
}
