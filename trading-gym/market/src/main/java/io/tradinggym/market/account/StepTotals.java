package io.tradinggym.market.account;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What an account paid and earned since its step began, base currency; read by {@link StepView}. */
public final class StepTotals {
  /** Numbers that {@link #store} writes. */
  static final int STATE = 4;

  long fees;
  long carry;
  long traded;
  long realised;

  StepTotals() {}

  void clear() {
    fees = 0;
    carry = 0;
    traded = 0;
    realised = 0;
  }

  void copy(StepTotals other) {
    fees = other.fees;
    carry = other.carry;
    traded = other.traded;
    realised = other.realised;
  }

  void store(long[] row, int at) {
    row[at] = fees;
    row[at + 1] = carry;
    row[at + 2] = traded;
    row[at + 3] = realised;
  }

  void load(long[] row, int at) {
    fees = row[at];
    carry = row[at + 1];
    traded = row[at + 2];
    realised = row[at + 3];
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(fees);
    out.writeLong(carry);
    out.writeLong(traded);
    out.writeLong(realised);
  }

  void restore(DataInput in) throws IOException {
    fees = in.readLong();
    carry = in.readLong();
    traded = in.readLong();
    realised = in.readLong();
  }
}
