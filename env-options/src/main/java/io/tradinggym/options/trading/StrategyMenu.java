package io.tradinggym.options.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.market.account.MinimumEquity;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.margin.MarginBook;
import io.tradinggym.trading.SessionTrader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The menu of actions: what may be done now, and doing it. Action 0 holds, 1 closes everything, 2 rolls, and 3 + kind x
 * sizes + size opens. Orders that could open something are drawn up when the mask is written and filled at the same
 * quotes.
 */
final class StrategyMenu implements SessionTrader {
  private static final int OPEN = OptionStrategies.OPEN;
  private static final int MULTIPLIER = ListedContracts.MULTIPLIER;
  private static final int CENTS = 100;

  private final OptionBoard board;
  private final OptionDesk desk;
  private final StrategyTask task;
  private final AccountTerms terms;
  private final MarginBook margin;
  private final StrategyOrder[] orders;
  private final double[] sizes;
  private final boolean[] offered;
  private boolean closable;
  private int wanted;
  private int kind = -1;
  private int units;
  private int rollUnits;
  private double equity;
  private long opening;

  StrategyMenu(OptionDesk desk, StrategyTask task) {
    this.desk = desk;
    board = desk.board();
    this.task = task;
    terms = task.account();
    margin = new MarginBook(ExchangeMargin.EQUITY, StrategyKind.LEGS);
    orders = StrategyKind.ALL.stream().map(StrategyOrder::new).toArray(StrategyOrder[]::new);
    offered = new boolean[orders.length];
    sizes = task.sizes().stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public void begin() {
    desk.venue().begin(board.time());
    desk.contracts().mark();
    wanted = OptionStrategies.HOLD;
    kind = -1;
    units = 0;
    opening = desk.equity();
  }

  /** Asks for an action at the next {@link #trade}; what the mask forbids does nothing. */
  void want(int action) {
    wanted = action;
  }

  @Override
  public void trade() {
    if (wanted >= OPEN && desk.size() == 0) {
      opening = desk.equity();
    }
    act(wanted);
  }

  @Override
  public void mark() {
    desk.contracts().mark();
  }

  @Override
  public boolean holdsAny() {
    return desk.holds();
  }

  @Override
  public void liquidate() {
    desk.liquidate();
  }

  /** Draws up what could be done. */
  @Override
  public void look() {
    equity = cents();
    boolean holding = desk.size() > 0;
    int near = near();
    closable = desk.closable();
    rollUnits = 0;
    if (closable && near >= 0 && intact()) {
      draw(kind, near);
      rollUnits = Math.min(units, affordable(kind, 1));
    }
    for (int k = 0; k < orders.length; k++) {
      offered[k] = !holding && near >= 0 && (desk.shares() == 0 || covers(k));
      if (offered[k]) {
        draw(k, near);
      }
    }
  }

  /** Writes the mask. */
  void offer(Frame frame) {
    frame.allow(OptionStrategies.HOLD, true);
    frame.allow(OptionStrategies.CLOSE, closable && desk.holds());
    frame.allow(OptionStrategies.ROLL, rollUnits > 0);
    for (int k = 0; k < orders.length; k++) {
      for (int s = 0; s < sizes.length; s++) {
        int action = OPEN + k * sizes.length + s;
        frame.allow(action, offered[k] && affordable(k, sizes[s]) > 0);
      }
    }
  }

  private void act(int action) {
    switch (action) {
      case OptionStrategies.HOLD -> {}
      case OptionStrategies.CLOSE -> {
        if (closable) {
          desk.close();
          kind = -1;
        }
      }
      case OptionStrategies.ROLL -> {
        if (rollUnits > 0) {
          desk.closeOptions();
          equity = cents();
          // Closing has cost something: no more than what is left can carry.
          fill(kind, Math.min(rollUnits, affordable(kind, 1)));
        }
      }
      default -> {
        int k = (action - OPEN) / sizes.length;
        int count = offered[k] ? affordable(k, sizes[(action - OPEN) % sizes.length]) : 0;
        if (count > 0) {
          fill(k, count);
        }
      }
    }
  }

  private void fill(int k, int count) {
    if (count > 0 && desk.open(orders[k], count)) {
      kind = k;
      units = count;
    }
  }

  private void draw(int k, int near) {
    double commission = CENTS * terms.commission();
    orders[k].draw(board, near, covers(k), terms.fills(), commission, margin);
  }

  /** Whether the account holds shares that this kind can be written on. */
  private boolean covers(int k) {
    return orders[k].kind.withShares() && desk.shares() >= MULTIPLIER;
  }

  /** Units of a ticket that a part of the equity can carry. */
  private int affordable(int k, double part) {
    StrategyOrder order = orders[k];
    if (!order.quoted) {
      return 0;
    }
    if (covers(k)) {
      return (int) Math.min(desk.shares() / MULTIPLIER, task.limit());
    }
    double least = terms.commission() > 0 ? CENTS : 0;
    int most = (int) Math.clamp(Math.floor((part * equity - least) / order.need), 0, task.limit());
    if (order.sells) {
      // What opening costs must leave the equity that selling options needs.
      double spare = equity - least - MinimumEquity.AMOUNT / (double) ListedContracts.CENT;
      return spare < most * Math.max(order.cost, 0)
          ? (int) Math.max(0, Math.floor(spare / order.cost))
          : most;
    }
    return most;
  }

  private double cents() {
    return desk.equity() / (double) ListedContracts.CENT;
  }

  /** The first expiry that is far enough away, else the last; -1 if there is none. */
  private int near() {
    for (int n = 0; n < board.expiries(); n++) {
      if (board.expiryDay(n) - board.day() >= task.days()) {
        return n;
      }
    }
    return board.expiries() - 1;
  }

  /** Whether all that was opened is still there, and nothing else. */
  private boolean intact() {
    if (kind < 0 || desk.size() != orders[kind].kind.legs().size()) {
      return false;
    }
    long shares = orders[kind].kind.withShares() ? (long) units * MULTIPLIER : 0;
    for (int i = 0; i < desk.size(); i++) {
      if (desk.contracts(i) != (long) units * orders[kind].side(i)) {
        return false;
      }
    }
    return desk.shares() == shares;
  }

  /** What it trades at. */
  OptionDesk desk() {
    return desk;
  }

  /** Equity when the position was opened, money units. */
  long opening() {
    return opening;
  }

  /** What was opened last and is not closed; -1 if nothing is held. */
  int kind() {
    return desk.holds() ? kind : -1;
  }

  /** Units of it. */
  int units() {
    return kind() < 0 ? 0 : units;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    desk.venue().save(out);
    out.writeInt(kind);
    out.writeInt(units);
    out.writeLong(opening);
  }

  /** After board and account. */
  @Override
  public void restore(DataInput in) throws IOException {
    desk.venue().restore(in);
    desk.contracts().restore();
    kind = in.readInt();
    units = in.readInt();
    opening = in.readLong();
  }

  @Override
  public String toString() {
    int held = kind();
    return (held < 0 ? "flat" : units() + " " + StrategyKind.ALL.get(held))
        + ", "
        + desk.shares()
        + " shares";
  }
}
