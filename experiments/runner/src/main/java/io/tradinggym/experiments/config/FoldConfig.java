package io.tradinggym.experiments.config;

import io.tradinggym.experiments.UserError;
import java.util.List;
import java.util.Locale;

/**
 * How a walk through history is cut: a configuration's part {@code walkForward}.
 *
 * <pre>
 * walkForward: {folds: 8, mode: rolling, window: 1260, purge: 5, validation: 0.2, retrain: warm}
 * </pre>
 *
 * @param folds tests that follow each other, >= 1
 * @param mode which of the past is learned from
 * @param first bars before the first test; 0 for as many as a test has
 * @param window bars that a rolling training has; 0 for {@code first}
 * @param purge bars between training and test, >= 0
 * @param validation share of each training, its end, by which the policy is chosen, in [0, 0.5]
 * @param warm whether a fold goes on from the agent of the one before; else it starts fresh
 * @param bars length of the one path that is drawn where the market is simulated
 */
public record FoldConfig(
    int folds,
    Mode mode,
    int first,
    int window,
    int purge,
    double validation,
    boolean warm,
    int bars) {
  /** Which of the past is learned from. */
  public enum Mode {
    /** All of it. */
    EXPANDING,
    /** The same as expanding: the training is anchored at the first bar. */
    ANCHORED,
    /** The latest of it, always as much. */
    ROLLING
  }

  private static final int MOST_BARS = 10_000_000;

  /**
   * Reads the part of a configuration's text.
   *
   * @throws UserError naming what is wrong
   */
  public static FoldConfig of(String text, List<String> overrides, String name) {
    return ConfigFile.part(text, overrides, name, "walkForward", FoldConfig::read);
  }

  static FoldConfig read(Keys keys) {
    String mode = keys.text("mode", "expanding");
    String retrain = keys.text("retrain", "fresh");
    double validation = keys.number("validation", 0.2);
    if (!(validation >= 0 && validation <= 0.5)) {
      throw keys.bad("validation", validation, "in [0, 0.5]");
    }
    if (!retrain.equals("fresh") && !retrain.equals("warm")) {
      throw keys.bad("retrain", "\"" + retrain + "\"", "fresh or warm");
    }
    Mode chosen;
    try {
      chosen = Mode.valueOf(mode.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw keys.bad("mode", "\"" + mode + "\"", "expanding, anchored or rolling");
    }
    return new FoldConfig(
        keys.integer("folds", 5, 1, 1000),
        chosen,
        keys.integer("first", 0, 0, MOST_BARS),
        keys.integer("window", 0, 0, MOST_BARS),
        keys.integer("purge", 1, 0, MOST_BARS),
        validation,
        retrain.equals("warm"),
        keys.integer("bars", 2520, 100, MOST_BARS));
  }
}
