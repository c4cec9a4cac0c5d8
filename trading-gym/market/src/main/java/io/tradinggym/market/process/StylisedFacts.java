package io.tradinggym.market.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measures of what real returns share across markets and times, and simple models lack.
 *
 * @see <a href="https://doi.org/10.1080/713665670">Cont (2001), Empirical properties of asset returns</a>
 */
public final class StylisedFacts {
  private static final int MONTH = 20;

  private StylisedFacts() {}

  /**
   * {@return the facts that a series of daily returns lacks, each with what was measured; empty if it looks real} Needs
   * some 5,000 returns, for tails and slow decay are measured badly on fewer.
   *
   * @param returns log return of each day
   * @param volume quantity traded on each day, &gt; 0, in any unit
   */
  public static List<String> missing(double[] returns, double[] volume) {
    List<String> missing = new ArrayList<>();
    double[] sizes = absolute(returns);
    double linear = meanOver(1, MONTH, lag -> autocorrelation(returns, lag));
    require(
        missing,
        Math.abs(linear) < 0.03,
        "returns without memory: mean autocorrelation within 0.03 of 0",
        linear);
    double kurtosis = kurtosis(returns);
    require(missing, kurtosis > 4, "fat tails: kurtosis above 4", kurtosis);
    double monthly = kurtosis(aggregate(returns, MONTH));
    require(missing, monthly < kurtosis, "monthly kurtosis below the daily " + kurtosis, monthly);
    double tail = tailIndex(returns, 0.01);
    require(
        missing, tail > 2 && tail < 5.5, "tail index of the largest hundredth from 2 to 5.5", tail);
    double early = meanOver(1, MONTH, lag -> autocorrelation(sizes, lag));
    double late = meanOver(2 * MONTH, 3 * MONTH, lag -> autocorrelation(sizes, lag));
    require(
        missing,
        early > 0.05,
        "volatility clusters: mean autocorrelation of sizes in a month above 0.05",
        early);
    require(
        missing,
        late > 0.01 && late < early,
        "clusters fade slowly: after two months above 0.01",
        late);
    double leverage = meanOver(1, MONTH / 2, lag -> leverage(returns, lag));
    require(
        missing,
        leverage < -0.01,
        "losses raise volatility: mean correlation below -0.01",
        leverage);
    double withVolume = volumeVolatility(returns, volume);
    require(
        missing,
        withVolume > 0.1,
        "volume goes with volatility: correlation above 0.1",
        withVolume);
    return missing;
  }

  private static void require(List<String> missing, boolean holds, String fact, double measured) {
    if (!holds) {
      missing.add(fact + ", was " + measured);
    }
  }

  private static double meanOver(int from, int to, IntToDoubleFunction measure) {
    return IntStream.rangeClosed(from, to).mapToDouble(measure).average().orElseThrow();
  }

  /**
   * {@return the fourth moment over squared variance: 3 for normal returns, 5 to 50 for daily real ones}
   *
   * @param returns one a period
   */
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

  /**
   * {@return the sums of non-overlapping pieces of so many returns; real returns come closer to normal this way}
   *
   * @param returns log returns, one a bar
   * @param bars of a piece, &gt;= 1; what is left over at the end is dropped
   */
  public static double[] aggregate(double[] returns, int bars) {
    double[] sums = new double[returns.length / bars];
    for (int i = 0; i < sums.length * bars; i++) {
      sums[i / bars] += returns[i];
    }
    return sums;
  }

  /**
   * {@return the absolute values of returns}
   *
   * @param returns one a period
   */
  public static double[] absolute(double[] returns) {
    return Arrays.stream(returns).map(Math::abs).toArray();
  }

  /**
   * {@return the correlation with itself, a lag later; near 0 for real returns, positive over months for their sizes}
   *
   * @param x a number each bar
   * @param lag in bars, &gt;= 1
   */
  public static double autocorrelation(double[] x, int lag) {
    return crossCorrelation(x, x, lag);
  }

  /**
   * {@return the correlation of the return with the size of the return a lag later; below 0 where losses raise
   * volatility}
   *
   * @param returns one a bar
   * @param lag in bars, &gt;= 1
   */
  public static double leverage(double[] returns, int lag) {
    return crossCorrelation(returns, absolute(returns), lag);
  }

  /**
   * {@return the correlation of log volume with the size of the return in the same bar; above 0 in real markets}
   *
   * @param returns one a bar
   * @param volume quantity traded in each bar, &gt; 0, in any unit
   */
  public static double volumeVolatility(double[] returns, double[] volume) {
    return crossCorrelation(
        absolute(returns), Arrays.stream(volume).map(StrictMath::log).toArray(), 0);
  }

  /**
   * {@return the correlation of x with y so many bars later, means and variances taken over the whole series}
   *
   * @param x a number each bar
   * @param y a number each bar
   * @param lag in bars, >= 0
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
   * {@return Hill's estimate of the tail index from the largest sizes: 2 to 5 for real returns, about 3; larger is
   * thinner}
   *
   * @param returns at least 2, one a period
   * @param share of the returns that count as tail, in (0, 1), such as 0.05
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
