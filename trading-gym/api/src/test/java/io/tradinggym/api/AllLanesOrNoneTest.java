package io.tradinggym.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.DictSpace;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.MultiBinary;
import io.tradinggym.api.space.MultiDiscrete;
import io.tradinggym.api.space.Space;
import io.tradinggym.api.space.TupleSpace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A step or a reset that is refused for one lane leaves all lanes as they were. */
class AllLanesOrNoneTest {
  private static VectorEnvironment lanes(
      Space actions, int lanes, AutoReset mode, boolean checked) {
    VectorBuilder builder =
        Gym.vector(
                () ->
                    new Scripted(
                        Scripted.described(Box.of(-1000, 1000, 1), actions).build(),
                        (law, action, frame) ->
                            law.steps == 3 ? EndReason.GOAL_LOST : EndReason.NONE))
            .lanes(lanes)
            .autoReset(mode);
    return (checked ? builder : builder.unchecked()).make();
  }

  @Test
  void anEndedLaneStopsTheStepBeforeAnyLaneMoved() {
    int[] made = {0};
    try (VectorEnvironment envs =
        Gym.vector(() -> Scripted.counting(made[0]++ == 2 ? 2 : 0, 0, 1))
            .lanes(3)
            .autoReset(AutoReset.DISABLED)
            .make()) {
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      envs.step(new float[3], batch);
      envs.step(new float[3], batch);
      assertThatThrownBy(() -> envs.step(new float[3], batch))
          .hasMessage("lane 2 has ended; reset it before stepping on");
      envs.reset(new boolean[] {false, false, true}, batch);
      envs.step(new float[3], batch);
      assertThat(batch.observations).containsExactly(3, 3, 1);
    }
  }

  static List<Arguments> refused() {
    return List.of(
        arguments(Discrete.of(3), new float[] {3}),
        arguments(Discrete.of(3), new float[] {-1}),
        arguments(Discrete.of(3), new float[] {0.5f}),
        arguments(Discrete.of(3), new float[] {Float.NaN}),
        arguments(new Discrete(2, 5), new float[] {4}),
        arguments(new Discrete(2, 5), new float[] {7}),
        arguments(MultiDiscrete.of(2, 3), new float[] {2, 0}),
        arguments(MultiDiscrete.of(2, 3), new float[] {0, 3}),
        arguments(MultiBinary.of(2), new float[] {0, 2}),
        arguments(Box.of(-1, 1, 2), new float[] {0, Float.NaN}),
        arguments(TupleSpace.of(Box.of(-1, 1, 1), Discrete.of(2)), new float[] {0, 2}),
        arguments(
            DictSpace.of("a", Discrete.of(2)).and("b", Box.of(-1, 1, 1)),
            new float[] {0, Float.NaN}));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aWrongActionIsRefusedByNameInEveryLaneWhileChecked(Space space, float[] wrong) {
    refuse(space, wrong, true, 0);
    // The checks of laws end with their first steps; those of actions do not.
    refuse(space, wrong, true, 1500);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void withoutChecksTheFirstStepsAreWatched(Space space, float[] wrong) {
    refuse(space, wrong, false, 0);
    try (VectorEnvironment envs = lanes(space, 1, AutoReset.SAME_STEP, false)) {
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      float[] fine = good(space);
      for (int i = 0; i < 1000; i++) {
        envs.step(fine, batch);
      }
      assertThatCode(() -> envs.step(wrong, batch)).doesNotThrowAnyException();
    }
  }

  private static float[] good(Space space) {
    float[] action = new float[space.size()];
    if (space instanceof Discrete choice) {
      action[0] = choice.start();
    }
    return action;
  }

  private static void refuse(Space space, float[] wrong, boolean checked, int after) {
    try (VectorEnvironment envs = lanes(space, 4, AutoReset.SAME_STEP, checked)) {
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      float[] actions = new float[4 * space.size()];
      for (int lane = 0; lane < 4; lane++) {
        System.arraycopy(good(space), 0, actions, lane * space.size(), space.size());
      }
      for (int i = 0; i < after; i++) {
        envs.step(actions, batch);
      }
      float[] before = batch.observations.clone();
      System.arraycopy(wrong, 0, actions, 2 * space.size(), space.size());
      assertThatThrownBy(() -> envs.step(actions, batch))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Scripted-v0, lane 2: action [")
          .hasMessageContaining("is not in " + space);
      assertThat(batch.observations).isEqualTo(before);
      System.arraycopy(good(space), 0, actions, 2 * space.size(), space.size());
      envs.step(actions, batch);
      for (int lane = 0; lane < 4; lane++) {
        assertThat(batch.observations[lane]).isEqualTo(batch.observations[0]);
      }
    }
  }

  @Test
  void numbersBeyondTheBoundsOfABoxAreTheLawsBusiness() {
    try (VectorEnvironment envs = lanes(Box.of(-1, 1, 1), 1, AutoReset.NEXT_STEP, true)) {
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      assertThatCode(() -> envs.step(new float[] {7}, batch)).doesNotThrowAnyException();
    }
  }

  /** The step that only resets ignores its action, whatever it is. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theActionOfALaneThatOnlyResetsIsNotLookedAt(boolean checked) {
    try (VectorEnvironment envs = lanes(Discrete.of(2), 2, AutoReset.NEXT_STEP, checked)) {
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      for (int i = 0; i < 3; i++) {
        envs.step(new float[2], batch);
      }
      envs.step(new float[] {Float.NaN, 17}, batch);
      assertThat(batch.first).containsExactly(true, true);
      assertThatThrownBy(() -> envs.step(new float[] {0, 17}, batch))
          .hasMessageContaining("lane 1");
    }
  }

  @ParameterizedTest
  @EnumSource(AutoReset.class)
  void aForkKeepsTheSameRules(AutoReset mode) {
    try (VectorEnvironment envs = lanes(Discrete.of(2), 2, mode, true)) {
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      try (VectorEnvironment fork = envs.fork()) {
        assertThatThrownBy(() -> fork.step(new float[] {0, 2}, fork.newBatch()))
            .hasMessageContaining("lane 1");
      }
    }
  }
}
