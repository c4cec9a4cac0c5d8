package io.tradinggym.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import org.junit.jupiter.api.Test;

class MeterTest {
  @Test
  void mediansLieBetweenTheSlowestAndTheFastestRound() {
    Measurement of = new Meter(0.05, 5, 0.01).measure(Suite.bareLoop());
    assertThat(of.leastPerCpuSecond()).isPositive().isLessThanOrEqualTo(of.stepsPerCpuSecond());
    assertThat(of.stepsPerCpuSecond()).isLessThanOrEqualTo(of.mostPerCpuSecond());
    assertThat(of.stepsPerJvmCpuSecond()).isPositive();
    assertThat(of.rounds()).isEqualTo(5);
  }

  /** Random pushes: about 22 steps until a pole falls, in the environment as in the loop that stands for it. */
  @Test
  void theBareLoopIsCartPole() {
    BareLoop loop = new BareLoop();
    loop.run(200_000);
    double perPole = 200_000.0 / loop.fallen();
    int lanes = 64;
    int steps = 1_000;
    long ends = 0;
    RandomStream random = RandomStreams.of(1).stream("pushes");
    try (VectorEnvironment envs =
        Gym.vector("CartPole-v1").lanes(lanes).autoReset(AutoReset.SAME_STEP).make()) {
      Batch batch = envs.newBatch();
      float[] pushes = new float[lanes];
      envs.reset(1, batch);
      for (int step = 0; step < steps; step++) {
        for (int lane = 0; lane < lanes; lane++) {
          pushes[lane] = random.nextBoolean() ? 1 : 0;
        }
        envs.step(pushes, batch);
        for (int lane = 0; lane < lanes; lane++) {
          ends += batch.endReason(lane) == EndReason.NONE ? 0 : 1;
        }
      }
    }
    assertThat(perPole).isCloseTo((double) lanes * steps / ends, within(1.5));
  }

  @Test
  void aFreshStartCountsWhatTheWholeJvmDoes() {
    FreshStart.Run run = FreshStart.train(2_000, 0);
    assertThat(run.steps()).isEqualTo(2_000);
    assertThat(run.cpuSeconds()).isPositive().isLessThanOrEqualTo(run.jvmCpuSeconds());
  }
}
