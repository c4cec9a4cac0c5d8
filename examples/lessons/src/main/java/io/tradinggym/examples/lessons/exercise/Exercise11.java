package io.tradinggym.examples.lessons.exercise;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;

/** Lesson 11: a feature that looks back only. */
public final class Exercise11 {
  private Exercise11() {}

  /** A column from closing prices. */
  @FunctionalInterface
  public interface Column {
    /** One value for each bar; NaN where it is not known yet. */
    double[] of(double[] closes);
  }

  /** The mean of the last five closes, the present one among them; then the future is poisoned. */
  public static String check(Column mine) {
    RandomStream random = RandomStreams.of(11).stream("closes");
    double[] closes = new double[60];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = (i == 0 ? 100 : closes[i - 1]) * Math.exp(random.gaussian(0, 0.01));
    }
    double[] whole = mine.of(closes.clone());
    Judge judge = new Judge().holds("there is not one value for each bar", whole.length == 60);
    for (int t = 4; t < closes.length && whole.length == 60; t++) {
      double sum = 0;
      for (int i = t - 4; i <= t; i++) {
        sum += closes[i];
      }
      judge.equal("the mean at bar " + t, sum / 5, whole[t]);
      double[] poisoned = closes.clone();
      java.util.Arrays.fill(poisoned, t + 1, poisoned.length, Double.NaN);
      judge.holds(
          "bar " + t + " changes when what comes after it does", mine.of(poisoned)[t] == whole[t]);
    }
    return judge.verdict();
  }
}
