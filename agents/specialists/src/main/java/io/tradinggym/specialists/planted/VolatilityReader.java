package io.tradinggym.specialists.planted;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What {@code Volatility-v1} shows of an index of implied volatility. */
final class VolatilityReader implements PlantedReader {
  private static final double PERCENT = 100;
  private static final double LIMIT = 10;

  private final VolatilityLaw law;
  private double logV;

  VolatilityReader(VolatilityLaw law) {
    this.law = law;
    begin();
  }

  /** What is seen of ln v. */
  static double shown(VolatilityLaw law, double logV) {
    double value = VolatilityMarket.SCALE * (logV - StrictMath.log(law.realised()));
    return Math.clamp(value, -LIMIT, LIMIT);
  }

  @Override
  public int instruments() {
    return 2;
  }

  @Override
  public int size() {
    return 2;
  }

  @Override
  public int flat() {
    return 1;
  }

  @Override
  public void begin() {
    logV = law.centre();
  }

  @Override
  public void see(double[] closes) {
    logV = StrictMath.log(closes[0] / PERCENT);
  }

  @Override
  public void observe(int held, float[] out) {
    out[0] = (float) shown(law, logV);
    out[1] = held - 1;
  }

  @Override
  public void weights(int action, double[] out) {
    out[0] = 0;
    out[1] = action - 1;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(logV);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    logV = in.readDouble();
  }
}
