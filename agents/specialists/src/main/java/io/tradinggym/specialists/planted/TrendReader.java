package io.tradinggym.specialists.planted;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What {@code Trend-v1} shows of a price. */
final class TrendReader extends OnePriceReader {
  private final TrendLaw law;
  private double up = 0.5;

  TrendReader(TrendLaw law, boolean informed) {
    super(
        new PriceFeatures(
            law.sd(), new int[] {1, 2, 5, 10, 20, 40, 60}, new int[] {15, 30, 60}, new int[0]),
        law.shorts(),
        informed);
    this.law = law;
  }

  @Override
  void forget() {
    up = 0.5;
  }

  @Override
  void filter(double r) {
    up = law.filter(up, r);
  }

  @Override
  double known() {
    return up;
  }

  @Override
  void saveFilter(DataOutput out) throws IOException {
    out.writeDouble(up);
  }

  @Override
  void restoreFilter(DataInput in) throws IOException {
    up = in.readDouble();
  }
}
