package io.tradinggym.agents.td3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.Plain;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.DeterministicPolicy;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.head.BoundedBox;
import io.tradinggym.agents.replay.PlainSample;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code clip(pi'(s') + clip(noise, -c, c), -1, 1)} of a part of a sample, written down a second time. */
class SmoothedActionsTest {
  private static final int ACTIONS = 2;
  private static final double CLIP = 0.5;

  @Test
  void noiseAndActionsKeepToTheirBounds() {
    RandomStream random = RandomStreams.of(3).stream("test");
    Network actor =
        DeterministicPolicy.network(
            PlainSample.INPUTS,
            BoundedBox.of(Box.of(-3, 3, ACTIONS)),
            new Mlp(List.of(4), Activation.TANH));
    float[] params = new float[actor.parameters()];
    for (int i = 0; i < params.length; i++) {
      params[i] = (float) random.gaussian();
    }
    float[] noise = new float[PlainSample.ROWS * ACTIONS];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.gaussian();
    }
    PlainSample plain = new PlainSample(0, 0, 9);
    SmoothedActions smoothed = new SmoothedActions(actor, params, CLIP, PlainSample.ROWS, 1);
    smoothed.prepare(noise);
    int from = 2;
    int rows = 60;
    int width = PlainSample.INPUTS + ACTIONS;
    float[] inputs = new float[rows * width];
    float[] bonuses = new float[rows];
    Arrays.fill(bonuses, 7);

    smoothed.write(0, plain.sample, from, rows, inputs, bonuses);

    int beyond = 0;
    for (int i = 0; i < rows; i++) {
      double[] action = Plain.forward(actor, Plain.doubles(params), 0, plain.next(from + i));
      for (int j = 0; j < ACTIONS; j++) {
        double moved = action[j] + Math.clamp(noise[(from + i) * ACTIONS + j], -CLIP, CLIP);
        beyond += Math.abs(moved) > 1 ? 1 : 0;
        assertThat((double) inputs[i * width + PlainSample.INPUTS + j])
            .isCloseTo(Math.clamp(moved, -1, 1), within(1e-5));
      }
      assertThat(bonuses[i]).isZero();
    }
    assertThat(beyond).as("actions that noise carried out of bounds").isPositive();
  }
}
