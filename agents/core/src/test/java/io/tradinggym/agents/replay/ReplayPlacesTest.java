package io.tradinggym.agents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tradinggym.agents.policy.ObservationEncoder;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Observations of three numbers and actions of two, in rings that have gone round: everything stays in its place. */
class ReplayPlacesTest {
  private static final int LANES = 2;
  private static final int LENGTH = 5;
  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("Wide-v0")
          .observation(Box.of(-1e6, 1e6, 3))
          .action(Box.of(-1e6, 1e6, 2))
          .build();

  /** At count c a lane sees (c, lane, 7 c), does (10 c, lane) and earns c. */
  private static Replay filled(int steps, @Nullable Draws draws, ObservationEncoder encoder) {
    Batch batch = new Batch(SPEC, LANES, AutoReset.NEXT_STEP);
    Replay replay =
        new Replay(SPEC, encoder, LANES, AutoReset.NEXT_STEP, LANES * LENGTH, 1 << 20, draws);
    show(batch, 0);
    encoder.update(batch);
    replay.begin(batch);
    float[] actions = new float[2 * LANES];
    for (int count = 0; count < steps; count++) {
      for (int lane = 0; lane < LANES; lane++) {
        actions[2 * lane] = 10 * count;
        actions[2 * lane + 1] = lane;
        batch.rewards[lane] = count;
        batch.first[lane] = false;
        batch.ends[lane] = EndReason.NONE.code();
      }
      show(batch, count + 1);
      encoder.update(batch);
      replay.add(actions, batch);
    }
    return replay;
  }

  private static void show(Batch batch, int count) {
    for (int lane = 0; lane < LANES; lane++) {
      batch.observations[3 * lane] = count;
      batch.observations[3 * lane + 1] = lane;
      batch.observations[3 * lane + 2] = 7 * count;
    }
  }

  private static ObservationEncoder plain() {
    return new ObservationEncoder(SPEC.observation(), false);
  }

  /** The last four steps of each lane are there, and the open slot is not. */
  private static void check(Replay replay, int steps) {
    int oldest = steps - LENGTH + 1;
    int last = steps - 1;
    assertThat(replay.size()).isEqualTo(LANES * (LENGTH - 1));
    Set<String> seen = new HashSet<>();
    int held = 0;
    for (int slot = 0; slot < replay.slots(); slot++) {
      if (!replay.holds(slot)) {
        continue;
      }
      held++;
      float[] observation = new float[4];
      float[] action = new float[3];
      replay.look(slot, observation, 1, action, 1);
      int count = (int) observation[1];
      int lane = (int) observation[2];
      assertThat(observation).containsExactly(0, count, lane, 7 * count);
      assertThat(action).containsExactly(0, 10 * count, lane);
      assertThat(replay.lane(slot)).isEqualTo(lane);
      assertThat(replay.reward(slot)).isEqualTo(count);
      int before = replay.before(slot);
      if (count == oldest) {
        assertThat(before).as("the oldest").isEqualTo(-1);
      } else {
        assertThat(replay.reward(before)).isEqualTo(count - 1);
        assertThat(replay.lane(before)).isEqualTo(lane);
      }
      if (count == last) {
        int[] newest = new int[3];
        assertThat(replay.newest(slot, newest)).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
          assertThat(replay.reward(newest[i])).isEqualTo(count - i);
          assertThat(replay.lane(newest[i])).isEqualTo(lane);
        }
        assertThat(replay.newest(slot, new int[8])).isEqualTo(4);
      }
      seen.add(count + " " + lane);
    }
    assertThat(held).isEqualTo(replay.size());
    Set<String> wanted = new HashSet<>();
    for (int count = oldest; count <= last; count++) {
      wanted.add(count + " 0");
      wanted.add(count + " 1");
    }
    assertThat(seen).isEqualTo(wanted);
  }

  /** Wherever the ring begins. */
  @ParameterizedTest
  @ValueSource(ints = {10, 11, 12, 13, 14})
  void everythingLiesWhereItIsLookedFor(int steps) {
    try (Replay replay = filled(steps, null, plain());
        Replay other = filled(3, null, plain())) {
      check(replay, steps);
      Snapshots.restore(other, Snapshots.take(replay));
      check(other, steps);
    }
  }

  @Test
  void itBeginsAnewWithNothing() {
    try (Replay replay = filled(10, null, plain())) {
      Batch batch = new Batch(SPEC, LANES, AutoReset.NEXT_STEP);
      replay.begin(batch);
      assertThat(replay.size()).isZero();
      for (int slot = 0; slot < replay.slots(); slot++) {
        assertThat(replay.holds(slot)).isFalse();
      }
    }
  }

  /** After a new beginning draws are of the few slots in use: a stream that counts its draws tells. */
  @Test
  void aNewBeginningForgetsHowFarTheRingsWere() {
    try (Replay old = filled(10, null, plain());
        Replay fresh = filled(0, null, plain())) {
      Batch batch = new Batch(SPEC, LANES, AutoReset.NEXT_STEP);
      for (Replay replay : List.of(old, fresh)) {
        replay.begin(batch);
        Arrays.fill(batch.first, false);
        replay.add(new float[2 * LANES], batch);
      }
      RandomStream one = RandomStreams.of(1).stream("draws");
      RandomStream other = RandomStreams.of(1).stream("draws");
      for (int draw = 0; draw < 50; draw++) {
        assertThat(old.uniformSlot(one)).isEqualTo(fresh.uniformSlot(other));
      }
    }
  }

  /** Both files are let go: neither observations nor actions can be read any more. */
  @Test
  void whatLayInFilesIsGoneWhenItIsClosed() {
    Replay replay = new Replay(SPEC, LANES, AutoReset.NEXT_STEP, LANES * LENGTH, 0, null);
    Batch batch = new Batch(SPEC, LANES, AutoReset.NEXT_STEP);
    Arrays.fill(batch.observations, 5);
    replay.begin(batch);
    Arrays.fill(batch.first, false);
    replay.add(new float[] {6, 6, 6, 6}, batch);
    float[] seen = new float[3];
    float[] done = new float[2];
    replay.look(0, seen, 0, done, 0);
    assertThat(seen).containsOnly(5);
    assertThat(done).containsOnly(6);
    replay.close();
    Arrays.fill(seen, 0);
    assertThatIllegalStateException().isThrownBy(() -> replay.look(0, seen, 0, done, 0));
    assertThat(seen).as("observations, which are read first").containsOnly(0);
    ReplaySample sample = new ReplaySample(1, 3, 2, 0);
    RandomStream random = RandomStreams.of(1).stream("draws");
    assertThatIllegalStateException().isThrownBy(() -> replay.sample(random, 1, 0.5, 0, sample));
    assertThat(sample.actions).as("actions, which samples read first").containsOnly(0);
  }

  /** Three slots a lane are enough: one transition, what follows it, and the open slot. */
  @Test
  void threeSlotsALaneAreEnough() {
    try (Replay replay = new Replay(SPEC, LANES, AutoReset.NEXT_STEP, 3 * LANES, 1 << 20, null)) {
      assertThat(replay.slots()).isEqualTo(3 * LANES);
    }
  }

  /** What was overwritten is not drawn, however much it mattered. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void onlyWhatIsHeldIsDrawn(boolean prioritized) {
    try (Replay replay = filled(23, prioritized ? Prioritization.DEFAULT : null, plain())) {
      ReplaySample sample = new ReplaySample(32, 3, 2, 0);
      Set<Float> seen = new HashSet<>();
      Set<Float> lanes = new HashSet<>();
      for (int draw = 0; draw < 20; draw++) {
        Arrays.fill(sample.weights, 9);
        replay.sample(RandomStreams.of(draw).stream("draws"), 1, 0.5, 0, sample);
        for (int row = 0; row < sample.rows; row++) {
          float count = sample.observations[3 * row];
          assertThat(sample.actions[2 * row]).isEqualTo(10 * count);
          assertThat(sample.actions[2 * row + 1]).isEqualTo(sample.observations[3 * row + 1]);
          assertThat(sample.nextObservations[3 * row]).isEqualTo(count + 1);
          assertThat(sample.nextObservations[3 * row + 2]).isEqualTo(7 * count + 7);
          assertThat(sample.rewards[row]).isEqualTo(count);
          assertThat(sample.weights[row]).as("all alike").isEqualTo(1);
          seen.add(count);
          lanes.add(sample.observations[3 * row + 1]);
        }
      }
      assertThat(lanes).containsExactlyInAnyOrder(0f, 1f);
      assertThat(seen).containsExactlyInAnyOrder(19f, 20f, 21f, 22f);
    }
  }

  /** Observations were kept as they were seen; a sample shows them by what is known of their scale now. */
  @Test
  void observationsAreScaledWhenTheyAreDrawn() {
    ObservationEncoder encoder = new ObservationEncoder(SPEC.observation(), true);
    try (Replay replay = filled(4, null, encoder)) {
      ReplaySample sample = new ReplaySample(16, encoder, 2, 0);
      replay.sample(RandomStreams.of(1).stream("draws"), 1, 0.5, 0, sample);
      float[] raw = new float[3];
      float[] expected = new float[3];
      for (int row = 0; row < sample.rows; row++) {
        for (int ahead = 0; ahead < 2; ahead++) {
          raw[0] = sample.rewards[row] + ahead;
          raw[1] = sample.actions[2 * row + 1];
          raw[2] = 7 * raw[0];
          encoder.encode(raw, 0, 1, expected, 0);
          assertThat(
                  Arrays.copyOfRange(
                      ahead == 0 ? sample.observations : sample.nextObservations,
                      3 * row,
                      3 * row + 3))
              .containsExactly(expected);
        }
        assertThat(sample.observations[3 * row]).isNotEqualTo(sample.rewards[row]);
      }
    }
  }

  /** The last observation of an episode may allow nothing: what it is worth must not depend on that. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMaskThatLeavesNoChoiceAfterAnEndAllowsAll(boolean ended) {
    EnvironmentSpec masked =
        EnvironmentSpec.of("Masked-v0")
            .observation(Box.of(0, 9, 1))
            .action(Discrete.of(3))
            .masked(true)
            .build();
    Batch batch = new Batch(masked, 2, AutoReset.NEXT_STEP);
    Arrays.fill(batch.masks, true);
    batch.masks[3] = false;
    try (Replay replay = new Replay(masked, 2, AutoReset.NEXT_STEP, 10, 1 << 20, null)) {
      replay.begin(batch);
      Arrays.fill(batch.first, false);
      Arrays.fill(batch.masks, false);
      batch.masks[0] = true;
      Arrays.fill(batch.ends, (ended ? EndReason.TIME_LIMIT : EndReason.NONE).code());
      batch.rewards[1] = 1;
      replay.add(new float[] {0, 1}, batch);
      ReplaySample sample = new ReplaySample(16, 1, 1, 3);
      replay.sample(RandomStreams.of(1).stream("draws"), 1, 0.5, 0, sample);
      for (int row = 0; row < sample.rows; row++) {
        boolean second = sample.rewards[row] == 1;
        assertThat(Arrays.copyOfRange(sample.masks, 3 * row, 3 * row + 3))
            .containsExactly(!second, true, true);
        assertThat(Arrays.copyOfRange(sample.nextMasks, 3 * row, 3 * row + 3))
            .containsExactly(second ? new boolean[] {ended, ended, ended} : ONE);
      }
    }
  }

  private static final boolean[] ONE = {true, false, false};
}
