package io.tradinggym.docs;

import static io.tradinggym.agents.train.Training.checkpoints;
import static io.tradinggym.agents.train.Training.controlledBy;
import static io.tradinggym.agents.train.Training.steps;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.TrainingControl;
import io.tradinggym.agents.train.TrainingPool;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/guides/train-an-agent.md about runs that take long. */
class LongRunsGuideTest {
  @TempDir private Path folder;

  @Test
  void aTrainingIsPausedAndStopped() throws Exception {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 8)) {
      TrainingControl control = new TrainingControl();
      CompletableFuture<Policy> training =
          CompletableFuture.supplyAsync(
              () ->
                  Ppo.defaults()
                      .train(envs, steps(10_000_000), checkpoints(folder), controlledBy(control)));
      control.pause();
      control.resume();
      control.stop();
      Policy soFar = training.get();
      assertThat(soFar.observationSpace()).isEqualTo(envs.observationSpace());
      assertThat(folder.resolve("checkpoint")).exists();
    }
  }

  @Test
  void severalSeedsRunSideBySide() {
    List<Policy> policies =
        new TrainingPool(2)
            .train(
                Ppo.defaults(),
                () -> Gym.vector("CartPole-v1", 8),
                seed -> List.of(steps(4_000), checkpoints(folder.resolve("seed-" + seed))),
                1,
                2,
                3);
    assertThat(policies).hasSize(3);
    assertThat(folder.resolve("seed-3").resolve("checkpoint")).exists();
  }
}
