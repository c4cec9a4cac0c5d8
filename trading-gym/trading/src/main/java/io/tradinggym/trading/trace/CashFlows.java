package io.tradinggym.trading.trace;

import io.tradinggym.market.account.Entry;

/** Money that came or went otherwise than by a trade, one flow a row; units of 1e-8 of its currency. */
public final class CashFlows {
  private static final FlowKind[] KINDS = FlowKind.values();
  private static final Entry[] ENTRIES = Entry.values();
  private static final int TIME = 0;
  private static final int KIND = 1;
  private static final int SLEEVE = 2;
  private static final int ASSET = 3;
  private static final int CURRENCY = 4;
  private static final int BALANCE = 5;
  private static final int AMOUNT = 6;

  private final Rows rows = new Rows(AMOUNT + 1);

  Rows rows() {
    return rows;
  }

  @SuppressWarnings("EnumOrdinal") // columns of this run, never stored
  void add(
      long time, FlowKind kind, int sleeve, int asset, int currency, Entry balance, long amount) {
    int row = rows.add();
    rows.set(TIME, row, time);
    rows.set(KIND, row, kind.ordinal());
    rows.set(SLEEVE, row, sleeve);
    rows.set(ASSET, row, asset);
    rows.set(CURRENCY, row, currency);
    rows.set(BALANCE, row, balance.ordinal());
    rows.set(AMOUNT, row, amount);
  }

  /** Number of rows. */
  public int size() {
    return rows.size();
  }

  /** When, epoch milliseconds. */
  public long time(int row) {
    return rows.get(TIME, row);
  }

  /** What for. */
  public FlowKind kind(int row) {
    return KINDS[(int) rows.get(KIND, row)];
  }

  /** Whose it is, -1 if the account's as a whole. */
  public int sleeve(int row) {
    return (int) rows.get(SLEEVE, row);
  }

  /** Index of the instrument whose position it belongs to; -1 if to none. */
  public int asset(int row) {
    return (int) rows.get(ASSET, row);
  }

  /** Index of the currency. */
  public int currency(int row) {
    return (int) rows.get(CURRENCY, row);
  }

  /**
   * Which balance it moved: {@link Entry#CASH}, {@link Entry#ISOLATED}, or, to be paid later, {@link Entry#ACCRUED}.
   */
  public Entry balance(int row) {
    return ENTRIES[(int) rows.get(BALANCE, row)];
  }

  /** Received, or, negative, paid. */
  public long amount(int row) {
    return rows.get(AMOUNT, row);
  }
}
