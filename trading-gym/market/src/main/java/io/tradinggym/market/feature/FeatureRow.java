package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Features of all assets, computed bar by bar as bars arrive. An asset's row is 0 until it has traded for as long as
 * its features need, and no value leaves [-{@value #LIMIT}, {@value #LIMIT}]. Scratch of one lane, reused across bars.
 */
public final class FeatureRow {
  /** Largest size of a value. */
  public static final float LIMIT = 10;

  private final FeatureSet set;
  private final Feature.@Nullable State[][] states;
  private final int[] warmUp;
  private final int[] age;

  /**
   * Features of so many assets.
   *
   * @param set all of which have learned
   * @param assets number of assets, &gt;= 1
   */
  public FeatureRow(FeatureSet set, int assets) {
    this(set, assets, state -> true);
  }

  private FeatureRow(FeatureSet set, int assets, Predicate<Feature.State> here) {
    this.set = set;
    warmUp = set.features().stream().mapToInt(Feature::warmUp).toArray();
    age = new int[assets];
    states = new Feature.State[assets][];
    for (int asset = 0; asset < assets; asset++) {
      states[asset] =
          set.features().stream()
              .map(Feature::create)
              .map(state -> here.test(state) ? state : null)
              .toArray(Feature.State[]::new);
    }
    reset();
  }

  /** The rest of the features of a table: the columns of those that are computed by path are left alone. */
  static FeatureRow besidePaths(FeatureSet set, int assets) {
    return new FeatureRow(set, assets, state -> !(state instanceof PathState));
  }

  /** {@return the numbers that {@link #next} writes: assets x features} */
  public int size() {
    return states.length * warmUp.length;
  }

  /** Forgets all bars. */
  public void reset() {
    Arrays.fill(age, -1);
    for (Feature.@Nullable State[] row : states) {
      for (Feature.@Nullable State state : row) {
        if (state != null) {
          state.reset();
        }
      }
    }
  }

  /**
   * Takes in the present bar and writes the features of asset 0, then of asset 1, and so on.
   *
   * @param view ends at the present bar, the one after that of the call before
   * @param out receives {@link #size} floats
   * @param offset index of the first float written
   * @throws IllegalStateException if a feature is not a number after its warm-up
   */
  public void next(AsOf view, float[] out, int offset) {
    int at = offset;
    for (int asset = 0; asset < states.length; asset++) {
      boolean began = age[asset] >= 0 || view.traded(asset, 0);
      int bars = began ? ++age[asset] : -1;
      Feature.@Nullable State[] row = states[asset];
      for (int feature = 0; feature < row.length; feature++, at++) {
        Feature.State state = row[feature];
        if (state != null) {
          double value = began ? state.next(view, asset) : 0;
          out[at] = bars < warmUp[feature] ? 0 : checked(value, feature, asset, view);
        }
      }
    }
  }

  private float checked(double value, int feature, int asset, AsOf view) {
    float scaled = set.scaled(feature, value);
    if (Float.isNaN(scaled)) {
      throw noNumber(set, feature, asset, view.known() - 1);
    }
    return scaled;
  }

  static IllegalStateException noNumber(FeatureSet set, int feature, int asset, int bar) {
    return new IllegalStateException(
        "feature "
            + set.names().get(feature)
            + " of asset "
            + asset
            + " is NaN at bar "
            + bar
            + "; a feature must be a number once warmed up");
  }
}
