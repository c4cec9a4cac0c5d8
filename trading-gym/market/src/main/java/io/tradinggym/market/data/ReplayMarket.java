package io.tradinggym.market.data;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.instrument.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;

/** History as a market: every tape shows the same shared data. */
public final class ReplayMarket implements Market {
  private final MarketData data;
  private final double barsPerYear;
  private final int firstDecision;
  private final String fingerprint;
  private final List<String> repairs;

  /**
   * All of the data.
   *
   * @param data at least 2 bars
   * @param barsPerYear bars a year, &gt; 0
   * @throws IllegalArgumentException if one is not so
   */
  public ReplayMarket(MarketData data, double barsPerYear) {
    this(data, barsPerYear, 0, List.of());
  }

  private ReplayMarket(
      MarketData data, double barsPerYear, int firstDecision, List<String> repairs) {
    if (data.length() < 2) {
      throw new IllegalArgumentException("a market needs at least 2 bars, has " + data.length());
    }
    if (!(barsPerYear > 0)) {
      throw new IllegalArgumentException("barsPerYear must be > 0, was " + barsPerYear);
    }
    this.data = data;
    this.barsPerYear = barsPerYear;
    this.firstDecision = firstDecision;
    this.repairs = repairs;
    this.fingerprint = data.fingerprint();
  }

  /**
   * {@return one timeline of several series; assets that are not listed yet do not trade}
   *
   * @param series one an asset, in order; the timeline is that of all their bars
   * @param barsPerYear bars a year, &gt; 0
   * @throws IllegalArgumentException if it is not, or there are fewer than 2 bars
   */
  public static ReplayMarket of(List<Series> series, double barsPerYear) {
    List<String> repairs = series.stream().flatMap(each -> each.repairs().stream()).toList();
    return new ReplayMarket(Alignment.of(series), barsPerYear, 0, repairs);
  }

  /** {@return the data} */
  public MarketData data() {
    return data;
  }

  /**
   * {@return the bars {@code from .. to - 1} to trade in, with some history before them to look at: features may reach
   * back before the range, decisions may not be taken there}
   *
   * @param from index of the first bar to trade in
   * @param to index of the bar after the last, at least 2 more
   * @param history bars before {@code from}, >= 0; fewer if the data starts later
   * @throws IllegalArgumentException if there are no such bars
   */
  public ReplayMarket between(int from, int to, int history) {
    if (from < 0 || to > data.length() || to - from < 2) {
      throw new IllegalArgumentException(
          "a range needs at least 2 of the bars 0 .. "
              + data.length()
              + ", was "
              + from
              + " .. "
              + to);
    }
    int begin = Math.max(0, from - history);
    return new ReplayMarket(data.slice(begin, to), barsPerYear, from - begin, repairs);
  }

  @Override
  public List<Instrument> instruments() {
    return data.instruments();
  }

  @Override
  public boolean quoted() {
    return data.asks() != data;
  }

  @Override
  public boolean pricesAsPrinted() {
    return data.hasActions();
  }

  @Override
  public MarketKind kind() {
    return MarketKind.REPLAYED;
  }

  @Override
  public double barsPerYear() {
    return barsPerYear;
  }

  @Override
  public List<String> repairs() {
    return repairs;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public MarketTape tape() {
    return new Tape();
  }

  private final class Tape implements MarketTape {
    @Override
    public void next(RandomStream random) {}

    @Override
    public boolean replays() {
      return true;
    }

    @Override
    public Bars bars() {
      return data;
    }

    @Override
    public int firstDecision() {
      return firstDecision;
    }

    @Override
    public void save(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}
  }
}
