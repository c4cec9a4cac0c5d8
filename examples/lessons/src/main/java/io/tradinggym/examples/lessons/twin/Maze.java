package io.tradinggym.examples.lessons.twin;

import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.ppo.PpoSettings;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.classic.TMaze;
import java.util.List;

/** Lesson 15: PPO in a corridor whose sign is seen once. */
public final class Maze {
  private Maze() {}

  /**
   * Mean return of a trained policy: 1 if it always turns rightly, 0 if it guesses.
   *
   * @param length of the corridor
   * @param remembers whether the policy has an LSTM
   * @param steps of training
   */
  public static double meanReturn(int length, boolean remembers, int steps, long seed) {
    PpoSettings.Builder settings =
        Ppo.settings()
            .rolloutSteps(32)
            .minibatch(256)
            .epochs(8)
            .gamma(0.98)
            .learningRate(Schedule.linear(6e-3))
            .entropy(Schedule.linear(0.02))
            .network(new Mlp(List.of(32), Activation.TANH));
    Ppo ppo = (remembers ? settings.memory(Memory.lstm(16).steps(32)) : settings).build();
    try (VectorEnvironment envs =
            Gym.vector("TMaze-v1").option(TMaze.LENGTH, length).lanes(32).make();
        VectorEnvironment unseen =
            Gym.vector("TMaze-v1").option(TMaze.LENGTH, length).lanes(32).make()) {
      Policy policy = ppo.train(envs, Training.steps(steps), Training.seed(seed));
      return Episodes.meanReturn(policy, unseen, 200, 15_000 + seed);
    }
  }
}
