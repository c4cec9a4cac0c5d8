package io.tradinggym.market.feature;

import io.tradinggym.market.data.Range;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The features of an observation, in order; immutable. */
public final class FeatureSet {
  /**
   * Returns over 1, 5 and 20 bars, volatility, volume, RSI, MACD and the position in the Bollinger band: 33 bars of
   * warm-up.
   */
  public static final FeatureSet DEFAULT =
      of(
          Features.logReturn(1),
          Features.logReturn(5),
          Features.logReturn(20),
          Features.ewmaVolatility(0.94),
          Features.volumeRatio(20),
          Features.rsi(14),
          Features.macdHistogram(12, 26, 9),
          Features.bollinger(20));

  private final List<Feature> features;
  private final float[] shift;
  private final float[] factor;

  private FeatureSet(List<Feature> features, float[] shift, float[] factor) {
    this.features = features;
    this.shift = shift;
    this.factor = factor;
  }

  /**
   * Features as they are.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static FeatureSet of(Feature... features) {
    Set<String> names = new HashSet<>();
    for (Feature feature : features) {
      if (!names.add(feature.name())) {
        throw new IllegalArgumentException(
            "feature names must differ, \"" + feature.name() + "\" is there twice");
      }
    }
    float[] ones = new float[features.length];
    Arrays.fill(ones, 1);
    return new FeatureSet(List.of(features), new float[features.length], ones);
  }

  /**
   * Features that are ready and features that first learn from a training range.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static FeatureSet fit(List<? extends FeatureSource> sources, Range.Train train) {
    return of(sources.stream().map(source -> source.prepare(train)).toArray(Feature[]::new));
  }

  /** These features, each as {@code (value - centre) x gain}, on top of the scaling they have. */
  FeatureSet scaled(float[] centre, float[] gain) {
    float[] shifts = new float[shift.length];
    float[] factors = new float[shift.length];
    for (int feature = 0; feature < shift.length; feature++) {
      shifts[feature] = shift[feature] + centre[feature] / factor[feature];
      factors[feature] = factor[feature] * gain[feature];
    }
    return new FeatureSet(features, shifts, factors);
  }

  /** The recipes. */
  public List<Feature> features() {
    return features;
  }

  /** Their names. */
  public List<String> names() {
    return features.stream().map(Feature::name).toList();
  }

  /** Number of features. */
  public int size() {
    return features.size();
  }

  /** Bars that must have gone before all features have a value. */
  public int warmUp() {
    return features.stream().mapToInt(Feature::warmUp).max().orElse(0);
  }

  float scaled(int feature, double value) {
    return ((float) value - shift[feature]) * factor[feature];
  }

  /** The names, in order. */
  @Override
  public String toString() {
    return String.join(", ", names());
  }
}
