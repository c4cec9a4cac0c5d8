package io.tradinggym.experiments.bench;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Locale;
import java.util.function.Supplier;

/** Environment steps per second, stepped with actions that were drawn beforehand: resets included, choosing excluded. */
public final class Throughput {
  /** Batches of actions that are used in turn. */
  private static final int PREPARED = 64;

  private static final double NANOSECONDS = 1e9;

  private Throughput() {}

  /**
   * What was measured.
   *
   * @param benchmark id of the environment
   * @param lanes stepped together
   * @param threads that stepped them
   * @param stepsPerSecond over all lanes, the best of the rounds
   */
  public record Result(String benchmark, int lanes, int threads, double stepsPerSecond) {
    /** One JSON object on one line. */
    public String json() {
      return String.format(
          Locale.ROOT,
          "{\"benchmark\":\"%s\",\"lanes\":%d,\"threads\":%d,\"steps_per_second\":%.0f}",
          benchmark, lanes, threads, stepsPerSecond);
    }
  }

  /**
   * Measures.
   *
   * @param seconds of each round
   * @param rounds the first ones warm up; the best counts
   */
  public static Result measure(
      String benchmark, Supplier<EnvironmentLogic> maker, int lanes, int threads, double seconds, int rounds) {
    try (VectorEnvironment envs = Gym.vector(maker, lanes, threads, AutoReset.NEXT_STEP)) {
      Batch batch = envs.newBatch();
      float[][] actions = actions(envs);
      envs.reset(1, batch);
      double best = 0;
      for (int round = 0; round < rounds; round++) {
        best = Math.max(best, round(envs, batch, actions, seconds));
      }
      return new Result(benchmark, lanes, threads, best);
    }
  }

  private static double round(VectorEnvironment envs, Batch batch, float[][] actions, double seconds) {
    long steps = 0;
    long start = System.nanoTime();
    long elapsed = 0;
    while (elapsed < seconds * NANOSECONDS) {
      for (float[] action : actions) {
        envs.step(action, batch);
      }
      steps += (long) actions.length * envs.lanes();
      elapsed = System.nanoTime() - start;
    }
    return steps * NANOSECONDS / elapsed;
  }

  private static float[][] actions(VectorEnvironment envs) {
    RandomStream random = RandomStreams.of(1).stream("actions");
    int size = envs.actionSpace().size();
    float[][] actions = new float[PREPARED][envs.lanes() * size];
    for (float[] action : actions) {
      for (int lane = 0; lane < envs.lanes(); lane++) {
        envs.actionSpace().sample(random, action, lane * size);
      }
    }
    return actions;
  }
}
