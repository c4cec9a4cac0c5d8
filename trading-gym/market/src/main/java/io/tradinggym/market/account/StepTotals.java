package io.tradinggym.market.account;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What an account paid and earned since its step began, base currency; read by {@link StepView}. */
public final class StepTotals {
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
