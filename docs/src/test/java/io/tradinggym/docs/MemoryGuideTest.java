package io.tradinggym.docs;

import static io.tradinggym.agents.train.Training.seed;
import static io.tradinggym.agents.train.Training.steps;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.head.Gsde;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Step;
import io.tradinggym.api.VectorEnvironment;
import org.junit.jupiter.api.Test;

/** The code of the guide on agents that remember and that explore smoothly. */
class MemoryGuideTest {
  @Test
  void anAgentRemembersTheSign() {
    try (VectorEnvironment envs = Gym.vector("TMaze-v1", 16);
        VectorEnvironment unseen = Gym.vector("TMaze-v1", 20);
        Environment maze = Gym.make("TMaze-v1")) {
      Ppo ppo =
          Ppo.settings()
              .rolloutSteps(32)
              .epochs(8)
              .learningRate(Schedule.linear(2e-3))
              .entropy(Schedule.linear(0.05))
              .memory(Memory.lstm(32))
              .build();
      Policy policy = ppo.train(envs, steps(100_000), seed(7));
      double mean = Episodes.meanReturn(policy, unseen, 20, 1_000);

      Actor actor = policy.actor(1);
      float[] action = new float[1];
      Step step = maze.reset(42);
      actor.begin(new boolean[] {true});
      while (!maze.ended()) {
        actor.act(step.observation(), step.mask(), 1, action);
        step = maze.step(action);
      }

      assertThat(mean).isGreaterThan(0.5);
      assertThat(step.reward()).isEqualTo(1);
    }
  }

  @Test
  void anAgentExploresSmoothly() {
    Ppo ppo = Ppo.settings().gsde(Gsde.every(4).logStd(-1)).build();
    try (VectorEnvironment envs = Gym.vector("Pendulum-v1", 4)) {
      Policy policy = ppo.train(envs, steps(1_024), seed(7));
      assertThat(policy.remembers()).isFalse();
    }
  }
}
