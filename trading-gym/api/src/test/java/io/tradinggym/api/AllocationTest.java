package io.tradinggym.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tradinggym.api.wrapper.Journal;
import io.tradinggym.api.wrapper.NormalizeObservation;
import io.tradinggym.api.wrapper.NormalizeReward;
import io.tradinggym.api.wrapper.RecordEpisodeStatistics;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps and autoresets through the public interface allocate nothing on the calling thread. */
class AllocationTest {
  private static final ThreadMXBean COUNTER = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int RUNS = 10;

  @Test
  void aSingleEnvironmentAllocatesNothing() {
    try (Environment env = Gym.make("CartPole-v1")) {
      env.reset(1);
      assertThat(
              leastAllocated(
                  () -> {
                    for (int i = 0; i < 5000; i++) {
                      if (env.ended()) {
                        env.reset();
                      }
                      env.step(i % 3 == 0 ? 1 : 0);
                    }
                  }))
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(value = AutoReset.class, names = "DISABLED", mode = EnumSource.Mode.EXCLUDE)
  void aWrappedVectorAllocatesNothing(AutoReset mode) {
    VectorBuilder builder =
        Gym.vector("CartPole-v1")
            .lanes(16)
            .threads(2)
            .autoReset(mode)
            .wrap(RecordEpisodeStatistics.recorded())
            .wrap(NormalizeObservation.running())
            .wrap(NormalizeReward.by(0.99))
            .wrap(Journal.to(OutputStream.nullOutputStream()));
    try (VectorEnvironment envs = builder.make()) {
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      float[] actions = new float[16];
      assertThat(
              leastAllocated(
                  () -> {
                    for (int i = 0; i < 1000; i++) {
                      actions[i % 16] = 1 - actions[i % 16];
                      envs.step(actions, batch);
                    }
                  }))
          .isZero();
    }
  }

  /** The least of several runs: the JVM itself allocates now and then while it compiles. */
  private static long leastAllocated(Runnable work) {
    long least = Long.MAX_VALUE;
    for (int run = 0; run < RUNS && least > 0; run++) {
      long before = COUNTER.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, COUNTER.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
