package io.tradinggym.experiments.bench;

import io.tradinggym.agents.nn.Activation;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.ppo.PpoSettings;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.util.List;

/** PPO on CartPole-v1 with the tuned settings of Stable-Baselines3's zoo; learning included. */
final class Learning implements Workload {
  static final int LANES = 8;

  private static final double PROGRESS = 0.5;

  private final VectorEnvironment envs = Gym.vector("CartPole-v1", LANES);
  private final Learner learner;
  private long due;

  private Learning(PpoSettings.Builder settings) {
    learner = settings.build().start(envs, 1, 1);
  }

  static Learning ppo() {
    return new Learning(tuned());
  }

  /** As the zoo's {@code ppo_lstm}, whose width is 64: an LSTM and a hidden layer of 64, for actor and critic each. */
  static Learning recurrentPpo(int width) {
    return new Learning(
        tuned()
            .memory(Memory.lstm(width))
            .network(new Mlp(List.of(64), Activation.RELU))
            .normalizeObservations(true)
            .normalizeRewards(true));
  }

  private static PpoSettings.Builder tuned() {
    return Ppo.settings()
        .rolloutSteps(32)
        .minibatch(256)
        .epochs(20)
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
