package io.tradinggym.options.trading;

import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.margin.MarginBook;
import io.tradinggym.options.pricing.OptionType;

/** Contracts of one option, held or asked about. Reused. */
final class Held extends Quoted {
  /** Positive bought, negative sold. */
  int contracts;

  void become(OptionType right, int strike, int expiry, int count) {
    name(right, strike, expiry);
    contracts = count;
  }

  void become(Quoted other, int count) {
    copy(other);
    contracts = count;
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
        (expiryDay - day) / OptionMarket.DAYS_PER_YEAR,
        100.0 * contracts,
        twice / 200.0);
  }
}
