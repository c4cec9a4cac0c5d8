package io.tradinggym.api.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorWrappersTest {
  private static final double ROUNDING = 1e-9;
  private static final double FLOAT_ROUNDING = 1e-5;

  /**
   * Steps a vector with actions drawn per lane; under DISABLED resets ended lanes by hand. Calls back after each step.
   */
  private static void drive(VectorEnvironment envs, int steps, Runnable afterStep, Batch batch) {
    RandomStream random = RandomStreams.of(77).stream("actions");
    float[] actions = new float[envs.lanes()];
    boolean[] ended = new boolean[envs.lanes()];
    for (int i = 0; i < steps; i++) {
      for (int lane = 0; lane < actions.length; lane++) {
        actions[lane] = random.integer(21) - 10;
      }
      envs.step(actions, batch);
      afterStep.run();
      boolean any = false;
      for (int lane = 0; lane < ended.length; lane++) {
        ended[lane] = batch.ends[lane] != 0;
        any |= ended[lane];
      }
      if (any && envs.autoReset() == AutoReset.DISABLED) {
        envs.reset(ended, batch);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(AutoReset.class)
  void rewardsAreScaledByTheReturnsOfEpisodesAlone(AutoReset mode) {
    double gamma = 0.9;
    int lanes = 3;
    try (VectorEnvironment plain = Gym.vector(Count::new, lanes, 1, mode);
        VectorEnvironment scaled =
            Gym.vector(Count::new)
                .lanes(lanes)
                .autoReset(mode)
                .wrap(NormalizeReward.by(gamma, 3))
                .make()) {
      Batch raw = plain.newBatch();
      List<double[]> rewards = new ArrayList<>();
      List<double[]> returns = new ArrayList<>();
      double[] running = new double[lanes];
      List<Double> seen = new ArrayList<>();
      plain.reset(5, raw);
      drive(
          plain,
          300,
          () -> {
            double[] expected = new double[lanes];
            for (int lane = 0; lane < lanes; lane++) {
              // A reset in place of a step: it alone has no end and yet a first observation.
              if (raw.ends[lane] != 0 || !raw.first[lane]) {
                running[lane] = gamma * running[lane] + raw.rewards[lane];
                seen.add(running[lane]);
              }
              if (raw.ends[lane] != 0) {
                running[lane] = 0;
              }
            }
            double mean = seen.stream().mapToDouble(d -> d).average().orElseThrow();
            double variance =
                seen.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum() / seen.size();
            for (int lane = 0; lane < lanes; lane++) {
              expected[lane] = Math.clamp(raw.rewards[lane] / Math.sqrt(variance + 1e-8), -3, 3);
            }
            rewards.add(expected);
            returns.add(running.clone());
          },
          raw);
      Batch batch = scaled.newBatch();
      scaled.reset(5, batch);
      int[] step = {0};
      drive(
          scaled,
          300,
          () -> assertThat(batch.rewards).containsExactly(rewards.get(step[0]++), within(ROUNDING)),
          batch);
      assertThat(returns).hasSize(300);
    }
  }

  @ParameterizedTest
  @EnumSource(AutoReset.class)
  void observationsAreNormalizedByAllThatWasSeen(AutoReset mode) {
    int lanes = 4;
    try (VectorEnvironment plain = Gym.vector(Count::new, lanes, 1, mode);
        VectorEnvironment normal =
            Gym.vector(Count::new)
                .lanes(lanes)
                .autoReset(mode)
                .wrap(NormalizeObservation.running())
                .make()) {
      Batch raw = plain.newBatch();
      Batch out = normal.newBatch();
      plain.reset(3, raw);
      normal.reset(3, out);
      List<Float> seen = new ArrayList<>();
      for (int lane = 0; lane < lanes; lane++) {
        seen.add(raw.observations[2 * lane]);
      }
      List<float[]> expected = new ArrayList<>();
      drive(
          plain,
          120,
          () -> {
            // Under DISABLED, resets by hand come after this; the first observations they give are
            // added below.
            for (int lane = 0; lane < lanes; lane++) {
              if (mode == AutoReset.SAME_STEP && raw.ends[lane] != 0) {
                seen.add(raw.finalObservations[2 * lane]);
              }
              seen.add(raw.observations[2 * lane]);
            }
            double mean = seen.stream().mapToDouble(d -> d).average().orElseThrow();
            double variance =
                seen.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum() / seen.size();
            float[] now = new float[lanes];
            for (int lane = 0; lane < lanes; lane++) {
              now[lane] =
                  (float) ((raw.observations[2 * lane] - mean) / Math.sqrt(variance + 1e-8));
            }
            expected.add(now);
            if (mode == AutoReset.DISABLED) {
              for (int lane = 0; lane < lanes; lane++) {
                if (raw.ends[lane] != 0) {
                  seen.add(0f);
                }
              }
            }
          },
          raw);
      int[] step = {0};
      drive(
          normal,
          120,
          () -> {
            float[] now = expected.get(step[0]++);
            for (int lane = 0; lane < lanes; lane++) {
              assertThat((double) out.observations[2 * lane])
                  .isCloseTo(now[lane], within(FLOAT_ROUNDING));
            }
          },
          out);
    }
  }

  @Test
  void frozenStatisticsMoveToTheEvaluationAndStay() {
    try (VectorEnvironment train =
            Gym.vector("Pendulum-v1").lanes(8).wrap(NormalizeObservation.running()).make();
        VectorEnvironment evaluate =
            Gym.vector("Pendulum-v1").wrap(NormalizeObservation.running()).make()) {
      Batch batch = train.newBatch();
      train.reset(1, batch);
      for (int i = 0; i < 50; i++) {
        train.step(new float[8], batch);
      }
      NormalizeObservation from = (NormalizeObservation) train;
      NormalizeObservation to = (NormalizeObservation) evaluate;
      Snapshots.copy(from.statistics(), to.statistics());
      to.freeze();
      Batch one = evaluate.newBatch();
      evaluate.reset(1, one);
      evaluate.step(new float[1], one);
      assertThat(to.statistics().count()).isEqualTo(8 * 51);
      assertThat(to.statistics().mean(2)).isEqualTo(from.statistics().mean(2));
    }
  }

  @ParameterizedTest
  @EnumSource(AutoReset.class)
  void threadsDoNotChangeABit(AutoReset mode) {
    assertThat(bits(mode, 1)).isEqualTo(bits(mode, 3));
  }

  private static String bits(AutoReset mode, int threads) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    var builder =
        Gym.vector(Count::new)
            .lanes(7)
            .threads(threads)
            .autoReset(mode)
            .wrap(RecordEpisodeStatistics.recorded())
            .wrap(NormalizeObservation.running())
            .wrap(NormalizeReward.by(0.99));
    Journal journal = new Journal(builder.make(), log);
    try (journal) {
      Batch batch = journal.newBatch();
      journal.reset(9, batch);
      drive(journal, 200, () -> {}, batch);
    }
    return journal.sha256();
  }

  @ParameterizedTest
  @EnumSource(AutoReset.class)
  void aJournalIsReplayedToTheSameBits(AutoReset mode) throws Exception {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    Journal journal = new Journal(Gym.vector(Count::new, 3, 1, mode), log);
    try (journal) {
      Batch batch = journal.newBatch();
      journal.reset(4, batch);
      drive(journal, 60, () -> {}, batch);
    }
    byte[] bytes = log.toByteArray();
    assertThat(journal.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(compare(bytes, 3, mode)).isEmpty();
  }

  @Test
  void aReplayNamesTheFirstDifference() throws Exception {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try (Journal journal = new Journal(Gym.vector(Count::new, 2, 1, AutoReset.NEXT_STEP), log)) {
      Batch batch = journal.newBatch();
      journal.reset(4, batch);
      drive(journal, 3, () -> {}, batch);
    }
    byte[] bytes = log.toByteArray();
    int lane = 8 + 1 + 1 + 8;
    int header = 4 + 4 + "Count-v0".length() + 4 + 4;
    int reset = 1 + 8 + 4 + 2 + 2 * lane;
    int step = 1 + 2 * 4 + 2 * lane;
    int secondStepsSecondReward = header + reset + step + 1 + 2 * 4 + lane;
    ByteBuffer.wrap(bytes).putDouble(secondStepsSecondReward, 123.5);
    assertThat(compare(bytes, 2, AutoReset.NEXT_STEP).orElseThrow().toString())
        .startsWith("event 2, lane 1: reward was 123.5 in the journal, is ");
    assertThatThrownBy(() -> compare(new byte[40], 2, AutoReset.NEXT_STEP))
        .hasMessageContaining("no journal");
    assertThatThrownBy(() -> compare(log.toByteArray(), 5, AutoReset.NEXT_STEP))
        .hasMessageContaining("the journal is of 2 lanes of Count-v0");
    byte[] broken = Arrays.copyOf(log.toByteArray(), log.size() - 30);
    assertThatThrownBy(() -> compare(broken, 2, AutoReset.NEXT_STEP))
        .hasMessageContaining("breaks off");
  }

  private static Optional<JournalReplay.Difference> compare(
      byte[] journal, int lanes, AutoReset mode) throws IOException {
    try (VectorEnvironment fresh = Gym.vector(Count::new, lanes, 1, mode)) {
      return JournalReplay.compare(new ByteArrayInputStream(journal), fresh);
    }
  }

  @Test
  void aStackIsRebuiltFromItsSpec() {
    try (Environment env =
            Gym.vector("Pendulum-v1")
                .wrap(TimeLimit.of(50))
                .wrap(RescaleAction.to(-1, 1))
                .wrap(FrameStack.of(2))
                .wrap(RecordEpisodeStatistics.recorded())
                .wrap(NormalizeObservation.running())
                .wrap(NormalizeReward.by(0.9))
                .single();
        Environment again = Gym.make(env.spec())) {
      assertThat(again.spec()).isEqualTo(env.spec());
      env.reset(3);
      again.reset(3);
      RandomStream random = RandomStreams.of(1).stream("a");
      while (!env.ended()) {
        float[] action = env.actionSpace().sample(random);
        assertThat(again.step(action).reward()).isEqualTo(env.step(action).reward());
        assertThat(again.last().observation()).containsExactly(env.last().observation());
      }
      assertThat(again.ended()).isTrue();
      assertThat(env.last().info(RecordEpisodeStatistics.LENGTH)).isEqualTo(50);
    }
  }

  @Test
  void everyStandardWrapperIsRegisteredUnderItsName() {
    EnvironmentSpec pendulum;
    try (Environment env =
        Gym.vector("Pendulum-v1")
            .wrap(ClipAction.clipped())
            .wrap(StickyAction.of(0.1))
            .wrap(ActionRepeat.of(2))
            .wrap(ClipReward.to(-1, 1))
            .wrap(TimeAwareObservation.timed())
            .wrap(FlattenObservation.flattened())
            .wrap(OrderEnforcing.enforced())
            .single()) {
      pendulum = env.spec();
    }
    try (Environment again = Gym.make(pendulum)) {
      assertThat(again.spec()).isEqualTo(pendulum);
    }
  }

  @Test
  void aWrapperThatHoldsCodeCannotBeRebuilt() {
    try (Environment env = Gym.vector("Pendulum-v1").wrap(TransformReward.by(r -> r)).single()) {
      assertThatThrownBy(() -> Gym.make(env.spec()))
          .hasMessage(
              "wrapper TransformReward holds code and cannot be rebuilt from a spec; wrap it in code instead");
    }
  }

  @Test
  void laneWrappersGoInsideVectorWrappers() {
    var builder = Gym.vector("Pendulum-v1").wrap(NormalizeReward.by(0.9));
    assertThatThrownBy(() -> builder.wrap(FrameStack.of(2)))
        .hasMessageContaining("call wrap for them first");
  }

  @ParameterizedTest
  @EnumSource(AutoReset.class)
  void normalizersAreForkedAndResumedBitForBit(AutoReset mode) {
    var builder =
        Gym.vector(Count::new)
            .lanes(3)
            .autoReset(mode)
            .wrap(NormalizeObservation.running())
            .wrap(NormalizeReward.by(0.9));
    try (VectorEnvironment one = builder.make();
        VectorEnvironment two = builder.make()) {
      Batch a = one.newBatch();
      one.reset(1, a);
      drive(one, 37, () -> {}, a);
      Snapshots.copy(one, two);
      try (VectorEnvironment fork = one.fork()) {
        assertThat(trace(fork, a)).isEqualTo(trace(two, a)).isEqualTo(trace(one, a));
      }
    }
  }

  private static List<Double> trace(VectorEnvironment envs, Batch from) {
    Batch batch = envs.newBatch();
    batch.copyFrom(from);
    List<Double> trace = new ArrayList<>();
    drive(
        envs,
        40,
        () -> {
          for (double reward : batch.rewards) {
            trace.add(reward);
          }
          for (float observation : batch.observations) {
            trace.add((double) observation);
          }
        },
        batch);
    return trace;
  }
}
