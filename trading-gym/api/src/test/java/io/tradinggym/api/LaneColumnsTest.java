package io.tradinggym.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.classic.CartPole;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.wrapper.LogicWrapper;
import io.tradinggym.api.wrapper.PassiveChecker;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Lanes stepped in columns against lanes stepped one by one. */
class LaneColumnsTest {
  private static final int STEPS = 1200;

  /** So long the actions of any environment are looked at. */
  private static final int WATCHED = PassiveChecker.STEPS;

  /** A cart and pole in a lane of its own: what is wrapped says nothing of columns. */
  private static final class Alone extends LogicWrapper {
    Alone() {
      super(new CartPole(), new CartPole().spec());
    }
  }

  @ParameterizedTest
  @CsvSource({"8, NEXT_STEP", "9, SAME_STEP", "19, NEXT_STEP"})
  void columnsHaveTheBitsOfLanes(int lanes, AutoReset mode) {
    try (VectorEnvironment columns = lanes(CartPole::new, lanes, mode);
        VectorEnvironment single = lanes(Alone::new, lanes, mode)) {
      Batch ofColumns = columns.newBatch();
      Batch ofSingle = single.newBatch();
      columns.reset(4, ofColumns);
      single.reset(4, ofSingle);
      boolean timeLimit = false;
      boolean lost = false;
      for (int step = 0; step < STEPS; step++) {
        float[] actions = balancing(ofSingle, step);
        columns.step(actions, ofColumns);
        single.step(actions, ofSingle);
        assertThat(Snapshots.take(ofColumns))
            .as("step %d", step)
            .isEqualTo(Snapshots.take(ofSingle));
        for (int lane = 0; lane < lanes; lane++) {
          timeLimit |= ofColumns.endReason(lane) == EndReason.TIME_LIMIT;
          lost |= ofColumns.endReason(lane) == EndReason.GOAL_LOST;
        }
      }
      assertThat(Snapshots.take(columns)).isEqualTo(Snapshots.take(single));
      assertThat(timeLimit).isTrue();
      assertThat(lost).isTrue();
    }
  }

  /** The law of a column cannot refuse an action, so the engine does, however long it has been running. */
  @ParameterizedTest
  @EnumSource(
      value = AutoReset.class,
      names = {"NEXT_STEP", "SAME_STEP"})
  void aWrongActionIsRefusedBeforeAnyLaneMoves(AutoReset mode) {
    try (VectorEnvironment env =
        Gym.vector("CartPole-v1").lanes(8).autoReset(mode).unchecked().make()) {
      Batch batch = env.newBatch();
      env.reset(1, batch);
      for (int step = 0; step < WATCHED; step++) {
        env.step(balancing(batch, step), batch);
      }
      byte[] before = Snapshots.take(env);
      float[] actions = new float[8];
      int running = 0;
      while (batch.endReason(running).ended()) {
        running++;
      }
      actions[running] = 2;
      assertThatThrownBy(() -> env.step(actions, batch))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("CartPole-v1, lane " + running + ": action [2.0]");
      assertThat(Snapshots.take(env)).isEqualTo(before);
    }
  }

  /** Of fifteen lanes on two threads seven are stepped one by one and eight in columns. */
  @Test
  void oneBlockInColumnsIsEnoughToCheckActions() {
    try (VectorEnvironment env =
        Gym.vector("CartPole-v1").lanes(15).threads(2).unchecked().make()) {
      Batch batch = env.newBatch();
      env.reset(1, batch);
      for (int step = 0; step < WATCHED; step++) {
        env.step(balancing(batch, step), batch);
      }
      float[] actions = new float[15];
      Arrays.fill(actions, 2);
      assertThatThrownBy(() -> env.step(actions, batch))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("action [2.0] is not in");
    }
  }

  /** Alone it is the law that knows no third push, after the first steps, which are watched. */
  @Test
  void oneLaneRefusesAWrongActionItself() {
    try (VectorEnvironment env =
        Gym.vector("CartPole-v1").autoReset(AutoReset.SAME_STEP).unchecked().make()) {
      Batch batch = env.newBatch();
      env.reset(1, batch);
      for (int step = 0; step < WATCHED; step++) {
        env.step(balancing(batch, step), batch);
      }
      assertThatThrownBy(() -> env.step(new float[] {2}, batch))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void columnsWithoutALaneStateAreRefused() {
    assertThatThrownBy(() -> Gym.vector(Stateless::new).lanes(8).make())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Stateless has columns and no lane state");
  }

  /** Says how lanes are stepped together, and not what they carry. */
  private static final class Stateless extends LogicWrapper {
    Stateless() {
      super(new CartPole(), new CartPole().spec());
    }

    @Override
    public Optional<LaneColumns> columns(int lanes) {
      return new CartPole().columns(lanes);
    }
  }

  private static VectorEnvironment lanes(
      Supplier<EnvironmentLogic> maker, int lanes, AutoReset mode) {
    return Gym.vector(maker).lanes(lanes).autoReset(mode).make();
  }

  /** Every third lane pushes at random and falls, the others keep their pole up until the time is over. */
  private static float[] balancing(Batch batch, int step) {
    RandomStream random = RandomStreams.of(step).stream("pushes");
    float[] actions = new float[batch.lanes];
    for (int lane = 0; lane < batch.lanes; lane++) {
      int at = lane * batch.observationSize;
      float[] seen = batch.observations;
      boolean right =
          lane % 3 == 0
              ? random.bernoulli(0.5)
              : seen[at + 2] + 0.5 * seen[at + 3] + 0.05 * seen[at] + 0.1 * seen[at + 1] > 0;
      actions[lane] = right ? 1 : 0;
    }
    return actions;
  }
}
