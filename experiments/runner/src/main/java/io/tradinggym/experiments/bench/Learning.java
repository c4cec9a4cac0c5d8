package io.tradinggym.experiments.bench;

import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;

/** PPO on CartPole-v1 with the tuned settings of Stable-Baselines3's zoo; learning included. */
final class Learning implements Workload {
  static final int LANES = 8;

  private static final double PROGRESS = 0.5;

  private final VectorEnvironment envs = Gym.vector("CartPole-v1", LANES);
  private final Learner learner =
      Ppo.settings()
          .rolloutSteps(32)
          .minibatch(256)
          .epochs(20)
          .gamma(0.98)
          .lambda(0.8)
          .learningRate(Schedule.linear(1e-3))
          .clip(Schedule.linear(0.2))
          .build()
          .start(envs, 1, 1);

  private long due;

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
