package io.tradinggym.examples.lessons.twin;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.dqn.DqnSettings;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.util.function.UnaryOperator;

/** Lesson 8: DQN learns to balance a pole with one of its parts taken away. */
public final class PoleValues {
  private PoleValues() {}

  /**
   * Mean return of a trained policy on episodes it has not seen; at most 500.
   *
   * @param change what is different from settings that work
   * @param steps of the environment
   */
  public static double meanReturn(UnaryOperator<DqnSettings.Builder> change, int steps, long seed) {
    Dqn dqn =
        change
            .apply(
                Dqn.settings()
                    .capacity(50_000)
                    .learningStarts(500)
                    .batch(64)
                    .trainEvery(1)
                    .gradientSteps(2)
                    .gamma(0.98)
                    .learningRate(1e-3)
                    .exploration(Schedule.linear(0.5, 0.05))
                    .targetEvery(400))
            .build();
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 4);
        VectorEnvironment unseen = Gym.vector("CartPole-v1", 20)) {
      Policy policy = dqn.train(envs, Training.steps(steps), Training.seed(seed));
      return Episodes.meanReturn(policy, unseen, 20, 8_000 + seed);
    }
  }
}
