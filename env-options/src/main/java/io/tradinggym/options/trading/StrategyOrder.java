package io.tradinggym.options.trading;

import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.margin.MarginBook;

/**
 * The order that would open one unit of a strategy now: its contracts, what it costs and what it needs. Scratch of one
 * lane, drawn up anew at every step at which it could be sent.
 */
public final class StrategyOrder {
  private static final int MULTIPLIER = 100;
  private static final int CENTS = 100;

  final StrategyKind kind;
  final Quoted[] legs;
  private final int[] sides;

  /** Whether everything is listed and quoted. */
  boolean quoted;

  /** Cents that a unit costs, shares included; negative if it brings in money. */
  long debit;

  /** Cents of the account that a unit ties up: its margin over what it is worth, and what is paid. */
  double need;

  /** Cents of the account that a unit costs at once: what is paid beyond the marks, and commissions. */
  double cost;

  /** Whether it sells options, which needs {@link io.tradinggym.market.account.MinimumEquity}. */
  final boolean sells;

  private final int[] index = new int[StrategyKind.LEGS];

  /**
   * An order of a kind, to be drawn up.
   *
   * @param kind strategy whose legs are ordered
   */
  public StrategyOrder(StrategyKind kind) {
    this.kind = kind;
    legs = new Quoted[kind.legs().size()];
    for (int i = 0; i < legs.length; i++) {
      legs[i] = new Quoted();
    }
    sides = kind.legs().stream().mapToInt(StrategyKind.Leg::side).toArray();
    sells = kind.legs().stream().anyMatch(leg -> leg.side() < 0);
  }

  /**
   * Draws the order up at today's quotes.
   *
   * @param board shows the contracts
   * @param near index of the near expiry on the board, from 0
   * @param covered whether shares for it are held already
   * @param convention at which price orders are filled
   * @param commission cents a contract
   * @param margin scratch that works out what the position needs
   */
  public void draw(
      OptionBoard board,
      int near,
      boolean covered,
      FillRule convention,
      double commission,
      MarginBook margin) {
    quoted = choose(board, near);
    if (!quoted) {
      return;
    }
    long spot = board.spotCents();
    long shares = kind.withShares() && !covered ? MULTIPLIER : 0;
    margin.clear(spot / (double) CENTS, kind.withShares() ? MULTIPLIER : 0);
    debit = shares * spot;
    double marks = 0;
    for (int i = 0; i < legs.length; i++) {
      Quoted leg = legs[i];
      board.quote(leg);
      if (leg.bid < 0 || leg.ask < 0 || (side(i) < 0 && leg.bid == 0)) {
        quoted = false;
        return;
      }
      debit += (long) MULTIPLIER * side(i) * convention.price(side(i), leg, legs.length);
      marks += MULTIPLIER * side(i) * 0.5 * leg.markHalfCents;
      margin.add(
          leg.type,
          leg.strikeCents / 100.0,
          (leg.expiryDay - board.day()) / OptionMarket.DAYS_PER_YEAR,
          100.0 * side(i),
          leg.markHalfCents / 200.0);
    }
    margin.work();
    double required = CENTS * required(margin, spot);
    cost = debit - shares * spot - marks + commission * legs.length;
    need = covered ? 0 : required - shares * spot + debit + commission * legs.length;
    quoted = covered || need > 0;
  }

  /** {@return whether everything was listed and quoted when it was drawn up} */
  public boolean quoted() {
    return quoted;
  }

  /**
   * {@return how many units so much equity can carry, 0 to {@code most}}
   *
   * @param cents equity beside what other positions need of it, cents
   * @param most units, >= 0
   */
  public int units(double cents, int most) {
    return quoted ? (int) Math.clamp(Math.floor(cents / need), 0, most) : 0;
  }

  /** Contracts of a leg in one unit, negative if sold. */
  int side(int leg) {
    return sides[leg];
  }

  /** Units of money: half of the shares, the strike of a put that cash secures, the options' margin. */
  private double required(MarginBook margin, long spot) {
    return switch (kind) {
      case CASH_SECURED_PUT -> MULTIPLIER * legs[0].strikeCents / (double) CENTS;
      case COVERED_CALL -> 0.5 * MULTIPLIER * spot / CENTS;
      default -> margin.margin();
    };
  }

  /** Finds the contracts; whether all are listed. */
  private boolean choose(OptionBoard board, int near) {
    double years = (board.expiryDay(near) - board.day()) / OptionMarket.DAYS_PER_YEAR;
    double move = board.volatility(near) * Math.sqrt(years);
    for (int i = 0; i < legs.length; i++) {
      StrategyKind.Leg leg = kind.legs().get(i);
      int expiry = leg.far() ? near + 1 : near;
      if (expiry >= board.expiries()) {
        return false;
      }
      int strike = nearest(board, expiry, board.spotCents() * (1 + leg.deviations() * move));
      for (int j = 0; j < i; j++) {
        double apart = leg.deviations() - kind.legs().get(j).deviations();
        strike = apart > 0 ? Math.max(strike, index[j] + 1) : strike;
        strike = apart < 0 ? Math.min(strike, index[j] - 1) : strike;
      }
      if (strike < 0 || strike >= board.strikes(expiry)) {
        return false;
      }
      index[i] = strike;
      int cents = leg.far() ? legs[0].strikeCents : board.strikeCents(expiry, strike);
      legs[i].name(leg.type(), cents, board.expiryDay(expiry));
    }
    return true;
  }

  /** Index of the strike nearest to a price in cents; the lower one if it lies between. */
  private static int nearest(OptionBoard board, int expiry, double cents) {
    int low = 0;
    int high = board.strikes(expiry) - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (board.strikeCents(expiry, middle) <= cents) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double below = cents - board.strikeCents(expiry, low);
    return board.strikeCents(expiry, high) - cents < below ? high : low;
  }
}
