package io.tradinggym.api.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Scripted;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.VectorEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrappers that count what they see: what counts, in which lanes, and where the counts go. */
class StatisticsTest {
  private static final double ROUNDING = 1e-6;

  /** Observations 0 1 2 3 in each episode. */
  @ParameterizedTest
  @EnumSource(AutoReset.class)
  void everyObservationCountsOnceInEveryMode(AutoReset mode) {
    try (VectorEnvironment envs =
        Gym.vector(() -> Scripted.counting(3, 0, 1))
            .lanes(2)
            .autoReset(mode)
            .wrap(NormalizeObservation.running())
            .make()) {
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      int episodes = 5;
      for (int step = 0; step < (mode == AutoReset.NEXT_STEP ? 4 : 3) * episodes; step++) {
        envs.step(new float[2], batch);
        if (mode == AutoReset.DISABLED && batch.ends[0] != 0) {
          envs.reset(new boolean[] {true, true}, batch);
        }
      }
      RunningMoments moments = ((NormalizeObservation) envs).statistics();
      // The first observation of the episode to come has been seen already.
      int seen = 2 * (4 * episodes + 1);
      double mean = 2 * episodes * 6 / (double) seen;
      double square = 2 * episodes * 14 / (double) seen;
      assertThat(moments.count()).isEqualTo(seen);
      assertThat(moments.mean(0)).isCloseTo(mean, within(ROUNDING));
      assertThat(moments.variance(0)).isCloseTo(square - mean * mean, within(ROUNDING));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aResetOfOneLaneLeavesTheOthersAsTheyWere(boolean otherBatch) {
    try (VectorEnvironment envs =
        Gym.vector(() -> Scripted.counting(0, 0, 5))
            .lanes(2)
            .autoReset(AutoReset.DISABLED)
            .wrap(NormalizeObservation.running())
            .wrap(NormalizeReward.by(0.9))
            .make()) {
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      for (int i = 0; i < 5; i++) {
        envs.step(new float[2], batch);
      }
      double reward = batch.rewards[1];
      float observation = batch.observations[1];
      float before = batch.observations[0];
      Batch out = otherBatch ? envs.newBatch() : batch;
      envs.reset(new boolean[] {true, false}, out);
      assertThat(reward).isNotEqualTo(5).isNotZero();
      assertThat(out.rewards).containsExactly(0, reward);
      assertThat(out.observations[1]).isEqualTo(observation);
      assertThat(out.observations[0]).isLessThan(before);
      assertThat(out.first).containsExactly(true, false);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300})
  void whatIsNoFiniteFloatStaysInItsLane(double wrong) {
    int[] made = {0};
    try (VectorEnvironment envs =
        Gym.vector(
                () -> {
                  boolean bad = made[0]++ == 2;
                  return new Scripted(
                      Scripted.described().build(),
                      (law, action, frame) -> {
                        boolean now = bad && law.steps == 7;
                        frame.observe(0, now ? wrong : law.steps % 3);
                        frame.reward(now ? wrong : law.steps);
                        return EndReason.NONE;
                      });
                })
            .lanes(4)
            .unchecked()
            .wrap(NormalizeObservation.running())
            .wrap(NormalizeReward.by(0.9))
            .make()) {
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      for (int i = 0; i < 7; i++) {
        envs.step(new float[4], batch);
      }
      for (int lane = 0; lane < 4; lane++) {
        assertThat(Float.isFinite(batch.observations[lane])).isEqualTo(lane != 2);
        assertThat(Float.isFinite((float) batch.rewards[lane])).isEqualTo(lane != 2);
      }
      envs.step(new float[4], batch);
      assertThat(batch.observations[2]).isEqualTo(batch.observations[0]).isFinite();
    }
  }

  @Test
  void statisticsMoveToEnvironmentsThatAreWrappedAlike() throws IOException {
    var builder =
        Gym.vector(() -> Scripted.counting(5, 0, 2))
            .lanes(3)
            .wrap(NormalizeObservation.running())
            .wrap(NormalizeReward.by(0.5));
    try (VectorEnvironment trained = builder.make();
        VectorEnvironment fresh = builder.make();
        VectorEnvironment warm = builder.make();
        VectorEnvironment bare = Gym.vector(() -> Scripted.counting(5, 0, 2)).make()) {
      Batch batch = trained.newBatch();
      trained.reset(1, batch);
      for (int i = 0; i < 40; i++) {
        trained.step(new float[3], batch);
      }
      WrapperStatistics statistics = WrapperStatistics.of(trained);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      statistics.save(new DataOutputStream(bytes));
      WrapperStatistics loaded =
          WrapperStatistics.load(
              new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      loaded.freezeIn(fresh);
      loaded.startIn(warm);
      loaded.freezeIn(bare);
      assertThat(statistics.isEmpty()).isFalse();
      assertThat(WrapperStatistics.of(bare)).isSameAs(WrapperStatistics.NONE);
      // Seven steps: further ones would move the statistics if they were not frozen.
      fresh.reset(1, batch);
      for (int i = 0; i < 7; i++) {
        fresh.step(new float[3], batch);
      }
      RunningMoments expected = observations(trained).statistics();
      double deviation = Math.sqrt(expected.variance(0) + 1e-8);
      assertThat((double) batch.observations[0])
          .isCloseTo((1 - expected.mean(0)) / deviation, within(ROUNDING));
      RunningMoments returns = ((NormalizeReward) trained).statistics();
      assertThat(batch.rewards[0])
          .isCloseTo(2 / Math.sqrt(returns.variance(0) + 1e-8), within(ROUNDING));
      assertThat(observations(fresh).statistics().count()).isEqualTo(expected.count());
      warm.reset(1, batch);
      assertThat(observations(warm).statistics().count()).isEqualTo(expected.count() + 3);
    }
  }

  private static NormalizeObservation observations(VectorEnvironment envs) {
    return (NormalizeObservation) ((VectorDecorator) envs).inner();
  }

  @Test
  void aPartialResetSurvivesASnapshot() {
    var builder =
        Gym.vector(() -> Scripted.counting(0, 0, 5))
            .lanes(2)
            .autoReset(AutoReset.DISABLED)
            .wrap(NormalizeObservation.running())
            .wrap(NormalizeReward.by(0.9));
    try (VectorEnvironment one = builder.make();
        VectorEnvironment two = builder.make()) {
      Batch batch = one.newBatch();
      one.reset(1, batch);
      one.step(new float[2], batch);
      Snapshots.copy(one, two);
      Batch a = one.newBatch();
      Batch b = two.newBatch();
      try (VectorEnvironment fork = one.fork()) {
        Batch c = fork.newBatch();
        one.reset(new boolean[] {true, false}, a);
        two.reset(new boolean[] {true, false}, b);
        fork.reset(new boolean[] {true, false}, c);
        assertThat(b.observations).isEqualTo(a.observations);
        assertThat(c.observations).isEqualTo(a.observations);
        assertThat(b.rewards).isEqualTo(a.rewards);
      }
    }
  }

  @Test
  void anInnerLimitIsMetWhateverIsStatedOutside() {
    for (int outside : new int[] {2, 20}) {
      try (VectorEnvironment envs =
          Gym.vector(() -> Scripted.counting(0, 10, 1))
              .autoReset(AutoReset.DISABLED)
              .wrap(ActionRepeat.of(4))
              .wrap(TimeLimit.of(outside))
              .make()) {
        Batch batch = envs.newBatch();
        envs.reset(1, batch);
        int steps = 0;
        double total = 0;
        while (batch.ends[0] == 0) {
          envs.step(new float[1], batch);
          total += batch.rewards[0];
          steps++;
        }
        assertThat(steps).isEqualTo(Math.min(outside, 3));
        assertThat(total).isEqualTo(Math.min(10, 4 * outside));
        assertThat(batch.endReason(0)).isEqualTo(EndReason.TIME_LIMIT);
      }
    }
    assertThatThrownBy(
            () ->
                Gym.vector("Pendulum-v1")
                    .wrap(TimeAwareObservation.timed())
                    .wrap(TimeLimit.of(50))
                    .make())
        .hasMessageContaining("TimeLimit goes inside TimeAwareObservation")
        .hasMessageContaining("200 steps");
  }
}
