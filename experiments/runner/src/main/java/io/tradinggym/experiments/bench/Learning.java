package io.tradinggym.experiments.bench;

import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.ppo.PpoSettings;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorBuilder;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.experiments.config.Presets;
import io.tradinggym.experiments.config.RunConfig;
import java.util.List;

/**
 * Steps of an environment with all the learning they bring: presets of the classic tasks, defaults, and wide networks.
 */
final class Learning implements Workload {
  private static final double PROGRESS = 0.5;
  private static final int EPOCHS = 20;
  private static final List<Integer> WIDE = List.of(256, 256);
  private static final int PORTFOLIO_STEPS = 16;
  private static final int PORTFOLIO_MINIBATCH = 1024;
  private static final int PORTFOLIO_EPOCHS = 4;

  private final VectorEnvironment envs;
  private final Learner learner;
  private long due;

  private Learning(VectorEnvironment envs, Algorithm algorithm, int threads) {
    this.envs = envs;
    learner = algorithm.start(envs, 1, threads);
  }

  /** The reference preset of an environment, a benchmark called {@code algorithm/environment}. */
  static Benchmark preset(String algorithm, String environment, boolean main, double flops) {
    RunConfig config = Presets.read("reference", environment, algorithm, List.of());
    return benchmark(algorithm + "/" + environment, config, main, flops);
  }

  /** As the zoo's {@code ppo_lstm}, whose width is 64: an LSTM and a hidden layer of 64, for actor and critic each. */
  static Benchmark recurrent(int width) {
    RunConfig config =
        Presets.read(
            "reference",
            "CartPole-v1",
            "ppo",
            List.of(
                "algorithm.memory={kind: lstm, width: " + width + "}",
                "algorithm.hidden=[64]",
                "algorithm.activation=relu",
                "algorithm.normalizeObservations=true",
                "algorithm.normalizeRewards=true"));
    return benchmark("ppo/CartPole-v1/lstm-" + width, config, false, 0);
  }

  private static Benchmark benchmark(String name, RunConfig config, boolean main, double flops) {
    String id = config.environment().id();
    int lanes = config.environment().lanes();
    return new Benchmark(
        name,
        lanes,
        1,
        main,
        flops,
        () -> new Learning(Gym.vector(id, lanes), config.algorithm().algorithm(), 1));
  }

  /** One environment and the settings that a program gets which names none. */
  static Learning defaults(Algorithm algorithm, String environment) {
    return new Learning(Gym.vector(environment, 1), algorithm, 1);
  }

  /** Wide networks on many lanes: what more threads than one are for. */
  static Learning portfolio(VectorBuilder builder, int lanes, int threads) {
    VectorEnvironment envs = builder.lanes(lanes).threads(threads).make();
    PpoSettings.Builder settings =
        Ppo.settings()
            .rolloutSteps(PORTFOLIO_STEPS)
            .minibatch(PORTFOLIO_MINIBATCH)
            .epochs(PORTFOLIO_EPOCHS)
            .network(new Mlp(WIDE, Activation.TANH))
            .normalizeObservations(true)
            .normalizeRewards(true);
    return new Learning(envs, settings.build(), threads);
  }

  /** Floating-point operations for each environment step of {@link #portfolio}. */
  static double portfolioFlops(VectorBuilder builder) {
    try (VectorEnvironment envs = builder.lanes(1).make()) {
      return flops(
          envs.observationSpace().size(), WIDE, envs.actionSpace().size(), PORTFOLIO_EPOCHS);
    }
  }

  /** Floating-point operations for each environment step of PPO on CartPole-v1. */
  static double cartPoleFlops() {
    return flops(4, List.of(64, 64), 2, EPOCHS);
  }

  /** Actor and critic act once and learn in every epoch. */
  private static double flops(int inputs, List<Integer> hidden, int outputs, int epochs) {
    return Flops.forward(inputs, hidden, outputs)
        + Flops.forward(inputs, hidden, 1)
        + epochs * Flops.training(inputs, hidden, outputs)
        + epochs * Flops.training(inputs, hidden, 1);
  }

  @Override
  public void run(long steps) {
    due += steps;
    while (learner.steps() < due) {
      learner.advance(PROGRESS);
    }
  }

  @Override
  public void close() {
    learner.close();
    envs.close();
  }
}
