package io.tradinggym.crypto.env;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.market.data.Bars;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.Shown;
import io.tradinggym.trading.TradingDesk;
import java.util.List;

/** The distance between the venues' prices, what lies on each, and what is under way. */
final class CrossVenueBlock implements ObservationBlock {
  /** Ten basis points. */
  private static final double UNIT = 10e-4;

  private final CrossVenueDesk desk;
  private final Bars bars;

  CrossVenueBlock(CrossVenueDesk desk) {
    this.desk = desk;
    bars = desk.cursor().bars();
  }

  @Override
  public List<ObservationField> fields() {
    return List.of(
        Shown.signed("distance", "10 basis points", "price on B over that on A, less 1"),
        Shown.signed("coins[A]", "equity", "coins on A"),
        Shown.signed("cash[A]", "equity", "cash on A"),
        Shown.signed("coins[B]", "equity", "coins on B"),
        Shown.signed("cash[B]", "equity", "cash on B"),
        Shown.signed("coins_under_way", "equity", "coins under way"),
        Shown.signed("cash_under_way", "equity", "cash under way"));
  }

  @Override
  public void write(Frame frame, int at) {
    int bar = desk.cursor().bar();
    int next = at;
    double worth = Math.max(desk.equity(), TradingDesk.SMALLEST_EQUITY);
    double distance = (double) bars.close(1, bar) / bars.close(0, bar) - 1;
    frame.observe(next++, Shown.within(distance / UNIT));
    for (int venue = 0; venue < CrossVenueDesk.VENUES; venue++) {
      frame.observe(next++, Shown.within(desk.coins(venue) / worth));
      frame.observe(next++, Shown.within(desk.cash(venue) / worth));
    }
    frame.observe(next++, Shown.within(desk.coinsUnderWay() / worth));
    frame.observe(next, Shown.within(desk.cashUnderWay() / worth));
  }
}
