package io.tradinggym.agents.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.AlgorithmContract;
import io.tradinggym.agents.ContinuousIdentity;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.replay.Prioritization;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.util.List;
import org.junit.jupiter.api.Test;

class SacTest extends AlgorithmContract {
  private static final Mlp SMALL = new Mlp(List.of(32, 32), Activation.RELU);

  private static SacSettings.Builder quick() {
    return Sac.settings()
        .capacity(5_000)
        .learningStarts(50)
        .batch(64)
        .gamma(0.5)
        .network(SMALL)
        .learningRate(Schedule.constant(5e-3))
        .tau(0.02);
  }

  @Override
  protected Algorithm algorithm() {
    // 300 rows: three shards, so that threads have something to share.
    return Sac.settings()
        .capacity(1_000)
        .learningStarts(40)
        .trainEvery(16)
        .gradientSteps(2)
        .batch(300)
        .nStep(2)
        .prioritization(Prioritization.DEFAULT)
        .network(SMALL)
        .build();
  }

  @Override
  protected String environment() {
    return "Pendulum-v1";
  }

  @Override
  protected EnvironmentLogic probe() {
    return new ContinuousIdentity();
  }

  @Test
  void learnsTheContinuousIdentity() {
    assertThat(trained(quick().build(), ContinuousIdentity::new, 1, 400))
        .isGreaterThanOrEqualTo(90);
  }

  @Test
  void theTemperatureBringsTheEntropyToItsTarget() {
    double target = -0.5;
    try (VectorEnvironment envs = Gym.vector(ContinuousIdentity::new, 4, 1, AutoReset.NEXT_STEP);
        Learner learner = quick().targetEntropy(target).build().start(envs, 3, 1)) {
      double entropy = 0;
      int last = 200;
      for (int i = 0; i < 1_500; i++) {
        learner.advance(0);
        entropy +=
            i >= 1_500 - last
                ? learner.metrics().getOrDefault("policy/entropy", Double.NaN) / last
                : 0;
      }
      assertThat(entropy).isCloseTo(target, within(0.15));
      assertThat(learner.metrics().get("policy/temperature")).isLessThan(1);
    }
  }

  @Test
  void aFixedTemperatureStays() {
    try (VectorEnvironment envs = Gym.vector("Pendulum-v1", 1);
        Learner learner =
            quick().temperature(0.25).learnTemperature(false).build().start(envs, 3, 1)) {
      for (int i = 0; i < 100; i++) {
        learner.advance(0);
      }
      assertThat(learner.metrics().get("policy/temperature")).isCloseTo(0.25, within(1e-6));
    }
  }

  @Test
  void refusesWhatItCannotDo() {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 1)) {
      assertThatThrownBy(() -> Sac.defaults().start(envs, 1, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("needs a Box action space");
    }
    assertThatThrownBy(() -> Sac.settings().temperature(0).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("temperature must be > 0 and finite, was 0.0");
  }
}
