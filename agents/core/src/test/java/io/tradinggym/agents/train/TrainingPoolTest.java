package io.tradinggym.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.policy.ActorCriticPolicy;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.api.Gym;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TrainingPoolTest {
  private static final long[] SEEDS = {5, 1, 9, 2};
  private static final Ppo PPO = Ppo.settings().rolloutSteps(32).epochs(2).build();

  private static List<float[]> parameters(int parallel) {
    List<Policy> policies =
        new TrainingPool(parallel)
            .train(
                PPO,
                () -> Gym.vector("CartPole-v1", 4),
                seed -> List.of(Training.steps(1_024)),
                SEEDS);
    List<float[]> parameters = new ArrayList<>();
    policies.forEach(policy -> parameters.add(((ActorCriticPolicy) policy).parameters()));
    return parameters;
  }

  @Test
  void resultsAreInTheOrderOfTheSeedsAndDoNotDependOnHowManyRunAtATime() {
    List<float[]> alone = parameters(1);
    List<float[]> together = parameters(3);
    assertThat(together).hasSize(SEEDS.length);
    for (int i = 0; i < SEEDS.length; i++) {
      assertThat(together.get(i)).isEqualTo(alone.get(i));
      try (var envs = Gym.vector("CartPole-v1", 4)) {
        Policy own = PPO.train(envs, Training.steps(1_024), Training.seed(SEEDS[i]));
        assertThat(((ActorCriticPolicy) own).parameters()).isEqualTo(together.get(i));
      }
    }
  }

  /** Each of two runs waits for the other to have begun: one after the other they would never end. */
  @Test
  void runsSideBySide() {
    CountDownLatch both = new CountDownLatch(2);
    Callback meets =
        new Callback() {
          @Override
          public void started(TrainingRun run) {
            both.countDown();
            try {
              assertThat(both.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    List<Policy> policies =
        new TrainingPool(2)
            .train(
                PPO,
                () -> Gym.vector("CartPole-v1", 4),
                seed -> List.of(Training.steps(128), Training.callback(meets)),
                1,
                2);
    assertThat(policies).hasSize(2);
  }

  @Test
  void aFailureNamesItsSeedAndNoOtherRunIsBegun() {
    Set<Long> begun = ConcurrentHashMap.newKeySet();
    Callback failing =
        new Callback() {
          @Override
          public void started(TrainingRun run) {
            begun.add(run.seed());
            if (run.seed() == 1) {
              throw new IllegalArgumentException("the market is closed");
            }
          }
        };
    assertThatThrownBy(
            () ->
                new TrainingPool(1)
                    .train(
                        PPO,
                        () -> Gym.vector("CartPole-v1", 4),
                        seed -> List.of(Training.steps(128), Training.callback(failing)),
                        SEEDS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the training with seed 1 failed: the market is closed");
    assertThat(begun).containsExactlyInAnyOrder(5L, 1L);
  }
}
