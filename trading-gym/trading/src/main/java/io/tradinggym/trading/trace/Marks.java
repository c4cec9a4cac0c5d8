package io.tradinggym.trading.trace;

import io.tradinggym.market.account.Account;

/** How an account stood, one moment a row: net worth, cash, and every position with its mark. */
public final class Marks {
  private static final int TIME = 0;
  private static final int EQUITY = 1;
  private static final int CASH = 2;
  private static final int POSITIONS = 3;

  private final Rows rows;

  Marks(int assets) {
    rows = new Rows(POSITIONS + 2 * assets);
  }

  Rows rows() {
    return rows;
  }

  void add(long time, Account account) {
    int row = rows.add();
    rows.set(TIME, row, time);
    rows.set(EQUITY, row, account.equity());
    rows.set(CASH, row, account.cash());
    for (int asset = 0; asset < account.assets(); asset++) {
      rows.set(POSITIONS + 2 * asset, row, account.lots(asset));
      rows.set(POSITIONS + 2 * asset + 1, row, account.mark(asset));
    }
  }

  /** {@return the number of rows} */
  public int size() {
    return rows.size();
  }

  /**
   * {@return when it was valued, epoch milliseconds UTC}
   *
   * @param row index of the row, from 0
   */
  public long time(int row) {
    return rows.get(TIME, row);
  }

  /**
   * {@return the net worth, money units of the base currency}
   *
   * @param row index of the row, from 0
   */
  public long equity(int row) {
    return rows.get(EQUITY, row);
  }

  /**
   * {@return the cash of the base currency, money units}
   *
   * @param row index of the row, from 0
   */
  public long cash(int row) {
    return rows.get(CASH, row);
  }

  /**
   * {@return the lots held of an instrument; negative is short}
   *
   * @param row index of the row, from 0
   * @param asset index of the asset, from 0
   */
  public long lots(int row, int asset) {
    return rows.get(POSITIONS + 2 * asset, row);
  }

  /**
   * {@return the instrument's mark, ticks}
   *
   * @param row index of the row, from 0
   * @param asset index of the asset, from 0
   */
  public long ticks(int row, int asset) {
    return rows.get(POSITIONS + 2 * asset + 1, row);
  }
}
