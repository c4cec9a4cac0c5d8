package io.tradinggym.market.process;

import java.util.Arrays;

/**
 * Measures of what real returns share across markets and times, and simple models lack.
 *
 * @see <a href="https://doi.org/10.1080/713665670">Cont (2001), Empirical properties of asset returns</a>
 */
public final class StylisedFacts {
  private StylisedFacts() {}

  /** Fourth moment over squared variance: 3 for normal returns, 5 to 50 for daily real ones. */
  public static double kurtosis(double[] returns) {
    double mean = mean(returns);
    double second = 0;
    double fourth = 0;
    for (double r : returns) {
      double square = (r - mean) * (r - mean);
      second += square;
      fourth += square * square;
    }
    return fourth * returns.length / (second * second);
  }

  /** Sums of non-overlapping pieces of so many returns; real returns come closer to normal this way. */
  public static double[] aggregate(double[] returns, int bars) {
    double[] sums = new double[returns.length / bars];
    for (int i = 0; i < sums.length * bars; i++) {
      sums[i / bars] += returns[i];
    }
    return sums;
  }

  /** Sizes of returns. */
  public static double[] absolute(double[] returns) {
    return Arrays.stream(returns).map(Math::abs).toArray();
  }

  /** Correlation with itself, a lag later; near 0 for real returns, positive over months for their sizes. */
  public static double autocorrelation(double[] x, int lag) {
    return crossCorrelation(x, x, lag);
  }

  /** Correlation of the return with the size of the return a lag later; below 0 where losses raise volatility. */
  public static double leverage(double[] returns, int lag) {
    return crossCorrelation(returns, absolute(returns), lag);
  }

  /** Correlation of log volume with the size of the return in the same bar; above 0 in real markets. */
  public static double volumeVolatility(double[] returns, double[] volume) {
    return crossCorrelation(absolute(returns), Arrays.stream(volume).map(StrictMath::log).toArray(), 0);
  }

  /**
   * Correlation of x with y so many bars later, means and variances taken over the whole series.
   *
   * @param lag >= 0
   */
  public static double crossCorrelation(double[] x, double[] y, int lag) {
    double meanX = mean(x);
    double meanY = mean(y);
    double product = 0;
    double squareX = 0;
    double squareY = 0;
    for (int t = 0; t < x.length; t++) {
      squareX += (x[t] - meanX) * (x[t] - meanX);
      squareY += (y[t] - meanY) * (y[t] - meanY);
      if (t + lag < y.length) {
        product += (x[t] - meanX) * (y[t + lag] - meanY);
      }
    }
    return product / Math.sqrt(squareX * squareY);
  }

  /**
   * Hill's estimate of the tail index from the largest sizes: 2 to 5 for real returns, about 3; larger is thinner.
   *
   * @param share of the returns that count as tail, such as 0.05
   * @see <a href="https://doi.org/10.1214/aos/1176343247">Hill (1975)</a>
   */
  public static double tailIndex(double[] returns, double share) {
    double[] sizes = absolute(returns);
    Arrays.sort(sizes);
    int tail = Math.max(1, (int) (share * sizes.length));
    double threshold = sizes[sizes.length - tail - 1];
    double sum = 0;
    for (int i = sizes.length - tail; i < sizes.length; i++) {
      sum += StrictMath.log(sizes[i] / threshold);
    }
    return tail / sum;
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).average().orElse(0);
  }
}
