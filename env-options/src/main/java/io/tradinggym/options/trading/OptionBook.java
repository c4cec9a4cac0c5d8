package io.tradinggym.options.trading;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.lifecycle.AssignmentLaw;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.margin.MarginBook;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Cash, shares and the contracts of one strategy, in whole cents and whole contracts of 100 shares. Orders are filled
 * with all their legs or not at all. Allocates nothing after construction.
 */
final class OptionBook implements Resumable {
  static final int MULTIPLIER = 100;
  private static final int CENTS = 100;
  private static final double STOCK_INITIAL = 0.5;
  private static final double SHORT_STOCK_INITIAL = 1.5;

  /** Brokers charge an order at least so much, if they charge anything. */
  private static final long LEAST_COMMISSION = 100;

  private final OptionBoard board;
  private final AccountTerms terms;
  private final Holders holders = new Holders();
  private final AssignmentLaw law;
  private final MarginBook margin;
  private final Legs legs;
  private long cash;
  private long shares;
  private long costs;
  private long assigned;
  private long exercised;
  private double room;

  OptionBook(OptionBoard board, AccountTerms terms) {
    this.board = board;
    this.terms = terms;
    law = new AssignmentLaw(1, terms.stray());
    margin = new MarginBook(ExchangeMargin.EQUITY, StrategyKind.LEGS);
    legs = new Legs(board);
  }

  void begin() {
    cash = Math.round(CENTS * terms.cash());
    legs.clear();
    room = cash;
    shares = 0;
    costs = 0;
    assigned = 0;
    exercised = 0;
  }

  /** Looks at the board again; due whenever the market has moved. */
  void mark() {
    legs.mark();
  }

  /** Opens so many units of a ticket; no contracts may be held. */
  void open(Ticket ticket, int units) {
    if (ticket.kind.withShares() && shares == 0) {
      tradeShares((long) units * MULTIPLIER);
    }
    for (Held leg : ticket.legs) {
      enter(leg, units * leg.contracts, ticket.legs.length);
    }
    charge((long) units * ticket.legs.length);
  }

  /** One order that buys (sells, if negative) calls and puts, both quoted. */
  void trade(Held call, int calls, Held put, int puts) {
    enter(call, calls, 2);
    enter(put, puts, 2);
    legs.drop();
    charge((long) Math.abs(calls) + Math.abs(puts));
  }

  private void enter(Held option, int contracts, int ofLegs) {
    if (contracts != 0) {
      Held leg = legs.of(option);
      trade(leg, contracts, ofLegs);
      leg.contracts += contracts;
    }
  }

  /** Contracts held of an option. */
  int position(Held option) {
    return legs.position(option);
  }

  /** Trades shares until nothing is won or lost by a small move of the spot, to the nearest share. */
  void hedge() {
    tradeShares(Math.round(-legs.delta()) - shares);
  }

  /** Becomes another book on the same board. */
  void copy(OptionBook other) {
    cash = other.cash;
    shares = other.shares;
    costs = other.costs;
    assigned = other.assigned;
    exercised = other.exercised;
    legs.copy(other.legs);
  }

  /** Whether everything held can be traded away now. */
  boolean closable() {
    for (int i = 0; i < legs.size(); i++) {
      if (legs.get(i).fill(-legs.get(i).contracts, terms.fills(), legs.size()) == Held.NONE) {
        return false;
      }
    }
    return true;
  }

  /**
   * Trades all contracts away; those without a quote go at their mark, which happens only when the account is closed.
   */
  void closeOptions() {
    long contracts = 0;
    for (int i = 0; i < legs.size(); i++) {
      trade(legs.get(i), -legs.get(i).contracts, legs.size());
      contracts += Math.abs(legs.get(i).contracts);
    }
    legs.clear();
    charge(contracts);
  }

  void close() {
    closeOptions();
    tradeShares(-shares);
  }

  private void trade(Held leg, int contracts, int ofLegs) {
    int price = leg.fill(contracts, terms.fills(), ofLegs);
    if (price == Held.NONE) {
      cash -= (long) contracts * MULTIPLIER / 2 * leg.twice;
      return;
    }
    cash -= (long) contracts * MULTIPLIER * price;
    costs += (long) contracts * MULTIPLIER / 2 * (2L * price - leg.twice);
  }

  private void tradeShares(long count) {
    long notional = Math.abs(count) * board.spotCents();
    long paid = (long) Math.ceil(terms.stockCost() * notional);
    cash -= count * board.spotCents() + paid;
    costs += paid;
    shares += count;
  }

  private void charge(long contracts) {
    if (contracts > 0 && terms.commission() > 0) {
      long fee = (long) Math.ceil(CENTS * terms.commission() * contracts - 1e-9);
      fee = Math.max(fee, LEAST_COMMISSION);
      cash -= fee;
      costs += fee;
    }
  }

  /**
   * To the close of the next session: assignment in the evening, interest, expiry; and if the exchange's margin is not
   * met then, everything is traded away, which is the answer.
   */
  boolean pass(RandomStream random) {
    int day = board.day();
    evening(random);
    board.advance(random);
    mark();
    carry(board.day() - day);
    settle();
    room = room(false);
    boolean called = room < 0 && (legs.size() > 0 || shares != 0);
    if (called) {
      close();
      room = cash;
    }
    return called;
  }

  /** After today's close: contracts sold are assigned where their holders exercise. */
  void evening(RandomStream random) {
    for (int i = legs.size() - 1; i >= 0; i--) {
      Held leg = legs.get(i);
      if (leg.contracts < 0 && leg.worth(board.spotCents()) > 0) {
        int count = (int) law.draw(-leg.contracts, holders.exercise(leg, board), random);
        if (count > 0) {
          deliver(leg, -count);
          assigned += count;
        }
      }
    }
    legs.drop();
  }

  /** Interest and dividends since the day before, rounded down. */
  void carry(int days) {
    double years = days / OptionMarket.DAYS_PER_YEAR;
    if (board.rate() > 0) {
      cash += (long) Math.floor(cash * StrictMath.expm1(board.rate() * years));
    }
    if (board.dividendYield() > 0 && shares != 0) {
      double value = (double) shares * board.spotCents();
      cash += (long) Math.floor(value * StrictMath.expm1(board.dividendYield() * years));
    }
  }

  /**
   * At today's close: what expires is exercised by exception from a cent in the money on. Shares that the account could
   * not have bought are sold at once.
   */
  void settle() {
    boolean delivered = false;
    for (int i = 0; i < legs.size(); i++) {
      Held leg = legs.get(i);
      if (leg.expiryDay <= board.day()) {
        if (leg.worth(board.spotCents()) > 0) {
          exercised += Math.max(leg.contracts, 0);
          assigned += Math.max(-leg.contracts, 0);
          deliver(leg, leg.contracts);
          delivered = true;
        }
        leg.contracts = 0;
      }
    }
    legs.drop();
    if (delivered && shares != 0 && room(true) < 0) {
      tradeShares(-shares);
    }
  }

  /** Exercises contracts held (or, negative, is assigned those sold): the shares change hands at the strike. */
  private void deliver(Held leg, int contracts) {
    long bought = (long) leg.type.sign() * contracts * MULTIPLIER;
    shares += bought;
    cash -= bought * leg.strikeCents;
    leg.contracts -= contracts;
  }

  /** Cents that the account has beyond what the position needs to be opened, or to be kept. */
  double room(boolean toOpen) {
    if (legs.size() == 0 && shares == 0) {
      return cash;
    }
    double spot = board.spotCents() / (double) CENTS;
    margin.clear(spot, (double) shares);
    for (int i = 0; i < legs.size(); i++) {
      legs.get(i).enter(margin, board.day());
    }
    margin.work();
    double stock =
        toOpen
            ? Math.abs(shares) * spot * (shares > 0 ? STOCK_INITIAL : SHORT_STOCK_INITIAL)
            : margin.shareMaintenance();
    double credit = cash + (double) Math.max(shares, 0) * board.spotCents();
    return credit - CENTS * (stock + margin.margin() + margin.notCounted());
  }

  /** Cash, shares at the close, and options at their marks, in cents. */
  long equity() {
    return cash + shares * board.spotCents() + legs.worth();
  }

  /** {@link #room(boolean)} to keep what was held at today's close, before anything was traded. */
  double room() {
    return room;
  }

  int size() {
    return legs.size();
  }

  Held leg(int i) {
    return legs.get(i);
  }

  long shares() {
    return shares;
  }

  /** Paid so far for trading away from the marks, commissions included, in cents. */
  long costs() {
    return costs;
  }

  /** Contracts assigned so far. */
  long assigned() {
    return assigned;
  }

  /** Contracts exercised so far. */
  long exercised() {
    return exercised;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(cash);
    out.writeLong(shares);
    out.writeLong(costs);
    out.writeLong(assigned);
    out.writeLong(exercised);
    out.writeDouble(room);
    legs.save(out);
  }

  /** After the board, which quotes what is held. */
  @Override
  public void restore(DataInput in) throws IOException {
    cash = in.readLong();
    shares = in.readLong();
    costs = in.readLong();
    assigned = in.readLong();
    exercised = in.readLong();
    room = in.readDouble();
    legs.restore(in);
  }
}
