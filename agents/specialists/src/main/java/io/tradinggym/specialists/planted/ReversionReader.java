package io.tradinggym.specialists.planted;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What {@code Reversion-v1} shows of a price. */
final class ReversionReader extends OnePriceReader {
  private final ReversionLaw law;
  private final double scale;
  private double mean;
  private double variance;

  ReversionReader(ReversionLaw law, boolean informed) {
    super(
        new PriceFeatures(
            law.noise(), new int[] {1, 5, 20}, new int[] {120, 240}, new int[] {5, 10, 20, 40, 60}),
        law.shorts(),
        informed);
    this.law = law;
    scale = law.phi() < 1 ? law.stationary() : Double.POSITIVE_INFINITY;
    forget();
  }

  @Override
  void forget() {
    mean = 0;
    variance = law.phi() < 1 ? scale * scale : 0;
  }

  @Override
  void filter(double r) {
    if (law.phi() < 1) {
      double after = law.filterVariance(variance);
      mean = law.filterMean(mean, variance, after, r);
      variance = after;
    }
  }

  @Override
  double known() {
    return mean / scale;
  }

  @Override
  void saveFilter(DataOutput out) throws IOException {
    out.writeDouble(mean);
    out.writeDouble(variance);
  }

  @Override
  void restoreFilter(DataInput in) throws IOException {
    mean = in.readDouble();
    variance = in.readDouble();
  }
}
