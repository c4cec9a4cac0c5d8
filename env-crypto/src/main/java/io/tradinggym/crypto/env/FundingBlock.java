package io.tradinggym.crypto.env;

import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.ObservationField;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.trading.InstrumentBlock;
import io.tradinggym.trading.MarketCursor;
import io.tradinggym.trading.Shown;
import io.tradinggym.trading.TradingDesk;
import java.util.List;
import java.util.Optional;

/** Of every perpetual the last funding rate that was settled, and the time to the next stamp. */
final class FundingBlock implements InstrumentBlock {
  private final MarketCursor cursor;
  private final FundingClock clock;
  private final boolean[] perpetual;

  FundingBlock(TradingDesk desk) {
    cursor = desk.cursor();
    clock = desk.event(Funding.class).clock();
    perpetual = new boolean[desk.assets()];
    for (int asset = 0; asset < perpetual.length; asset++) {
      perpetual[asset] = desk.account().instrument(asset) instanceof Perpetual;
    }
  }

  @Override
  public List<ObservationField> fields(int asset) {
    if (!perpetual[asset]) {
      return List.of();
    }
    String symbol = "[" + cursor.market().instruments().get(asset).symbol() + "]";
    return List.of(
        Shown.signed("funding_rate" + symbol, "basis points", "last settled funding rate"),
        Shown.signed("to_funding" + symbol, "interval", "time to the next funding stamp"));
  }

  @Override
  public int write(Frame frame, int at, int asset) {
    if (!perpetual[asset]) {
      return at;
    }
    frame.observe(at, Shown.within(clock.rate(asset)));
    frame.observe(at + 1, Shown.within(clock.left(asset, cursor.time())));
    return at + 2;
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
