package io.tradinggym.trading.trace;

import io.tradinggym.market.exchange.OrderEnd;
import io.tradinggym.market.exchange.OrderResult;
import io.tradinggym.trading.flow.OrderAction;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of an exchange and what became of it, one event a row: requests with their result, and ends of orders.
 */
public final class OrderEvents {
  /** Empty at first. */
  public OrderEvents() {}

  private static final OrderAction[] ACTIONS = OrderAction.values();
  private static final OrderResult[] RESULTS = OrderResult.values();
  private static final OrderEnd[] ENDS = OrderEnd.values();
  private static final int NONE = -1;
  private static final int TIME = 0;
  private static final int ACTION = 1;
  private static final int SLEEVE = 2;
  private static final int ORDER = 3;
  private static final int ASSET = 4;
  private static final int LOTS = 5;
  private static final int LIMIT = 6;
  private static final int STOP = 7;
  private static final int RESULT = 8;
  private static final int END = 9;

  private final Rows rows = new Rows(END + 1);

  Rows rows() {
    return rows;
  }

  @SuppressWarnings("EnumOrdinal") // columns of this run, never stored
  void request(
      long time,
      OrderAction action,
      int sleeve,
      long order,
      int asset,
      long lots,
      long limit,
      long stop,
      OrderResult result) {
    int row = add(time, sleeve, order, asset, lots);
    rows.set(ACTION, row, action.ordinal());
    rows.set(LIMIT, row, limit);
    rows.set(STOP, row, stop);
    rows.set(RESULT, row, result.ordinal());
    rows.set(END, row, NONE);
  }

  @SuppressWarnings("EnumOrdinal")
  void end(long time, int sleeve, long order, OrderEnd reason, long remaining) {
    int row = add(time, sleeve, order, NONE, remaining);
    rows.set(ACTION, row, NONE);
    rows.set(LIMIT, row, 0);
    rows.set(STOP, row, 0);
    rows.set(RESULT, row, NONE);
    rows.set(END, row, reason.ordinal());
  }

  private int add(long time, int sleeve, long order, int asset, long lots) {
    int row = rows.add();
    rows.set(TIME, row, time);
    rows.set(SLEEVE, row, sleeve);
    rows.set(ORDER, row, order);
    rows.set(ASSET, row, asset);
    rows.set(LOTS, row, lots);
    return row;
  }

  private static <E> @Nullable E of(E[] all, long code) {
    return code < 0 ? null : all[(int) code];
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
   * {@return what was asked; null for the end of an order}
   *
   * @param row index of the row, from 0
   */
  public @Nullable OrderAction action(int row) {
    return of(ACTIONS, rows.get(ACTION, row));
  }

  /**
   * {@return the index of the sleeve that asked, from 0; -1 for the netted order of several}
   *
   * @param row index of the row, from 0
   */
  public int sleeve(int row) {
    return (int) rows.get(SLEEVE, row);
  }

  /**
   * {@return the id of the order; 0 for a target}
   *
   * @param row index of the row, from 0
   */
  public long order(int row) {
    return rows.get(ORDER, row);
  }

  /**
   * {@return the index of the instrument; -1 where an order is cancelled or ends}
   *
   * @param row index of the row, from 0
   */
  public int asset(int row) {
    return (int) rows.get(ASSET, row);
  }

  /**
   * {@return the lots wanted, of a target the position, of an end what stays unfilled; negative for a sale}
   *
   * @param row index of the row, from 0
   */
  public long lots(int row) {
    return rows.get(LOTS, row);
  }

  /**
   * {@return the limit, ticks; 0 without one}
   *
   * @param row index of the row, from 0
   */
  public long limit(int row) {
    return rows.get(LIMIT, row);
  }

  /**
   * {@return the stop, ticks; 0 without one}
   *
   * @param row index of the row, from 0
   */
  public long stop(int row) {
    return rows.get(STOP, row);
  }

  /**
   * {@return what became of a request; null for the end of an order}
   *
   * @param row index of the row, from 0
   */
  public @Nullable OrderResult result(int row) {
    return of(RESULTS, rows.get(RESULT, row));
  }

  /**
   * {@return why an order ended; null for a request}
   *
   * @param row index of the row, from 0
   */
  public @Nullable OrderEnd end(int row) {
    return of(ENDS, rows.get(END, row));
  }
}
