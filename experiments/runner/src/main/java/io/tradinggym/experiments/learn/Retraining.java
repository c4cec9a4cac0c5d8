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
   */
  record Candidate(String kind, String id, Policy policy, double training) {}

  Retraining(LearnConfig config, Places places, ModelRegistry registry) {
    this.config = config;
    this.places = places;
    this.registry = registry;
  }

  /** First bar that a training at a bar learns from. */
  int from(int bar) {
    return Math.max(1, bar - config.schedule().memory());
  }

  /** The bar after the last that it learns from. */
  int to(int bar) {
    return bar - config.schedule().holdout();
  }

  /**
   * Trains at a bar.
   *
   * @param champion id of the one that is there; empty for none
   * @return the candidates, the better in training first
   */
  List<Candidate> at(int bar, String champion) {
    Supplier<EnvironmentLogic> lanes = places.learning(from(bar), to(bar));
    Gate training =
        new Gate(places.judging(from(bar), to(bar)), config.gate(), seed("training paths", bar));
    List<Candidate> candidates = new ArrayList<>();
    if (!champion.isEmpty()) {
      candidates.add(candidate("warm", bar, champion, lanes, training));
    }
    candidates.add(candidate("fresh", bar, "", lanes, training));
    candidates.sort((a, b) -> Double.compare(b.training(), a.training()));
    return candidates;
  }

  private Candidate candidate(
      String kind, int bar, String parent, Supplier<EnvironmentLogic> lanes, Gate training) {
    try {
      ModelCard card = card(kind, bar, parent);
      String id = known(card);
      if (id.isEmpty()) {
        id = registry.add(card, ModelStore.bytes(train(card, parent, lanes)));
      }
      // Read back, so that a training that is not done again plays the very same policy.
      Policy policy = policy(id);
      return new Candidate(kind, id, policy, training.play(policy).mean());
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

  private ModelCard card(String kind, int bar, String parent) {
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
    int from = from(bar);
    int to = to(bar);
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
