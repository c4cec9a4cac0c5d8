package io.tradinggym.api.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Gym;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.Options;
import io.tradinggym.api.Wrapper;
import io.tradinggym.api.classic.Pendulum;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LaneWrappersTest {
  private static final float[] ONE = {1};

  private static Environment count(Wrapper... wrappers) {
    var builder = Gym.vector(Count::new);
    Arrays.stream(wrappers).forEach(builder::wrap);
    return builder.single();
  }

  /** A seed whose first episode of Count lasts at least 9 steps, so that the limit ends it. */
  private static long longSeed() {
    for (long seed = 0; ; seed++) {
      try (Environment env = count()) {
        env.reset(seed);
        while (!env.ended()) {
          env.step(ONE);
        }
        if (env.endReason() == EndReason.TIME_LIMIT) {
          return seed;
        }
      }
    }
  }

  @Test
  void timeLimitReplacesTheLimit() {
    try (Environment env = count(TimeLimit.of(3))) {
      env.reset(1);
      env.step(ONE);
      env.step(ONE);
      assertThat(env.ended()).isFalse();
      assertThat(env.step(ONE).truncated()).isTrue();
      assertThat(env.endReason()).isEqualTo(EndReason.TIME_LIMIT);
    }
  }

  @Test
  void frameStackShowsOldestFirstAndBeginsWithCopies() {
    try (Environment env = count(FrameStack.of(3))) {
      assertThat(env.reset(1).observation()).containsExactly(0, 0, 0, 0, 0, 0);
      env.step(new float[] {5});
      assertThat(env.step(new float[] {5}).observation()).containsExactly(0, 0, 1, 5, 2, 5);
      env.step(new float[] {7});
      assertThat(env.last().observation()).containsExactly(1, 5, 2, 5, 3, 7);
      assertThat(env.reset().observation()).containsOnly(0);
      assertThat(((Box) env.observationSpace()).shape()).containsExactly(3, 2);
    }
  }

  @Test
  void transformedObservationsDoNotDisturbALawThatWritesOnlyWhatChanged() {
    TransformObservation.Function negate = (in, out) -> out[0] = -in[1];
    try (Environment env = count(TransformObservation.by(Box.of(-1000, 1000, 1), negate))) {
      env.reset(1);
      env.step(new float[] {5});
      assertThat(env.step(new float[] {5}).observation()).containsExactly(-5);
      assertThat(env.step(new float[] {6}).observation()).containsExactly(-6);
    }
  }

  @Test
  void timeIsTheShareOfTheLimit() {
    try (Environment env = count(TimeLimit.of(4), TimeAwareObservation.timed())) {
      assertThat(env.reset(1).observation()).containsExactly(0, 0, 0);
      env.step(ONE);
      assertThat(env.last().observation()).containsExactly(1, 1, 0.25f);
      env.step(ONE);
      env.step(ONE);
      assertThat(env.step(ONE).observation()[2]).isEqualTo(1);
      assertThat(env.reset().observation()[2]).isZero();
    }
  }

  @Test
  void actionsAreClippedToTheInnerBounds() {
    try (Environment env = count(ClipAction.clipped())) {
      env.reset(1);
      assertThat(env.step(new float[] {250}).observation()[1]).isEqualTo(100);
      assertThat(env.step(new float[] {-250}).observation()[1]).isEqualTo(-100);
      assertThat(env.step(new float[] {3}).observation()[1]).isEqualTo(3);
      assertThat(env.actionSpace().contains(new float[] {1e30f})).isTrue();
    }
  }

  @Test
  void actionsAreRescaledLinearly() {
    try (Environment env = count(RescaleAction.to(0, 1))) {
      env.reset(1);
      assertThat(env.step(new float[] {0}).observation()[1]).isEqualTo(-100);
      assertThat(env.step(new float[] {0.75f}).observation()[1]).isEqualTo(50);
      assertThat(env.step(new float[] {1}).observation()[1]).isEqualTo(100);
      assertThat(env.step(new float[] {2}).observation()[1]).isEqualTo(100);
    }
  }

  @Test
  void rewardsAreClippedAndTransformed() {
    try (Environment env = count(TransformReward.by(r -> 10 * r), ClipReward.to(-1, 20))) {
      env.reset(1);
      assertThat(env.step(new float[] {-5}).reward()).isEqualTo(-1);
      assertThat(env.step(new float[] {5}).reward()).isEqualTo(20);
      assertThat(env.step(ONE).reward()).isBetween(10.0, 10.1);
    }
  }

  @Test
  void statisticsOfTheLastStepAreTheEpisodes() {
    try (Environment env = count(RecordEpisodeStatistics.recorded())) {
      env.reset(4);
      for (int episode = 0; episode < 5; episode++) {
        double total = 0;
        int length = 0;
        while (!env.ended()) {
          total += env.step(ONE).reward();
          length++;
        }
        assertThat(env.last().info(RecordEpisodeStatistics.RETURN)).isEqualTo(total);
        assertThat(env.last().info(RecordEpisodeStatistics.LENGTH)).isEqualTo(length);
        env.reset();
      }
    }
  }

  @Test
  void repeatedActionsSumRewardsAndMeetTheInnerLimitExactly() {
    long seed = longSeed();
    try (Environment env = count(ActionRepeat.of(2));
        Environment plain = count()) {
      env.reset(seed);
      plain.reset(seed);
      int steps = 0;
      while (!env.ended()) {
        double expected = plain.step(ONE).reward();
        if (!plain.ended()) {
          expected += plain.step(ONE).reward();
        }
        assertThat(env.step(ONE).reward()).isEqualTo(expected);
        assertThat(env.last().observation()).containsExactly(plain.last().observation());
        assertThat(env.last().info(Count.STEPS)).isEqualTo(plain.last().info(Count.STEPS));
        steps++;
      }
      assertThat(steps).isEqualTo(5);
      assertThat(plain.endReason()).isEqualTo(EndReason.TIME_LIMIT);
      assertThat(env.endReason()).isEqualTo(EndReason.TIME_LIMIT);
    }
  }

  @Test
  void repetitionStopsAtAnEnd() {
    try (Environment env = count(ActionRepeat.of(4))) {
      env.reset(1);
      assertThat(env.step(new float[] {99}).reward()).isBetween(99.0, 99.01);
      assertThat(env.endReason()).isEqualTo(EndReason.GOAL_LOST);
    }
  }

  @Test
  void stickyActionsRepeatAsOftenAsTold() {
    int sticky = 0;
    int asked = 0;
    try (Environment env = count(StickyAction.of(0.25))) {
      env.reset(8);
      for (int i = 0; i < 20_000; i++) {
        boolean first = env.last().observation()[0] == 0;
        float before = env.last().observation()[1];
        float action = i % 90;
        float taken = env.step(new float[] {action}).observation()[1];
        if (first) {
          assertThat(taken).as("an episode's first action is always taken").isEqualTo(action);
        } else {
          asked++;
          sticky += taken == before ? 1 : 0;
        }
        if (env.ended()) {
          env.reset();
        }
      }
    }
    // Five standard deviations of the share.
    assertThat((double) sticky / asked).isCloseTo(0.25, within(5 * Math.sqrt(0.25 * 0.75 / asked)));
  }

  @Test
  void orderIsEnforcedForThoseWhoDriveTheLawThemselves() {
    OrderEnforcing logic = new OrderEnforcing(new Count());
    var batch = new Batch(logic.spec(), 1, AutoReset.DISABLED);
    var frame = new Frame(batch).at(batch, 0);
    var random = RandomStreams.of(1).stream("x");
    var lose = new Action().at(new float[] {99}, 0);
    assertThatThrownBy(() -> logic.step(lose, random, frame))
        .hasMessage("Count-v0 must be reset before it is stepped");
    logic.reset(random, Options.NONE, frame);
    logic.step(lose, random, frame);
    assertThatThrownBy(() -> logic.step(lose, random, frame))
        .hasMessage("Count-v0: the episode ended; reset first");
  }

  @Test
  void wrappersRefuseWhatTheyCannotWrap() {
    assertThatThrownBy(() -> count(FrameStack.of(0))).hasMessage("size must be >= 1, was 0");
    assertThatThrownBy(() -> count(StickyAction.of(1)))
        .hasMessage("probability must be in [0, 1), was 1.0");
    assertThatThrownBy(() -> count(ClipReward.to(1, 1))).hasMessageContaining("low must be < high");
    assertThatThrownBy(() -> Gym.vector("CartPole-v1").wrap(RescaleAction.to(-1, 1)).make())
        .hasMessageContaining("RescaleAction needs a Box as action space");
    assertThatThrownBy(() -> count(ClipAction.clipped(), RescaleAction.to(-1, 1)))
        .hasMessageContaining(
            "RescaleAction needs finite bounds, entry 0 has -Infinity and Infinity");
  }

  @Test
  void everyWrapperIsResumedBitForBit() {
    LaneWrapper[] stack = {
      TimeLimit.of(8),
      StickyAction.of(0.3),
      RecordEpisodeStatistics.recorded(),
      OrderEnforcing.enforced(),
      TimeAwareObservation.timed(),
      FrameStack.of(3),
      FlattenObservation.flattened(),
      TransformReward.by(r -> r / 3),
      ActionRepeat.of(2),
    };
    try (Environment env = count(stack);
        Environment other = count(stack)) {
      env.reset(12);
      other.reset(99);
      env.step(ONE);
      env.step(new float[] {2});
      other.restore(env.snapshot());
      try (Environment fork = env.fork()) {
        for (int i = 0; i < 200; i++) {
          float[] action = {i % 7};
          if (env.ended()) {
            env.reset();
            other.reset();
            fork.reset();
          }
          double reward = env.step(action).reward();
          assertThat(other.step(action).reward()).isEqualTo(reward);
          assertThat(fork.step(action).reward()).isEqualTo(reward);
          assertThat(other.last().observation()).containsExactly(env.last().observation());
          assertThat(fork.last().observation()).containsExactly(env.last().observation());
          assertThat(other.endReason()).isEqualTo(env.endReason());
        }
      }
    }
  }

  @Test
  void aSnapshotOfAnotherMakeIsRefused() {
    try (Environment small = count();
        Environment large = count(FrameStack.of(4))) {
      small.reset(1);
      large.reset(1);
      byte[] snapshot = small.snapshot();
      assertThatThrownBy(() -> large.restore(snapshot)).hasMessageContaining("too short");
    }
  }

  @Test
  void whatCannotBeSavedSaysSo() {
    try (Environment env =
        Gym.vector(() -> new Unsaved(new Pendulum())).wrap(FrameStack.of(2)).single()) {
      env.reset(1);
      assertThat(env.resumable()).isFalse();
      assertThatThrownBy(env::snapshot)
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("Pendulum-v1 cannot be saved");
    }
  }

  /** Hides that a law can be saved. */
  private static final class Unsaved extends LogicWrapper {
    Unsaved(EnvironmentLogic inner) {
      super(inner, inner.spec());
    }

    @Override
    public boolean resumable() {
      return false;
    }
  }
}
