package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.ObservationField;
import io.tradinggym.market.feature.FeatureRow;
import io.tradinggym.market.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A window of bars of features of every instrument, the oldest bar first. */
public final class FeaturesBlock implements ObservationBlock {
  private final MarketCursor cursor;

  /**
   * The features up to where a cursor stands.
   *
   * @param cursor the lane's way through the market
   */
  public FeaturesBlock(MarketCursor cursor) {
    this.cursor = cursor;
  }

  @Override
  public List<ObservationField> fields() {
    List<ObservationField> fields = new ArrayList<>();
    List<Instrument> instruments = cursor.market().instruments();
    for (int ago = cursor.window() - 1; ago >= 0; ago--) {
      String when = ago == 0 ? "" : ", -" + ago;
      for (Instrument instrument : instruments) {
        for (String feature : cursor.features().set().names()) {
          fields.add(
              new ObservationField(
                  feature + "[" + instrument.symbol() + when + "]",
                  "1",
                  -FeatureRow.LIMIT,
                  FeatureRow.LIMIT,
                  "feature " + feature + (ago == 0 ? "" : ", " + ago + " bars ago")));
        }
      }
    }
    return fields;
  }

  @Override
  public void write(Frame frame, int at) {
    int window = cursor.window();
    cursor.features().observe(frame, at, cursor.bar() - window + 1, window);
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
