package io.tradinggym.trading.trace;

import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.exchange.Fill;
import io.tradinggym.market.instrument.Instrument;
import java.util.Arrays;

/**
 * Changes of hands, one a row, in the order in which they happened: fills of orders, and what was exercised, assigned
 * or ended. Money is in units of 1e-8 of the asset's currency.
 */
public final class Fills {
  private static final TradeReason[] REASONS = TradeReason.values();
  private static final int TIME = 0;
  private static final int ORDER = 1;
  private static final int SLEEVE = 2;
  private static final int ASSET = 3;
  private static final int LOTS = 4;
  private static final int PRICE = 5;
  private static final int REFERENCE = 6;
  private static final int COMMISSION = 7;
  private static final int SLIPPAGE = 8;
  private static final int CHARGED = 9;
  private static final int REALISED = 10;
  private static final int MAKER = 11;
  private static final int REASON = 12;
  private static final int CASH = 13;

  private final Rows rows = new Rows(CASH + 1);

  /** What was traded: instruments come and go while an account lives. */
  private Instrument[] instruments = {};

  void instrument(int row, Instrument traded) {
    if (row >= instruments.length) {
      instruments = Arrays.copyOf(instruments, Math.max(row + 1, 2 * instruments.length));
    }
    instruments[row] = traded;
  }

  /** What was traded. */
  public Instrument instrument(int row) {
    rows.get(ASSET, row);
    return instruments[row];
  }

  Rows rows() {
    return rows;
  }

  @SuppressWarnings("EnumOrdinal") // a column of this run, never stored
  void set(int row, int sleeve, Fill fill, long cash) {
    rows.set(TIME, row, fill.time());
    rows.set(ORDER, row, fill.order());
    rows.set(SLEEVE, row, sleeve);
    rows.set(ASSET, row, fill.asset());
    rows.set(LOTS, row, fill.lots());
    rows.set(PRICE, row, fill.ticks());
    rows.set(REFERENCE, row, fill.reference());
    rows.set(COMMISSION, row, fill.commission());
    rows.set(SLIPPAGE, row, fill.slippage());
    rows.set(CHARGED, row, fill.charged());
    rows.set(REALISED, row, fill.realised());
    rows.set(MAKER, row, fill.maker() ? 1 : 0);
    rows.set(REASON, row, fill.reason().ordinal());
    rows.set(CASH, row, cash);
  }

  @SuppressWarnings("EnumOrdinal")
  void set(
      int row,
      TradeReason reason,
      int sleeve,
      long time,
      int asset,
      long lots,
      long ticks,
      long commission,
      long charged,
      long realised,
      long cash) {
    rows.set(TIME, row, time);
    rows.set(ORDER, row, 0);
    rows.set(SLEEVE, row, sleeve);
    rows.set(ASSET, row, asset);
    rows.set(LOTS, row, lots);
    rows.set(PRICE, row, ticks);
    rows.set(REFERENCE, row, ticks);
    rows.set(COMMISSION, row, commission);
    rows.set(SLIPPAGE, row, charged);
    rows.set(CHARGED, row, charged);
    rows.set(REALISED, row, realised);
    rows.set(MAKER, row, 0);
    rows.set(REASON, row, reason.ordinal());
    rows.set(CASH, row, cash);
  }

  /** Number of rows. */
  public int size() {
    return rows.size();
  }

  /** When, epoch milliseconds. */
  public long time(int row) {
    return rows.get(TIME, row);
  }

  /**
   * Id of the order; {@link io.tradinggym.market.exchange.Exchange#TARGET}, {@link
   * io.tradinggym.market.exchange.Exchange#LIQUIDATION} or {@link io.tradinggym.market.exchange.Exchange#DELISTING}
   * without one.
   */
  public long order(int row) {
    return rows.get(ORDER, row);
  }

  /** Whose position it is; -1 where sub-books shared it out by their lots. */
  public int sleeve(int row) {
    return (int) rows.get(SLEEVE, row);
  }

  /** Index of the instrument. */
  public int asset(int row) {
    return (int) rows.get(ASSET, row);
  }

  /** Lots, negative for a sale. */
  public long lots(int row) {
    return rows.get(LOTS, row);
  }

  /** Price, ticks. */
  public long ticks(int row) {
    return rows.get(PRICE, row);
  }

  /** The middle of the market, ticks. */
  public long reference(int row) {
    return rows.get(REFERENCE, row);
  }

  /** Commissions and regulatory fees; negative for a rebate. */
  public long commission(int row) {
    return rows.get(COMMISSION, row);
  }

  /** Spread, slippage and impact, in the price and beyond it. */
  public long slippage(int row) {
    return rows.get(SLIPPAGE, row);
  }

  /** The part of the slippage that was charged in money, beyond the price. */
  public long charged(int row) {
    return rows.get(CHARGED, row);
  }

  /** Profit of what was closed, before commission and what was charged. */
  public long realised(int row) {
    return rows.get(REALISED, row);
  }

  /** Whether the order rested in the book and was met there. */
  public boolean maker(int row) {
    return rows.get(MAKER, row) != 0;
  }

  /** Why. */
  public TradeReason reason(int row) {
    return REASONS[(int) rows.get(REASON, row)];
  }

  /** What it moved cash by. */
  public long cash(int row) {
    return rows.get(CASH, row);
  }
}
