package io.tradinggym.trading.trace;

import io.tradinggym.market.account.Positions;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.exchange.Fill;
import io.tradinggym.market.instrument.Instrument;

/**
 * Changes of hands, one a row, in the order in which they happened: fills of orders, and what was exercised, assigned
 * or ended. Money is in units of 1e-8 of the asset's currency.
 */
public final class Fills {
  /** Empty at first. */
  public Fills() {}

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

  private final TradedInstruments instruments = new TradedInstruments();

  void instrument(int row, Positions of) {
    instruments.set(row, of, (int) rows.get(ASSET, row));
  }

  /**
   * {@return the instrument as it was when it was traded}
   *
   * @param row index of the row, from 0
   */
  public Instrument instrument(int row) {
    rows.get(ASSET, row);
    return instruments.get(row);
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

  /** {@return the number of rows} */
  public int size() {
    return rows.size();
  }

  /**
   * {@return when it happened, epoch milliseconds UTC}
   *
   * @param row index of the row, from 0
   */
  public long time(int row) {
    return rows.get(TIME, row);
  }

  /**
   * {@return the id of the order; {@link io.tradinggym.market.exchange.Exchange#TARGET}, {@link
   * io.tradinggym.market.exchange.Exchange#LIQUIDATION} or {@link io.tradinggym.market.exchange.Exchange#DELISTING}
   * without one}
   *
   * @param row index of the row, from 0
   */
  public long order(int row) {
    return rows.get(ORDER, row);
  }

  /**
   * {@return the index of the sleeve whose position it is, from 0; -1 where sub-books shared it out by their lots}
   *
   * @param row index of the row, from 0
   */
  public int sleeve(int row) {
    return (int) rows.get(SLEEVE, row);
  }

  /**
   * {@return the index of the instrument, from 0}
   *
   * @param row index of the row, from 0
   */
  public int asset(int row) {
    return (int) rows.get(ASSET, row);
  }

  /**
   * {@return the lots, negative for a sale}
   *
   * @param row index of the row, from 0
   */
  public long lots(int row) {
    return rows.get(LOTS, row);
  }

  /**
   * {@return the price, ticks}
   *
   * @param row index of the row, from 0
   */
  public long ticks(int row) {
    return rows.get(PRICE, row);
  }

  /**
   * {@return the middle of the market that the price is held against, ticks}
   *
   * @param row index of the row, from 0
   */
  public long reference(int row) {
    return rows.get(REFERENCE, row);
  }

  /**
   * {@return the commissions and regulatory fees, money units; negative for a rebate}
   *
   * @param row index of the row, from 0
   */
  public long commission(int row) {
    return rows.get(COMMISSION, row);
  }

  /**
   * {@return the spread, slippage and impact, in the price and beyond it; money units}
   *
   * @param row index of the row, from 0
   */
  public long slippage(int row) {
    return rows.get(SLIPPAGE, row);
  }

  /**
   * {@return the part of the slippage that was charged in money, beyond the price; money units}
   *
   * @param row index of the row, from 0
   */
  public long charged(int row) {
    return rows.get(CHARGED, row);
  }

  /**
   * {@return the profit of what was closed, before commission and what was charged; money units}
   *
   * @param row index of the row, from 0
   */
  public long realised(int row) {
    return rows.get(REALISED, row);
  }

  /**
   * {@return whether the order rested in the book and was met there}
   *
   * @param row index of the row, from 0
   */
  public boolean maker(int row) {
    return rows.get(MAKER, row) != 0;
  }

  /**
   * {@return what it was traded for: an order, a liquidation, an exercise and the like}
   *
   * @param row index of the row, from 0
   */
  public TradeReason reason(int row) {
    return REASONS[(int) rows.get(REASON, row)];
  }

  /**
   * {@return what it moved cash by, money units; negative where cash went}
   *
   * @param row index of the row, from 0
   */
  public long cash(int row) {
    return rows.get(CASH, row);
  }
}
