package io.tradinggym.examples.lessons.twin;

import io.tradinggym.allocator.rules.Kelly;
import io.tradinggym.allocator.rules.MinimumVariance;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.process.Correlation;
import java.util.Arrays;

/**
 * Lesson 18: ten assets of known law. Weights are made from what was estimated on some months and judged by the law
 * itself: no luck of the following years is in the result.
 */
public final class PortfolioContest {
  private static final int ASSETS = 10;
  private static final double CORRELATION = 0.4;

  private final double[] mean = new double[ASSETS];
  private final double[] deviation = new double[ASSETS];
  private final double[] covariance = new double[ASSETS * ASSETS];

  /** Assets of 12 to 30 % volatility whose means go with their volatility, not exactly. */
  public PortfolioContest() {
    for (int i = 0; i < ASSETS; i++) {
      deviation[i] = (0.12 + 0.02 * i) / Math.sqrt(12);
      mean[i] = (0.03 + 0.006 * i + (i % 3 == 0 ? 0.01 : 0)) / 12;
    }
    for (int i = 0; i < ASSETS; i++) {
      for (int j = 0; j < ASSETS; j++) {
        covariance[i * ASSETS + j] = deviation[i] * deviation[j] * (i == j ? 1 : CORRELATION);
      }
    }
  }

  /**
   * True Sharpe ratios a year of weights that were estimated.
   *
   * @param equal one over the number of assets
   * @param tangency of Markowitz
   * @param minimum variance, without short sales
   */
  public record Result(double equal, double tangency, double minimum) {}

  /**
   * One investor, who has seen some months.
   *
   * @param months &gt; 10; 0 for one who knows the law
   */
  public Result play(int months, long seed) {
    double[] means = mean.clone();
    double[] estimate = covariance.clone();
    if (months > 0) {
      estimate(months, RandomStreams.of(seed).stream("months"), means, estimate);
    }
    double[] tangency = new double[ASSETS];
    new Kelly(ASSETS, 1, 1e9).weights(means, estimate, tangency);
    double[] minimum = new double[ASSETS];
    new MinimumVariance(ASSETS).weights(estimate, minimum);
    double[] equal = new double[ASSETS];
    Arrays.fill(equal, 1.0 / ASSETS);
    return new Result(sharpe(equal), sharpe(tangency), sharpe(minimum));
  }

  private void estimate(int months, RandomStream random, double[] means, double[] estimate) {
    Correlation law = Correlation.uniform(ASSETS, CORRELATION);
    double[][] rows = new double[months][ASSETS];
    Arrays.fill(means, 0);
    for (double[] row : rows) {
      law.draw(random, row);
      for (int i = 0; i < ASSETS; i++) {
        row[i] = mean[i] + deviation[i] * row[i];
        means[i] += row[i] / months;
      }
    }
    Arrays.fill(estimate, 0);
    for (double[] row : rows) {
      for (int i = 0; i < ASSETS; i++) {
        for (int j = 0; j < ASSETS; j++) {
          estimate[i * ASSETS + j] += (row[i] - means[i]) * (row[j] - means[j]) / (months - 1);
        }
      }
    }
  }

  private double sharpe(double[] weights) {
    double gain = 0;
    double variance = 0;
    for (int i = 0; i < ASSETS; i++) {
      gain += weights[i] * mean[i];
      for (int j = 0; j < ASSETS; j++) {
        variance += weights[i] * weights[j] * covariance[i * ASSETS + j];
      }
    }
    return gain / Math.sqrt(variance) * Math.sqrt(12);
  }
}
