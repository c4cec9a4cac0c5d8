package io.tradinggym.experiments.config;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.search.Constraint;
import io.tradinggym.experiments.search.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the settings of a configuration are searched: its part {@code search}.
 *
 * <pre>
 * search:
 *   method: asha
 *   trials: 60
 *   space:
 *     algorithm.learningRate: {log: [1e-5, 1e-2]}
 *     algorithm.epochs: {integer: [1, 10]}
 *     algorithm.rolloutSteps: {logInteger: [16, 1024]}
 *     algorithm.name: {choice: [ppo, a2c]}
 *     algorithm.clip: {real: [0.1, 0.3], when: {algorithm.name: ppo}}
 * </pre>
 *
 * @param method how candidates are proposed
 * @param trials candidates, >= 1; of pbt the members
 * @param batch candidates that are proposed together, >= 1: part of the search, and the most that run at once
 * @param objectives what is looked at; all but the first for nsga2 alone
 * @param least steps of the first rung of asha and hyperband, the last has the configuration's; of a generation of pbt
 * @param reduction of candidates from rung to rung, >= 2
 * @param points of a grid for a number whose values are more, >= 2
 * @param winnerSeeds fresh seeds that the winner is trained from and judged by
 * @param warmStart most earlier trials of the ledger that the Parzen estimator is told before its first candidate
 * @param constraints on what is measured; those on settings are part of the space
 * @param space what may be chosen
 */
public record SearchConfig(
    Method method,
    int trials,
    int batch,
    List<Objective> objectives,
    int least,
    int reduction,
    int points,
    int winnerSeeds,
    int warmStart,
    List<Constraint> constraints,
    SearchSpace space) {
  /** How candidates are proposed. */
  public enum Method {
    /** Drawn evenly. */
    RANDOM,
    /** All of a grid, {@code points} for each number, up to so many trials. */
    GRID,
    /** By the tree-structured Parzen estimator. */
    TPE,
    /** For several objectives, by NSGA-II. */
    NSGA2,
    /** By halving on the training budget, candidates of the Parzen estimator. */
    ASHA,
    /** By halvings of random candidates that begin with different budgets. */
    HYPERBAND,
    /** By a population whose worst go on from its best, with settings that change on the way. */
    PBT
  }

  /** What is maximised, measured on the validation range. */
  public enum Objective {
    /** Mean total return where something is traded, else mean sum of rewards. */
    SCORE,
    /** Sharpe ratio of a year. */
    SHARPE,
    /** The deepest drawdown, a fraction &lt;= 0. */
    DRAWDOWN,
    /** Notional traded in a year as a multiple of equity, both ways halved, with a minus. */
    TURNOVER;

    /** As configurations write it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int TRIALS = 50;
  private static final int BATCH = 4;
  private static final int REDUCTION = 3;
  private static final int POINTS = 5;
  private static final int WINNER_SEEDS = 5;
  private static final int FEWEST_MEMBERS = 4;

  /** Settings that a trial does not hear. */
  private static final List<String> UNHEARD =
      List.of(
          "name",
          "seed",
          "seeds",
          "search",
          "walkForward",
          "crossValidation",
          "evaluation.paths",
          "evaluation.ownPaths",
          "evaluation.controls");

  /** Copies both lists. */
  public SearchConfig {
    objectives = List.copyOf(objectives);
    constraints = List.copyOf(constraints);
  }

  /**
   * Reads the part of a configuration's text.
   *
   * @throws UserError naming what is wrong
   */
  public static SearchConfig of(String text, List<String> overrides, String name) {
    return ConfigFile.part(text, overrides, name, "search", SearchConfig::read);
  }

  static SearchConfig read(Keys keys) {
    Method method = choice(keys, "method", Method.TPE);
    List<Objective> objectives =
        keys.texts("objectives", List.of("score")).stream()
            .map(text -> constant(keys, "objectives", Objective.class, text))
            .toList();
    if (objectives.isEmpty() || (objectives.size() > 1 && method != Method.NSGA2)) {
      throw keys.bad("objectives", objectives, "one; several need method: nsga2");
    }
    List<Constraint> constraints = constraints(keys);
    SearchConfig config =
        new SearchConfig(
            method,
            keys.integer("trials", TRIALS, 1, 1_000_000),
            keys.integer("batch", BATCH, 1, 1000),
            objectives,
            keys.integer("least", 0, 0, Integer.MAX_VALUE),
            keys.integer("reduction", REDUCTION, 2, 100),
            keys.integer("points", POINTS, 2, 1000),
            keys.integer("winnerSeeds", WINNER_SEEDS, 1, 1000),
            keys.integer("warmStart", 0, 0, 100_000),
            constraints.stream().filter(SearchConfig::isMeasured).toList(),
            space(keys, constraints.stream().filter(c -> !isMeasured(c)).toList()));
    if ((config.halves() || method == Method.PBT) && config.least < 1) {
      throw keys.bad("least", config.least, "the steps of the first rung, >= 1");
    }
    if (method == Method.PBT && config.trials < FEWEST_MEMBERS) {
      throw keys.bad("trials", config.trials, FEWEST_MEMBERS + " members or more for pbt");
    }
    if (config.warmStart > 0
        && (method != Method.TPE || config.objectives.getFirst() == Objective.TURNOVER)) {
      throw keys.bad(
          "warmStart", config.warmStart, "0, but for method: tpe by score, sharpe or drawdown");
    }
    return config;
  }

  /** Whether candidates are trained for part of the budget first. */
  public boolean halves() {
    return method == Method.ASHA || method == Method.HYPERBAND;
  }

  private static List<Constraint> constraints(Keys keys) {
    try {
      return keys.texts("constraints", List.of()).stream().map(Constraint::of).toList();
    } catch (IllegalArgumentException e) {
      throw keys.bad(e);
    }
  }

  /** Whether it speaks of objectives alone: what it says is known when a trial is over. */
  private static boolean isMeasured(Constraint constraint) {
    return !constraint.names().isEmpty()
        && constraint.names().stream()
            .allMatch(
                name ->
                    Arrays.stream(Objective.values())
                        .anyMatch(objective -> objective.key().equals(name)));
  }

  private static SearchSpace space(Keys keys, List<Constraint> constraints) {
    SearchSpace space = new SearchSpace();
    try {
      for (Map.Entry<String, Keys> entry : keys.named("space").entrySet()) {
        space = with(space, entry.getKey(), entry.getValue());
      }
      for (Constraint constraint : constraints) {
        space = space.where(constraint);
      }
    } catch (IllegalArgumentException e) {
      throw keys.bad(e);
    }
    if (space.size() == 0) {
      throw keys.bad("space", "empty", "settings such as algorithm.gamma: {real: [0.9, 0.999]}");
    }
    return space;
  }

  private static SearchSpace with(SearchSpace space, String name, Keys keys) {
    if (UNHEARD.stream().anyMatch(part -> name.equals(part) || name.startsWith(part + "."))) {
      throw new IllegalArgumentException(
          name + " changes nothing of a trial, which has a seed and paths by the search");
    }
    SearchSpace more;
    if (keys.has("choice")) {
      more = space.choice(name, keys.texts("choice", List.of()).toArray(String[]::new));
    } else if (keys.has("log")) {
      double[] ends = ends(keys, "log");
      more = space.log(name, ends[0], ends[1]);
    } else if (keys.has("integer")) {
      double[] ends = ends(keys, "integer");
      more = space.integer(name, ends[0], ends[1]);
    } else if (keys.has("logInteger")) {
      double[] ends = ends(keys, "logInteger");
      more = space.logInteger(name, ends[0], ends[1]);
    } else if (keys.has("real")) {
      double[] ends = ends(keys, "real");
      more = space.real(name, ends[0], ends[1]);
    } else {
      throw new IllegalArgumentException(
          name + " needs real, log, integer, logInteger: [low, high] or choice: [a, b]");
    }
    Map<String, String> when = keys.free("when");
    if (when.size() > 1) {
      throw new IllegalArgumentException(
          name + " depends on one choice, was " + when + "; that one may depend on another");
    }
    for (Map.Entry<String, String> each : when.entrySet()) {
      more = more.when(each.getKey(), each.getValue());
    }
    return more;
  }

  private static double[] ends(Keys keys, String key) {
    List<String> texts = keys.texts(key, List.of());
    double[] ends = texts.stream().mapToDouble(Keys::decimal).toArray();
    if (ends.length != 2 || Double.isNaN(ends[0]) || Double.isNaN(ends[1])) {
      throw keys.bad(key, texts, "[low, high]");
    }
    return ends;
  }

  private static <E extends Enum<E>> E choice(Keys keys, String key, E byDefault) {
    String text = keys.text(key, byDefault.name());
    return constant(keys, key, byDefault.getDeclaringClass(), text);
  }

  private static <E extends Enum<E>> E constant(Keys keys, String key, Class<E> type, String text) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      String known = List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT);
      throw keys.bad(key, "\"" + text + "\"", "one of " + known);
    }
  }
}
