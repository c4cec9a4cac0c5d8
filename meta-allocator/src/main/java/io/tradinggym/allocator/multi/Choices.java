package io.tradinggym.allocator.multi;

import io.tradinggym.api.Frame;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.margin.MarginBook;
import io.tradinggym.options.trading.OptionDesk;
import io.tradinggym.options.trading.StrategyKind;
import io.tradinggym.options.trading.StrategyOrder;

/** What may be chosen on one share with options: keep, close its options, or open one of the menu. */
final class Choices {
  static final int KEEP = 0;
  static final int CLOSE = 1;
  static final int OPEN = 2;

  private final OptionBoard board;
  private final OptionDesk desk;
  private final MultiTask task;
  private final StrategyOrder[] orders;
  private final int[] units;
  private final MarginBook margin = new MarginBook(ExchangeMargin.EQUITY, 4);

  Choices(OptionBoard board, OptionDesk desk, MultiTask task) {
    this.board = board;
    this.desk = desk;
    this.task = task;
    orders = task.menu().stream().map(StrategyOrder::new).toArray(StrategyOrder[]::new);
    units = new int[orders.length];
  }

  /** Draws up what could be opened at today's quotes. */
  void draw(double equityCents) {
    int near = near();
    for (int k = 0; k < orders.length; k++) {
      units[k] = 0;
      if (desk.size() == 0 && near >= 0) {
        boolean covered = task.menu().get(k) == StrategyKind.COVERED_CALL;
        long hundreds = desk.shares() / 100;
        if (covered && hundreds <= 0) {
          continue;
        }
        double commission = 100 * task.account().commission();
        orders[k].draw(board, near, covered, task.account().fills(), commission, margin);
        units[k] =
            covered
                ? orders[k].quoted() ? (int) Math.min(hundreds, 1000) : 0
                : orders[k].units(task.part() * equityCents - 100, 1000);
      }
    }
  }

  private int near() {
    for (int n = 0; n < board.expiries(); n++) {
      if (board.expiryDay(n) - board.day() >= task.days()) {
        return n;
      }
    }
    return -1;
  }

  /** Writes the mask from an index on. */
  void offer(Frame frame, int from) {
    frame.allow(from + KEEP, true);
    frame.allow(from + CLOSE, desk.size() > 0 && desk.closable());
    for (int k = 0; k < units.length; k++) {
      frame.allow(from + OPEN + k, units[k] > 0);
    }
  }

  /** Does what was chosen; what the margin no longer allows does nothing. */
  void act(int choice) {
    if (choice == CLOSE && desk.closable()) {
      desk.closeOptions();
    } else if (choice >= OPEN && units[choice - OPEN] > 0) {
      desk.open(orders[choice - OPEN], units[choice - OPEN]);
    }
  }

  int size() {
    return OPEN + orders.length;
  }
}
