package io.tradinggym.agents.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingControlTest {
  private static final long STEPS = 2_048;
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  private byte[] train(String name, TrainOption... more) {
    List<TrainOption> options = new ArrayList<>(List.of(more));
    options.add(Training.steps(STEPS));
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 4)) {
      Path file = folder.resolve(name);
      Ppo.settings()
          .rolloutSteps(32)
          .build()
          .train(envs, options.toArray(TrainOption[]::new))
          .save(file);
      return Files.readAllBytes(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static TrainOption watch(AtomicLong steps) {
    return Training.callback(
        new Callback() {
          @Override
          public boolean iterated(TrainingRun run) {
            steps.set(run.learner().steps());
            return true;
          }
        });
  }

  @Test
  void aPausedTrainingStandsStillAndThenEndsWithTheSameBits() throws Exception {
    TrainingControl control = new TrainingControl();
    AtomicLong steps = new AtomicLong();
    control.pause();
    CompletableFuture<byte[]> paused =
        CompletableFuture.supplyAsync(
            () -> train("paused", watch(steps), Training.controlledBy(control)));
    while (!control.isPaused()) {
      Thread.onSpinWait();
    }
    assertThat(steps.get()).isEqualTo(128);
    assertThat(paused).isNotDone();
    control.resume();
    assertThat(paused.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(train("whole"));
    assertThat(control.isPaused()).isFalse();
  }

  @Test
  void aStoppedTrainingGoesOnWhereItWasStopped() {
    TrainingControl control = new TrainingControl();
    AtomicLong steps = new AtomicLong();
    Callback stopper =
        new Callback() {
          @Override
          public boolean iterated(TrainingRun run) {
            if (run.learner().steps() == 3 * 128) {
              control.stop();
            }
            return true;
          }
        };
    train(
        "stopped",
        Training.callback(stopper),
        Training.controlledBy(control),
        watch(steps),
        Training.callback(new Checkpoints(folder.resolve("run"), 1)));
    assertThat(steps.get()).isEqualTo(3 * 128);
    AtomicLong first = new AtomicLong();
    Callback begins =
        new Callback() {
          @Override
          public void started(TrainingRun run) {
            first.set(run.learner().steps());
          }
        };
    byte[] resumed =
        train(
            "resumed",
            Training.callback(begins),
            Training.callback(new Checkpoints(folder.resolve("run"), 1)));
    assertThat(first.get()).isEqualTo(3 * 128);
    assertThat(resumed).isEqualTo(train("whole"));
  }

  @Test
  void stopEndsAPausedTraining() throws Exception {
    TrainingControl control = new TrainingControl();
    control.pause();
    CompletableFuture<byte[]> paused =
        CompletableFuture.supplyAsync(() -> train("paused", Training.controlledBy(control)));
    while (!control.isPaused()) {
      Thread.onSpinWait();
    }
    control.stop();
    assertThat(paused.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotEmpty();
  }
}
