package io.tradinggym.agents.train;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.util.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several trainings side by side, each with environments, seed and callbacks of its own, so that what comes out does
 * not depend on how many run at a time. Cores are better spent on runs than on threads within one.
 *
 * <pre>{@code
 * List<Policy> policies =
 *     new TrainingPool(2)
 *         .train(
 *             Ppo.defaults(),
 *             () -> Gym.vector("CartPole-v1", 8),
 *             seed -> List.of(Training.steps(100_000), Training.checkpoints(folder.resolve("" + seed))),
 *             1, 2, 3, 4);
 * }</pre>
 *
 * @param parallel runs at a time, &gt;= 1
 */
public record TrainingPool(int parallel) {
  /** Checks the number. */
  public TrainingPool {
    Require.that(parallel >= 1, "parallel must be >= 1", parallel);
  }

  /**
   * Trains once with every seed.
   *
   * @param algorithm what is trained
   * @param envs makes the environments of a run, closed after it
   * @param options of the run with a seed; the seed itself is added. Callbacks must not be shared between runs
   * @param seeds a run for each
   * @return policies in the order of the seeds
   * @throws IllegalStateException naming the seed, with the failure of the first run in that order that failed; no new
   *     run is begun after a failure
   */
  public List<Policy> train(
      Algorithm algorithm,
      Supplier<VectorEnvironment> envs,
      LongFunction<List<TrainOption>> options,
      long... seeds) {
    List<Future<@Nullable Policy>> runs = new ArrayList<>();
    AtomicBoolean failed = new AtomicBoolean();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            parallel, Thread.ofPlatform().name("training-", 0).factory())) {
      for (long seed : seeds) {
        List<TrainOption> given = options.apply(seed);
        runs.add(threads.submit(() -> train(algorithm, envs, given, seed, failed)));
      }
      return gather(runs, seeds);
    }
  }

  /** The policy; null if another run had failed before this one began. */
  private static @Nullable Policy train(
      Algorithm algorithm,
      Supplier<VectorEnvironment> envs,
      List<TrainOption> options,
      long seed,
      AtomicBoolean failed) {
    if (failed.get()) {
      return null;
    }
    List<TrainOption> all = new ArrayList<>(options);
    all.add(Training.seed(seed));
    try (VectorEnvironment own = envs.get()) {
      return algorithm.train(own, all.toArray(TrainOption[]::new));
    } catch (RuntimeException | Error e) {
      failed.set(true);
      throw e;
    }
  }

  private static List<Policy> gather(List<Future<@Nullable Policy>> runs, long[] seeds) {
    List<Policy> policies = new ArrayList<>();
    IllegalStateException failure = null;
    for (int i = 0; i < seeds.length; i++) {
      try {
        Policy policy = runs.get(i).get();
        if (policy != null) {
          policies.add(policy);
        }
      } catch (ExecutionException e) {
        failure = failure == null ? failed(seeds[i], e) : failure;
      } catch (InterruptedException e) {
        runs.forEach(run -> run.cancel(true));
        Thread.currentThread().interrupt();
        throw new IllegalStateException(
            "interrupted while training with seeds " + Arrays.toString(seeds), e);
      }
    }
    if (failure != null) {
      throw failure;
    }
    return policies;
  }

  private static IllegalStateException failed(long seed, ExecutionException e) {
    Throwable cause = Objects.requireNonNull(e.getCause());
    return new IllegalStateException(
        "the training with seed " + seed + " failed: " + cause.getMessage(), cause);
  }
}
