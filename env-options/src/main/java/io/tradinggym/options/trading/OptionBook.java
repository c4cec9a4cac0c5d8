package io.tradinggym.options.trading;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.lifecycle.AssignmentLaw;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.margin.MarginBook;
import io.tradinggym.options.pricing.OptionType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Cash, shares and the contracts of one strategy, in whole cents and whole contracts of 100 shares. Orders are filled with
 * all their legs or not at all. Allocates nothing after construction.
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
  private final Held[] legs = new Held[StrategyKind.LEGS];
  private int size;
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
    margin = new MarginBook(ExchangeMargin.EQUITY, legs.length);
    for (int i = 0; i < legs.length; i++) {
      legs[i] = new Held();
    }
  }

  void begin() {
    cash = Math.round(CENTS * terms.cash());
    size = 0;
    room = cash;
    shares = 0;
    costs = 0;
    assigned = 0;
    exercised = 0;
  }

  /** Looks at the board again; due whenever the market has moved. */
  void mark() {
    for (int i = 0; i < size; i++) {
      board.quote(legs[i]);
    }
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
    drop();
    charge((long) Math.abs(calls) + Math.abs(puts));
  }

  private void enter(Held leg, int contracts, int ofLegs) {
    if (contracts == 0) {
      return;
    }
    int i = find(leg);
    if (i == size) {
      legs[size++].become(leg, 0);
    }
    trade(legs[i], contracts, ofLegs);
    legs[i].contracts += contracts;
  }

  private int find(Held contract) {
    int i = 0;
    while (i < size && !legs[i].is(contract)) {
      i++;
    }
    return i;
  }

  /** Contracts held of an option. */
  int position(Held contract) {
    int i = find(contract);
    return i < size ? legs[i].contracts : 0;
  }

  /** Trades shares until nothing is won or lost by a small move of the spot, to the nearest share. */
  void hedge() {
    double delta = 0;
    for (int i = 0; i < size; i++) {
      delta += legs[i].contracts * legs[i].delta;
    }
    tradeShares(Math.round(-MULTIPLIER * delta) - shares);
  }

  /** Becomes another book on the same board. */
  void copy(OptionBook other) {
    cash = other.cash;
    shares = other.shares;
    costs = other.costs;
    assigned = other.assigned;
    exercised = other.exercised;
    size = other.size;
    for (int i = 0; i < size; i++) {
      legs[i].become(other.legs[i], other.legs[i].contracts);
    }
  }

  /** Whether everything held can be traded away now. */
  boolean closable() {
    for (int i = 0; i < size; i++) {
      if (legs[i].fill(-legs[i].contracts, terms.fills(), size) == Held.NONE) {
        return false;
      }
    }
    return true;
  }

  /** Trades all contracts away; those without a quote go at their mark, which happens only when the account is closed. */
  void closeOptions() {
    long contracts = 0;
    for (int i = 0; i < size; i++) {
      trade(legs[i], -legs[i].contracts, size);
      contracts += Math.abs(legs[i].contracts);
    }
    size = 0;
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
   * To the close of the next session: assignment in the evening, interest, expiry; and if the exchange's margin is not met then,
   * everything is traded away, which is the answer.
   */
  boolean pass(RandomStream random) {
    int day = board.day();
    evening(random);
    board.advance(random);
    mark();
    carry(board.day() - day);
    settle();
    room = room(false);
    boolean called = room < 0 && (size > 0 || shares != 0);
    if (called) {
      close();
      room = cash;
    }
    return called;
  }

  /** After today's close: contracts sold are assigned where their holders exercise. */
  void evening(RandomStream random) {
    for (int i = size - 1; i >= 0; i--) {
      Held leg = legs[i];
      if (leg.contracts < 0 && leg.worth(board.spotCents()) > 0) {
        int count = (int) law.draw(-leg.contracts, holders.exercise(leg, board), random);
        if (count > 0) {
          deliver(leg, -count);
          assigned += count;
        }
      }
    }
    drop();
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
   * At today's close: what expires is exercised by exception from a cent in the money on. Shares that the account could not
   * have bought are sold at once.
   */
  void settle() {
    boolean delivered = false;
    for (int i = 0; i < size; i++) {
      Held leg = legs[i];
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
    drop();
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

  /** Takes legs without contracts out, in order. */
  private void drop() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (legs[i].contracts != 0) {
        Held leg = legs[i];
        legs[i] = legs[kept];
        legs[kept++] = leg;
      }
    }
    size = kept;
  }

  /** Cents that the account has beyond what the position needs to be opened, or to be kept. */
  double room(boolean toOpen) {
    if (size == 0 && shares == 0) {
      return cash;
    }
    double spot = board.spotCents() / (double) CENTS;
    margin.clear(spot, (double) shares);
    for (int i = 0; i < size; i++) {
      legs[i].enter(margin, board.day());
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
    long sum = cash + shares * board.spotCents();
    for (int i = 0; i < size; i++) {
      sum += (long) legs[i].contracts * MULTIPLIER / 2 * legs[i].twice;
    }
    return sum;
  }

  /** {@link #room(boolean)} to keep what was held at today's close, before anything was traded. */
  double room() {
    return room;
  }

  int size() {
    return size;
  }

  Held leg(int i) {
    return legs[i];
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
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeBoolean(legs[i].type == OptionType.CALL);
      out.writeInt(legs[i].strikeCents);
      out.writeInt(legs[i].expiryDay);
      out.writeInt(legs[i].contracts);
    }
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
    size = in.readInt();
    for (int i = 0; i < size; i++) {
      OptionType type = in.readBoolean() ? OptionType.CALL : OptionType.PUT;
      legs[i].become(type, in.readInt(), in.readInt(), in.readInt());
    }
    mark();
  }
}
