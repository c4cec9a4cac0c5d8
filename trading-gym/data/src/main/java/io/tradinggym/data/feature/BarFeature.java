package io.tradinggym.data.feature;

import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Sources;
import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.feature.Feature;
import io.tradinggym.market.feature.FeatureSource;
import io.tradinggym.market.feature.Standardised;
import java.util.List;

/**
 * A named feature as a feature of environments, in its own unit. It has no value where a source that it looks at was
 * not known yet.
 */
public final class BarFeature implements Feature {
  private final NamedFeature feature;
  private final Sources sources;
  private final int warmUp;

  private BarFeature(NamedFeature feature, Sources sources) {
    this.feature = feature;
    this.sources = sources;
    warmUp = feature.build(new Graph(sources, 0)).first();
  }

  /**
   * {@return a feature that looks at nothing but the asset's own bars, and at sources if it needs them}
   *
   * @param feature what is computed, with its arguments
   * @param sources the series that the feature looks at, by name; may hold others
   */
  public static BarFeature of(NamedFeature feature, Sources sources) {
    return new BarFeature(feature, sources);
  }

  /**
   * {@return what an environment observes, from text: each feature standardised by the training range that the set is
   * fitted on}
   *
   * @param text names of features with commas between, as {@link Catalog#parse} reads them
   * @param sources the series that features look at, by name; may hold others
   * @throws IllegalArgumentException if the text cannot be read or a source is missing
   */
  public static List<FeatureSource> observed(String text, Sources sources) {
    return Catalog.standard().parse(text).stream()
        .<FeatureSource>map(feature -> new Standardised(of(feature, sources)))
        .toList();
  }

  @Override
  public String name() {
    return feature.name();
  }

  /** Bars of the asset that must have gone before, all sources known. */
  @Override
  public int warmUp() {
    return warmUp;
  }

  @Override
  public State create() {
    return new Live(new FeatureColumns(List.of(feature), sources));
  }

  /** Takes in one bar at a time; allocates only where an episode is longer than those before. */
  private static final class Live implements State {
    private final PriceBars bars = new PriceBars();
    private final FeatureColumns columns;

    Live(FeatureColumns columns) {
      this.columns = columns;
    }

    @Override
    public void reset() {
      bars.clear();
      columns.clear();
    }

    @Override
    public double next(AsOf view, int asset) {
      bars.append(
          view.closeTime(),
          view.open(asset, 0),
          view.high(asset, 0),
          view.low(asset, 0),
          view.close(asset, 0),
          view.volume(asset, 0));
      columns.advance(bars);
      return columns.value(0, bars.size() - 1);
    }
  }
}
