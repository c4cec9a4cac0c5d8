package io.tradinggym.crypto.env;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.market.data.Bars;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.TradingDesk;
import java.util.List;

/** The distance between the venues' prices, what lies on each, and what is under way. */
final class CrossVenueBlock implements ObservationBlock {
  /** Ten basis points. */
  private static final double UNIT = 10e-4;

  private static final double SHOWN = 10;

  private final CrossVenueDesk desk;
  private final Bars bars;

  CrossVenueBlock(CrossVenueDesk desk) {
    this.desk = desk;
    bars = desk.cursor().bars();
  }

  @Override
  public List<ObservationField> fields() {
    return List.of(
        field("distance", "10 basis points", "price on B over that on A, less 1"),
        field("coins[A]", "equity", "coins on A"),
        field("cash[A]", "equity", "cash on A"),
        field("coins[B]", "equity", "coins on B"),
        field("cash[B]", "equity", "cash on B"),
        field("coins_under_way", "equity", "coins under way"),
        field("cash_under_way", "equity", "cash under way"));
  }

  private static ObservationField field(String name, String unit, String meaning) {
    return new ObservationField(name, unit, -SHOWN, SHOWN, meaning);
  }

  @Override
  public void write(Frame frame, int at) {
    int bar = desk.cursor().bar();
    int next = at;
    double worth = Math.max(desk.equity(), TradingDesk.SMALLEST_EQUITY);
    double distance = (double) bars.close(1, bar) / bars.close(0, bar) - 1;
    frame.observe(next++, shown(distance / UNIT));
    for (int venue = 0; venue < CrossVenueDesk.VENUES; venue++) {
      frame.observe(next++, shown(desk.coins(venue) / worth));
      frame.observe(next++, shown(desk.cash(venue) / worth));
    }
    frame.observe(next++, shown(desk.coinsUnderWay() / worth));
    frame.observe(next, shown(desk.cashUnderWay() / worth));
  }

  private static double shown(double value) {
    return Math.clamp(value, -SHOWN, SHOWN);
  }
}
