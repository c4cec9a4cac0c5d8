package io.tradinggym.data.feature;

import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Sources;
import java.util.List;

/**
 * Features of one asset, all bars at once or bar by bar with the same bits. What features share is computed once.
 * Scratch of one thread, reused.
 */
public final class FeatureColumns {
  private final List<NamedFeature> features;
  private final Graph graph;
  private final Column[] columns;

  /**
   * Features that look at nothing but the asset's own bars.
   *
   * @param features in the order of their columns
   * @throws IllegalArgumentException if one needs a source
   */
  public FeatureColumns(List<NamedFeature> features) {
    this(features, Sources.NONE);
  }

  /**
   * Features and what they may look at beside the bars.
   *
   * @param features in the order of their columns
   * @param sources the series that features look at, by name; may hold others
   * @throws IllegalArgumentException if a source is missing or an argument is wrong
   */
  public FeatureColumns(List<NamedFeature> features, Sources sources) {
    this.features = List.copyOf(features);
    graph = new Graph(sources);
    columns = features.stream().map(feature -> feature.build(graph)).toArray(Column[]::new);
  }

  /** {@return the features, in the order of their columns} */
  public List<NamedFeature> features() {
    return features;
  }

  /** {@return the full names of the features, in the order of their columns} */
  public List<String> names() {
    return features.stream().map(NamedFeature::name).toList();
  }

  /**
   * Computes all features at all bars. Allocates nothing if there were as many bars before.
   *
   * @param bars of one asset; what was computed before is forgotten
   */
  public void compute(PriceBars bars) {
    graph.clear();
    graph.advance(bars);
  }

  /**
   * Computes the bars that were appended since the last call.
   *
   * @param bars those of before and more
   * @throws IllegalArgumentException if they are fewer than before
   */
  public void advance(PriceBars bars) {
    if (bars.size() < graph.size()) {
      throw new IllegalArgumentException(
          "bars must be those of before and more, but " + graph.size() + " became " + bars.size());
    }
    graph.advance(bars);
  }

  Graph graph() {
    return graph;
  }

  /** Forgets all bars; keeps the memory. */
  public void clear() {
    graph.clear();
  }

  /** {@return the number of bars that are computed} */
  public int bars() {
    return graph.size();
  }

  /**
   * {@return a feature at a bar, known at the bar's close; NaN before its first}
   *
   * @param feature index of the feature, from 0
   * @param bar index of the bar, from 0
   */
  public double value(int feature, int bar) {
    java.util.Objects.checkIndex(bar, graph.size());
    return columns[feature].values()[bar];
  }

  /**
   * {@return the index, from 0, of the first bar at which a feature has a value: after its warm-up, and once all that
   * it looks at was known; beyond all bars if it never has}
   *
   * @param feature index of the feature, from 0
   */
  public int first(int feature) {
    return columns[feature].first();
  }

  /**
   * {@return the index of a feature, from 0, by its full name}
   *
   * @param name with all arguments, such as {@code macd(12,26,9)}
   * @throws IllegalArgumentException naming those there are, if there is none
   */
  public int index(String name) {
    int at = names().indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("no feature \"" + name + "\"; there are " + names());
    }
    return at;
  }
}
