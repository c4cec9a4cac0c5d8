package io.tradinggym.data.label;

import io.tradinggym.data.series.PriceBars;
import java.util.ArrayList;
import java.util.List;

/** Labels over a fixed number of bars. */
public final class HorizonLabels {
  private HorizonLabels() {}

  /**
   * {@return a label for each bar: 1 if the close after the horizon is above the present one, else 0} The last bars
   * have none.
   *
   * @param bars of one asset
   * @param horizon bars to look ahead, >= 1
   * @throws IllegalArgumentException if it is below 1
   */
  public static List<Label> direction(PriceBars bars, int horizon) {
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon must be >= 1, was " + horizon);
    }
    List<Label> labels = new ArrayList<>();
    for (int bar = 0; bar + horizon < bars.size(); bar++) {
      double after = bars.close(bar + horizon);
      labels.add(
          new Label(
              bar, bar + horizon, after > bars.close(bar) ? 1 : 0, after / bars.close(bar) - 1));
    }
    return labels;
  }
}
