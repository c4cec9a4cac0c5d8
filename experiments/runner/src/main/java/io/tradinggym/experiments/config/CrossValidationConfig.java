package io.tradinggym.experiments.config;

import io.tradinggym.experiments.UserError;
import java.util.List;

/**
 * How history is cut for combinatorial purged cross-validation: a configuration's part {@code crossValidation}.
 *
 * @param groups of bars, in 2 .. 20
 * @param tested groups of each split, in 1 .. groups - 1
 * @param purge bars beside a test that are left out, >= 0
 * @param embargo further bars after a test, >= 0
 * @param bars length of the one path that is drawn where the market is simulated
 */
public record CrossValidationConfig(int groups, int tested, int purge, int embargo, int bars) {
  private static final int MOST_GROUPS = 20;
  private static final int MOST_BARS = 10_000_000;

  /**
   * Reads the part of a configuration's text.
   *
   * @throws UserError naming what is wrong
   */
  public static CrossValidationConfig of(String text, List<String> overrides, String name) {
    return ConfigFile.part(text, overrides, name, "crossValidation", CrossValidationConfig::read);
  }

  static CrossValidationConfig read(Keys keys) {
    int groups = keys.integer("groups", 6, 2, MOST_GROUPS);
    return new CrossValidationConfig(
        groups,
        keys.integer("tested", 2, 1, groups - 1),
        keys.integer("purge", 1, 0, MOST_BARS),
        keys.integer("embargo", 0, 0, MOST_BARS),
        keys.integer("bars", 2520, 100, MOST_BARS));
  }
}
