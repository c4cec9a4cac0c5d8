package io.tradinggym.market.feature;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.market.data.Range;
import java.util.stream.Collectors;

/** The features among the options of an environment, whatever their option is called. */
public final class FeatureChoice {
  private FeatureChoice() {}

  /**
   * {@return the same options with all features that learn fitted on the training range}
   *
   * @param options options; what is not set has its default
   * @param train the training range: nothing else is learned from
   */
  public static Options prepared(Options options, Range.Train train) {
    Options result = options;
    for (Option<?> option : options.values().keySet()) {
      if (option.type() == FeatureSet.class) {
        result = set(result, option, train);
      }
    }
    return result;
  }

  /**
   * {@return the bars before a range that the features among options look back on; 0 without any}
   *
   * @param options options; what is not set has its default
   */
  public static int history(Options options) {
    return options.values().values().stream()
        .filter(FeatureSet.class::isInstance)
        .mapToInt(set -> ((FeatureSet) set).warmUp())
        .max()
        .orElse(0);
  }

  /**
   * {@return names of features among options that still have to learn; empty if there are none}
   *
   * @param options options; what is not set has its default
   */
  public static String learning(Options options) {
    return options.values().values().stream()
        .filter(FeatureSet.class::isInstance)
        .map(set -> ((FeatureSet) set).learning())
        .collect(Collectors.joining());
  }

  private static <T> Options set(Options options, Option<T> option, Range.Train train) {
    FeatureSet chosen = (FeatureSet) options.get(option);
    return options.set(option, option.type().cast(chosen.prepare(train)));
  }
}
