package io.tradinggym.options.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.Resumable;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.margin.MarginBook;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What may be done now, and doing it: action 0 holds, 1 closes everything, 2 rolls, and 3 + kind x sizes + size opens.
 * Tickets of what could be opened are drawn up when the mask is written and filled at the same quotes.
 */
final class Dealer implements Resumable {
  private static final int OPEN = OptionStrategies.OPEN;
  private static final int MULTIPLIER = OptionBook.MULTIPLIER;
  private static final int CENTS = 100;

  /** Rules demand so much of whoever sells options or borrows, in cents. */
  private static final long LEAST_EQUITY = 200_000;

  private final OptionBoard board;
  private final OptionBook book;
  private final StrategyTask task;
  private final AccountTerms terms;
  private final MarginBook margin;
  private final Ticket[] tickets;
  private final double[] sizes;
  private final boolean[] offered;
  private boolean closable;
  private int kind = -1;
  private int units;
  private int rollUnits;

  Dealer(OptionBoard board, OptionBook book, StrategyTask task) {
    this.board = board;
    this.book = book;
    this.task = task;
    terms = task.account();
    margin = new MarginBook(ExchangeMargin.EQUITY, StrategyKind.LEGS);
    tickets = StrategyKind.ALL.stream().map(Ticket::new).toArray(Ticket[]::new);
    offered = new boolean[tickets.length];
    sizes = task.sizes().stream().mapToDouble(Double::doubleValue).toArray();
  }

  void begin() {
    kind = -1;
    units = 0;
  }

  /** Draws up what could be done; due whenever market or book have changed. */
  void draw() {
    boolean holding = book.size() > 0;
    int near = near();
    closable = book.closable();
    rollUnits = 0;
    if (closable && near >= 0 && intact()) {
      draw(kind, near);
      rollUnits = Math.min(units, affordable(kind, 1));
    }
    for (int k = 0; k < tickets.length; k++) {
      offered[k] = !holding && near >= 0 && (book.shares() == 0 || covers(k));
      if (offered[k]) {
        draw(k, near);
      }
    }
  }

  /** Writes the mask. */
  void offer(Frame frame) {
    frame.allow(OptionStrategies.HOLD, true);
    boolean something = book.size() > 0 || book.shares() != 0;
    frame.allow(OptionStrategies.CLOSE, closable && something);
    frame.allow(OptionStrategies.ROLL, rollUnits > 0);
    for (int k = 0; k < tickets.length; k++) {
      for (int s = 0; s < sizes.length; s++) {
        int action = OPEN + k * sizes.length + s;
        frame.allow(action, offered[k] && affordable(k, sizes[s]) > 0);
      }
    }
  }

  /** Does what the action says; what the mask forbids does nothing. */
  void act(int action) {
    switch (action) {
      case OptionStrategies.HOLD -> {}
      case OptionStrategies.CLOSE -> {
        if (closable) {
          book.close();
          kind = -1;
        }
      }
      case OptionStrategies.ROLL -> {
        if (rollUnits > 0) {
          book.closeOptions();
          fill(kind, rollUnits);
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
    book.open(tickets[k], count);
    kind = k;
    units = count;
  }

  private void draw(int k, int near) {
    double commission = CENTS * terms.commission();
    tickets[k].draw(board, near, covers(k), terms.fills(), commission, margin);
  }

  /** Whether the account holds shares that this kind can be written on. */
  private boolean covers(int k) {
    return tickets[k].kind.withShares() && book.shares() >= MULTIPLIER;
  }

  /** Units of a ticket that a part of the equity can carry. */
  private int affordable(int k, double part) {
    Ticket ticket = tickets[k];
    if (!ticket.quoted) {
      return 0;
    }
    if (covers(k)) {
      return (int) Math.min(book.shares() / MULTIPLIER, task.limit());
    }
    long equity = book.equity();
    if (ticket.onMargin && equity < LEAST_EQUITY) {
      return 0;
    }
    double free = part * equity - (terms.commission() > 0 ? CENTS : 0);
    return (int) Math.clamp(Math.floor(free / ticket.need), 0, task.limit());
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
    if (kind < 0 || book.size() != tickets[kind].kind.legs().size()) {
      return false;
    }
    long shares = tickets[kind].kind.withShares() ? (long) units * MULTIPLIER : 0;
    for (int i = 0; i < book.size(); i++) {
      if (book.leg(i).contracts != units * tickets[kind].kind.legs().get(i).side()) {
        return false;
      }
    }
    return book.shares() == shares;
  }

  /** What was opened last and is not closed; -1 if nothing is held. */
  int kind() {
    return book.size() > 0 || book.shares() != 0 ? kind : -1;
  }

  /** Units of it. */
  int units() {
    return kind() < 0 ? 0 : units;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(kind);
    out.writeInt(units);
  }

  /** After board and book. */
  @Override
  public void restore(DataInput in) throws IOException {
    kind = in.readInt();
    units = in.readInt();
    draw();
  }
}
