package io.tradinggym.allocator.rules;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Arrays in a saved state. */
final class State {
  private State() {}

  static void save(DataOutput out, double[] values) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  static void restore(DataInput in, double[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
  }
}
