package io.tradinggym.options.trading;

import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.margin.MarginBook;

/**
 * The order that would open one unit of a strategy now: its contracts, what it costs and what it needs. Scratch of one
 * lane, drawn up anew at every step at which it could be sent.
 */
final class Ticket {
  private static final int MULTIPLIER = 100;
  private static final int CENTS = 100;

  final StrategyKind kind;
  final Held[] legs;

  /** Whether everything is listed and quoted. */
  boolean quoted;

  /** Cents that a unit costs, shares included; negative if it brings in money. */
  long debit;

  /** Cents of the account that a unit ties up: its margin over what it is worth, and what is paid. */
  double need;

  /** Whether it sells what it does not hold, or borrows. */
  boolean onMargin;

  private final int[] index = new int[StrategyKind.LEGS];

  Ticket(StrategyKind kind) {
    this.kind = kind;
    legs = new Held[kind.legs().size()];
    for (int i = 0; i < legs.length; i++) {
      legs[i] = new Held();
    }
  }

  /**
   * Draws it up.
   *
   * @param near index of the near expiry
   * @param covered whether shares for it are held already
   * @param commission cents a contract
   */
  void draw(
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
    for (Held leg : legs) {
      board.quote(leg);
      int price = leg.fill(leg.contracts, convention, legs.length);
      if (price == Held.NONE || (leg.contracts < 0 && leg.bid == 0)) {
        quoted = false;
        return;
      }
      debit += (long) MULTIPLIER * leg.contracts * price;
      leg.enter(margin, board.day());
    }
    margin.work();
    double required = CENTS * required(margin, spot);
    onMargin = required > 0;
    need = covered ? 0 : required - shares * spot + debit + commission * legs.length;
    quoted = covered || need > 0;
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
      legs[i].become(leg.type(), cents, board.expiryDay(expiry), leg.side());
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
