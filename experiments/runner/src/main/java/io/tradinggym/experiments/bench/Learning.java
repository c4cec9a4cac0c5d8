package io.tradinggym.experiments.bench;

import io.tradinggym.agents.nn.Activation;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.ppo.PpoSettings;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorBuilder;
import io.tradinggym.api.VectorEnvironment;
import java.util.List;

/** PPO, learning included: on CartPole-v1 with the tuned settings of Stable-Baselines3's zoo, and with wide networks. */
final class Learning implements Workload {
  static final int LANES = 8;

  private static final double PROGRESS = 0.5;
  private static final int EPOCHS = 20;
  private static final List<Integer> WIDE = List.of(256, 256);
  private static final int PORTFOLIO_STEPS = 16;
  private static final int PORTFOLIO_MINIBATCH = 1024;
  private static final int PORTFOLIO_EPOCHS = 4;

  private final VectorEnvironment envs;
  private final Learner learner;
  private long due;

  private Learning(VectorEnvironment envs, PpoSettings.Builder settings, int threads) {
    this.envs = envs;
    learner = settings.build().start(envs, 1, threads);
  }

  static Learning ppo() {
    return new Learning(cartPole(), tuned(), 1);
  }

  /** As the zoo's {@code ppo_lstm}, whose width is 64: an LSTM and a hidden layer of 64, for actor and critic each. */
  static Learning recurrentPpo(int width) {
    return new Learning(
        cartPole(),
        tuned()
            .memory(Memory.lstm(width))
            .network(new Mlp(List.of(64), Activation.RELU))
            .normalizeObservations(true)
            .normalizeRewards(true),
        1);
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
    return new Learning(envs, settings, threads);
  }

  /** Floating-point operations for each environment step of {@link #portfolio}. */
  static double portfolioFlops(VectorBuilder builder) {
    try (VectorEnvironment envs = builder.lanes(1).make()) {
      return flops(
          envs.observationSpace().size(), WIDE, envs.actionSpace().size(), PORTFOLIO_EPOCHS);
    }
  }

  /** Floating-point operations for each environment step of {@link #ppo}. */
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

  private static VectorEnvironment cartPole() {
    return Gym.vector("CartPole-v1", LANES);
  }

  private static PpoSettings.Builder tuned() {
    return Ppo.settings()
        .rolloutSteps(32)
        .minibatch(256)
        .epochs(EPOCHS)
        .gamma(0.98)
        .lambda(0.8)
        .learningRate(Schedule.linear(1e-3))
        .clip(Schedule.linear(0.2));
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
