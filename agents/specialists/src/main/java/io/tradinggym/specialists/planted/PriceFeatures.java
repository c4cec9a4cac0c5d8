package io.tradinggym.specialists.planted;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What is seen of one price: returns over several spans and exponentially weighted means of returns, in standard
 * deviations of noise, and distances to moving averages. Scratch of one lane; a bar allocates nothing.
 */
final class PriceFeatures {
  /** Bars that are kept, and that go before an episode. */
  static final int HISTORY = 64;

  private final double sd;
  private final int[] spans;
  private final double[] decays;
  private final int[] averages;
  private final double[] price = new double[HISTORY];
  private final double[] means;
  private int at;

  /**
   * Features.
   *
   * @param sd of a bar
   * @param spans of returns, bars, below 64
   * @param ewmas spans of exponential means, bars
   * @param averages spans of moving averages of the log price, bars, at most 64
   */
  PriceFeatures(double sd, int[] spans, int[] ewmas, int[] averages) {
    this.sd = sd;
    this.spans = spans;
    this.averages = averages;
    decays = Arrays.stream(ewmas).mapToDouble(span -> 2.0 / (span + 1)).toArray();
    means = new double[ewmas.length];
  }

  int size() {
    return spans.length + means.length + averages.length;
  }

  /** Begins with a price of 1, known for all of the past. */
  void reset() {
    Arrays.fill(price, 0);
    Arrays.fill(means, 0);
    at = 0;
  }

  /** Takes in a bar's log return. */
  void add(double r) {
    double before = price[at];
    at = (at + 1) % HISTORY;
    price[at] = before + r;
    for (int i = 0; i < means.length; i++) {
      means[i] += decays[i] * ((r + sd * sd / 2) / sd - means[i]);
    }
  }

  /** The i-th feature. */
  double value(int i) {
    double now = price[at];
    if (i < spans.length) {
      double then = price[(at - spans[i] + HISTORY) % HISTORY];
      return (now - then) / (sd * StrictMath.sqrt(spans[i]));
    }
    int j = i - spans.length;
    if (j < means.length) {
      return means[j] / StrictMath.sqrt(decays[j] / (2 - decays[j]));
    }
    int span = averages[j - means.length];
    double sum = 0;
    for (int k = 0; k < span; k++) {
      sum += price[(at - k + HISTORY) % HISTORY];
    }
    return (now - sum / span) / (sd * StrictMath.sqrt(span / 3.0));
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(at);
    for (double value : price) {
      out.writeDouble(value);
    }
    for (double value : means) {
      out.writeDouble(value);
    }
  }

  void restore(DataInput in) throws IOException {
    at = in.readInt();
    for (int i = 0; i < price.length; i++) {
      price[i] = in.readDouble();
    }
    for (int i = 0; i < means.length; i++) {
      means[i] = in.readDouble();
    }
  }
}
