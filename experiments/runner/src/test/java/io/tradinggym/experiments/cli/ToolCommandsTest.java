package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolCommandsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void checkPutsAnEnvironmentThroughTheContract() {
    Cli cli = Cli.run("check", "CartPole-v1", "--steps", "200");
    assertThat(cli.code()).as(cli.out()).isZero();
    assertThat(cli.out()).contains("seed-determinism");
  }

  @Test
  void checkRefusesWhatIsNotThere() {
    assertThat(Cli.run("check", "Nowhere-v1").code()).isEqualTo(2);
    assertThat(Cli.run("check", "Stock-v1", "--set", "gravity=1").err())
        .contains("unknown option \"gravity\"");
  }

  @Test
  void benchWritesOneJsonObjectALine() throws IOException {
    Path file = folder.resolve("bench.jsonl");
    Cli cli =
        Cli.run(
            "bench", "--quick", "--env", "CartPole-v1", "--lanes", "8", "--out", file.toString());
    assertThat(cli.code()).as(cli.err()).isZero();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    JsonNode bare = new ObjectMapper().readTree(lines.getFirst());
    assertThat(bare.get("benchmark").asText()).isEqualTo("machine/bare-loop");
    assertThat(bare.get("of_bare_loop").asDouble()).isEqualTo(1);
    JsonNode result = new ObjectMapper().readTree(lines.getLast());
    assertThat(result.get("of_bare_loop").asDouble())
        .isEqualTo(
            result.get("steps_per_cpu_second").asDouble()
                / bare.get("steps_per_cpu_second").asDouble());
    assertThat(result.get("benchmark").asText()).isEqualTo("CartPole-v1");
    assertThat(result.get("lanes").asInt()).isEqualTo(8);
    assertThat(result.get("threads").asInt()).isEqualTo(1);
    assertThat(result.get("steps_per_second").asDouble()).isGreaterThan(1000);
  }

  @Test
  void benchRefusesAnUnwritableFileBeforeItMeasures() {
    Cli cli = Cli.run("bench", "--quick", "--out", folder.resolve("none/bench.jsonl").toString());
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void reportIsWrittenAgainFromTheFolderAlone() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("config.yaml"),
            """
            environment: {id: Stock-v1, lanes: 2, options: {episode: 30}}
            algorithm: {steps: 300, hidden: [4]}
            seeds: 1
            evaluation: {paths: 2, validationPaths: 2}
            """);
    Path run = folder.resolve("run");
    assertThat(Cli.run("train", config.toString(), "--out", run.toString()).code()).isZero();
    String page = Files.readString(run.resolve("report.html"));
    Files.delete(run.resolve("report.html"));
    assertThat(Cli.run("report", run.toString()).code()).isZero();
    assertThat(Files.readString(run.resolve("report.html"))).isEqualTo(page);
    reportIsWrittenElsewhereAndTheRunIsReadOnly(run, page);
    assertThat(page)
        .contains(
            "Against the controls",
            "Drawdown",
            "Monthly returns",
            "Weights",
            "Costs",
            "promise nothing")
        .doesNotContain("src=", "href=", "@import");
  }

  /** Nobody writes where a run was archived; whoever may write everywhere still leaves it as it is. */
  private void reportIsWrittenElsewhereAndTheRunIsReadOnly(Path run, String page)
      throws IOException {
    Path again = folder.resolve("again.html");
    Files.delete(run.resolve("report.html"));
    Set<Path> before = files(run);
    assertThat(run.toFile().setWritable(false)).isTrue();
    try {
      Cli cli = Cli.run("report", run.toString(), "--out", again.toString());
      assertThat(cli.code()).as(cli.err()).isZero();
      assertThat(cli.out().strip()).isEqualTo(again.toString());
    } finally {
      assertThat(run.toFile().setWritable(true)).isTrue();
    }
    assertThat(Files.readString(again)).isEqualTo(page);
    assertThat(files(run)).isEqualTo(before);
  }

  private static Set<Path> files(Path run) throws IOException {
    try (Stream<Path> all = Files.walk(run)) {
      return all.collect(Collectors.toSet());
    }
  }

  @Test
  void aReportThatCannotBeWrittenIsRefusedFirst() {
    Path page = folder.resolve("nowhere").resolve("again.html");
    Cli cli = Cli.run("report", folder.resolve("run").toString(), "--out", page.toString());
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).startsWith("error: cannot write " + page).doesNotContain("no run");
  }
}
