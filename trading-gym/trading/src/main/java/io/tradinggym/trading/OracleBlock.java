package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.ObservationField;
import io.tradinggym.market.data.Bars;
import java.util.List;
import java.util.Optional;

/**
 * The future, for positive controls only: every instrument's return from the next open to the one after it, percent. A
 * learner must profit from it.
 */
public final class OracleBlock implements ObservationBlock {
  private final MarketCursor cursor;
  private final Bars bars;

  /**
   * Along a lane's way through the market.
   *
   * @param cursor the lane's way through the market, whose bars are looked at ahead
   */
  public OracleBlock(MarketCursor cursor) {
    this.cursor = cursor;
    bars = cursor.bars();
  }

  @Override
  public List<ObservationField> fields() {
    return cursor.market().instruments().stream()
        .map(
            one ->
                Shown.signed(
                    "oracle[" + one.symbol() + "]", "%", "TEST ONLY: return of the next bar"))
        .toList();
  }

  @Override
  public void write(Frame frame, int at) {
    for (int asset = 0; asset < bars.assets(); asset++) {
      frame.observe(at + asset, nextReturn(asset, cursor.bar()));
    }
  }

  private double nextReturn(int asset, int bar) {
    int last = bars.length() - 1;
    if (bar >= last) {
      return 0;
    }
    double end = bar + 1 < last ? bars.open(asset, bar + 2) : bars.close(asset, bar + 1);
    return Shown.within(100 * (end / bars.open(asset, bar + 1) - 1));
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
