package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.instrument.Instrument;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Paths made of pieces of real history, in random order: each bar keeps its gap, extremes, return and volume, its mark,
 * quotes and funding, and all assets keep their common day, so that correlations and tails are history's own.
 *
 * <p>What that gets wrong: nothing worse than history happens in a bar, memory ends where blocks meet, and the trend of
 * the sample is the trend of every path; funding is paid where the bar's origin paid it, so where blocks meet two
 * stamps are nearer or further apart than their interval. Only bars at which all assets trade are used.
 */
public final class BootstrapMarket implements Market {
  private final MarketData data;
  private final BlockBootstrap bootstrap;
  private final int[] usable;
  private final int bars;
  private final int history;
  private final double barsPerYear;
  private final long[] closeTimes;

  /**
   * The market.
   *
   * @param data history at adjusted prices; training data only, if what is learned on the market is judged on later
   *     history
   * @param meanBlock mean length of a piece, bars, >= 1; the cube root of the history's length is a start
   * @param bars from the first decision on, >= 2
   * @param history bars before it, >= 0
   * @param barsPerYear bars a year, &gt; 0
   * @throws IllegalArgumentException if a number is not so, prices are as printed, or fewer than 2 bars can be used
   */
  public BootstrapMarket(
      MarketData data, double meanBlock, int bars, int history, double barsPerYear) {
    if (bars < 2 || history < 0) {
      throw new IllegalArgumentException(
          "bars must be >= 2 and history >= 0, were " + bars + " and " + history);
    }
    if (data.hasActions()) {
      throw new IllegalArgumentException(
          "a bootstrap needs adjusted prices; these are as printed, and their splits would be"
              + " crashes");
    }
    this.data = data;
    this.bars = bars;
    this.history = history;
    this.barsPerYear = Checks.positive("barsPerYear", barsPerYear);
    usable = IntStream.range(1, data.length()).filter(bar -> allTrade(data, bar)).toArray();
    if (usable.length < 2) {
      throw new IllegalArgumentException(
          "a bootstrap needs at least 2 bars at which all assets trade, has "
              + usable.length
              + " of "
              + data.length());
    }
    bootstrap = new BlockBootstrap(usable.length, meanBlock);
    closeTimes = Timeline.of(history + bars, barsPerYear);
  }

  private static boolean allTrade(MarketData data, int bar) {
    for (int asset = 0; asset < data.assets(); asset++) {
      if (!data.traded(asset, bar)
          || !data.traded(asset, bar - 1)
          || data.close(asset, bar - 1) < 1) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Instrument> instruments() {
    return data.instruments();
  }

  @Override
  public double barsPerYear() {
    return barsPerYear;
  }

  @Override
  public String fingerprint() {
    return Sha256.of(
        (DrawnBars.areOf(data) ? "bootstrap-v2 " : "bootstrap-v1 ")
            + data.fingerprint()
            + " meanBlock="
            + bootstrap.meanBlock()
            + " bars="
            + bars
            + " history="
            + history
            + " barsPerYear="
            + barsPerYear);
  }

  @Override
  public boolean quoted() {
    return data.asks() != data;
  }

  @Override
  public MarketTape tape() {
    return new Tape();
  }

  private final class Tape extends RedrawnTape {
    private final double[] price = new double[data.assets()];
    private final @Nullable DrawnBars whole;

    Tape() {
      super(new SimulatedBars(data.assets(), closeTimes), history);
      whole = DrawnBars.areOf(data) ? new DrawnBars(bars, data) : null;
    }

    @Override
    public Bars bars() {
      return whole == null ? bars : whole;
    }

    @Override
    void draw(RandomStream random) {
      int last = data.length() - 1;
      for (int asset = 0; asset < price.length; asset++) {
        price[asset] = data.close(asset, last);
      }
      int index = bootstrap.first(random);
      for (int bar = 0; bar < bars.length(); bar++) {
        for (int asset = 0; asset < price.length; asset++) {
          copyBar(asset, usable[index], bar);
        }
        index = bootstrap.next(random, index);
      }
    }

    /** The source's bar, scaled from the close before it to the close before this one. */
    private void copyBar(int asset, int from, int bar) {
      double scale = price[asset] / data.close(asset, from - 1);
      int at = bars.at(asset, bar);
      if (whole != null) {
        whole.origin[bar] = from;
        whole.scale[at] = scale;
      }
      bars.open[at] = DrawnBars.ticks(scale * data.open(asset, from));
      bars.high[at] = DrawnBars.ticks(scale * data.high(asset, from));
      bars.low[at] = DrawnBars.ticks(scale * data.low(asset, from));
      bars.close[at] = DrawnBars.ticks(scale * data.close(asset, from));
      bars.volume[at] = data.volume(asset, from);
      price[asset] = Math.clamp(scale * data.close(asset, from), 1, SimulatedMarket.MAX_TICKS);
    }
  }
}
