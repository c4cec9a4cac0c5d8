package io.tradinggym.experiments.run;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Options;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.EnvironmentConfig;
import io.tradinggym.experiments.config.MarketConfig;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.Arena;
import io.tradinggym.experiments.evaluation.Contender;
import io.tradinggym.experiments.evaluation.Controls;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.data.csv.BadDataException;
import io.tradinggym.market.data.csv.CsvMarket;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A configuration with its environments made: what can be trained and judged. Training sees the train range, choices the
 * validation range; the test range is first played by {@link #evaluate}.
 */
public final class Experiment {
  private static final double DAYS_PER_YEAR = 252;

  private final RunConfig config;
  private final @Nullable ReplayMarket history;
  private final Supplier<EnvironmentLogic> learning;
  private final Supplier<EnvironmentLogic> validating;
  private final Supplier<EnvironmentLogic> testing;

  /**
   * Reads the data and makes the environments.
   *
   * @throws UserError if data or an option is refused
   */
  public Experiment(RunConfig config) {
    this.config = config;
    EnvironmentConfig environment = config.environment();
    MarketConfig market = config.market();
    history = market == null ? null : read(market);
    try {
      Split split = market == null || history == null
          ? null
          : Split.dates(history, market.train(), market.validate(), market.test());
      learning = maker(environment.training(), split == null ? null : split.train());
      validating = maker(environment.judging(), split == null ? null : split.validation());
      testing = maker(environment.judging(), split == null ? null : split.test());
    } catch (IllegalArgumentException e) {
      throw new UserError("environment " + environment.id() + ": " + e.getMessage(), e);
    }
  }

  private static ReplayMarket read(MarketConfig market) {
    CsvMarket files = CsvMarket.in(Path.of(market.data()));
    try {
      return (market.repair() ? files.repairing() : files).tickers(market.tickers().toArray(String[]::new));
    } catch (BadDataException | IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw new UserError("cannot read the data: " + e.getMessage(), e);
    }
  }

  private Supplier<EnvironmentLogic> maker(Options options, @Nullable Market market) {
    return config.environment().maker(options, market);
  }

  /** What it was made from. */
  public RunConfig config() {
    return config;
  }

  /** SHA-256 of the data, null where a simulated market needs none. */
  public @Nullable String dataHash() {
    return history == null ? null : history.fingerprint();
  }

  /** Names of what is traded, empty if the environment names nothing. */
  public List<String> symbols() {
    MarketConfig market = config.market();
    return market == null ? List.of() : market.tickers();
  }

  /** Trains an agent per seed, going on where checkpoints in the folder end. */
  public List<Trained> train(RunFolder folder, int threads, TrainingProgress progress) {
    return TrainingStage.run(config, folder, learning, validating, threads, progress);
  }

  /** Plays the agents and the controls on the test paths. */
  public Evaluation evaluate(List<Policy> policies) {
    List<Contender> agents = new ArrayList<>();
    policies.forEach(policy -> agents.add(Contender.of(config.algorithm().name(), policy)));
    List<Controls> controls = config.evaluation().controls().stream().map(Controls::named).toList();
    try (Arena arena = new Arena(testing, EvaluationSeeds.test(config.seed()), "test")) {
      double periods = history == null ? DAYS_PER_YEAR : history.barsPerYear();
      return Evaluation.play(arena, agents, controls, config.evaluation().paths(), periods);
    }
  }
}
