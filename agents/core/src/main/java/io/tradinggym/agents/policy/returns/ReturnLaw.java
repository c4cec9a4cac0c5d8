package io.tradinggym.agents.policy.returns;

import io.tradinggym.agents.nn.ModelFormatException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a Q-network says of the return of an action: its mean alone, or a distribution of which the mean is acted on.
 */
public sealed interface ReturnLaw permits MeanReturn, CategoricalReturn, QuantileReturn {
  /** {@return the mean alone: what DQN was made with} */
  static ReturnLaw expectation() {
    return new MeanReturn();
  }

  /** {@return the number of numbers that the network gives for each action} */
  int atoms();

  /**
   * {@return the mean return of one action, from its numbers at {@code outputs[at ..]}}
   *
   * @param outputs of the network, read at {@code at}
   * @param at index of the action's first number
   */
  float mean(float[] outputs, int at);

  /**
   * Writes the mean return of each of n actions of a row at {@code outputs[at ..]}.
   *
   * @param outputs of the network, read at {@code at}
   * @param at index of the row's first number
   * @param n number of actions, &gt;= 0
   * @param means receives one mean an action, from 0
   */
  default void means(float[] outputs, int at, int n, float[] means) {
    for (int a = 0; a < n; a++) {
      means[a] = mean(outputs, at + a * atoms());
    }
  }

  /**
   * Writes the derivatives of {@link #mean} by an action's numbers, at {@code slopes[at ..]}.
   *
   * @param outputs of the network, read at {@code at}
   * @param at index of the action's first number, and of its derivatives
   * @param slopes receives one derivative a number of the action, from {@code at}
   */
  void meanSlopes(float[] outputs, int at, float[] slopes);

  /**
   * {@return the chances on evenly spaced returns, 51 in the paper (C51)}
   *
   * @param atoms how many, &gt;= 2
   * @param low smallest return, finite
   * @param high largest return, &gt; low, finite
   * @see <a href="https://arxiv.org/abs/1707.06887">Bellemare, Dabney and Munos (2017)</a>
   */
  static ReturnLaw categorical(int atoms, double low, double high) {
    return new CategoricalReturn(atoms, low, high);
  }

  /**
   * {@return so many quantiles (QR-DQN), 200 in the paper}
   *
   * @param count number of quantiles, &gt;= 1
   * @see <a href="https://arxiv.org/abs/1710.10044">Dabney et al. (2018)</a>
   */
  static ReturnLaw quantiles(int count) {
    return new QuantileReturn(count);
  }

  /**
   * Writes it so that {@link #load} reads it.
   *
   * @param out where it is written
   * @throws IOException if it cannot be written
   */
  default void save(DataOutput out) throws IOException {
    switch (this) {
      case MeanReturn mean -> out.writeUTF("mean");
      case CategoricalReturn categorical -> {
        out.writeUTF("categorical");
        out.writeInt(categorical.atoms());
        out.writeDouble(categorical.low());
        out.writeDouble(categorical.high());
      }
      case QuantileReturn quantiles -> {
        out.writeUTF("quantiles");
        out.writeInt(quantiles.atoms());
      }
    }
  }

  /**
   * Reads it.
   *
   * @param in where {@link #save} began
   * @return the law
   * @throws IOException if it cannot be read, or names an unknown law
   */
  static ReturnLaw load(DataInput in) throws IOException {
    String kind = in.readUTF();
    return switch (kind) {
      case "mean" -> expectation();
      case "categorical" -> categorical(in.readInt(), in.readDouble(), in.readDouble());
      case "quantiles" -> quantiles(in.readInt());
      default -> throw new ModelFormatException("unknown law of returns \"" + kind + "\"");
    };
  }
}
