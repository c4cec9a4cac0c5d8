package io.tradinggym.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options look like values and are: one list serves any number of trainings. */
class TrainOptionsTest {
  @TempDir private Path folder;

  private int train(long seed, List<TrainOption> options) throws IOException {
    List<TrainOption> all = new ArrayList<>(options);
    all.add(Training.seed(seed));
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 4)) {
      Path file = folder.resolve("policy");
      Ppo.settings()
          .rolloutSteps(32)
          .build()
          .train(envs, all.toArray(TrainOption[]::new))
          .save(file);
      return Arrays.hashCode(Files.readAllBytes(file));
    }
  }

  @Test
  void oneListGivesEverySeedEvaluationsOfItsOwn() throws IOException {
    List<TrainOption> options =
        List.of(
            Training.steps(1024),
            Training.patience(20),
            Training.evaluateOn(() -> Gym.vector("CartPole-v1", 4)));
    Set<Integer> different = new HashSet<>();
    for (long seed = 1; seed <= 3; seed++) {
      int shared = train(seed, options);
      different.add(shared);
      assertThat(shared)
          .isEqualTo(
              train(
                  seed,
                  List.of(
                      Training.steps(1024),
                      Training.evaluateOn(() -> Gym.vector("CartPole-v1", 4)))));
    }
    assertThat(different).hasSize(3);
  }

  @Test
  void anEvaluationOrAControlThatWasUsedIsRefused() throws IOException {
    List<TrainOption> evaluated =
        List.of(
            Training.steps(256),
            Training.callback(new PeriodicEvaluation(() -> Gym.vector("CartPole-v1", 4), 2, 4)));
    train(1, evaluated);
    assertThatThrownBy(() -> train(2, evaluated))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("make a new PeriodicEvaluation for each");
    TrainingControl control = new TrainingControl();
    control.stop();
    List<TrainOption> controlled = List.of(Training.steps(256), Training.controlledBy(control));
    train(1, controlled);
    assertThatThrownBy(() -> train(2, controlled))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("and was stopped; give each training a new one");
  }
}
