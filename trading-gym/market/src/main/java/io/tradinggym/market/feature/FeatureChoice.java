package io.tradinggym.market.feature;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.market.data.Range;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The features among the options of an environment, whatever their option is called. */
public final class FeatureChoice {
  private FeatureChoice() {}

  /**
   * {@return the same options with all features that learn fitted on the training range}
   *
   * @param options of an environment, as they were set
   * @param train the training range: nothing else is learned from
   */
  public static Options prepared(Options options, Range.Train train) {
    Options result = options;
    for (Option<?> option : options.values().keySet()) {
      if (option.type() == FeatureSet.class) {
        FeatureSet chosen = (FeatureSet) result.get(option);
        result = set(result, option, chosen.prepare(train));
      }
    }
    return result;
  }

  /**
   * {@return the bars before a range that the features among options look back on; 0 without any}
   *
   * @param options of an environment, as they were set
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
   * @param options of an environment, as they were set
   */
  public static String learning(Options options) {
    return options.values().values().stream()
        .filter(FeatureSet.class::isInstance)
        .map(set -> ((FeatureSet) set).learning())
        .collect(Collectors.joining());
  }

  /**
   * Writes what the features among options learned, by the names of their options.
   *
   * @param options whose features have learned
   * @param out what {@link #load} reads
   * @return whether there was anything
   * @throws IOException if it cannot be written
   */
  public static boolean save(Options options, DataOutput out) throws IOException {
    boolean any = false;
    for (Option<?> option : byName(options)) {
      FeatureSet set = (FeatureSet) options.get(option);
      if (set.learned()) {
        any = true;
        out.writeUTF(option.name());
        set.save(out);
      }
    }
    return any;
  }

  /**
   * {@return the same options with what {@link #save} wrote of features of the same names}
   *
   * @param options of which some features still have to learn
   * @param in where it was written
   * @throws IOException if it cannot be read, or is of other features
   */
  public static Options load(Options options, DataInput in) throws IOException {
    Options result = options;
    for (Option<?> option : byName(options)) {
      FeatureSet set = (FeatureSet) options.get(option);
      if (!set.ready()) {
        String saved = in.readUTF();
        if (!saved.equals(option.name())) {
          throw new IOException(
              "what the option " + saved + " learned was saved here, not of " + option.name());
        }
        result = set(result, option, set.load(in));
      }
    }
    return result;
  }

  private static List<Option<?>> byName(Options options) {
    return options.values().keySet().stream()
        .filter(option -> option.type() == FeatureSet.class)
        .<Option<?>>map(option -> option)
        .sorted(Comparator.comparing(Option::name))
        .toList();
  }

  private static <T> Options set(Options options, Option<T> option, FeatureSet set) {
    return options.set(option, option.type().cast(set));
  }
}
