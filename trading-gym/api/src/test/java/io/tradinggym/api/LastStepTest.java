package io.tradinggym.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.check.EnvironmentChecker;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.wrapper.Journal;
import io.tradinggym.api.wrapper.JournalReplay;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an episode's last step shows is there in every autoreset mode. */
class LastStepTest {
  private static final InfoField STEP = InfoField.of("step", "1", "Step of the episode.");

  /** Three steps; at the end another mask and a number of one's choice. */
  private static EnvironmentLogic law(int lastShown, boolean lastAllowed) {
    return new Scripted(
        Scripted.described(Box.of(-100, 100, 1), Discrete.of(3)).masked(true).info(STEP).build(),
        (law, action, frame) -> {
          boolean end = law.steps == 3;
          frame.info(0, law.steps);
          frame.allow(law.steps % 3, false);
          if (end) {
            frame.observe(0, lastShown);
            frame.allow(2, lastAllowed);
          }
          return end ? EndReason.END_OF_DATA : EndReason.NONE;
        });
  }

  @ParameterizedTest
  @EnumSource(AutoReset.class)
  void observationAndMaskOfTheLastStepAreKept(AutoReset mode) {
    try (VectorEnvironment envs = Gym.vector(() -> law(9, false), 2, 1, mode)) {
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      for (int i = 0; i < 3; i++) {
        envs.step(new float[] {2, 2}, batch);
      }
      assertThat(batch.lastObservations()).containsExactly(9, 9);
      assertThat(batch.lastMasks()).containsExactly(false, true, false, false, true, false);
      if (mode == AutoReset.SAME_STEP) {
        assertThat(batch.finalInfos).containsExactly(3, 3);
        assertThat(batch.observations).containsExactly(0, 0);
        assertThat(batch.mask(0)).containsExactly(true, true, true);
        Batch copy = envs.newBatch();
        copy.copyFrom(batch);
        assertThat(copy.finalMasks).isEqualTo(batch.finalMasks);
        Batch restored = envs.newBatch();
        Snapshots.copy(batch, restored);
        assertThat(restored.finalMasks).isEqualTo(batch.finalMasks);
        Batch oneLane = envs.newBatch();
        oneLane.copyLane(batch, 1);
        assertThat(oneLane.finalMasks).containsExactly(false, false, false, false, true, false);
        assertThat(oneLane.finalObservations).containsExactly(0, 9);
        assertThat(oneLane.finalInfos).containsExactly(0, 3);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = AutoReset.class,
      names = {"NEXT_STEP", "SAME_STEP"})
  void aJournalTellsLastObservationsAndLastMasksApart(AutoReset mode) throws IOException {
    assertThat(replayed(mode, 9, false)).isEmpty();
    assertThat(replayed(mode, 8, false).orElseThrow().toString())
        .startsWith("event 3, lane 0: hash of the observation");
    assertThat(replayed(mode, 9, true).orElseThrow().toString())
        .startsWith("event 3, lane 0: hash of the observation");
  }

  private static Optional<JournalReplay.Difference> replayed(
      AutoReset mode, int shown, boolean allowed) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try (Journal journal = new Journal(Gym.vector(() -> law(9, false), 2, 1, mode), log)) {
      Batch batch = journal.newBatch();
      journal.reset(1, batch);
      for (int i = 0; i < 10; i++) {
        journal.step(new float[] {1, 1}, batch);
      }
    }
    try (VectorEnvironment fresh = Gym.vector(() -> law(shown, allowed), 2, 1, mode)) {
      return JournalReplay.compare(new ByteArrayInputStream(log.toByteArray()), fresh);
    }
  }

  @Test
  void aMaskMayAllowNothingAfterTheEnd() {
    try (VectorEnvironment envs =
        Gym.vector(() -> deadEnd(EndReason.RUIN), 1, 1, AutoReset.NEXT_STEP)) {
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      for (int i = 0; i < 20; i++) {
        envs.step(new float[1], batch);
      }
    }
    assertThat(EnvironmentChecker.of(() -> deadEnd(EndReason.RUIN)).check().failures()).isEmpty();
    // While the episode goes on it must leave something to do.
    assertThat(EnvironmentChecker.of(() -> deadEnd(EndReason.NONE)).check().failures())
        .anyMatch(finding -> finding.detail().contains("the mask leaves no choice"));
  }

  private static EnvironmentLogic deadEnd(EndReason reason) {
    return new Scripted(
        Scripted.described().masked(true).build(),
        (law, action, frame) -> {
          frame.allow(0, law.steps < 4);
          frame.allow(1, law.steps < 4);
          return law.steps < 4 ? EndReason.NONE : reason;
        });
  }
}
