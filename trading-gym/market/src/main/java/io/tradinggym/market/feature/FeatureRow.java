package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;
import java.util.Arrays;

/**
 * Features of all assets, computed bar by bar as bars arrive. An asset's row is 0 until it has traded for as long as
 * its features need, and no value leaves [-{@value #LIMIT}, {@value #LIMIT}]. Scratch of one lane, reused across bars.
 */
public final class FeatureRow {
  /** Largest size of a value. */
  public static final float LIMIT = 10;

  private final FeatureSet set;
  private final Feature.State[][] states;
  private final int[] warmUp;
  private final int[] age;

  /**
   * Features of so many assets.
   *
   * @param set the features
   * @param assets number of assets, &gt;= 1
   */
  public FeatureRow(FeatureSet set, int assets) {
    this.set = set;
    warmUp = set.features().stream().mapToInt(Feature::warmUp).toArray();
    age = new int[assets];
    states = new Feature.State[assets][];
    for (int asset = 0; asset < assets; asset++) {
      states[asset] = set.features().stream().map(Feature::create).toArray(Feature.State[]::new);
    }
    reset();
  }

  /** {@return the numbers that {@link #next} writes: assets x features} */
  public int size() {
    return states.length * warmUp.length;
  }

  /** Forgets all bars. */
  public void reset() {
    Arrays.fill(age, -1);
    for (Feature.State[] row : states) {
      for (Feature.State state : row) {
        state.reset();
      }
    }
  }

  /**
   * Takes in the present bar and writes the features of asset 0, then of asset 1, and so on.
   *
   * @param view what is known at this time
   * @param out where it is written
   * @param offset index of the first float written
   * @throws IllegalStateException if a feature is not a number after its warm-up
   */
  public void next(AsOf view, float[] out, int offset) {
    int at = offset;
    for (int asset = 0; asset < states.length; asset++) {
      if (age[asset] < 0 && !view.traded(asset, 0)) {
        Arrays.fill(out, at, at + warmUp.length, 0);
        at += warmUp.length;
        continue;
      }
      int bars = ++age[asset];
      Feature.State[] row = states[asset];
      for (int feature = 0; feature < row.length; feature++) {
        double value = row[feature].next(view, asset);
        out[at++] = bars < warmUp[feature] ? 0 : checked(value, feature, asset, view);
      }
    }
  }

  private float checked(double value, int feature, int asset, AsOf view) {
    float scaled = set.scaled(feature, value);
    if (Math.abs(scaled) <= LIMIT) {
      return scaled;
    }
    if (Double.isNaN(value)) {
      throw new IllegalStateException(
          "feature "
              + set.names().get(feature)
              + " of asset "
              + asset
              + " is NaN at bar "
              + (view.known() - 1)
              + "; a feature must be a number once warmed up");
    }
    return scaled > 0 ? LIMIT : -LIMIT;
  }
}
