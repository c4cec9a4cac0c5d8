package io.tradinggym.options.trading;

import io.tradinggym.market.Logarithm;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.trading.SessionTrader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Two sleeves of straddles at one {@link OptionDesk}, of a near and a far expiry, and the shares that hedge them. What
 * a sleeve holds is kept here, since both may hold the same contract.
 */
final class Straddles implements SessionTrader {
  static final int SLEEVES = 2;
  static final List<String> NAMES = List.of("near", "far");
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
  private final OptionDesk desk;
  private final Quoted[][] held = new Quoted[SLEEVES][TYPES];
  private final int[][] count = new int[SLEEVES][TYPES];

  /** Whether what a sleeve rolls out of was traded away, and whether it holds what it wants. */
  private final boolean[] closed = new boolean[SLEEVES];

  private final boolean[] reached = new boolean[SLEEVES];

  /** What the sleeves trade from now on: the same, or what they roll into. */
  private final Quoted[][] next = new Quoted[SLEEVES][TYPES];

  private int wantedNear;
  private int wantedFar;

  Straddles(OptionDesk desk) {
    this.desk = desk;
    board = desk.board();
    for (int sleeve = 0; sleeve < SLEEVES; sleeve++) {
      for (int type = 0; type < TYPES; type++) {
        held[sleeve][type] = new Quoted();
        next[sleeve][type] = new Quoted();
      }
    }
  }

  @Override
  public void begin() {
    desk.venue().begin(board.time());
    desk.contracts().mark();
    wantedNear = 0;
    wantedFar = 0;
    for (int sleeve = 0; sleeve < SLEEVES; sleeve++) {
      choose(sleeve, held[sleeve]);
      count[sleeve][CALL] = 0;
      count[sleeve][PUT] = 0;
    }
  }

  /** Asks for so many straddles to be held of each expiry after the next {@link #trade}, negative if sold. */
  void want(int near, int far) {
    wantedNear = near;
    wantedFar = far;
  }

  @Override
  public void trade() {
    hold(wantedNear, wantedFar);
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

  /** What they are traded at. */
  OptionDesk desk() {
    return desk;
  }

  /**
   * Brings the sleeves to so many straddles, rolls those that are due, and hedges by shares. More than the account
   * could carry is cut, both in proportion. Without quotes a sleeve stays as it is.
   */
  private void hold(int near, int far) {
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
    }
    reach(0, near * part / PARTS, true);
    reach(1, far * part / PARTS, true);
    desk.hedge();
    settle(0, near * part / PARTS);
    settle(1, far * part / PARTS);
  }

  /** Decides what a sleeve trades now. */
  private void prepare(int sleeve) {
    for (int type = 0; type < TYPES; type++) {
      next[sleeve][type].copy(held[sleeve][type]);
    }
    if ((due(sleeve) || !quoted(held[sleeve], 0)) && closable(sleeve)) {
      choose(sleeve, next[sleeve]);
    }
  }

  private boolean due(int sleeve) {
    Quoted call = held[sleeve][CALL];
    double move = Logarithm.of(board.spotCents() / (double) call.strikeCents);
    return call.expiryDay - board.day() < ROLL_DAYS || Math.abs(move) > ROLL_MOVE;
  }

  private boolean closable(int sleeve) {
    return quoted(held[sleeve], 0) || (count[sleeve][CALL] == 0 && count[sleeve][PUT] == 0);
  }

  private static boolean quoted(Quoted[] pair, int leastBid) {
    return pair[CALL].bid >= leastBid && pair[PUT].bid >= leastBid;
  }

  /** Whether the exchange's margin would be met. */
  private boolean carries(int near, int far, int part) {
    desk.suppose();
    reach(0, near * part / PARTS, false);
    reach(1, far * part / PARTS, false);
    return desk.carriesSupposed();
  }

  /** Trades a sleeve, or supposes so. */
  private void reach(int sleeve, int target, boolean trades) {
    Quoted[] from = held[sleeve];
    Quoted[] to = next[sleeve];
    if (!closable(sleeve)) {
      return;
    }
    boolean rolls = !to[CALL].is(from[CALL]);
    closed[sleeve] = !rolls || order(from, -count[sleeve][CALL], -count[sleeve][PUT], trades);
    reached[sleeve] = false;
    if (closed[sleeve] && quoted(to, 0)) {
      int calls = rolls ? 0 : count[sleeve][CALL];
      int puts = rolls ? 0 : count[sleeve][PUT];
      reached[sleeve] = order(to, target - calls, target - puts, trades);
    }
  }

  private boolean order(Quoted[] pair, int calls, int puts, boolean trades) {
    return trades
        ? desk.trade(pair[CALL], calls, pair[PUT], puts)
        : desk.supposeTrade(pair[CALL], calls, pair[PUT], puts);
  }

  /** Notes what was traded. */
  private void settle(int sleeve, int target) {
    if (!closable(sleeve) || !closed[sleeve]) {
      return;
    }
    boolean rolls = !next[sleeve][CALL].is(held[sleeve][CALL]);
    for (int type = 0; type < TYPES; type++) {
      int kept = rolls ? 0 : count[sleeve][type];
      count[sleeve][type] = reached[sleeve] ? target : kept;
    }
    for (int type = 0; type < TYPES; type++) {
      held[sleeve][type].copy(next[sleeve][type]);
    }
  }

  /** Looks at board and positions again. */
  @Override
  public void look() {
    for (int type = 0; type < TYPES; type++) {
      Quoted near = held[0][type];
      Quoted far = held[1][type];
      quote(near);
      quote(far);
      // What was assigned or has expired is gone.
      if (near.is(far)) {
        count[0][type] = desk.contracts().position(near) - count[1][type];
      } else {
        count[0][type] = desk.contracts().position(near);
        count[1][type] = desk.contracts().position(far);
      }
    }
  }

  /** What is held was quoted already. */
  private void quote(Quoted contract) {
    int asset = desk.contracts().find(contract);
    if (asset >= 0) {
      contract.copy(desk.contracts().quote(asset));
    } else {
      board.quote(contract);
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
  private void choose(int sleeve, Quoted[] pair) {
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

  private void ask(Quoted[] pair, int strike, int day) {
    pair[CALL].name(OptionType.CALL, strike, day);
    pair[PUT].name(OptionType.PUT, strike, day);
    board.quote(pair[CALL]);
    board.quote(pair[PUT]);
  }

  /** Straddles held; half of one if only a call or a put is left of it. */
  double count(int sleeve) {
    return 0.5 * (count[sleeve][CALL] + count[sleeve][PUT]);
  }

  /** The call of a sleeve, which has the sleeve's strike and expiry. */
  Quoted call(int sleeve) {
    return held[sleeve][CALL];
  }

  /** Change of equity for one volatility point more everywhere, units of money. */
  double vegaPerPoint() {
    double sum = 0;
    for (int sleeve = 0; sleeve < SLEEVES; sleeve++) {
      for (int type = 0; type < TYPES; type++) {
        sum += count[sleeve][type] * held[sleeve][type].vega;
      }
    }
    return ListedContracts.MULTIPLIER * sum / 100;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    desk.venue().save(out);
    for (int sleeve = 0; sleeve < SLEEVES; sleeve++) {
      out.writeInt(held[sleeve][CALL].strikeCents);
      out.writeInt(held[sleeve][CALL].expiryDay);
      out.writeInt(count[sleeve][CALL]);
      out.writeInt(count[sleeve][PUT]);
    }
  }

  /** After board and account. */
  @Override
  public void restore(DataInput in) throws IOException {
    desk.venue().restore(in);
    desk.contracts().restore();
    for (int sleeve = 0; sleeve < SLEEVES; sleeve++) {
      ask(held[sleeve], in.readInt(), in.readInt());
      count[sleeve][CALL] = in.readInt();
      count[sleeve][PUT] = in.readInt();
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "straddles %.1f and %.1f", count(0), count(1));
  }
}
