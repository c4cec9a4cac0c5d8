package io.tradinggym.agents.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.policy.returns.CategoricalReturn;
import io.tradinggym.agents.policy.returns.QuantileReturn;
import io.tradinggym.agents.policy.returns.ReturnLaw;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnLossTest {
  private static final double STEP = 1e-2;
  private static final int AT = 5;

  static List<ReturnLaw> laws() {
    return List.of(
        ReturnLaw.expectation(), ReturnLaw.categorical(7, -2, 4), ReturnLaw.quantiles(5));
  }

  private static float[] outputs(long seed) {
    Random random = new Random(seed);
    float[] outputs = new float[20];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = (float) random.nextGaussian();
    }
    return outputs;
  }

  private static double loss(ReturnLaw law, float reward, int nextAt, float[] own, float[] slopes) {
    return ReturnLoss.of(law).at(reward, 0.9f, outputs(2), nextAt, own, AT, 1, slopes);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void theGradientIsTheSlopeOfTheLoss(ReturnLaw law) {
    for (int nextAt : new int[] {ReturnLoss.NOTHING, 3}) {
      float[] own = outputs(1);
      float[] slopes = new float[own.length];
      loss(law, 0.3f, nextAt, own, slopes);
      for (int i = 0; i < own.length; i++) {
        float[] up = own.clone();
        float[] down = own.clone();
        up[i] += (float) STEP;
        down[i] -= (float) STEP;
        double difference =
            (loss(law, 0.3f, nextAt, up, slopes.clone())
                    - loss(law, 0.3f, nextAt, down, slopes.clone()))
                / (2 * STEP);
        assertThat((double) slopes[i]).as("output %s", i).isCloseTo(difference, within(2e-3));
      }
    }
  }

  /** The projection by its definition: atom i receives [1 - |clip(T z_j) - z_i| / gap] of every p_j. */
  @ParameterizedTest
  @ValueSource(floats = {-5, -0.7f, 0, 1.25f, 9})
  void categoricalTargetsAreShared(float reward) {
    CategoricalReturn law = new CategoricalReturn(7, -2, 4);
    float[] next = outputs(2);
    float[] chances = new float[7];
    law.chances(next, 3, chances);
    double[] wanted = new double[7];
    for (int j = 0; j < 7; j++) {
      double moved = Math.max(-2, Math.min(4, reward + 0.9f * law.at(j)));
      for (int i = 0; i < 7; i++) {
        wanted[i] += chances[j] * Math.max(0, 1 - Math.abs(moved - law.at(i)) / law.gap());
      }
    }
    assertThat(Arrays.stream(wanted).sum()).isCloseTo(1, within(1e-6));
    float[] own = outputs(1);
    float[] predicted = new float[7];
    law.chances(own, AT, predicted);
    float[] slopes = new float[own.length];
    loss(law, reward, 3, own, slopes);
    for (int i = 0; i < 7; i++) {
      assertThat((double) slopes[AT + i]).isCloseTo(predicted[i] - wanted[i], within(1e-6));
    }
  }

  @Test
  void quantilesDescendToTheQuantilesOfTheTargets() {
    QuantileReturn law = new QuantileReturn(4);
    ReturnLoss loss = ReturnLoss.of(law);
    Random random = new Random(3);
    float[] own = new float[4];
    float[] slopes = new float[4];
    for (int i = 0; i < 200_000; i++) {
      float reward =
          random.nextInt(1000) / 10f; // uniform on 0 .. 100: the Huber width of 1 hardly matters
      loss.at(reward, 1, own, ReturnLoss.NOTHING, own, 0, 1, slopes);
      for (int k = 0; k < 4; k++) {
        own[k] -= 0.5f * slopes[k] * (i < 150_000 ? 1 : 0.1f);
      }
    }
    double[] expected = {12.5, 37.5, 62.5, 87.5};
    for (int k = 0; k < 4; k++) {
      assertThat((double) own[k]).isCloseTo(expected[k], within(3.0));
    }
  }
}
