package io.tradinggym.experiments.run;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.EnvironmentConfig;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.Arena;
import io.tradinggym.experiments.evaluation.Contender;
import io.tradinggym.experiments.evaluation.Controls;
import io.tradinggym.experiments.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A configuration with its environments made: what can be trained and judged. */
public final class Experiment {
  private static final double DAYS_PER_YEAR = 252;

  private final RunConfig config;
  private final Supplier<EnvironmentLogic> learning;
  private final Supplier<EnvironmentLogic> judging;

  /**
   * Makes the environments.
   *
   * @throws UserError if an option is refused
   */
  public Experiment(RunConfig config) {
    this.config = config;
    EnvironmentConfig environment = config.environment();
    try {
      learning = environment.maker(environment.training());
      judging = environment.maker(environment.judging());
    } catch (IllegalArgumentException e) {
      throw new UserError("environment " + environment.id() + ": " + e.getMessage(), e);
    }
  }

  /** What it was made from. */
  public RunConfig config() {
    return config;
  }

  /** Trains an agent per seed, going on where checkpoints in the folder end. */
  public List<Trained> train(RunFolder folder, int threads, TrainingProgress progress) {
    return TrainingStage.run(config, folder, learning, judging, threads, progress);
  }

  /** Plays the agents and the controls on the test paths. */
  public Evaluation evaluate(List<Policy> policies) {
    List<Contender> agents = new ArrayList<>();
    policies.forEach(policy -> agents.add(Contender.of(config.algorithm().name(), policy)));
    List<Controls> controls = config.evaluation().controls().stream().map(Controls::named).toList();
    try (Arena arena = new Arena(judging, EvaluationSeeds.test(config.seed()), "test")) {
      return Evaluation.play(arena, agents, controls, config.evaluation().paths(), periodsPerYear());
    }
  }

  private double periodsPerYear() {
    Options options = config.environment().judging();
    for (Map.Entry<Option<?>, Object> option : options.values().entrySet()) {
      if (option.getKey().name().equals("barsPerYear") && option.getValue() instanceof Double value) {
        return value;
      }
    }
    return DAYS_PER_YEAR;
  }
}
