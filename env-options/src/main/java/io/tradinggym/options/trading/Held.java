package io.tradinggym.options.trading;

import io.tradinggym.options.margin.MarginBook;
import io.tradinggym.options.pricing.OptionType;

/** Contracts of one option, held or asked about, and what the board says of them. Reused; prices per share in cents. */
final class Held {
  /** Nobody bids, or nobody offers. */
  static final int NONE = -1;

  OptionType type = OptionType.CALL;
  int strikeCents;
  int expiryDay;

  /** Positive bought, negative sold. */
  int contracts;

  int bid;
  int ask;

  /** Twice the mark. */
  long twice;

  /** Of one share's worth: dV/dS, d2V/dS2, dV/dsigma and dV/dt per year. */
  double delta;

  double gamma;
  double vega;
  double theta;
  double volatility;

  void become(OptionType right, int strike, int expiry, int count) {
    type = right;
    strikeCents = strike;
    expiryDay = expiry;
    contracts = count;
    twice = 0;
  }

  void become(Held other, int count) {
    become(other.type, other.strikeCents, other.expiryDay, count);
    bid = other.bid;
    ask = other.ask;
    twice = other.twice;
    delta = other.delta;
    gamma = other.gamma;
    vega = other.vega;
    theta = other.theta;
    volatility = other.volatility;
  }

  /** Price at which an order of so many legs buys (side 1) or sells (side -1) this one; NONE if it cannot. */
  int fill(int side, FillRule convention, int legs) {
    if (bid == NONE || ask == NONE) {
      return NONE;
    }
    int paid = convention.paid(ask - bid, legs);
    return side > 0 ? bid + paid : ask - paid;
  }

  /** Adds these contracts to a calculation of margin. */
  void enter(MarginBook margin, int day) {
    margin.add(
        type,
        strikeCents / 100.0,
        (expiryDay - day) / StrategyMarket.DAYS_PER_YEAR,
        100.0 * contracts,
        twice / 200.0);
  }

  /** What exercise of one share's worth pays at a spot. */
  long worth(long spotCents) {
    return Math.max(0, type.sign() * (spotCents - strikeCents));
  }
}
