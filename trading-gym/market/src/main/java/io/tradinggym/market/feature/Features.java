package io.tradinggym.market.feature;

/**
 * The usual features, scaled to about [-1, 1]. Percent are per the square root of the bars that they cover, so that a
 * return over 20 bars is as large as one over 1. Formulas and first values are those of the textbooks (Wilder 1978 for
 * RSI, ATR and ADX; exponential averages start as simple ones) and are tested against published tables.
 */
public final class Features {
  private Features() {}

  /**
   * {@return {@code 100 ln(close / close of n bars ago) / sqrt(n)}}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature logReturn(int n) {
    return new Indicator(name("return", n), n, () -> new Returns(n, true));
  }

  /**
   * {@return the rate of change: {@code 100 (close / close of n bars ago - 1) / sqrt(n)}}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature rateOfChange(int n) {
    return new Indicator(name("roc", n), n, () -> new Returns(n, false));
  }

  /**
   * {@return the root mean square of the last n log returns, percent a bar}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature realizedVolatility(int n) {
    return new Indicator(name("volatility", n), n, () -> new RealizedVolatility(n));
  }

  /**
   * {@return the exponentially weighted volatility, percent a bar; 20 returns of warm-up}
   *
   * @param lambda weight of the past, in (0, 1); RiskMetrics has 0.94 for days
   */
  public static Feature ewmaVolatility(double lambda) {
    if (!(lambda > 0 && lambda < 1)) {
      throw new IllegalArgumentException("lambda must be in (0, 1), was " + lambda);
    }
    return new Indicator("ewma" + lambda, 20, () -> new EwmaVolatility(lambda));
  }

  /**
   * {@return the volume v against its mean m over the n bars before: {@code (v - m) / (v + m)}}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature volumeRatio(int n) {
    return new Indicator(name("volume", n), n, () -> new VolumeRatio(n));
  }

  /**
   * {@return the distance from the simple moving average, {@code 100 (close / average - 1) / sqrt(n / 3)}}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature smaDistance(int n) {
    return new Indicator(name("sma", n), n - 1, () -> new MovingAverage(n));
  }

  /**
   * {@return the distance from the exponential moving average of n bars, {@code 100 (close / average - 1) / sqrt(n /
   * 3)}}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature emaDistance(int n) {
    return new Indicator(name("ema", n), n - 1, () -> new ExponentialAverage(n));
  }

  /**
   * {@return Wilder's relative strength index, {@code rsi / 50 - 1}}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature rsi(int n) {
    return new Indicator(name("rsi", n), n, () -> new RelativeStrength(n));
  }

  /**
   * {@return the histogram of moving average convergence and divergence, percent of the close; usually 12, 26, 9}
   *
   * @param fast bars of the fast average, &gt;= 1
   * @param slow bars of the slow average, &gt; fast
   * @param signal bars of the signal line, &gt;= 1
   */
  public static Feature macdHistogram(int fast, int slow, int signal) {
    if (!(fast < slow)) {
      throw new IllegalArgumentException("fast must be below slow, were " + fast + " and " + slow);
    }
    String name = name("macd", fast) + "-" + slow + "-" + name("", signal);
    return new Indicator(name, slow + signal - 2, () -> new MacdHistogram(fast, slow, signal));
  }

  /**
   * {@return the position in the Bollinger band of two standard deviations (of the population): {@code 2 %B - 1}}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature bollinger(int n) {
    return new Indicator(name("bollinger", n), n - 1, () -> new BollingerPosition(n));
  }

  /**
   * {@return Wilder's average true range, percent of the close}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature atr(int n) {
    return new Indicator(name("atr", n), n, () -> new AverageRange(n));
  }

  /**
   * {@return Wilder's average directional index / 100}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature adx(int n) {
    return new Indicator(name("adx", n), 2 * n - 1, () -> new DirectionalIndex(n));
  }

  /**
   * {@return the stochastic oscillator, {@code %K / 50 - 1}, averaged over {@code smoothing} bars; usually 14, 3}
   *
   * @param n bars, &gt;= 1
   * @param smoothing bars that %K is averaged over, &gt;= 1
   */
  public static Feature stochastic(int n, int smoothing) {
    String name = name("stochastic", n) + "-" + name("", smoothing);
    return new Indicator(name, n + smoothing - 2, () -> new Stochastic(n, smoothing));
  }

  /**
   * {@return Williams' %R about its middle, {@code %R / 50 + 1}: the stochastic oscillator without smoothing}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature williams(int n) {
    return new Indicator(name("williams", n), n - 1, () -> new Stochastic(n, 1));
  }

  /**
   * {@return the commodity channel index / 100}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature cci(int n) {
    return new Indicator(name("cci", n), n - 1, () -> new CommodityChannel(n));
  }

  /**
   * {@return the position of the close in the range of the n bars before: -1 at their low, 1 at their high, beyond on a
   * breakout}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature donchian(int n) {
    return new Indicator(name("donchian", n), n, () -> new DonchianPosition(n));
  }

  /**
   * {@return the change of the on-balance volume over n bars, as a share of their volume}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature obvSlope(int n) {
    return new Indicator(name("obv", n), n, () -> new VolumeBalance(n));
  }

  /**
   * {@return the distance below the highest close of the last n bars, in tenths of the price: -1 is 10 % below}
   *
   * @param n bars, &gt;= 1
   */
  public static Feature drawdown(int n) {
    return new Indicator(name("drawdown", n), n - 1, () -> new Drawdown(n));
  }

  private static String name(String prefix, int bars) {
    if (bars < 1) {
      throw new IllegalArgumentException(
          "the number of bars of " + prefix + " must be >= 1, was " + bars);
    }
    return prefix + bars;
  }
}
