package io.tradinggym.experiments.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tradinggym.experiments.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides a run's result. The number of threads is no part of it: it changes nothing.
 *
 * @param name short, for the run's folder: letters, digits and dashes
 * @param seed of everything random; the agents train from seed, seed + 1, ...
 * @param seeds agents trained independently, 1 .. 1000: the spread between them is part of the result
 * @param from file of an older policy to begin with, a warm start; null begins with random ones
 * @param rule plays in place of a trained agent, where strategies are played; null for an agent
 * @param market what is traded; null leaves the environment its own simulated market
 */
public record RunConfig(
    String name,
    long seed,
    int seeds,
    @Nullable String from,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RuleConfig rule,
    @Nullable MarketConfig market,
    EnvironmentConfig environment,
    AlgorithmConfig algorithm,
    EvaluationConfig evaluation) {

  /** Largest seed: those that follow it are seeds, too. */
  private static final long MOST_SEED = 1L << 62;

  /**
   * Refuses a rule where agents are trained.
   *
   * @throws UserError naming what to do with it
   */
  public void requireAgent() {
    if (rule != null) {
      throw new UserError(
          name
              + " has a rule, "
              + rule.name()
              + ", and a rule learns nothing: play it with experiments/run backtest, or take the"
              + " part \"rule\" away");
    }
  }

  static RunConfig read(Keys keys) {
    String name = keys.text("name", "run");
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")) {
      throw keys.bad("name", "\"" + name + "\"", "1 to 64 letters, digits and dashes");
    }
    return new RunConfig(
        name,
        keys.whole("seed", 7, 0, MOST_SEED),
        keys.integer("seeds", 5, 1, 1000),
        keys.has("from") ? keys.text("from", null) : null,
        keys.has("rule") ? RuleConfig.read(keys.child("rule")) : null,
        keys.has("market") ? MarketConfig.read(keys.child("market")) : null,
        EnvironmentConfig.read(keys.child("environment")),
        AlgorithmConfig.read(keys.child("algorithm")),
        EvaluationConfig.read(keys.child("evaluation")));
  }
}
