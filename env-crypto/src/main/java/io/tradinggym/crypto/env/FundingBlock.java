package io.tradinggym.crypto.env;

import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.ObservationField;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.trading.InstrumentBlock;
import io.tradinggym.trading.MarketCursor;
import io.tradinggym.trading.TradingDesk;
import java.util.List;
import java.util.Optional;

/** Of every perpetual the last funding rate that was settled, and the time to the next stamp. */
final class FundingBlock implements InstrumentBlock {
  private static final double SHOWN = 10;

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
        new ObservationField(
            "funding_rate" + symbol, "basis points", -SHOWN, SHOWN, "last settled funding rate"),
        new ObservationField(
            "to_funding" + symbol, "interval", -SHOWN, SHOWN, "time to the next funding stamp"));
  }

  @Override
  public int write(Frame frame, int at, int asset) {
    if (!perpetual[asset]) {
      return at;
    }
    frame.observe(at, Math.clamp(clock.rate(asset), -SHOWN, SHOWN));
    frame.observe(at + 1, Math.clamp(clock.left(asset, cursor.time()), -SHOWN, SHOWN));
    return at + 2;
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
