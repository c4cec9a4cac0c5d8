package io.tradinggym.agents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Against the primal: a ridge of 1 on all products of (1, x) and (1, a), solved as it is written. */
class RewardFitTest {
  private static final int INPUTS = 3;
  private static final int COUNT = 30;

  private RandomStream random = RandomStreams.of(8).stream("rows");
  private final float[][] rows = new float[COUNT][INPUTS];
  private final double[] rewards = new double[COUNT];

  private Replay filled(Space actionSpace, float[][] actions) {
    EnvironmentSpec spec =
        EnvironmentSpec.of("Rows-v0")
            .observation(Box.of(-1e6, 1e6, INPUTS))
            .action(actionSpace)
            .build();
    for (float[] row : rows) {
      for (int i = 0; i < INPUTS; i++) {
        row[i] = (float) (3 + random.gaussian());
      }
    }
    Batch batch = new Batch(spec, 1, AutoReset.SAME_STEP);
    Replay replay = new Replay(spec, 1, AutoReset.SAME_STEP, COUNT + 1, 1 << 20, null);
    System.arraycopy(rows[0], 0, batch.observations, 0, INPUTS);
    replay.begin(batch);
    for (int i = 0; i < COUNT; i++) {
      rewards[i] = (float) random.gaussian();
      batch.rewards[0] = rewards[i];
      System.arraycopy(rows[Math.min(i + 1, COUNT - 1)], 0, batch.observations, 0, INPUTS);
      replay.add(actions[i], batch);
    }
    return replay;
  }

  private Fingerprints scales() {
    Fingerprints scales = new Fingerprints(new int[] {0}, 1, COUNT, INPUTS);
    for (int i = 0; i < COUNT; i++) {
      scales.add(i, -1, rows[i]);
    }
    return scales;
  }

  /** Row i of (1, x) times (1, a), x standardised. */
  private double[] products(Fingerprints scales, float[] seen, double... action) {
    float[] x = seen.clone();
    scales.standardise(x, 0);
    double[] out = new double[(1 + INPUTS) * (1 + action.length)];
    for (int i = 0; i < out.length; i++) {
      int from = i % (1 + INPUTS);
      int by = i / (1 + INPUTS);
      out[i] = (from == 0 ? 1 : x[from - 1]) * (by == 0 ? 1 : action[by - 1]);
    }
    return out;
  }

  /** Coordinate descent of the ridge's loss. */
  private double ridge(double[][] features, double[] at) {
    double mean = Arrays.stream(rewards).average().orElseThrow();
    double[] weights = new double[at.length];
    for (int round = 0; round < 1000; round++) {
      for (int i = 0; i < weights.length; i++) {
        double slope = weights[i];
        double curvature = 1;
        for (int row = 0; row < COUNT; row++) {
          double[] phi = features[row];
          slope += phi[i] * (dot(weights, phi) - (rewards[row] - mean));
          curvature += phi[i] * phi[i];
        }
        weights[i] -= slope / curvature;
      }
    }
    return mean + dot(weights, at);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static float[] standardised(Fingerprints scales, float... seen) {
    float[] x = seen.clone();
    scales.standardise(x, 0);
    return x;
  }

  @Property(tries = 20)
  void quantitiesOfTwoNumbersAreTheirProducts(@ForAll long seed) {
    random = RandomStreams.of(seed).stream("rows");
    float[][] actions = new float[COUNT][2];
    for (float[] action : actions) {
      action[0] = (float) random.uniform(-1, 1);
      action[1] = (float) random.uniform(-1, 1);
    }
    Replay replay = filled(Box.of(-1, 1, 2), actions);
    Fingerprints scales = scales();
    RewardFit fit = new RewardFit(64, INPUTS, 2, false);
    assertThat(fit.fitted()).isFalse();
    fit.fit(replay, scales, IntStream.range(0, COUNT).toArray(), COUNT);
    assertThat(fit.fitted()).isTrue();
    double[][] features = new double[COUNT][];
    for (int i = 0; i < COUNT; i++) {
      features[i] = products(scales, rows[i], actions[i][0], actions[i][1]);
    }
    float[] seen = {2.5f, 4, 3.25f};
    assertThat(fit.predict(standardised(scales, seen), new float[] {.25f, -.5f}))
        .isCloseTo(ridge(features, products(scales, seen, .25, -.5)), within(1e-5));
  }

  /** A choice is one number for each of what may be chosen, 0 but for what was. */
  @Test
  void choicesAreEqualOrNot() {
    float[][] actions = new float[COUNT][1];
    for (float[] action : actions) {
      action[0] = random.integer(3);
    }
    Replay replay = filled(Discrete.of(3), actions);
    Fingerprints scales = scales();
    RewardFit fit = new RewardFit(64, INPUTS, 1, true);
    fit.fit(replay, scales, IntStream.range(0, COUNT).toArray(), COUNT);
    double[][] features = new double[COUNT][];
    for (int i = 0; i < COUNT; i++) {
      double[] chosen = new double[3];
      chosen[(int) actions[i][0]] = 1;
      features[i] = products(scales, rows[i], chosen);
    }
    float[] seen = {2.5f, 4, 3.25f};
    assertThat(fit.predict(standardised(scales, seen), new float[] {2}))
        .isCloseTo(ridge(features, products(scales, seen, 0, 0, 1)), within(1e-5));
  }

  /** Of thirty, ten at even distances: every third; of twenty-five of them, the floors of two and a half. */
  @Test
  void ofMoreThanThereIsRoomForSomeAreTakenAtEvenDistances() {
    float[][] actions = new float[COUNT][1];
    for (float[] action : actions) {
      action[0] = (float) random.uniform(-1, 1);
    }
    Replay replay = filled(Box.of(-1, 1, 1), actions);
    Fingerprints scales = scales();
    int[] backwards = IntStream.range(0, COUNT).map(i -> COUNT - 1 - i).toArray();
    float[] x = {.3f, -1.2f, .7f};
    float[] action = {.4f};
    for (int count : new int[] {COUNT, 25}) {
      int[] some = IntStream.range(0, 10).map(i -> backwards[i * count / 10]).toArray();
      RewardFit few = new RewardFit(10, INPUTS, 1, false);
      few.fit(replay, scales, backwards, count);
      RewardFit same = new RewardFit(10, INPUTS, 1, false);
      same.fit(replay, scales, some, 10);
      assertThat(few.predict(x, action)).isEqualTo(same.predict(x, action));
      same.fit(replay, scales, backwards, 10);
      assertThat(few.predict(x, action)).isNotEqualTo(same.predict(x, action));
    }
  }
}
