package io.tradinggym.specialists.planted;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Features of one price, and the exact filter of its law. */
abstract class OnePriceReader implements PlantedReader {
  private static final double LIMIT = 10;

  private final PriceFeatures features;
  private final boolean informed;
  private final int lowest;
  private double last;

  OnePriceReader(PriceFeatures features, boolean shorts, boolean informed) {
    this.features = features;
    this.informed = informed;
    lowest = shorts ? -1 : 0;
  }

  /** Forgets what the filter knows. */
  abstract void forget();

  /** Takes a log return into the exact filter. */
  abstract void filter(double r);

  /** The exact filter's number, about in [-10, 10]. */
  abstract double known();

  abstract void saveFilter(DataOutput out) throws IOException;

  abstract void restoreFilter(DataInput in) throws IOException;

  /** The least position. */
  final int lowest() {
    return lowest;
  }

  /** Where the position stands. */
  final int positionAt() {
    return features.size();
  }

  final void add(double r) {
    features.add(r);
    filter(r);
  }

  final double value(int i, int position) {
    int size = features.size();
    if (i == size) {
      return position;
    }
    return Math.clamp(i < size ? features.value(i) : known(), -LIMIT, LIMIT);
  }

  @Override
  public final int instruments() {
    return 1;
  }

  @Override
  public final int size() {
    return features.size() + 1 + (informed ? 1 : 0);
  }

  @Override
  public final int flat() {
    return -lowest;
  }

  @Override
  public final void begin() {
    features.reset();
    forget();
    last = 0;
  }

  @Override
  public final void see(double[] closes) {
    if (last > 0) {
      add(StrictMath.log(closes[0] / last));
    }
    last = closes[0];
  }

  @Override
  public final void observe(int held, float[] out) {
    for (int i = 0; i < size(); i++) {
      out[i] = (float) value(i, held + lowest);
    }
  }

  @Override
  public final void weights(int action, double[] out) {
    out[0] = action + lowest;
  }

  @Override
  public final void save(DataOutput out) throws IOException {
    features.save(out);
    out.writeDouble(last);
    saveFilter(out);
  }

  @Override
  public final void restore(DataInput in) throws IOException {
    features.restore(in);
    last = in.readDouble();
    restoreFilter(in);
  }
}
