package io.tradinggym.agents.td3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.AlgorithmContract;
import io.tradinggym.agents.ContinuousIdentity;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.replay.Prioritization;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.util.List;
import org.junit.jupiter.api.Test;

class Td3Test extends AlgorithmContract {
  private static final Mlp SMALL = new Mlp(List.of(32, 32), Activation.RELU);

  @Override
  protected Algorithm algorithm() {
    // 300 rows: three shards, so that threads have something to share.
    return Td3.settings()
        .capacity(1_000)
        .learningStarts(40)
        .trainEvery(16)
        .gradientSteps(3)
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
    Algorithm algorithm =
        Td3.settings()
            .capacity(5_000)
            .learningStarts(50)
            .batch(64)
            .gamma(0.5)
            .network(SMALL)
            .learningRate(Schedule.constant(5e-3))
            .tau(0.02)
            .build();
    assertThat(trained(algorithm, ContinuousIdentity::new, 1, 400)).isGreaterThanOrEqualTo(90);
  }

  @Test
  void refusesWhatItCannotDo() {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 1)) {
      assertThatThrownBy(() -> Td3.defaults().start(envs, 1, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("needs a Box action space");
    }
    assertThatThrownBy(() -> Td3.settings().policyDelay(0).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policyDelay must be >= 1, was 0");
  }
}
