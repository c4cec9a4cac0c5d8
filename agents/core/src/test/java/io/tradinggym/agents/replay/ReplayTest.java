package io.tradinggym.agents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {
  private static final double CLOSE = 1e-3;
  private static final double GAMMA = 0.9;
  private static final int LANES = 3;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("Count-v0")
          .observation(Box.of(0, 1e6, 2))
          .action(Discrete.of(2))
          .masked(true)
          .build();

  /**
   * Lanes that count: the observation is the count and the lane, the reward the count, the action its number; whether
   * the count ends an episode is a rule. So everything that follows a transition can be told from its observation
   * alone.
   */
  private static final class Counting {
    private final AutoReset mode;
    private final Batch batch;
    private final float[] actions = new float[LANES];
    private final int[] counts = new int[LANES];
    private final boolean[] resets = new boolean[LANES];

    Counting(AutoReset mode) {
      this.mode = mode;
      batch = new Batch(SPEC, LANES, mode);
      for (int lane = 0; lane < LANES; lane++) {
        show(lane, batch.observations, batch.masks);
      }
    }

    static EndReason reason(int count, int lane) {
      return count % (7 + lane) == 6
          ? EndReason.GOAL_LOST
          : count % 11 == 10 ? EndReason.TIME_LIMIT : EndReason.NONE;
    }

    static boolean allowed(int count) {
      return count % 2 == 0;
    }

    private void show(int lane, float[] observations, boolean[] masks) {
      observations[2 * lane] = counts[lane];
      observations[2 * lane + 1] = lane;
      masks[2 * lane] = allowed(counts[lane]);
      masks[2 * lane + 1] = true;
    }

    void step() {
      for (int lane = 0; lane < LANES; lane++) {
        actions[lane] = counts[lane] % 5;
        boolean onlyResets = mode == AutoReset.NEXT_STEP && resets[lane];
        EndReason reason = onlyResets ? EndReason.NONE : reason(counts[lane], lane);
        batch.rewards[lane] = onlyResets ? 0 : counts[lane];
        batch.ends[lane] = reason.code();
        batch.first[lane] = onlyResets;
        counts[lane]++;
        if (mode == AutoReset.SAME_STEP && reason.ended()) {
          show(lane, batch.finalObservations, batch.finalMasks);
          counts[lane]++;
          batch.first[lane] = true;
        }
        show(lane, batch.observations, batch.masks);
        resets[lane] = reason.ended();
      }
    }
  }

  /** Bytes above which the replay lies in a file. */
  long memory() {
    return OffPolicySettings.DEFAULT_MEMORY;
  }

  private Replay filled(AutoReset mode, int capacity, int steps, @Nullable Draws draws) {
    Counting lanes = new Counting(mode);
    Replay replay = new Replay(SPEC, LANES, mode, capacity, memory(), draws);
    replay.begin(lanes.batch);
    for (int step = 0; step < steps; step++) {
      lanes.step();
      replay.add(lanes.actions, lanes.batch);
    }
    return replay;
  }

  private static ReplaySample sample() {
    return new ReplaySample(64, 2, 1, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "NEXT_STEP, 1, 40",
    "SAME_STEP, 1, 40",
    "NEXT_STEP, 3, 40",
    "SAME_STEP, 3, 500",
    "NEXT_STEP, 5, 1000"
  })
  void drawsWhatHappened(AutoReset mode, int n, int steps) {
    Replay replay = filled(mode, 150, steps, null);
    int newest = steps + (mode == AutoReset.SAME_STEP ? 2 * steps : 0);
    ReplaySample sample = sample();
    Set<Float> seen = new HashSet<>();
    for (int draw = 0; draw < 50; draw++) {
      replay.sample(RandomStreams.of(draw).stream("draws"), n, GAMMA, 0, sample);
      for (int row = 0; row < sample.rows; row++) {
        seen.add(sample.observations[2 * row]);
        check(sample, row, n, newest);
      }
    }
    assertThat(seen).hasSizeGreaterThan(25);
  }

  private static void check(ReplaySample sample, int row, int n, int newest) {
    int count = (int) sample.observations[2 * row];
    int lane = (int) sample.observations[2 * row + 1];
    int last = (int) sample.nextObservations[2 * row];
    assertThat(sample.nextObservations[2 * row + 1]).isEqualTo(lane);
    assertThat(sample.actions[row]).isEqualTo(count % 5);
    double reward = 0;
    double discount = 1;
    int at = count;
    EndReason reason = EndReason.NONE;
    while (at < count + n && !reason.ended() && (at < last || at == count)) {
      reward += discount * at;
      discount *= GAMMA;
      reason = Counting.reason(at, lane);
      at++;
    }
    assertThat(last).isEqualTo(at);
    boolean full = at == count + n || reason.ended();
    assertThat(full || at <= newest).isTrue();
    assertThat((double) sample.rewards[row]).isCloseTo(reward, within(CLOSE));
    assertThat((double) sample.discounts[row])
        .isCloseTo(reason.terminated() ? 0 : discount, within(1e-6));
    assertThat(sample.masks[2 * row]).isEqualTo(Counting.allowed(count));
    assertThat(sample.nextMasks[2 * row]).isEqualTo(Counting.allowed(last));
  }

  @Test
  void forgetsTheOldestAndCountsWhatCanBeDrawn() {
    Replay few = filled(AutoReset.NEXT_STEP, 300, 6, null);
    assertThat(few.size()).isEqualTo(18);
    Replay many = filled(AutoReset.NEXT_STEP, 90, 1000, null);
    ReplaySample sample = sample();
    float oldest = Float.MAX_VALUE;
    for (int draw = 0; draw < 50; draw++) {
      many.sample(RandomStreams.of(draw).stream("draws"), 1, GAMMA, 0, sample);
      for (int row = 0; row < sample.rows; row++) {
        oldest = Math.min(oldest, sample.observations[2 * row]);
      }
    }
    // 30 slots a lane, one of them open.
    assertThat(oldest).isBetween(1000f - 29, 1000f - 25);
    assertThat(many.size()).isBetween(3 * 20, 3 * 29);
  }

  @Test
  void bootstrapsEarlierWhereNoMoreIsKnown() {
    Replay replay = filled(AutoReset.NEXT_STEP, 300, 4, null);
    ReplaySample sample = sample();
    replay.sample(RandomStreams.of(1).stream("draws"), 100, GAMMA, 0, sample);
    for (int row = 0; row < sample.rows; row++) {
      double steps = 4 - sample.observations[2 * row];
      assertThat(sample.nextObservations[2 * row]).isEqualTo(4);
      assertThat((double) sample.discounts[row]).isCloseTo(Math.pow(GAMMA, steps), within(1e-6));
    }
  }

  @Test
  void drawsInProportionToPriorities() {
    Prioritization full = new Prioritization(1, progress -> 1, 1e-6);
    Replay replay = filled(AutoReset.NEXT_STEP, 300, 5, full);
    RandomStream random = RandomStreams.of(7).stream("draws");
    ReplaySample sample = sample();
    // Errors of 1 for even counts and 3 for odd ones; several rounds, so that every transition has
    // met its own.
    for (int round = 0; round < 20; round++) {
      replay.sample(random, 1, GAMMA, 0, sample);
      for (int row = 0; row < sample.rows; row++) {
        sample.errors[row] = sample.observations[2 * row] % 2 == 0 ? -1 : 3;
      }
      replay.learned(sample);
    }
    int odd = 0;
    int draws = 0;
    for (int round = 0; round < 100; round++) {
      replay.sample(random, 1, GAMMA, 0, sample);
      for (int row = 0; row < sample.rows; row++) {
        boolean isOdd = sample.observations[2 * row] % 2 == 1;
        odd += isOdd ? 1 : 0;
        draws++;
        // With beta 1 the weight undoes the priority: 1 for the rarest, a third of it for the
        // others.
        assertThat((double) sample.weights[row]).isCloseTo(isOdd ? 1 / 3.0 : 1, within(1e-5));
      }
    }
    // Counts 0, 2, 4 weigh 1 each, 1 and 3 weigh 3 each, in each lane.
    assertThat(odd / (double) draws).isCloseTo(6 / 9.0, within(0.01));
  }

  /**
   * alpha 1/2: errors of 3 and 15 make priorities of 2 and 4, with epsilon 1. beta 1/4: weights (N P)^-1/4, relative to
   * the largest of the sample.
   */
  @Test
  void prioritiesArePowersOfErrorsAndWeightsPowersOfChances() {
    Prioritization half = new Prioritization(0.5, progress -> progress / 2, 1);
    Replay replay = filled(AutoReset.NEXT_STEP, 300, 5, half);
    RandomStream random = RandomStreams.of(7).stream("draws");
    ReplaySample sample = sample();
    for (int round = 0; round < 20; round++) {
      replay.sample(random, 1, GAMMA, 0.5, sample);
      for (int row = 0; row < sample.rows; row++) {
        sample.errors[row] = sample.observations[2 * row] % 2 == 0 ? -3 : 15;
      }
      replay.learned(sample);
    }
    int odd = 0;
    int draws = 0;
    for (int round = 0; round < 100; round++) {
      replay.sample(random, 1, GAMMA, 0.5, sample);
      for (int row = 0; row < sample.rows; row++) {
        boolean isOdd = sample.observations[2 * row] % 2 == 1;
        odd += isOdd ? 1 : 0;
        draws++;
        assertThat((double) sample.weights[row])
            .isCloseTo(isOdd ? Math.pow(2, -0.25) : 1, within(1e-5));
      }
    }
    // Three counts of priority 2 and two of 4 in each lane.
    assertThat(odd / (double) draws).isCloseTo(8 / 14.0, within(0.01));
  }

  /** Ten times the largest of the others: a transition that nobody has looked at comes soon. */
  @Test
  void newTransitionsComeInWithTheLargestPriorityThereWas() {
    Prioritization full = new Prioritization(1, progress -> 0, 1e-6);
    Counting lanes = new Counting(AutoReset.NEXT_STEP);
    Replay replay = new Replay(SPEC, LANES, AutoReset.NEXT_STEP, 300, memory(), full);
    replay.begin(lanes.batch);
    for (int step = 0; step < 5; step++) {
      lanes.step();
      replay.add(lanes.actions, lanes.batch);
    }
    RandomStream random = RandomStreams.of(7).stream("draws");
    ReplaySample sample = sample();
    for (int round = 0; round < 20; round++) {
      replay.sample(random, 1, GAMMA, 0, sample);
      // The largest there ever was is 10, in the first round; all are 1 in the end.
      Arrays.fill(sample.errors, round == 0 ? 10 : 1);
      replay.learned(sample);
    }
    lanes.step();
    replay.add(lanes.actions, lanes.batch);
    int fresh = 0;
    int draws = 0;
    for (int round = 0; round < 100; round++) {
      replay.sample(random, 1, GAMMA, 0, sample);
      for (int row = 0; row < sample.rows; row++) {
        fresh += sample.observations[2 * row] == 5 ? 1 : 0;
        draws++;
        assertThat(sample.weights[row]).as("beta 0").isEqualTo(1);
      }
    }
    // One transition of priority 10 beside five of 1 in each lane.
    assertThat(fresh / (double) draws).isCloseTo(10 / 15.0, within(0.01));
  }

  /** One draw of each equal part of all priorities: of twelve alike, twelve draws take each once. */
  @Test
  void drawsOneOfEachPart() {
    Replay replay = filled(AutoReset.NEXT_STEP, 300, 4, new Prioritization(1, progress -> 1, 1e-6));
    ReplaySample sample = new ReplaySample(4 * LANES, 2, 1, 2);
    for (int draw = 0; draw < 20; draw++) {
      replay.sample(RandomStreams.of(draw).stream("draws"), 1, GAMMA, 0, sample);
      Set<String> seen = new HashSet<>();
      for (int row = 0; row < sample.rows; row++) {
        seen.add(sample.observations[2 * row] + " " + sample.observations[2 * row + 1]);
        assertThat(sample.weights[row]).isEqualTo(1);
      }
      assertThat(seen).hasSize(4 * LANES);
    }
  }

  @Test
  void whatComesAfterARestoreHasTheLargestPriorityThereWas() throws IOException {
    Prioritization full = new Prioritization(1, progress -> 0, 1e-6);
    Counting lanes = new Counting(AutoReset.NEXT_STEP);
    Replay replay = new Replay(SPEC, LANES, AutoReset.NEXT_STEP, 300, memory(), full);
    replay.begin(lanes.batch);
    for (int step = 0; step < 5; step++) {
      lanes.step();
      replay.add(lanes.actions, lanes.batch);
    }
    ReplaySample sample = sample();
    replay.sample(RandomStreams.of(1).stream("draws"), 1, GAMMA, 0, sample);
    Arrays.fill(sample.errors, 10);
    replay.learned(sample);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    replay.save(new DataOutputStream(bytes));
    Replay restored = new Replay(SPEC, LANES, AutoReset.NEXT_STEP, 300, memory(), full);
    restored.begin(lanes.batch);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    restored.restore(in);
    assertThat(in.available()).isZero();
    lanes.step();
    replay.add(lanes.actions, lanes.batch);
    restored.add(lanes.actions, lanes.batch);
    ReplaySample actual = sample();
    replay.sample(RandomStreams.of(2).stream("draws"), 1, GAMMA, 0, sample);
    restored.sample(RandomStreams.of(2).stream("draws"), 1, GAMMA, 0, actual);
    assertThat(actual.observations).isEqualTo(sample.observations);
  }

  @ParameterizedTest
  @CsvSource({
    "uniform, 20",
    "uniform, 500",
    "errors, 20",
    "errors, 500",
    "likeness, 20",
    "likeness, 500"
  })
  void goesOnBitForBitAfterASave(String by, int steps) throws IOException {
    Draws draws =
        switch (by) {
          case "errors" -> Prioritization.DEFAULT;
          case "likeness" -> Similarity.DEFAULT;
          default -> null;
        };
    Replay replay = filled(AutoReset.SAME_STEP, 150, steps, draws);
    ReplaySample expected = sample();
    replay.sample(RandomStreams.of(3).stream("draws"), 2, GAMMA, 0.5, expected);
    for (int row = 0; row < expected.rows; row++) {
      expected.errors[row] = row;
    }
    replay.learned(expected);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    replay.save(new DataOutputStream(bytes));
    Replay restored = filled(AutoReset.SAME_STEP, 150, 70, draws);
    restored.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    ReplaySample actual = sample();
    replay.sample(RandomStreams.of(4).stream("draws"), 2, GAMMA, 0.5, expected);
    restored.sample(RandomStreams.of(4).stream("draws"), 2, GAMMA, 0.5, actual);
    assertThat(restored.size()).isEqualTo(replay.size());
    assertThat(actual.observations).isEqualTo(expected.observations);
    assertThat(actual.nextObservations).isEqualTo(expected.nextObservations);
    assertThat(actual.nextMasks).isEqualTo(expected.nextMasks);
    assertThat(actual.actions).isEqualTo(expected.actions);
    assertThat(actual.rewards).isEqualTo(expected.rewards);
    assertThat(actual.discounts).isEqualTo(expected.discounts);
    assertThat(actual.weights).isEqualTo(expected.weights);
  }

  @Test
  void saysWhatItCannotHold() {
    assertThatThrownBy(() -> new Replay(SPEC, LANES, AutoReset.NEXT_STEP, 8, memory(), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 9, was 8");
    EnvironmentSpec wide =
        EnvironmentSpec.of("Wide-v0")
            .observation(Box.of(0, 1, 1))
            .action(Discrete.of(10_000))
            .masked(true)
            .build();
    assertThatThrownBy(() -> new Replay(wide, 1, AutoReset.NEXT_STEP, 1_000_000, memory(), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lower the capacity");
    Replay empty = filled(AutoReset.NEXT_STEP, 90, 0, null);
    assertThatThrownBy(
            () -> empty.sample(RandomStreams.of(1).stream("draws"), 1, GAMMA, 0, sample()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("empty");
  }

  @Test
  void aMillionTransitionsOfCartPoleTakeLessThanSixtyMegabytes() {
    EnvironmentSpec cartPole =
        EnvironmentSpec.of("Four-v0").observation(Box.of(-1, 1, 4)).action(Discrete.of(2)).build();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try (Replay replay =
        new Replay(cartPole, 8, AutoReset.NEXT_STEP, 1_000_000, memory(), Prioritization.DEFAULT)) {
      assertThat(replay.size()).isZero();
    }
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(60_000_000);
  }
}
