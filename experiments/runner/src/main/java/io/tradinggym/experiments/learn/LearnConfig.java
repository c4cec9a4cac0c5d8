package io.tradinggym.experiments.learn;

import io.tradinggym.experiments.config.AlgorithmConfig;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.EnvironmentConfig;
import io.tradinggym.experiments.config.HistoryConfig;
import io.tradinggym.experiments.config.Keys;
import io.tradinggym.experiments.models.ModelStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code learn} is told.
 *
 * @param name of the run, letters, digits and dashes
 * @param seed of everything random
 * @param role of the models
 * @param history files that are walked through; null for a made one
 * @param made laws and how many bars of each, such as {@code trend 1500, reverting 1500}; empty for files
 * @param environment in which the agent learns and lives; its option market is set by the walk
 * @param algorithm how it learns
 * @param schedule when
 * @param monitor what is watched
 * @param gate how a challenger is judged
 */
public record LearnConfig(
    String name,
    long seed,
    String role,
    @Nullable HistoryConfig history,
    String made,
    EnvironmentConfig environment,
    AlgorithmConfig algorithm,
    Schedule schedule,
    Monitoring monitor,
    Judging gate) {
  /** Bars of history before any decision: features look back on them. */
  public static final int LOOK_BACK = 64;

  /**
   * When and on what is trained.
   *
   * @param first bars before the first training; the walk lives from there on
   * @param every bars from one regular training to the next
   * @param memory most bars that a training looks back on
   * @param holdout newest bars of them that no training sees: the gate judges there
   * @param episode bars of an episode, in training and at the gate
   * @param block mean length of the pieces of history that training and gate redraw, bars
   * @param warmSteps share of the algorithm's steps that a warm start gets, in (0, 1]
   * @param entropy of a warm start, where the algorithm has that setting; raised so that it can turn
   * @param recall so many former champions, and as many of the newest who never were, challenge again
   * @param expires bars after which a champion that was not confirmed holds cash; 0 = never
   */
  public record Schedule(
      int first,
      int every,
      int memory,
      int holdout,
      int episode,
      int block,
      double warmSteps,
      double entropy,
      int recall,
      int expires) {}

  /**
   * What is watched.
   *
   * @param window bars of a window of the tests of two samples
   * @param alpha chance of ever raising a false alarm by those tests, in (0, 1)
   * @param columns of the observation that are watched beside action and reward
   */
  public record Monitoring(int window, double alpha, int columns) {}

  /**
   * How a challenger is judged.
   *
   * @param paths redrawn histories, the same for both
   * @param alpha chance of a false promotion, in (0, 1): the challenger must win on all but this part of the paths
   * @param drawdown by how much its mean largest loss may exceed its rival's, share of equity, in [0, 1]
   * @param demote chance of a false rollback by the live test, in (0, 1)
   */
  public record Judging(int paths, double alpha, double drawdown, double demote) {}

  /**
   * Reads a file.
   *
   * @throws io.tradinggym.experiments.UserError naming file, path, value and what would be right
   */
  public static LearnConfig read(Path file, List<String> overrides) {
    return of(ConfigFile.keys(file, overrides));
  }

  /** Reads what {@link #read} wrote into a manifest. */
  static LearnConfig parse(String text, String source) {
    return of(ConfigFile.keys(text, source));
  }

  private static LearnConfig of(Keys keys) {
    String name = keys.text("name", "learn");
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")) {
      throw keys.bad("name", "\"" + name + "\"", "1 to 64 letters, digits and dashes");
    }
    String role = keys.text("role", "agent");
    if (!ModelStore.isRole(role)) {
      throw keys.bad("role", "\"" + role + "\"", "1 to 64 letters, digits and dashes");
    }
    Keys schedule = keys.child("schedule");
    Keys monitor = keys.child("monitor");
    Keys gate = keys.child("gate");
    boolean files = keys.has("history");
    String made = keys.text("made", "");
    if (files == !made.isEmpty()) {
      throw keys.bad(
          "history",
          "given " + (files ? "with made" : "not"),
          "given, or made: \"trend 1500, reverting 1500\"");
    }
    LearnConfig config =
        new LearnConfig(
            name,
            keys.whole("seed", 7, 0, Long.MAX_VALUE),
            role,
            files ? history(keys.child("history")) : null,
            made,
            EnvironmentConfig.read(keys.child("environment")),
            AlgorithmConfig.read(keys.child("algorithm")),
            new Schedule(
                schedule.integer("first", 1008, 100, 1_000_000),
                schedule.integer("every", 252, 10, 1_000_000),
                schedule.integer("memory", 1008, 100, 1_000_000),
                schedule.integer("holdout", 252, 30, 1_000_000),
                schedule.integer("episode", 252, 10, 100_000),
                schedule.integer("block", 63, 1, 10_000),
                schedule.number("warmSteps", 0.5),
                schedule.number("entropy", 0.01),
                schedule.integer("recall", 3, 0, 100),
                schedule.integer("expires", 0, 0, 1_000_000)),
            new Monitoring(
                monitor.integer("window", 63, 10, 100_000),
                monitor.number("alpha", 0.05),
                monitor.integer("columns", 4, 0, 1000)),
            new Judging(
                gate.integer("paths", 200, 20, 100_000),
                gate.number("alpha", 0.05),
                gate.number("drawdown", 0.3),
                gate.number("demote", 0.05)));
    keys.refuseUnknown();
    config.check(keys);
    return config;
  }

  /** The same with another seed: another made history, and other trainings. */
  LearnConfig withSeed(long other) {
    return new LearnConfig(
        name, other, role, history, made, environment, algorithm, schedule, monitor, gate);
  }

  /** The same as {@link #parse} reads it. */
  Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", name);
    keys.put("seed", seed);
    keys.put("role", role);
    if (history != null) {
      keys.put("history", history.keys());
    } else {
      keys.put("made", made);
    }
    keys.put("environment", environment);
    keys.put("algorithm", algorithm);
    keys.put("schedule", schedule);
    keys.put("monitor", monitor);
    keys.put("gate", gate);
    return keys;
  }

  private static HistoryConfig history(Keys keys) {
    return HistoryConfig.read(keys, keys.texts("tickers", List.of()), "", "", "");
  }

  private void check(Keys keys) {
    if (schedule.holdout + schedule.episode > schedule.first + LOOK_BACK
        || schedule.holdout >= schedule.memory) {
      throw keys.bad(
          "schedule.holdout",
          schedule.holdout,
          "less than memory, " + schedule.memory + ", and leave an episode of the first bars");
    }
    if (!(schedule.warmSteps > 0 && schedule.warmSteps <= 1)) {
      throw keys.bad("schedule.warmSteps", schedule.warmSteps, "in (0, 1]");
    }
    if (!(schedule.entropy >= 0 && schedule.entropy < Double.POSITIVE_INFINITY)) {
      throw keys.bad("schedule.entropy", schedule.entropy, ">= 0 and finite");
    }
    requireChance(keys, "monitor.alpha", monitor.alpha);
    requireChance(keys, "gate.alpha", gate.alpha);
    requireChance(keys, "gate.demote", gate.demote);
    if (!(gate.drawdown >= 0 && gate.drawdown <= 1)) {
      throw keys.bad("gate.drawdown", gate.drawdown, "a share in [0, 1]");
    }
    if (history != null && history.tickers().isEmpty()) {
      throw keys.bad("history.tickers", "[]", "a list such as [SPY]");
    }
  }

  private static void requireChance(Keys keys, String name, double chance) {
    if (!(chance > 0 && chance < 1)) {
      throw keys.bad(name, chance, "in (0, 1)");
    }
  }
}
