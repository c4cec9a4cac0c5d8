package io.tradinggym.trading;

import io.tradinggym.api.EndReason;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.MarginModel;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.exchange.VenueRules;
import java.util.List;

/**
 * What trading costs and what venue and broker allow, for one desk.
 *
 * @param cash starting cash in the currency of the first instrument, > 0 and at most 1e9
 * @param margin how much equity positions need
 * @param costs fees and slippage, by instrument
 * @param participation largest part of a bar's volume that one order fills, basis points; 0 = no limit
 * @param venue which orders are accepted
 * @param band target weights closer than this to what is held are left alone, >= 0; negative = all are traded. Going
 *     flat always trades
 * @param ends why episodes end; where several reasons hold, the first of them is told
 */
public record DeskRules(
    double cash,
    MarginModel margin,
    List<Costs> costs,
    int participation,
    VenueRules venue,
    double band,
    List<EndReason> ends) {
  /** Every target is traded. */
  public static final double NO_BAND = -1;

  /** Checks the cash, copies the lists. */
  public DeskRules {
    if (!(cash > 0 && cash <= 1e9)) {
      throw new IllegalArgumentException("option cash must be > 0 and at most 1e9, was " + cash);
    }
    costs = List.copyOf(costs);
    ends = List.copyOf(ends);
  }

  /** Starting cash, money units. */
  long capital() {
    return Money.ofRounded(cash);
  }
}
