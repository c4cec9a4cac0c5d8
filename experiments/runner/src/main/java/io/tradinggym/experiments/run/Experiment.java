package io.tradinggym.experiments.run;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.allocator.desk.LearnedFeatures;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.CryptoConfig;
import io.tradinggym.experiments.config.EnvironmentConfig;
import io.tradinggym.experiments.config.HistoryConfig;
import io.tradinggym.experiments.config.RuleConfig;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.config.SimulatedConfig;
import io.tradinggym.experiments.evaluation.Arena;
import io.tradinggym.experiments.evaluation.Contender;
import io.tradinggym.experiments.evaluation.Controls;
import io.tradinggym.experiments.evaluation.EpisodeSink;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Paths;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.Purpose;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.feature.FeatureChoice;
import io.tradinggym.market.instrument.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A configuration with its environments made: what can be trained and judged. Training sees the train range, choices
 * the validation range; the test range is first played by {@link #evaluate}.
 */
public final class Experiment {
  private static final double DAYS_PER_YEAR = 252;
  private static final int VALIDATION_LANES = 16;
  private static final int KEPT_IN_FULL = 200;

  private final RunConfig config;
  private final @Nullable Split split;
  private final @Nullable Path learned;
  private final Place learning;
  private final Place validating;
  private final Supplier<EnvironmentLogic> testing;

  /** An environment that was prepared once, for any number of lanes. */
  private record Place(Options options, Supplier<EnvironmentLogic> maker) {
    VectorEnvironment make(int lanes) {
      return Gym.vector(maker, options).lanes(lanes).make();
    }
  }

  /**
   * Reads the data and makes the environments.
   *
   * @throws UserError if data or an option is refused
   */
  public Experiment(RunConfig config) {
    this(config, MarketSource.split(config));
  }

  /**
   * The same on a market that is read and split already.
   *
   * @param split null leaves the environment its own
   */
  public Experiment(RunConfig config, @Nullable Split split) {
    this(config, split, null);
  }

  /**
   * The same for an agent that was trained elsewhere.
   *
   * @param learned file of its policy, with what its features learned; null if they learn here
   */
  Experiment(RunConfig config, @Nullable Split split, @Nullable Path learned) {
    this.config = config;
    this.split = split;
    this.learned = learned;
    EnvironmentConfig environment = config.environment();
    EnvironmentSpec acting;
    try {
      learning = place(environment.training(), split == null ? null : split.train());
      validating = place(environment.judging(), split == null ? null : split.validation());
      testing = place(environment.judging(), split == null ? null : split.test()).maker();
      try (EnvironmentLogic lane = learning.maker().get()) {
        acting = lane.spec();
      }
    } catch (IllegalArgumentException e) {
      throw new UserError("environment " + environment.id() + ": " + e.getMessage(), e);
    }
    requireFits(acting);
  }

  /** The market that was read, to be shared by experiments that differ in other things; null without one. */
  public @Nullable Split split() {
    return split;
  }

  private void requireFits(EnvironmentSpec spec) {
    if (config.rule() != null) {
      return;
    }
    try {
      config.algorithm().algorithm().requireFits(spec);
    } catch (IllegalArgumentException e) {
      throw new UserError(
          config.algorithm().name()
              + " cannot act in "
              + config.environment().id()
              + ": it "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Refuses a policy that was trained for other spaces.
   *
   * @param file it was read from
   * @throws UserError naming the file and both spaces
   */
  void requireFits(Policy policy, String file) {
    try {
      policy.requireFits(testing.get().spec());
    } catch (IllegalArgumentException e) {
      throw new UserError(file + ": " + e.getMessage(), e);
    }
  }

  private Place place(Options options, @Nullable Market market) {
    Options prepared = prepared(options);
    Options all = config.environment().with(prepared, market);
    return new Place(all, config.environment().maker(all, null));
  }

  private Options prepared(Options options) {
    try {
      if (learned != null && LearnedFeatures.in(learned)) {
        return LearnedFeatures.restore(learned, options);
      }
    } catch (IOException e) {
      throw new UserError("cannot read what features learned: " + e.getMessage(), e);
    }
    return split == null ? options : FeatureChoice.prepared(options, split.train());
  }

  /**
   * Keeps a policy that was trained here with what the features that it sees by learned; the file appears whole.
   *
   * @throws IOException if it cannot be written
   */
  public void save(Policy policy, Path file) throws IOException {
    Path beside = RunFolder.beside(file);
    try {
      policy.save(beside);
      LearnedFeatures.append(beside, learning.options());
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Environments to learn in. */
  VectorEnvironment learning(int lanes) {
    return learning.make(lanes);
  }

  /** Environments to choose policies by, for so many episodes. */
  VectorEnvironment validating(int episodes) {
    return validating.make(Math.min(episodes, VALIDATION_LANES));
  }

  /** One lane to play in on the training range, without autoreset. */
  VectorEnvironment lane() {
    return Gym.vector(learning.maker(), learning.options())
        .lanes(1)
        .autoReset(AutoReset.DISABLED)
        .make();
  }

  /** Paths of the training range, which no training played. */
  Arena usual() {
    return new Arena(learning.maker(), config.seed(), "background");
  }

  /** What it was made from. */
  public RunConfig config() {
    return config;
  }

  /** SHA-256 of the market's parts by purpose, empty if the environment brings its own. */
  public Map<String, String> marketHashes() {
    return split == null ? Map.of() : MarketSource.hashes(split);
  }

  /** What was repaired in the files of the market by declared rules, a line each. */
  public List<String> repairs() {
    return split == null ? List.of() : split.train().repairs();
  }

  /** Names of what is traded, empty if the environment names nothing. */
  public List<String> symbols() {
    return split == null
        ? List.of()
        : split.train().instruments().stream().map(Instrument::symbol).toList();
  }

  /** What is traded, in a word that is the same for all ranges and costs: trials on it are looks at the same luck. */
  public String traded() {
    return switch (config.market()) {
      case SimulatedConfig simulated -> simulated.simulated();
      case HistoryConfig _, CryptoConfig _ -> String.join(", ", symbols());
      case null -> {
        String option = config.environment().options().get("market");
        yield option == null || option.isBlank() ? config.environment().id() : option;
      }
    };
  }

  /** Whether a report of this speaks of prices: something is traded, or the environment says what it assumes. */
  public boolean hasPrices() {
    try (EnvironmentLogic lane = testing.get()) {
      EnvironmentSpec spec = lane.spec();
      return spec.trading() != null || !spec.assumptions().isEmpty();
    }
  }

  /** Where the prices of a range come from. */
  public Provenance provenance(Purpose range) {
    String names = String.join(", ", symbols());
    return switch (config.market()) {
      case HistoryConfig files ->
          replayed(names, files.data(), of(range, files.train(), files.validate(), files.test()));
      case CryptoConfig files ->
          replayed(
              files.file(), files.data(), of(range, files.train(), files.validate(), files.test()));
      case SimulatedConfig simulated -> new Provenance(true, simulated.simulated());
      case null -> own();
    };
  }

  private Provenance replayed(String names, String folder, String range) {
    return Provenance.replayed(names + " from " + folder + ", " + range, repairs());
  }

  private static String of(Purpose range, String train, String validate, String test) {
    return switch (range) {
      case ANY -> train + ", " + validate + ", " + test;
      case TRAIN -> train;
      case VALIDATION -> validate;
      case TEST -> test;
    };
  }

  /** Files among the environment's own options, such as recorded chains. */
  private Provenance own() {
    String chains = config.environment().options().get("chains");
    return chains == null
        ? new Provenance(true, config.environment().id() + "'s own market")
        : new Provenance(false, "chains from " + chains);
  }

  /** Trains an agent per seed, going on where checkpoints in the folder end. */
  public List<Trained> train(RunFolder folder, int threads, TrainingProgress progress) {
    return new AgentTraining(this, folder, progress).train(threads, AgentTraining.seeds(config));
  }

  /**
   * Whom the configuration describes: its rule, or an agent that is trained from a seed.
   *
   * @param folder for checkpoints and logs of the training, which goes on where they end; null keeps none
   */
  public Contender fit(@Nullable RunFolder folder, long seed, TrainingProgress progress) {
    RuleConfig rule = config.rule();
    if (rule != null) {
      return Contender.of(rule.name(), rule.rule());
    }
    Trained trained = new AgentTraining(this, folder, progress).train(1, seed).getFirst();
    return Contender.of(config.algorithm().name(), trained.policy());
  }

  /**
   * Trains one agent.
   *
   * @param folder for checkpoints and logs of the training, which goes on where they end; null keeps none
   */
  public Trained train(@Nullable RunFolder folder, long seed) {
    return new AgentTraining(this, folder, (any, steps, mean) -> {}).train(1, seed).getFirst();
  }

  /** Plays somebody on so many paths of a range; of many, only summaries are kept. */
  public List<Trajectory> play(Purpose range, Contender contender, int paths) {
    try (Arena arena = arena(range)) {
      List<Trajectory> played = new ArrayList<>();
      for (int path = 0; path < paths; path++) {
        Trajectory episode = arena.play(contender, path);
        played.add(paths > KEPT_IN_FULL ? episode.summary() : episode);
      }
      return played;
    } catch (IllegalArgumentException e) {
      throw new UserError(config.environment().id() + ": " + e.getMessage(), e);
    }
  }

  /** Plays the agents and the controls on the test paths. */
  public Evaluation evaluate(List<Policy> policies) {
    return evaluate(policies, EpisodeSink.NONE);
  }

  /** Plays the agents and the controls on the test paths, and shows every episode to somebody. */
  Evaluation evaluate(List<Policy> policies, EpisodeSink sink) {
    List<Contender> agents = new ArrayList<>();
    policies.forEach(policy -> agents.add(Contender.of(config.algorithm().name(), policy)));
    return play(Purpose.TEST, agents, sink);
  }

  /**
   * Plays contenders and the controls on the paths of a range.
   *
   * @param range train, validation or test
   * @param agents one for each seed, under one name
   * @param sink is shown every episode
   */
  public Evaluation play(Purpose range, List<Contender> agents, EpisodeSink sink) {
    List<Controls> controls = config.evaluation().controls().stream().map(Controls::named).toList();
    try (Arena arena = arena(range)) {
      double periods = split == null ? DAYS_PER_YEAR : market(range, split).barsPerYear();
      Paths paths = new Paths(config.evaluation().paths(), config.evaluation().ownPaths());
      return Evaluation.play(arena, agents, controls, paths, periods, sink);
    } catch (IllegalArgumentException e) {
      throw new UserError(config.environment().id() + ": " + e.getMessage(), e);
    }
  }

  /** The numbered paths of a range, played under the options of judging. */
  Arena arena(Purpose range) {
    return switch (range) {
      case TEST -> new Arena(testing, EvaluationSeeds.test(config.seed()), "test");
      case VALIDATION ->
          new Arena(
              validating.maker(), EvaluationSeeds.validation(config.seed()), "validation choice");
      default -> {
        Market market = split == null ? null : split.train();
        yield new Arena(
            place(config.environment().judging(), market).maker(), config.seed(), "train look");
      }
    };
  }

  private static Market market(Purpose range, Split split) {
    return switch (range) {
      case TEST -> split.test();
      case VALIDATION -> split.validation();
      default -> split.train();
    };
  }
}
