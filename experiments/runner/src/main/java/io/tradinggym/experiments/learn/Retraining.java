package io.tradinggym.experiments.learn;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.AlgorithmRegistration;
import io.tradinggym.agents.train.Algorithms;
import io.tradinggym.agents.train.TrainOption;
import io.tradinggym.agents.train.Training;
import io.tradinggym.allocator.registry.ModelCard;
import io.tradinggym.allocator.registry.ModelRegistry;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.models.ModelStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Trains on what was known at a bar: a warm start from the champion with raised entropy, beside a fresh start. A
 * training is a function of its card; one whose card the registry holds already is not done again.
 */
final class Retraining {
  private final LearnConfig config;
  private final Places places;
  private final ModelRegistry registry;

  /**
   * Somebody who may become champion.
   *
   * @param kind warm or fresh
   * @param id in the registry
   * @param policy trained
   * @param training mean reward of an episode on redrawn training history
   * @param to the bar after the last that it learned from
   */
  record Candidate(String kind, String id, Policy policy, double training, int to) {}

  /**
   * What a decision looks at: bars {@code from .. split - 1} to learn from, {@code split .. bar - 1} to judge on.
   *
   * @param learnable whether there is enough to learn from
   */
  record Window(int from, int split, int bar, boolean learnable) {}

  Retraining(LearnConfig config, Places places, ModelRegistry registry) {
    this.config = config;
    this.places = places;
    this.registry = registry;
  }

  /** First bar that a training at a bar looks back on. */
  int from(int bar) {
    return Math.max(1, bar - config.schedule().memory());
  }

  /**
   * The memory of a bar, less what came before the law changed. Of a shorter memory the newer half is held out, or,
   * until there are two episodes to learn from, all of it.
   *
   * @param change bar from which on the present law is believed to hold
   */
  Window window(int bar, int change) {
    int holdout = config.schedule().holdout();
    int from = from(bar);
    if (change <= from) {
      return new Window(from, bar - holdout, bar, true);
    }
    int split = bar - Math.min(holdout, (bar - change) / 2);
    boolean learnable = split - change >= 2 * config.schedule().episode();
    return learnable
        ? new Window(change, split, bar, true)
        : new Window(from, bar - Math.min(holdout, bar - change), bar, false);
  }

  /**
   * Trains on a window.
   *
   * @param champion id of the one that is there; empty for none
   * @return the candidates, the better in training first
   */
  List<Candidate> at(Window window, String champion) {
    Supplier<EnvironmentLogic> lanes = places.learning(window.from, window.split);
    Gate training =
        new Gate(
            places.judging(window.from, window.split),
            config.gate(),
            seed("training paths", window.bar));
    List<Candidate> candidates = new ArrayList<>();
    if (!champion.isEmpty()) {
      candidates.add(candidate("warm", window, champion, lanes, training));
    }
    candidates.add(candidate("fresh", window, "", lanes, training));
    candidates.sort((a, b) -> Double.compare(b.training(), a.training()));
    return candidates;
  }

  private Candidate candidate(
      String kind, Window window, String parent, Supplier<EnvironmentLogic> lanes, Gate training) {
    try {
      ModelCard card = card(kind, window, parent);
      String id = known(card);
      if (id.isEmpty()) {
        id = registry.add(card, ModelStore.bytes(train(card, parent, lanes)));
      }
      // Read back, so that a training that is not done again plays the very same policy.
      Policy policy = policy(id);
      return new Candidate(kind, id, policy, training.play(policy).mean(), window.split);
    } catch (IOException e) {
      throw new UserError("cannot keep a model: " + e.getMessage(), e);
    }
  }

  /** The policy of a version. */
  Policy policy(String id) {
    try {
      return ModelStore.read(registry.model(id));
    } catch (IOException e) {
      throw new UserError("cannot read the model " + id + ": " + e.getMessage(), e);
    }
  }

  private Policy train(ModelCard card, String parent, Supplier<EnvironmentLogic> lanes) {
    boolean warm = !parent.isEmpty();
    List<TrainOption> options = new ArrayList<>();
    options.add(Training.steps(Long.parseLong(setting(card, "steps"))));
    options.add(Training.seed(card.seed()));
    if (warm) {
      options.add(Training.from(policy(parent)));
    }
    try (VectorEnvironment envs = Gym.vector(lanes).lanes(config.environment().lanes()).make()) {
      return (warm ? warmAlgorithm() : config.algorithm().algorithm())
          .train(envs, options.toArray(TrainOption[]::new));
    }
  }

  private static String setting(ModelCard card, String name) {
    String value = card.settings().get(name);
    if (value == null) {
      throw new IllegalStateException("the card lacks " + name);
    }
    return value;
  }

  /** The same algorithm with the entropy of a warm start, where it has that setting. */
  private Algorithm warmAlgorithm() {
    AlgorithmRegistration registration = Algorithms.named(config.algorithm().name());
    Options options = Options.NONE;
    for (Map.Entry<String, String> setting : config.algorithm().settings().entrySet()) {
      options = options.set(registration.options(), setting.getKey(), setting.getValue());
    }
    for (Option<?> known : registration.options()) {
      if (known.name().equals("entropy")) {
        options =
            options.set(
                registration.options(), "entropy", Double.toString(config.schedule().entropy()));
      }
    }
    return registration.maker().apply(options);
  }

  private ModelCard card(String kind, Window window, String parent) {
    Map<String, String> settings = new TreeMap<>(config.algorithm().settings());
    boolean warm = !parent.isEmpty();
    long steps = config.algorithm().steps();
    settings.put(
        "steps",
        Long.toString(
            warm ? Math.max(1, Math.round(config.schedule().warmSteps() * steps)) : steps));
    settings.put("algorithm", config.algorithm().name());
    settings.put("environment.id", config.environment().id());
    config
        .environment()
        .options()
        .forEach((name, value) -> settings.put("environment.options." + name, value));
    settings.put("start", kind);
    if (warm) {
      settings.put("entropy", Double.toString(config.schedule().entropy()));
    }
    int from = window.from;
    int to = window.split;
    int bar = window.bar;
    int expires = config.schedule().expires();
    return new ModelCard(
        config.role(),
        parent,
        "bars "
            + from
            + " to "
            + (to - 1)
            + " sha256:"
            + places.history().data().slice(from, to).fingerprint(),
        seed(kind, bar),
        CodeVersion.describe(),
        settings,
        expires == 0 || bar + expires >= places.bars() ? 0 : places.time(bar + expires));
  }

  private String known(ModelCard card) throws IOException {
    for (String id : registry.versions()) {
      if (registry.card(id).equals(card)) {
        return id;
      }
    }
    return "";
  }

  long seed(String purpose, int bar) {
    return RandomStreams.of(config.seed()).stream(purpose, bar).nextLong() >>> 1;
  }
}
