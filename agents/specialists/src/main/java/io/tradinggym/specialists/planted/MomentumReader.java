package io.tradinggym.specialists.planted;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** What {@code Momentum-v1} shows of three coins. */
final class MomentumReader implements PlantedReader {
  private static final int COINS = MomentumLaw.COINS;
  private static final int[] SPANS = {4, 12, 24, 48};
  private static final double LIMIT = 10;

  private final MomentumLaw law;
  private final boolean informed;
  private final double phi;
  private final double sd;
  private final double[] gains = new double[COINS];
  private final double[] decays = new double[SPANS.length];
  private final double[] predicted = new double[COINS];
  private final double[] means = new double[COINS * SPANS.length];
  private final double[] last = new double[COINS];
  private final double[] returns = new double[COINS];

  MomentumReader(MomentumLaw law, boolean informed) {
    this.law = law;
    this.informed = informed;
    phi = law.phi();
    sd = StrictMath.sqrt(law.common() * law.common() + law.own() * law.own());
    for (int k = 0; k < COINS; k++) {
      gains[k] = law.gain(k);
    }
    for (int i = 0; i < SPANS.length; i++) {
      decays[i] = 2.0 / (SPANS[i] + 1);
    }
  }

  /** Where it begins to say what is held. */
  int heldAt() {
    return means.length;
  }

  void add(double[] logReturns) {
    for (int i = 0; i < COINS; i++) {
      for (int k = 0; k < SPANS.length; k++) {
        int at = i * SPANS.length + k;
        means[at] += decays[k] * ((logReturns[i] + law.drag()) / sd - means[at]);
      }
    }
    for (int k = 0; k < COINS; k++) {
      double seen = 0;
      for (int i = 0; i < COINS; i++) {
        seen += MomentumLaw.mode(k, i) * (logReturns[i] + law.drag());
      }
      predicted[k] = phi * (predicted[k] + gains[k] * (seen - predicted[k]));
    }
  }

  double value(int i, int held) {
    if (i < means.length) {
      double decay = decays[i % SPANS.length];
      return Math.clamp(means[i] / StrictMath.sqrt(decay / (2 - decay)), -LIMIT, LIMIT);
    }
    int j = i - means.length;
    if (j <= COINS) {
      return j == held ? 1 : 0;
    }
    double value = law.drift() > 0 ? predicted[j - COINS - 1] / law.drift() : 0;
    return Math.clamp(value, -LIMIT, LIMIT);
  }

  @Override
  public int instruments() {
    return COINS;
  }

  @Override
  public int size() {
    return means.length + COINS + 1 + (informed ? COINS : 0);
  }

  @Override
  public int flat() {
    return 0;
  }

  @Override
  public void begin() {
    Arrays.fill(means, 0);
    Arrays.fill(predicted, 0);
    Arrays.fill(last, 0);
  }

  @Override
  public void see(double[] closes) {
    if (last[0] > 0) {
      for (int i = 0; i < COINS; i++) {
        returns[i] = StrictMath.log(closes[i] / last[i]);
      }
      add(returns);
    }
    System.arraycopy(closes, 0, last, 0, COINS);
  }

  @Override
  public void observe(int held, float[] out) {
    for (int i = 0; i < size(); i++) {
      out[i] = (float) value(i, held);
    }
  }

  @Override
  public void weights(int action, double[] out) {
    for (int i = 0; i < COINS; i++) {
      out[i] = i + 1 == action ? 1 : 0;
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (int i = 0; i < COINS; i++) {
      out.writeDouble(predicted[i]);
      out.writeDouble(last[i]);
    }
    for (double mean : means) {
      out.writeDouble(mean);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int i = 0; i < COINS; i++) {
      predicted[i] = in.readDouble();
      last[i] = in.readDouble();
    }
    for (int i = 0; i < means.length; i++) {
      means[i] = in.readDouble();
    }
  }
}
