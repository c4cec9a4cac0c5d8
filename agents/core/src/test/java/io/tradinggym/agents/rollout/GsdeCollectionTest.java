package io.tradinggym.agents.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.AlgorithmContract;
import io.tradinggym.agents.ContinuousIdentity;
import io.tradinggym.agents.a2c.A2c;
import io.tradinggym.agents.nn.optimizer.OptimizerKind;
import io.tradinggym.agents.policy.head.Gsde;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.EnvironmentLogic;
import org.junit.jupiter.api.Test;

/** An algorithm that explores with state-dependent noise is an algorithm like any other. */
class GsdeCollectionTest extends AlgorithmContract {
  @Override
  protected Algorithm algorithm() {
    return A2c.settings()
        .rolloutSteps(10)
        .normalizeObservations(true)
        .gsde(Gsde.every(4).logStd(-1))
        .orthogonal(false)
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
    A2c a2c =
        A2c.settings()
            .rolloutSteps(16)
            .gamma(0.5)
            .learningRate(Schedule.linear(5e-3))
            .optimizer(OptimizerKind.RMSPROP_PYTORCH)
            .gsde(Gsde.every(1).logStd(-1))
            .build();
    assertThat(trained(a2c, ContinuousIdentity::new, 4, 2_000)).isGreaterThanOrEqualTo(90);
  }
}
