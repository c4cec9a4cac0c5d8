package io.tradinggym.market.exchange;

import java.util.ArrayList;
import java.util.List;

/** What an exchange tells, a line each. */
final class Heard implements ExecutionListener {
  final List<String> events = new ArrayList<>();
  private final boolean filledToo;

  /**
   * Nothing was heard yet.
   *
   * @param filledToo whether the end of an order that was filled is a line, too
   */
  Heard(boolean filledToo) {
    this.filledToo = filledToo;
  }

  @Override
  public void filled(Fill fill) {
    events.add(fill.order() + ": " + fill.lots() + " of " + fill.asset() + " at " + fill.ticks());
  }

  @Override
  public void ended(long order, OrderEnd reason, long remaining) {
    if (filledToo || reason != OrderEnd.FILLED) {
      events.add(order + ": " + reason + " " + remaining);
    }
  }
}
