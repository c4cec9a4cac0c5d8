package io.tradinggym.options.trading;

import io.tradinggym.api.Resumable;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.pricing.OptionType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Two sleeves of straddles in one {@link OptionBook}, of a near and a far expiry, and the shares that hedge them. What
 * a sleeve holds is kept here, since both may hold the same contract.
 */
final class Straddles implements Resumable {
  static final int SLEEVES = 2;
  private static final int CALL = 0;
  private static final int PUT = 1;
  private static final int TYPES = 2;
  private static final int[] LEAST_DAYS = {20, 60};

  /** A sleeve is rolled when so few days are left, or the spot has moved so far from its strike. */
  private static final int ROLL_DAYS = 7;

  private static final double ROLL_MOVE = 0.05;

  /** A position that is too large is cut by such parts of it. */
  private static final int PARTS = 64;

  private final OptionBoard board;
  private final OptionBook book;
  private final OptionBook trial;
  private final Held[][] held = new Held[SLEEVES][TYPES];

  /** What the sleeves trade from now on: the same, or what they roll into. */
  private final Held[][] next = new Held[SLEEVES][TYPES];

  Straddles(OptionBoard board, OptionBook book, AccountTerms terms) {
    this.board = board;
    this.book = book;
    trial = new OptionBook(board, terms);
    for (int sleeve = 0; sleeve < SLEEVES; sleeve++) {
      for (int type = 0; type < TYPES; type++) {
        held[sleeve][type] = new Held();
        next[sleeve][type] = new Held();
      }
    }
  }

  void begin() {
    for (int sleeve = 0; sleeve < SLEEVES; sleeve++) {
      choose(sleeve, held[sleeve]);
    }
  }

  /**
   * Brings the sleeves to so many straddles, rolls those that are due, and hedges by shares. More than the account
   * could carry is cut, both in proportion. Without quotes a sleeve stays as it is.
   */
  void hold(int near, int far) {
    for (int sleeve = 0; sleeve < SLEEVES; sleeve++) {
      prepare(sleeve);
    }
    int part = PARTS;
    if (!carries(near, far, part)) {
      int enough = 0;
      while (part - enough > 1) {
        int middle = (enough + part) >>> 1;
        if (carries(near, far, middle)) {
          enough = middle;
        } else {
          part = middle;
        }
      }
      part = enough;
      carries(near, far, part);
    }
    book.copy(trial);
    settle(0, near * part / PARTS);
    settle(1, far * part / PARTS);
  }

  /** Decides what a sleeve trades now. */
  private void prepare(int sleeve) {
    for (int type = 0; type < TYPES; type++) {
      next[sleeve][type].become(held[sleeve][type], 0);
    }
    if ((due(sleeve) || !quoted(held[sleeve], 0)) && closable(sleeve)) {
      choose(sleeve, next[sleeve]);
    }
  }

  private boolean due(int sleeve) {
    Held call = held[sleeve][CALL];
    double move = StrictMath.log(board.spotCents() / (double) call.strikeCents);
    return call.expiryDay - board.day() < ROLL_DAYS || Math.abs(move) > ROLL_MOVE;
  }

  private boolean closable(int sleeve) {
    return quoted(held[sleeve], 0)
        || (held[sleeve][CALL].contracts == 0 && held[sleeve][PUT].contracts == 0);
  }

  private static boolean quoted(Held[] pair, int leastBid) {
    return pair[CALL].bid >= leastBid && pair[PUT].bid >= leastBid;
  }

  /** Trades in the trial book; whether the exchange's margin would be met. */
  private boolean carries(int near, int far, int part) {
    trial.copy(book);
    trade(0, near * part / PARTS);
    trade(1, far * part / PARTS);
    trial.hedge();
    return trial.room(true) >= 0;
  }

  private void trade(int sleeve, int target) {
    Held[] from = held[sleeve];
    Held[] to = next[sleeve];
    if (!closable(sleeve)) {
      return;
    }
    boolean rolls = !to[CALL].is(from[CALL]);
    if (rolls) {
      trial.trade(from[CALL], -from[CALL].contracts, from[PUT], -from[PUT].contracts);
    }
    if (quoted(to, 0)) {
      int calls = rolls ? 0 : from[CALL].contracts;
      int puts = rolls ? 0 : from[PUT].contracts;
      trial.trade(to[CALL], target - calls, to[PUT], target - puts);
    }
  }

  /** Notes what was traded. */
  private void settle(int sleeve, int target) {
    if (!closable(sleeve)) {
      return;
    }
    boolean rolls = !next[sleeve][CALL].is(held[sleeve][CALL]);
    for (int type = 0; type < TYPES; type++) {
      Held to = next[sleeve][type];
      int kept = rolls ? 0 : held[sleeve][type].contracts;
      to.contracts = quoted(next[sleeve], 0) ? target : kept;
    }
    for (int type = 0; type < TYPES; type++) {
      held[sleeve][type].become(next[sleeve][type], next[sleeve][type].contracts);
    }
  }

  /** Looks at board and book again; due when a session has passed. */
  void mark() {
    for (int type = 0; type < TYPES; type++) {
      Held near = held[0][type];
      Held far = held[1][type];
      board.quote(near);
      board.quote(far);
      // What was assigned or has expired is gone.
      if (near.is(far)) {
        near.contracts = book.position(near) - far.contracts;
      } else {
        near.contracts = book.position(near);
        far.contracts = book.position(far);
      }
    }
  }

  /** The first expiry that is far enough, else the last; -1 if there is none. */
  int expiry(int sleeve) {
    for (int n = 0; n < board.expiries(); n++) {
      if (board.expiryDay(n) - board.day() >= LEAST_DAYS[sleeve]) {
        return n;
      }
    }
    return board.expiries() - 1;
  }

  /** The strike nearest to the spot at which call and put are quoted; without one the pair has no quotes. */
  private void choose(int sleeve, Held[] pair) {
    int expiry = expiry(sleeve);
    int strikes = expiry < 0 ? 0 : board.strikes(expiry);
    long spot = board.spotCents();
    long nearest = Long.MAX_VALUE;
    int chosen = (int) spot;
    int day = expiry < 0 ? board.day() : board.expiryDay(expiry);
    for (int i = 0; i < strikes; i++) {
      int strike = board.strikeCents(expiry, i);
      if (Math.abs(strike - spot) < nearest) {
        ask(pair, strike, day);
        if (quoted(pair, 1)) {
          nearest = Math.abs(strike - spot);
          chosen = strike;
        }
      }
    }
    ask(pair, chosen, day);
  }

  private void ask(Held[] pair, int strike, int day) {
    pair[CALL].become(OptionType.CALL, strike, day, 0);
    pair[PUT].become(OptionType.PUT, strike, day, 0);
    board.quote(pair[CALL]);
    board.quote(pair[PUT]);
  }

  /** Straddles held; half of one if only a call or a put is left of it. */
  double count(int sleeve) {
    return 0.5 * (held[sleeve][CALL].contracts + held[sleeve][PUT].contracts);
  }

  /** The call of a sleeve, which has the sleeve's strike and expiry. */
  Quoted call(int sleeve) {
    return held[sleeve][CALL];
  }

  /** Change of equity for one volatility point more everywhere, units of money. */
  double vegaPerPoint() {
    double sum = 0;
    for (Held[] pair : held) {
      for (Held leg : pair) {
        sum += leg.contracts * leg.vega;
      }
    }
    return OptionBook.MULTIPLIER * sum / 100;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (Held[] pair : held) {
      out.writeInt(pair[CALL].strikeCents);
      out.writeInt(pair[CALL].expiryDay);
      out.writeInt(pair[CALL].contracts);
      out.writeInt(pair[PUT].contracts);
    }
  }

  /** After board and book. */
  @Override
  public void restore(DataInput in) throws IOException {
    for (Held[] pair : held) {
      ask(pair, in.readInt(), in.readInt());
      pair[CALL].contracts = in.readInt();
      pair[PUT].contracts = in.readInt();
    }
  }
}
