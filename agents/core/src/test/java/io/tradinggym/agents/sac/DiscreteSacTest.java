package io.tradinggym.agents.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.AlgorithmContract;
import io.tradinggym.agents.Identity;
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
import io.tradinggym.api.space.Discrete;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscreteSacTest extends AlgorithmContract {
  private static final Mlp SMALL = new Mlp(List.of(32, 32), Activation.RELU);

  private static SacSettings.Builder quick() {
    return DiscreteSac.settings()
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
    return DiscreteSac.settings()
        .capacity(1_000)
        .learningStarts(40)
        .trainEvery(16)
        .gradientSteps(2)
        .batch(300)
        .nStep(2)
        .prioritization(Prioritization.DEFAULT)
        .network(SMALL)
        .buildDiscrete();
  }

  @Override
  protected String environment() {
    return "CartPole-v1";
  }

  @Override
  protected EnvironmentLogic probe() {
    return new Identity(2, false);
  }

  @Test
  void learnsTheIdentity() {
    assertThat(trained(quick().buildDiscrete(), () -> new Identity(2, false), 1, 1_200))
        .isGreaterThanOrEqualTo(90);
  }

  @Test
  void obeysTheMask() {
    assertThat(trained(quick().buildDiscrete(), () -> new Identity(5, true), 4, 40)).isEqualTo(100);
  }

  @Test
  void theTemperatureBringsTheEntropyToItsShare() {
    try (VectorEnvironment envs =
            Gym.vector(() -> new Identity(4, false), 4, 1, AutoReset.NEXT_STEP);
        Learner learner = quick().entropyShare(0.6).buildDiscrete().start(envs, 3, 1)) {
      double entropy = 0;
      int last = 200;
      for (int i = 0; i < 2_000; i++) {
        learner.advance(0);
        if (i >= 2_000 - last) {
          entropy += learner.metrics().getOrDefault("policy/entropy", Double.NaN) / last;
        }
      }
      assertThat(entropy).isCloseTo(0.6 * Math.log(4), within(0.1));
    }
  }

  @Test
  void theActorsGradientIsTheSlopeOfItsLoss() {
    SoftChoice choice = new SoftChoice(Discrete.of(3));
    float[] logits = {0.4f, -0.7f, 0.2f};
    float[] first = {1, -0.5f, 0.3f};
    float[] second = {0.8f, 0.1f, 0.6f};
    for (boolean[] mask : new boolean[][] {{}, {true, false, true}}) {
      float[] slopes = new float[3];
      choice.at(logits, 0, mask, 0);
      choice.backward(first, second, 0, 0.3f, 1, slopes);
      for (int a = 0; a < 3; a++) {
        double[] values = new double[2];
        for (int side = 0; side < 2; side++) {
          float[] moved = logits.clone();
          moved[a] += side == 0 ? 1e-2f : -1e-2f;
          choice.at(moved, 0, mask, 0);
          values[side] = -choice.value(first, second, 0, 0.3f);
        }
        assertThat((double) slopes[a]).isCloseTo((values[0] - values[1]) / 2e-2, within(1e-3));
      }
    }
  }

  @Test
  void refusesWhatItCannotDo() {
    try (VectorEnvironment envs = Gym.vector("Pendulum-v1", 1)) {
      assertThatThrownBy(() -> DiscreteSac.defaults().start(envs, 1, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("needs a Discrete action space");
    }
  }
}
