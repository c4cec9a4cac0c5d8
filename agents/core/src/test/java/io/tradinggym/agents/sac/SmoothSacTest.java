package io.tradinggym.agents.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.AlgorithmContract;
import io.tradinggym.agents.ContinuousIdentity;
import io.tradinggym.agents.nn.Dense;
import io.tradinggym.agents.nn.Initializer;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.StateDependentNoise;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.head.Gsde;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SAC with noise that depends on the state is an algorithm like any other, and its noise stays as told. */
class SmoothSacTest extends AlgorithmContract {
  private static final Mlp SMALL = new Mlp(List.of(32, 32), Activation.RELU);

  @Override
  protected Algorithm algorithm() {
    return Sac.settings()
        .capacity(1_000)
        .learningStarts(40)
        .trainEvery(16)
        .gradientSteps(2)
        .batch(300)
        .network(SMALL)
        .gsde(Gsde.every(7).logStd(-2))
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
    Sac sac =
        Sac.settings()
            .capacity(5_000)
            .learningStarts(50)
            .batch(64)
            .gamma(0.5)
            .network(SMALL)
            .learningRate(Schedule.constant(5e-3))
            .tau(0.02)
            .gsde(Gsde.every(4).logStd(-2))
            .build();
    assertThat(trained(sac, ContinuousIdentity::new, 1, 400)).isGreaterThanOrEqualTo(90);
  }

  @Test
  void noiseStaysForSomeStepsAndHasUnitVariance() {
    Dense mean = new Dense(3, 1, Initializer.orthogonal(1));
    Network actor = new Network(List.of(new StateDependentNoise(mean, -1)));
    float[] params = new float[actor.parameters()];
    RandomStream random = RandomStreams.of(1).stream("test");
    actor.initialise(params, 0, random::gaussian);
    Workspace work = new Workspace(actor, 2, Kernels.fastest());
    actor.forward(work, params, 0, 2, new float[] {0.3f, -1, 0.5f, 2, 0.1f, -0.4f}, 0);
    SmoothNoise noise = new SmoothNoise(Gsde.every(3), actor, 2);
    RandomStream[] lanes = {random, RandomStreams.of(2).stream("test")};
    int draws = 4_000;
    double squares = 0;
    float[] e = new float[1];
    for (int draw = 0; draw < draws; draw++) {
      float first = Float.NaN;
      for (int step = 0; step < 3; step++) {
        noise.step(lanes);
        noise.write(1, work, params, e);
        if (step > 0) {
          assertThat(e[0]).isEqualTo(first);
        } else {
          assertThat(e[0]).isNotEqualTo(first);
        }
        first = e[0];
      }
      squares += first * first;
    }
    assertThat(squares / draws).isCloseTo(1, within(4 * Math.sqrt(2.0 / draws)));
  }

  @Test
  void discreteActionsHaveNoSuchNoise() {
    assertThatThrownBy(() -> DiscreteSac.settings().gsde(Gsde.every(4)).buildDiscrete())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("continuous actions");
  }
}
