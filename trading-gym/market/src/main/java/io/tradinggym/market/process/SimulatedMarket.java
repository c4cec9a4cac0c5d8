package io.tradinggym.market.process;

import io.tradinggym.api.util.Sha256;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A market whose every episode is a new path of a {@link PriceProcess}.
 *
 * <pre>{@code
 * Market market = SimulatedMarket.of(GeometricBrownian.noise(2, 0.2, 252)).bars(500).build();
 * }</pre>
 *
 * <p>How a return becomes a bar: a share of its variance falls between the close before and the open, the rest inside
 * the bar; high and low are drawn from the laws of a Brownian bridge's maximum and minimum, given the bar's deviation;
 * volume follows {@link VolumeLaw}. Prices are whole ticks, at least 1 and at most {@link #MAX_TICKS}.
 *
 * <p>What that gets wrong: high and low are drawn one by one, while those of one path depend on each other a little;
 * extremes of different assets are independent given their returns; the night is never wilder than its share; every
 * asset trades in every bar, without splits or dividends.
 */
public final class SimulatedMarket implements Market {
  /** The highest price, ticks: where doubles still count ticks exactly, with room for large positions. */
  public static final long MAX_TICKS = 1L << 40;

  private final PriceProcess process;
  private final List<Instrument> instruments;
  private final long[] startTicks;
  private final VolumeLaw[] volumes;
  private final Shocks gaps;
  private final double gapShare;
  private final double gapNoise;
  private final int history;
  private final double barsPerYear;
  private final long[] closeTimes;
  private final String fingerprint;

  private SimulatedMarket(Builder builder) {
    process = builder.process;
    instruments = builder.instruments;
    int n = process.assets();
    startTicks = new long[n];
    for (int i = 0; i < n; i++) {
      startTicks[i] = instruments.get(i).toTicks(builder.startPrices[i]);
      if (startTicks[i] < 1 || startTicks[i] > MAX_TICKS) {
        throw new IllegalArgumentException(
            "start price of "
                + instruments.get(i).symbol()
                + " must be from 1 to 2^40 ticks, was "
                + startTicks[i]);
      }
    }
    volumes = builder.volumes.toArray(VolumeLaw[]::new);
    gaps = Shocks.normal(builder.gapCorrelation);
    gapShare = builder.gapShare;
    gapNoise = Math.sqrt(gapShare * (1 - gapShare));
    history = builder.history;
    barsPerYear = builder.barsPerYear;
    closeTimes = Timeline.of(builder.history + builder.bars, barsPerYear);
    fingerprint =
        Sha256.of(
            "simulated-v1 "
                + process.parameters()
                + " instruments="
                + instruments
                + " start="
                + Arrays.toString(startTicks)
                + " volumes="
                + builder.volumes
                + " gaps="
                + gapShare
                + " "
                + gaps
                + " history="
                + history
                + " bars="
                + builder.bars
                + " barsPerYear="
                + barsPerYear);
  }

  /**
   * Starts building a market of a law, with defaults for all else.
   *
   * @param process of the log returns; it says how many assets there are
   * @return a builder whose every other setting has a default
   */
  public static Builder of(PriceProcess process) {
    return new Builder(process);
  }

  /** {@return the law} */
  public PriceProcess process() {
    return process;
  }

  @Override
  public List<Instrument> instruments() {
    return instruments;
  }

  @Override
  public double barsPerYear() {
    return barsPerYear;
  }

  @Override
  public MarketTape tape() {
    return new SimulatedTape(this);
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  long startTicks(int asset) {
    return startTicks[asset];
  }

  VolumeLaw volume(int asset) {
    return volumes[asset];
  }

  Shocks gaps() {
    return gaps;
  }

  double gapShare() {
    return gapShare;
  }

  double gapNoise() {
    return gapNoise;
  }

  int history() {
    return history;
  }

  long[] closeTimes() {
    return closeTimes;
  }

  /** Settings of a market; each has a default. */
  public static final class Builder {
    private final PriceProcess process;
    private List<Instrument> instruments;
    private double[] startPrices;
    private List<VolumeLaw> volumes;
    private Correlation gapCorrelation;
    private double gapShare = 0.25;
    private int bars = 252;
    private int history = 64;
    private double barsPerYear = 252;

    private Builder(PriceProcess process) {
      this.process = process;
      int n = process.assets();
      instruments =
          IntStream.range(0, n).<Instrument>mapToObj(i -> Equity.printed("SIM" + i)).toList();
      startPrices = new double[n];
      Arrays.fill(startPrices, 100);
      volumes = Collections.nCopies(n, VolumeLaw.DEFAULT);
      gapCorrelation = Correlation.identity(n);
    }

    private void requireOnePerAsset(String name, int size) {
      if (size != process.assets()) {
        throw new IllegalArgumentException(
            name + " must hold one for each of " + process.assets() + " assets, holds " + size);
      }
    }

    /**
     * What is traded; by default shares SIM0, SIM1, ... with a tick of one cent.
     *
     * @param values one an asset of the law
     * @return this builder
     */
    public Builder instruments(List<? extends Instrument> values) {
      requireOnePerAsset("instruments", values.size());
      instruments = List.copyOf(values);
      return this;
    }

    /**
     * Prices before the first bar, by asset, > 0, in the instrument's currency; by default 100.
     *
     * @param values one an asset, &gt; 0, from 1 to 2^40 ticks
     * @return this builder
     */
    public Builder startPrices(double... values) {
      startPrices = Checks.positive("startPrices", values, process.assets());
      return this;
    }

    /**
     * Volume laws, by asset; by default {@link VolumeLaw#DEFAULT}.
     *
     * @param values one an asset of the law
     * @return this builder
     */
    public Builder volumes(List<VolumeLaw> values) {
      requireOnePerAsset("volumes", values.size());
      volumes = List.copyOf(values);
      return this;
    }

    /**
     * How much of a bar's variance falls between the close before and its open; by default 0.25, independent.
     *
     * @param share in [0, 1): 0 for markets that never close; US shares about 0.25
     * @param correlation of the part of the gaps that the bars' returns do not explain
     * @return this builder
     */
    public Builder gaps(double share, Correlation correlation) {
      if (!(share >= 0 && share < 1)) {
        throw new IllegalArgumentException("gap share must be in [0, 1), was " + share);
      }
      requireOnePerAsset("gap correlation", correlation.assets());
      gapShare = share;
      gapCorrelation = correlation;
      return this;
    }

    /**
     * Bars from the first decision on; by default 252.
     *
     * @param count &gt;= 2
     * @return this builder
     */
    public Builder bars(int count) {
      if (count < 2) {
        throw new IllegalArgumentException("bars must be >= 2, was " + count);
      }
      bars = count;
      return this;
    }

    /**
     * Bars before the first decision, to be looked at only; by default 64.
     *
     * @param count &gt;= 0
     * @return this builder
     */
    public Builder history(int count) {
      if (count < 0) {
        throw new IllegalArgumentException("history must be >= 0, was " + count);
      }
      history = count;
      return this;
    }

    /**
     * Bars in a year, by default 252; up to 262 they close on working days, above that the clock never stops.
     *
     * @param count &gt; 0
     * @return this builder
     */
    public Builder barsPerYear(double count) {
      barsPerYear = Checks.positive("barsPerYear", count);
      return this;
    }

    /** {@return the market} */
    public SimulatedMarket build() {
      return new SimulatedMarket(this);
    }
  }
}
