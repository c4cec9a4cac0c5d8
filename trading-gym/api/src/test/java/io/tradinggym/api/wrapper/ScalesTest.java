package io.tradinggym.api.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Scripted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of scaling, at their edges. */
class ScalesTest {
  private static final double ROUNDING = 1e-6;

  private static Batch batch(int lanes, float... observations) {
    Batch batch = new Batch(Scripted.described().build(), lanes, AutoReset.NEXT_STEP);
    System.arraycopy(observations, 0, batch.observations, 0, observations.length);
    return batch;
  }

  /** Rows are scaled as their entries are, be they finite, beyond the clip or neither. */
  @Test
  void aRowIsScaledAsItsEntriesAre() {
    boolean[] numbers = {true, true, true, true};
    boolean[] withAChoice = {true, false, true, true};
    float[] rows = {
      1, -2, 3, 1e6f, -1e6f, 0, -0f, 7, Float.NaN, 1, 1e30f, 4, 2, Float.NEGATIVE_INFINITY, 5, 9
    };
    for (boolean[] scaled : List.of(numbers, withAChoice)) {
      Normalizer normalizer = new Normalizer(scaled, 2.5);
      for (int row = 0; row < 3; row++) {
        normalizer.moments().add(new float[] {row, 3 * row, -row, 5}, 0);
      }
      normalizer.moments().merge();
      float[] out = new float[rows.length + 1];
      normalizer.apply(rows, 0, 4, out, 1);
      for (int i = 0; i < rows.length; i++) {
        double deviation = Math.sqrt(new double[] {2 / 3.0, 6, 2 / 3.0, 0}[i % 4] + 1e-8);
        double z = (rows[i] - new double[] {1, 3, -1, 5}[i % 4]) / deviation;
        boolean kept = !scaled[i % 4] || !Float.isFinite(rows[i]);
        float right = kept ? rows[i] : (float) Math.clamp(z, -2.5, 2.5);
        assertThat((Float) out[i + 1]).as("number %d", i).isCloseTo(right, within(1e-5f));
        assertThat(Float.compare(normalizer.scaled(i % 4, rows[i]), out[i + 1])).isZero();
      }
    }
  }

  /** Seen 2 and 6: mean 4, deviation 2. */
  @Test
  void observationsAreClippedAtTenDeviations() {
    Normalizer normalizer = new Normalizer(1);
    normalizer.update(batch(2, 2, 6), null);
    float[] out = new float[5];
    normalizer.apply(new float[] {4, 23.9f, 24.1f, -15.9f, -16.1f}, 0, 5, out, 0);
    assertThat(out[0]).isZero();
    assertThat((double) out[1]).isCloseTo(9.95, within(ROUNDING));
    assertThat(out[2]).isEqualTo(10);
    assertThat((double) out[3]).isCloseTo(-9.95, within(ROUNDING));
    assertThat(out[4]).isEqualTo(-10);
    float[] gradient = {1, 1, 1, 1, 1};
    normalizer.chain(new float[] {4, 23.9f, 24.1f, -15.9f, -16.1f}, 5, gradient);
    assertThat(gradient).containsExactly(0.5f, 0.5f, 0, 0.5f, 0);
    normalizer.update(batch(2, 100, 8), new boolean[] {false, true});
    assertThat(normalizer.moments().count()).isEqualTo(3);
    assertThat(normalizer.moments().mean(0)).isCloseTo(16 / 3.0, within(ROUNDING));
    assertThatThrownBy(() -> new Normalizer(1, 0)).hasMessage("clip must be > 0, was 0.0");
  }

  /** gamma 1/2; returns 2, then 1 + 4 = 5, then 0.5 x 5 - 5.5 = -3, which ends the episode; then 4. */
  @Test
  void rewardsAreScaledByReturnsThatBeginWithEpisodes() {
    RewardScaler scaler = new RewardScaler(1, 0.5, 10);
    double[] rewards = {2, 4, -5.5, 4};
    double[] returns = {2, 5, -3, 4};
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < rewards.length; i++) {
      Batch batch = batch(1);
      batch.rewards[0] = rewards[i];
      batch.ends[0] = i == 2 ? EndReason.GOAL_LOST.code() : 0;
      scaler.update(batch, true);
      sum += returns[i];
      squares += returns[i] * returns[i];
    }
    double mean = sum / 4;
    double deviation = Math.sqrt(squares / 4 - mean * mean + 1e-8);
    assertThat(scaler.moments().count()).isEqualTo(4);
    assertThat(scaler.scale(3)).isCloseTo(3 / deviation, within(ROUNDING));
    assertThat(scaler.scale(9.9 * deviation)).isCloseTo(9.9, within(ROUNDING));
    assertThat(scaler.scale(10.1 * deviation)).isEqualTo(10);
    assertThat(scaler.scale(-10.1 * deviation)).isEqualTo(-10);
    Batch frozen = batch(1);
    frozen.rewards[0] = 100;
    scaler.update(frozen, false);
    assertThat(scaler.moments().count()).isEqualTo(4);
    assertThatThrownBy(() -> new RewardScaler(1, 1.1, 10))
        .hasMessage("gamma must be in [0, 1], was 1.1");
    assertThatThrownBy(() -> new RewardScaler(1, 0.9, 0)).hasMessage("clip must be > 0, was 0.0");
  }
}
