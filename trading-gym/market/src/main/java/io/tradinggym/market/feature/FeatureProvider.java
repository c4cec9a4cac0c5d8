package io.tradinggym.market.feature;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JAR's features by name, found through {@link java.util.ServiceLoader}; {@link FeatureSet#parse} asks it. */
public interface FeatureProvider {
  /** {@return what there is, for lists: {@code experiments/run list features}} */
  List<FeatureEntry> entries();

  /**
   * What a name stands for: one feature, or several for the name of a group.
   *
   * @param call as it is written
   * @param files of values beside the bars, by the names that {@code source(NAME,FILE)} gave them
   * @return empty if the name is none of this provider's
   * @throws IllegalArgumentException naming what is wrong with an argument or a file
   */
  Optional<List<FeatureSource>> features(FeatureCall call, Map<String, Path> files);
}
