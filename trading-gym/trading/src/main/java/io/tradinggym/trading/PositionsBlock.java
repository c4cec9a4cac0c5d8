package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.ObservationField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is held, instrument by instrument: position and unrealised profit as shares of equity, whether it traded in the
 * last bar, and after these what an {@link InstrumentBlock} knows of it.
 */
public final class PositionsBlock implements ObservationBlock {
  private static final int OWN = 3;

  private final TradingDesk desk;
  private final InstrumentBlock more;

  /**
   * Positions alone.
   *
   * @param desk the desk whose positions are shown
   */
  public PositionsBlock(TradingDesk desk) {
    this(desk, InstrumentBlock.NONE);
  }

  /**
   * Positions, each followed by what else is known of its instrument.
   *
   * @param desk the desk whose positions are shown
   * @param more what else is known of an instrument
   */
  public PositionsBlock(TradingDesk desk, InstrumentBlock more) {
    this.desk = desk;
    this.more = more;
  }

  @Override
  public List<ObservationField> fields() {
    List<ObservationField> fields = new ArrayList<>();
    for (int asset = 0; asset < desk.assets(); asset++) {
      String symbol = "[" + desk.account().instrument(asset).symbol() + "]";
      fields.add(
          Shown.signed("weight" + symbol, "equity", "position at its mark, negative when short"));
      fields.add(Shown.signed("unrealised" + symbol, "equity", "unrealised profit"));
      fields.add(Shown.signed("traded" + symbol, "0 or 1", "whether it traded in the last bar"));
      fields.addAll(more.fields(asset));
    }
    return fields;
  }

  @Override
  public void write(Frame frame, int at) {
    double equity = desk.divisor();
    int next = at;
    for (int asset = 0; asset < desk.assets(); asset++) {
      frame.observe(next, Shown.within(desk.weight(asset)));
      frame.observe(next + 1, Shown.within(desk.unrealised(asset) / equity));
      frame.observe(next + 2, desk.tradable(asset) ? 1 : 0);
      next = more.write(frame, next + OWN, asset);
    }
  }

  /** That of what else is known of an instrument. */
  @Override
  public Optional<LaneState> laneState() {
    return more.laneState();
  }
}
