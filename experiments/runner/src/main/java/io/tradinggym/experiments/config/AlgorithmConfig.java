package io.tradinggym.experiments.config;

import io.tradinggym.agents.nn.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Schedule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How an agent learns: PPO and its settings, with the meaning and the ranges that {@link
 * io.tradinggym.agents.ppo.PpoSettings} gives them. Learning rate and entropy bonus fall in a straight line to their final
 * values.
 *
 * @param name {@code ppo}
 * @param steps environment steps over all lanes, &gt;= 1
 */
public record AlgorithmConfig(
    String name,
    long steps,
    int rolloutSteps,
    int minibatch,
    int epochs,
    double gamma,
    double lambda,
    double learningRate,
    double finalLearningRate,
    double clip,
    double entropy,
    double finalEntropy,
    double valueCoefficient,
    double maxGradientNorm,
    double targetKl,
    boolean normalizeObservations,
    boolean normalizeRewards,
    List<Integer> hidden,
    String activation) {
  private static final double NO_TARGET = 0;

  /** Copies the widths. */
  public AlgorithmConfig {
    hidden = List.copyOf(hidden);
  }

  static AlgorithmConfig read(Keys keys) {
    String name = keys.text("name", "ppo");
    if (!name.equals("ppo")) {
      throw keys.bad("name", name, "one of: ppo");
    }
    double entropy = keys.number("entropy", 0);
    AlgorithmConfig config =
        new AlgorithmConfig(
            name,
            keys.whole("steps", 500_000, 1, 1_000_000_000_000L),
            keys.integer("rolloutSteps", 128, 1, 1_000_000),
            keys.integer("minibatch", 256, 1, 10_000_000),
            keys.integer("epochs", 4, 1, 1000),
            keys.number("gamma", 0.99),
            keys.number("lambda", 0.95),
            keys.number("learningRate", 3e-4),
            keys.number("finalLearningRate", 0),
            keys.number("clip", 0.2),
            entropy,
            keys.number("finalEntropy", entropy),
            keys.number("valueCoefficient", 0.5),
            keys.number("maxGradientNorm", 0.5),
            keys.number("targetKl", NO_TARGET),
            keys.flag("normalizeObservations", false),
            keys.flag("normalizeRewards", false),
            keys.integers("hidden", List.of(64, 64)),
            keys.text("activation", "tanh"));
    try {
      config.algorithm();
    } catch (IllegalArgumentException e) {
      throw keys.bad(e);
    }
    return config;
  }

  /** The algorithm with these settings. */
  public Algorithm algorithm() {
    return Ppo.settings()
        .rolloutSteps(rolloutSteps)
        .minibatch(minibatch)
        .epochs(epochs)
        .gamma(gamma)
        .lambda(lambda)
        .learningRate(
            Schedule.linear(
                positive("learningRate", learningRate),
                atLeast0("finalLearningRate", finalLearningRate)))
        .clip(Schedule.constant(positive("clip", clip)))
        .entropy(
            Schedule.linear(atLeast0("entropy", entropy), atLeast0("finalEntropy", finalEntropy)))
        .valueCoefficient(valueCoefficient)
        .maxGradientNorm(maxGradientNorm)
        .targetKl(atLeast0("targetKl", targetKl) == NO_TARGET ? Double.POSITIVE_INFINITY : targetKl)
        .normalizeObservations(normalizeObservations)
        .normalizeRewards(normalizeRewards)
        .network(new Mlp(hidden, activationNamed()))
        .build();
  }

  private static double positive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " must be > 0, was " + value);
    }
    return value;
  }

  private static double atLeast0(String name, double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(name + " must be >= 0, was " + value);
    }
    return value;
  }

  private Activation activationNamed() {
    for (Activation known : Activation.values()) {
      if (known.name().equalsIgnoreCase(activation)) {
        return known;
      }
    }
    throw new IllegalArgumentException(
        "activation must be one of "
            + Arrays.toString(Activation.values()).toLowerCase(Locale.ROOT)
            + ", was "
            + activation);
  }
}
