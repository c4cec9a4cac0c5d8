package io.tradinggym.trading.trace;

import io.tradinggym.market.account.Entry;

/** Money that came or went otherwise than by a trade, one flow a row; units of 1e-8 of its currency. */
public final class CashFlows {
  /** Empty at first. */
  public CashFlows() {}

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
   * {@return what the money came or went for}
   *
   * @param row index of the row, from 0
   */
  public FlowKind kind(int row) {
    return KINDS[(int) rows.get(KIND, row)];
  }

  /**
   * {@return the index of the sleeve whose it is, from 0; -1 if the account's as a whole}
   *
   * @param row index of the row, from 0
   */
  public int sleeve(int row) {
    return (int) rows.get(SLEEVE, row);
  }

  /**
   * {@return the index of the instrument whose position it belongs to; -1 if to none}
   *
   * @param row index of the row, from 0
   */
  public int asset(int row) {
    return (int) rows.get(ASSET, row);
  }

  /**
   * {@return the index of the currency, from 0; 0 is the account's base}
   *
   * @param row index of the row, from 0
   */
  public int currency(int row) {
    return (int) rows.get(CURRENCY, row);
  }

  /**
   * {@return which balance it moved: {@link Entry#CASH}, {@link Entry#ISOLATED}, or, to be paid later, {@link
   * Entry#ACCRUED}}
   *
   * @param row index of the row, from 0
   */
  public Entry balance(int row) {
    return ENTRIES[(int) rows.get(BALANCE, row)];
  }

  /**
   * {@return what came, or, negative, went; units of 1e-8 of the currency}
   *
   * @param row index of the row, from 0
   */
  public long amount(int row) {
    return rows.get(AMOUNT, row);
  }
}
