package io.tradinggym.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {
  private static final String CONFIG =
      """
      seeds: 2
      market: {simulated: watchlist}
      environment: {id: Portfolio-v1, lanes: 4, options: {episode: 40}}
      algorithm: {steps: 3000, rolloutSteps: 16, minibatch: 32, epochs: 2, hidden: [8], normalizeObservations: true}
      evaluation: {paths: 2, validations: 4, validationPaths: 2}
      """;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(longs = {100, 1500, 2900})
  void aRunThatBreaksOffAnywhereEndsAsIfItHadNot(long breakAt) {
    RunConfig config = ConfigFile.parse(CONFIG, List.of(), "test");
    Run.start(config, folder.resolve("whole")).complete(1, (seed, steps, mean) -> {});

    Run broken = Run.start(config, folder.resolve("broken"));
    assertThatThrownBy(
            () ->
                broken.complete(
                    2,
                    (seed, steps, mean) -> {
                      if (steps >= breakAt) {
                        throw new IllegalStateException("power cut");
                      }
                    }))
        .hasMessage("power cut");
    assertThat(folder.resolve("broken/journal")).doesNotExist();

    Run.open(folder.resolve("broken")).complete(2, (seed, steps, mean) -> {});
    assertThat(folder.resolve("broken/journal"))
        .hasSameTextualContentAs(folder.resolve("whole/journal"));
  }
}
