package io.tradinggym.allocator.multi;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.market.Money;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.SessionDesk;
import io.tradinggym.trading.Shown;
import java.util.ArrayList;
import java.util.List;

/** Shares and the perpetual: how each moved, and what is held of it. */
final class AssetsBlock implements ObservationBlock {
  private final SessionDesk<MultiTrader> lane;
  private final MultiBook book;

  AssetsBlock(SessionDesk<MultiTrader> lane) {
    this.lane = lane;
    book = lane.trader().book();
  }

  @Override
  public List<ObservationField> fields() {
    List<ObservationField> fields = new ArrayList<>();
    for (int asset = 0; asset <= book.perpetual(); asset++) {
      String symbol = "[" + book.account().instrument(asset).symbol() + "]";
      fields.add(Shown.signed("return" + symbol, "deviations", "last session's log return"));
      fields.add(Shown.signed("weight" + symbol, "equity", "position, negative when short"));
    }
    return fields;
  }

  @Override
  public void write(Frame frame, int at) {
    double worth = Math.max(lane.worth(), Money.UNITS);
    MultiTape tape = book.tape();
    int next = at;
    for (int asset = 0; asset <= book.perpetual(); asset++) {
      frame.observe(next++, Shown.within(tape.lastReturn(asset) / tape.deviation(asset)));
      frame.observe(next++, Shown.within(book.account().exposure(asset) / worth));
    }
  }
}
