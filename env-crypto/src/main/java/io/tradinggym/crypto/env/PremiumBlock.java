package io.tradinggym.crypto.env;

import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.ObservationField;
import io.tradinggym.market.data.Bars;
import io.tradinggym.trading.MarketCursor;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.Shown;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Of every pair of spot and perpetual the perpetual's price over that of its spot. */
final class PremiumBlock implements ObservationBlock {
  /** Ten basis points. */
  private static final double UNIT = 10e-4;

  private final MarketCursor cursor;
  private final Bars bars;

  PremiumBlock(MarketCursor cursor) {
    this.cursor = cursor;
    bars = cursor.bars();
  }

  @Override
  public List<ObservationField> fields() {
    return IntStream.range(0, bars.assets() / 2)
        .mapToObj(
            pair ->
                Shown.signed(
                    "premium[" + cursor.market().instruments().get(2 * pair + 1).symbol() + "]",
                    "10 basis points",
                    "perpetual over spot"))
        .toList();
  }

  @Override
  public void write(Frame frame, int at) {
    int bar = cursor.bar();
    for (int spot = 0; spot < bars.assets(); spot += 2) {
      double price = bars.close(spot, bar);
      double premium = price == 0 ? 0 : (bars.close(spot + 1, bar) / price - 1) / UNIT;
      frame.observe(at + spot / 2, Shown.within(premium));
    }
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
