package io.tradinggym.options.chain;

import io.tradinggym.options.pricing.OptionType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * An option chain as it was recorded at one moment; read by {@link ChainFile}. Immutable.
 *
 * <p>Without bid and ask in the source both are NaN and {@link #mid} is the last price.
 */
public final class RecordedChain implements ChainQuotes {
  static final double MILLIS_PER_YEAR = 365 * 86_400_000.0;

  private final ChainReport report;
  private final Instant time;
  private final double underlying;
  private final Identity identity;
  private final OptionType[] type;
  private final double[] strike;
  private final int[] expiryDay;
  private final double[] years;
  private final double[] bid;
  private final double[] ask;
  private final double[] last;
  private final double[] volume;
  private final double[] openInterest;
  private final double[] volatility;

  /** Sorts rows that are known to be good. */
  RecordedChain(
      ChainReport report,
      Instant time,
      double underlying,
      Identity identity,
      List<ChainRow> unsorted) {
    this.identity = identity;
    this.report = report;
    this.time = time;
    this.underlying = underlying;
    List<ChainRow> rows =
        unsorted.stream()
            .sorted(
                Comparator.comparing(ChainRow::expiry)
                    .thenComparingDouble(ChainRow::strike)
                    .thenComparing(ChainRow::type))
            .toList();
    type = rows.stream().map(ChainRow::type).toArray(OptionType[]::new);
    strike = rows.stream().mapToDouble(ChainRow::strike).toArray();
    expiryDay = rows.stream().mapToInt(row -> (int) row.expiry().toEpochDay()).toArray();
    years =
        rows.stream()
            .mapToDouble(
                row -> (row.close().toEpochMilli() - time.toEpochMilli()) / MILLIS_PER_YEAR)
            .toArray();
    bid = rows.stream().mapToDouble(ChainRow::bid).toArray();
    ask = rows.stream().mapToDouble(ChainRow::ask).toArray();
    last = rows.stream().mapToDouble(ChainRow::last).toArray();
    volume = rows.stream().mapToDouble(ChainRow::volume).toArray();
    openInterest = rows.stream().mapToDouble(ChainRow::openInterest).toArray();
    volatility = rows.stream().mapToDouble(ChainRow::volatility).toArray();
  }

  /** {@return where it comes from and what was left out} */
  public ChainReport report() {
    return report;
  }

  /** {@return the moment of the quotes} */
  public Instant time() {
    return time;
  }

  /** {@return the moment's date in New York} */
  public LocalDate date() {
    return LocalDate.ofInstant(time, ChainFile.NEW_YORK);
  }

  /**
   * {@return the price of the underlying as the source gives it, NaN if it does not; it need not be of the same moment}
   */
  public double underlying() {
    return underlying;
  }

  /** {@return the root of the contracts' symbols, such as {@code SPY}; empty if the file has no symbols} */
  public String root() {
    return identity.root();
  }

  /** 100, or 10 of a mini. */
  @Override
  public int contractSize() {
    return identity.size();
  }

  /** {@return the currency of the prices as the file names it, such as {@code USD}; empty if it does not} */
  public String currency() {
    return identity.currency();
  }

  /** {@return whether there are bids and offers} */
  public boolean hasQuotes() {
    return report.layout() != ChainLayout.LEAN_UNIVERSE;
  }

  @Override
  public int size() {
    return strike.length;
  }

  @Override
  public OptionType type(int contract) {
    return type[contract];
  }

  @Override
  public double strike(int contract) {
    return strike[contract];
  }

  @Override
  public int expiryDay(int contract) {
    return expiryDay[contract];
  }

  @Override
  public double years(int contract) {
    return years[contract];
  }

  @Override
  public double bid(int contract) {
    return bid[contract];
  }

  @Override
  public double ask(int contract) {
    return ask[contract];
  }

  /**
   * {@return the price of the last trade, or of the last bar; NaN if not known}
   *
   * @param contract index of the contract, from 0
   */
  public double last(int contract) {
    return last[contract];
  }

  @Override
  public double volume(int contract) {
    return volume[contract];
  }

  @Override
  public double openInterest(int contract) {
    return openInterest[contract];
  }

  @Override
  public double impliedVolatility(int contract) {
    return volatility[contract];
  }

  @Override
  public double mid(int contract) {
    return hasQuotes() ? ChainQuotes.super.mid(contract) : last[contract];
  }
}
