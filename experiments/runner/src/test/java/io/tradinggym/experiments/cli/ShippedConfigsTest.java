package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.run.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedConfigsTest {
  /** Tests run in the module's folder, or in the project's. */
  static List<Path> shipped() throws IOException {
    Path folder =
        Stream.of(Path.of("../configs"), Path.of("experiments/configs"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedConfigurationCanBeRun(Path file) {
    RunConfig config = ConfigFile.read(file, List.of());
    assertThat(new Experiment(config).config()).isEqualTo(config);
    assertThat(file.getFileName()).hasToString(config.name() + ".yaml");
  }
}
