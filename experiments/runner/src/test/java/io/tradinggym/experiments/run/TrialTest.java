package io.tradinggym.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.train.Episodes;
import io.tradinggym.allocator.desk.LearnedFeatures;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {
  private static final String SPECIFICATION =
      """
      environment: {id: CartPole-v1, lanes: 4}
      algorithm: {steps: 2000, rolloutSteps: 32, minibatch: 64, learningRate: 5e-3, hidden: [16]}
      seeds: 1
      evaluation: {validations: 5, validationPaths: 4, paths: 2}
      """;

  @TempDir private Path folder;

  @Test
  void theSameSpecificationAndSeedGiveTheSameBytesBesideOthers() {
    CompletableFuture<TrialResult> beside =
        CompletableFuture.supplyAsync(() -> Trial.run(SPECIFICATION, 3));
    TrialResult first = Trial.run(SPECIFICATION, 3);
    assertThat(beside.join().hash()).isEqualTo(first.hash());
    assertThat(Trial.run(SPECIFICATION, 4).hash()).isNotEqualTo(first.hash());
    assertThat(Trial.run(SPECIFICATION.replace("5e-3", "4e-3"), 3).hash())
        .isNotEqualTo(first.hash());
    assertThat(new String(first.bytes(), StandardCharsets.UTF_8))
        .contains("\"seed\":3", Journal.sha256(SPECIFICATION))
        .containsPattern("\"log\":\\[\\{\"steps\":128,\"episode/count\":[0-9.]+,");
  }

  /** The policy that comes back is the one whose validation is told: it is played again, by hand. */
  @Test
  void theChosenPolicyIsTheBestOnTheValidationEpisodes() {
    TrialResult result = Trial.run(SPECIFICATION, 3);
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 4)) {
      assertThat(Episodes.meanReturn(result.policy(), envs, 4, EvaluationSeeds.validation(7)))
          .isEqualTo(result.validation());
    }
    String json = new String(result.bytes(), StandardCharsets.UTF_8);
    String points = json.replaceAll("(?s).*\"validations\":\\[\\[(.*?)\\]\\].*", "$1");
    double best = 0;
    for (String point : points.split("\\],\\[")) {
      best = Math.max(best, Double.parseDouble(point.split(",")[1]));
    }
    assertThat(result.validation()).isEqualTo(best);
  }

  /** A run of the same seed ends with the same policy: there is one way to train. */
  @Test
  void aRunTrainsAsATrialDoes() throws Exception {
    RunConfig config = ConfigFile.parse(SPECIFICATION, List.of("seed=3"), "test");
    Run.start(config, folder.resolve("run")).complete(1, (seed, steps, mean) -> {});
    TrialResult trial = Trial.run(SPECIFICATION + "seed: 3\n", 3);
    Path policy = folder.resolve("policy");
    trial.policy().save(policy);
    assertThat(Files.readAllBytes(folder.resolve("run/policies/seed-3")))
        .isEqualTo(Files.readAllBytes(policy));
  }

  @Test
  void whatItsFeaturesLearnedTravelsInTheResult() throws Exception {
    String learning =
        """
        market: {simulated: "watchlist:SPY"}
        environment: {id: Stock-v1, lanes: 2, options: {episode: 16, features: ["rsi(14)", return5]}}
        algorithm: {steps: 64, rolloutSteps: 16, minibatch: 16, epochs: 1, hidden: [4]}
        evaluation: {validations: 2, validationPaths: 2}
        """;
    Path policy = folder.resolve("trial");
    new TrialResult(Trial.run(learning, 3).bytes()).writePolicy(policy);
    assertThat(LearnedFeatures.in(policy)).isTrue();
    Run.start(
            ConfigFile.parse(learning, List.of("seed=3", "seeds=1"), "test"),
            folder.resolve("learned"))
        .complete(1, (seed, steps, mean) -> {});
    assertThat(policy).hasSameBinaryContentAs(folder.resolve("learned/policies/seed-3"));
  }
}
