package io.tradinggym.agents.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RolloutTest {
  private static final double CLOSE = 1e-5;

  /** The definition: A_t = sum over l of (gamma lambda)^l delta_{t+l}, summed forwards until the episode ends. */
  @Test
  void advantagesMatchTheirDefinition() {
    int steps = 17;
    int lanes = 3;
    double gamma = 0.97;
    double lambda = 0.9;
    Rollout rollout = new Rollout(steps, lanes, 1, 1, 0);
    RandomStream random = RandomStreams.of(3).stream("test");
    for (int row = 0; row < rollout.rows; row++) {
      rollout.rewards[row] = (float) random.gaussian();
      rollout.values[row] = (float) random.gaussian();
      rollout.ended[row] = random.bernoulli(0.2);
    }
    float[] last = {0.3f, -0.2f, 0.9f};
    rollout.estimateAdvantages(last, gamma, lambda);
    for (int lane = 0; lane < lanes; lane++) {
      for (int t = 0; t < steps; t++) {
        double expected = 0;
        double weight = 1;
        for (int u = t; u < steps; u++) {
          int row = u * lanes + lane;
          double next = u == steps - 1 ? last[lane] : rollout.values[row + lanes];
          double delta =
              rollout.rewards[row] + (rollout.ended[row] ? 0 : gamma * next) - rollout.values[row];
          expected += weight * delta;
          weight *= gamma * lambda;
          if (rollout.ended[row]) {
            break;
          }
        }
        int row = t * lanes + lane;
        assertThat((double) rollout.advantages[row]).isCloseTo(expected, within(CLOSE));
        assertThat((double) rollout.returns[row])
            .isCloseTo(expected + rollout.values[row], within(CLOSE));
      }
    }
  }

  private static Rollout filled() {
    Rollout rollout = new Rollout(6, 2, 1, 1, 0);
    RandomStream random = RandomStreams.of(4).stream("test");
    for (int row = 0; row < rollout.rows; row++) {
      rollout.returns[row] = (float) (3 + random.gaussian());
      rollout.values[row] = (float) (rollout.returns[row] + 0.5 + 0.4 * random.gaussian());
      rollout.advantages[row] = (float) (1 + random.gaussian());
      rollout.valid[row] = row % 4 != 1;
    }
    return rollout;
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
  }

  @Test
  void explainedVarianceIsThatOfTheRowsThatCount() {
    Rollout rollout = filled();
    double[] returns =
        IntStream.range(0, rollout.rows)
            .filter(row -> rollout.valid[row])
            .mapToDouble(row -> rollout.returns[row])
            .toArray();
    double[] errors =
        IntStream.range(0, rollout.rows)
            .filter(row -> rollout.valid[row])
            .mapToDouble(row -> rollout.returns[row] - rollout.values[row])
            .toArray();
    double expected = 1 - variance(errors) / variance(returns);
    assertThat(expected).isBetween(0.3, 0.98);
    assertThat(rollout.explainedVariance()).isCloseTo(expected, within(CLOSE));
    Arrays.fill(rollout.returns, 2);
    assertThat(rollout.explainedVariance()).isNaN();
  }

  @Test
  void advantagesAreNormalisedOverTheRowsThatCount() {
    Rollout rollout = filled();
    int[] order = {7, 1, 4, 2, 0, 5, 10, 11};
    float[] out = new float[6];
    rollout.advantages(order, 1, 6, true, out);
    // Of rows 1, 4, 2, 0, 5, 10 the first and the fifth are resets.
    double[] counted = {
      rollout.advantages[4], rollout.advantages[2], rollout.advantages[0], rollout.advantages[10]
    };
    double mean = Arrays.stream(counted).average().orElseThrow();
    double deviation = Math.sqrt(variance(counted) * 4 / 3);
    int[] places = {1, 2, 3, 5};
    for (int i = 0; i < 4; i++) {
      assertThat((double) out[places[i]]).isCloseTo((counted[i] - mean) / deviation, within(CLOSE));
    }
    rollout.advantages(order, 1, 6, false, out);
    assertThat(out[1]).isEqualTo(rollout.advantages[4]);
    rollout.advantages(order, 2, 1, true, out);
    assertThat(out[0]).as("a single row").isEqualTo(rollout.advantages[4]);
    assertThat(rollout.valid(order, 1, 6)).isEqualTo(4);
  }

  /** Deviations of the square root of 2 times 1e-8, to which 1e-8 is added: 1 / (1 + sqrt 2). */
  @Test
  void advantagesThatHardlyDifferAreNotBlownUp() {
    Rollout rollout = new Rollout(2, 1, 1, 1, 0);
    Arrays.fill(rollout.valid, true);
    rollout.advantages[0] = 1e-8f;
    rollout.advantages[1] = -1e-8f;
    float[] out = new float[2];
    rollout.advantages(new int[] {0, 1}, 0, 2, true, out);
    assertThat((double) out[0]).isCloseTo(0.41421, within(CLOSE));
    assertThat((double) out[1]).isCloseTo(-0.41421, within(CLOSE));
    Arrays.fill(rollout.advantages, 3);
    rollout.advantages(new int[] {0, 1}, 0, 2, true, out);
    assertThat(out).containsExactly(0, 0);
  }

  @Test
  void thereIsRoomForAStateOfEverySequence() {
    Rollout rollout = new Rollout(6, 2, 7, 5, 4, 3, 9);
    assertThat(rollout.states).hasSize(2 * 2 * 9);
    assertThat(rollout.observations).hasSize(84);
    assertThat(rollout.actions).hasSize(60);
    assertThat(rollout.masks).hasSize(48);
  }

  @Test
  void piecesAreRowsOrSequencesOfALane() {
    Rollout rollout = filled();
    int[] pieces = new int[rollout.rows];
    assertThat(rollout.pieces(pieces)).isEqualTo(9);
    assertThat(Arrays.copyOf(pieces, 9)).containsExactly(0, 2, 3, 4, 6, 7, 8, 10, 11);
    Rollout remembering = new Rollout(6, 2, 1, 1, 0, 3, 1);
    assertThat(remembering.pieces(pieces)).isEqualTo(4);
    assertThat(Arrays.copyOf(pieces, 4)).containsExactly(0, 1, 6, 7);
    int[] order = new int[12];
    assertThat(remembering.rows(new int[] {7, 0}, 2, order)).isEqualTo(6);
    assertThat(Arrays.copyOf(order, 6)).containsExactly(7, 9, 11, 0, 2, 4);
  }
}
