package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.experiments.allocate.AllocateConfig;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.Presets;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.learn.LearnConfig;
import io.tradinggym.experiments.run.Experiment;
import io.tradinggym.experiments.signals.Watchlist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedConfigsTest {
  /** Tests run in the module's folder, or in the project's. */
  private static List<Path> all() throws IOException {
    Path folder =
        Stream.of(Path.of("../configs"), Path.of("experiments/configs"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean isOf(Path file, String command) {
    return file.getFileName().toString().startsWith(command + "-");
  }

  static List<Path> shipped() throws IOException {
    return all().stream()
        .filter(file -> !isOf(file, "allocate") && !isOf(file, "learn"))
        .filter(file -> !file.endsWith("watchlist.yaml"))
        .toList();
  }

  static List<Path> ofAllocate() throws IOException {
    return all().stream().filter(file -> isOf(file, "allocate")).toList();
  }

  @Test
  void theWatchlistOfTheDailyJobHoldsItsDefaults() throws IOException {
    Path file =
        all().stream().filter(each -> each.endsWith("watchlist.yaml")).findFirst().orElseThrow();
    assertThat(Watchlist.read(file)).isEqualTo(Watchlist.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("ofAllocate")
  void everyAccountOfSpecialistsCanBeRead(Path file) {
    AllocateConfig config = AllocateConfig.read(file, List.of());
    assertThat(config.name()).isEqualTo(file.getFileName().toString().replace(".yaml", ""));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedConfigurationCanBeRun(Path file) {
    RunConfig config = ConfigFile.read(file, List.of());
    assertThat(new Experiment(config).config()).isEqualTo(config);
    String name = file.getFileName().toString().replace(".yaml", "");
    assertThat(config.name()).isIn(name, file.getName(file.getNameCount() - 2) + "-" + name);
  }

  static List<Path> ofLearn() throws IOException {
    return all().stream().filter(file -> isOf(file, "learn")).toList();
  }

  @ParameterizedTest
  @MethodSource("ofLearn")
  void everyWalkCanBeRead(Path file) {
    LearnConfig config = LearnConfig.read(file, List.of());
    assertThat(config.name()).isEqualTo(file.getFileName().toString().replace(".yaml", ""));
  }

  @Test
  void presetsAreNamedByTheirEnvironmentAndAlgorithm() {
    assertThat(Presets.names()).isNotEmpty();
    for (String name : Presets.names()) {
      String[] parts = name.substring(0, name.length() - ".yaml".length()).split("/", 2);
      int dash = parts[1].indexOf('-', parts[1].indexOf("-v") + 1); // discrete-sac has one, too
      String environment = parts[1].substring(0, dash);
      String algorithm = parts[1].substring(dash + 1);
      RunConfig config = Presets.read(parts[0], environment, algorithm, List.of());
      assertThat(config.environment().id()).isEqualTo(environment);
      assertThat(config.algorithm().name()).isEqualTo(algorithm);
      assertThat(config.seeds()).as("enough seeds for an interval").isGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void anUnknownPresetIsAnsweredWithThoseThereAre() {
    Cli cli = Cli.run("train", "--algo", "ppo", "--env", "Nowhere-v1", "--preset", "reference");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err())
        .contains("no preset reference/Nowhere-v1-ppo.yaml", "CartPole-v1-ppo.yaml")
        .hasLineCount(1);
  }
}
