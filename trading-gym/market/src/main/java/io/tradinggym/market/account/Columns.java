package io.tradinggym.market.account;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Columns of numbers, written and read back. */
final class Columns {
  private Columns() {}

  static void write(long[] numbers, DataOutput out) throws IOException {
    for (long number : numbers) {
      out.writeLong(number);
    }
  }

  static void read(long[] numbers, DataInput in) throws IOException {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readLong();
    }
  }
}
