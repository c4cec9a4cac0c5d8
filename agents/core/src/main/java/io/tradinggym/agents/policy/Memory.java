package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Gru;
import io.tradinggym.agents.nn.Layer;
import io.tradinggym.agents.nn.Lstm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A memory for policies that must remember what they no longer see: a recurrent layer before the hidden layers of the
 * actor, and another before those of the critic. It is empty when an episode begins.
 *
 * @param kind of layer
 * @param width values that it puts out, &gt;= 1
 * @param steps that learning looks back at once, &gt;= 1 (truncated backpropagation through time): rollouts are cut
 *     into sequences of so many steps, of their whole length if they are shorter, which begin with what was remembered
 *     then
 */
public record Memory(Kind kind, int width, int steps) {
  /** The recurrent layers there are. */
  public enum Kind {
    /** {@link Lstm} */
    LSTM,
    /** {@link Gru}, which does with a quarter less. */
    GRU
  }

  /** Checks the ranges. */
  public Memory {
    if (width < 1 || steps < 1) {
      throw new IllegalArgumentException(
          "a memory needs width and steps >= 1, was " + width + ", " + steps);
    }
  }

  /**
   * {@return an LSTM that learns through whole rollouts}
   *
   * @param width values that are remembered, &gt;= 1
   */
  public static Memory lstm(int width) {
    return new Memory(Kind.LSTM, width, Integer.MAX_VALUE);
  }

  /**
   * {@return a GRU that learns through whole rollouts}
   *
   * @param width values that are remembered, &gt;= 1
   */
  public static Memory gru(int width) {
    return new Memory(Kind.GRU, width, Integer.MAX_VALUE);
  }

  /**
   * {@return the same, learning through so many steps at once}
   *
   * @param value &gt;= 1; divides the steps of a rollout
   */
  public Memory steps(int value) {
    return new Memory(kind, width, value);
  }

  Layer layer(int inputs) {
    return switch (kind) {
      case LSTM -> new Lstm(inputs, width);
      case GRU -> new Gru(inputs, width);
    };
  }

  void save(DataOutput out) throws IOException {
    out.writeUTF(kind.name());
    out.writeInt(width);
    out.writeInt(steps);
  }

  static Memory load(DataInput in) throws IOException {
    return new Memory(PolicyFile.constant(Kind.class, in.readUTF()), in.readInt(), in.readInt());
  }
}
