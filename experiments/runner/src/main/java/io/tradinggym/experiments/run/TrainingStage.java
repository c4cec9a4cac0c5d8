package io.tradinggym.experiments.run;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.experiments.config.RunConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Trains one agent per seed, several at a time. Every training runs on one thread by itself, so the number of threads
 * cannot change a bit.
 */
final class TrainingStage {
  private TrainingStage() {}

  static List<Trained> run(
      RunConfig config,
      RunFolder folder,
      Supplier<EnvironmentLogic> learning,
      Supplier<EnvironmentLogic> validating,
      int threads,
      TrainingProgress progress) {
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, config.seeds()))) {
      List<Future<Trained>> futures = new ArrayList<>();
      for (int i = 0; i < config.seeds(); i++) {
        long seed = config.seed() + i;
        futures.add(
            pool.submit(
                () ->
                    new SeedTraining(config, seed, folder, learning, validating, progress)
                        .train()));
      }
      List<Trained> trained = new ArrayList<>();
      try {
        for (Future<Trained> future : futures) {
          trained.add(future.get());
        }
      } catch (InterruptedException e) {
        pool.shutdownNow();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } catch (ExecutionException e) {
        pool.shutdownNow();
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
      return trained;
    }
  }
}
