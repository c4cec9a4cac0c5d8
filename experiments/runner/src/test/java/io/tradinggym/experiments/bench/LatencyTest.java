package io.tradinggym.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("compiled")
class LatencyTest {
  @Test
  void timesEveryDecision() {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 1);
        Learner learner = Dqn.defaults().start(envs, 1, 1)) {
      Latency.Figures figures = Latency.measure(learner.policy(), 1_000, 10_000);
      assertThat(figures.median()).isPositive().isLessThanOrEqualTo(figures.p99());
      assertThat(figures.p99()).isLessThanOrEqualTo(figures.p999());
    }
  }

  @Test
  void aSeedThatSolvesTheTaskSaysSo() {
    Solving.Seed seed = Solving.solve(0);
    assertThat(seed.solved()).isTrue();
    assertThat(seed.steps()).isBetween(47_500L, 149_999L);
    assertThat(seed.cpuSeconds()).isPositive().isLessThanOrEqualTo(seed.jvmCpuSeconds());
  }
}
