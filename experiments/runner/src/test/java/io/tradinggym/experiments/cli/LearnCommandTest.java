package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnCommandTest {
  /** A gate that lets anybody pass, so that names move; the live test is eager, so that they move back. */
  private static final String TINY =
      """
      name: tiny
      seed: 5
      made: "trend 330, reverting 120"
      environment:
        id: Stock-v1
        lanes: 4
        options: {shorts: true, actions: levels, levels: 3}
      algorithm: {steps: 1000, rolloutSteps: 16, minibatch: 32, epochs: 1, hidden: [8]}
      schedule:
        {first: 200, every: 60, memory: 200, holdout: 60, episode: 40, block: 20, expires: 150}
      monitor: {window: 20, alpha: 0.4}
      gate: {paths: 20, alpha: 0.9, drawdown: 1, demote: 0.49}
      """;

  @TempDir private Path folder = Path.of("");
  private Path config = Path.of("");

  @BeforeEach
  void write() throws IOException {
    config = folder.resolve("config.yaml");
    Files.writeString(config, TINY);
  }

  private Cli learn(String out, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("learn", config.toString(), "--out", folder.resolve(out).toString()));
    all.addAll(List.of(more));
    return Cli.run(all.toArray(String[]::new));
  }

  private Cli resume(String out, String... more) {
    List<String> all =
        new ArrayList<>(List.of("learn", "--resume", folder.resolve(out).toString()));
    all.addAll(List.of(more));
    return Cli.run(all.toArray(String[]::new));
  }

  private List<String> log(String out) throws IOException {
    return Files.readAllLines(folder.resolve(out).resolve("decisions.jsonl"));
  }

  private String aliases(String out) throws IOException {
    return Files.readString(folder.resolve(out).resolve("models/agent/aliases"));
  }

  private static JsonNode json(String line) throws IOException {
    return new ObjectMapper().readTree(line);
  }

  @Test
  void walksOfSeveralSeedsAreCounted() throws IOException {
    Cli cli = learn("many", "--walks", "2", "--set", "algorithm.steps=200");
    assertThat(cli.code()).as(cli.err()).isZero();
    JsonNode all = json(Files.readString(folder.resolve("many/walks.json")));
    int promoted = 0;
    int gates = 0;
    double earned = 0;
    for (String seed : List.of("seed-5", "seed-6")) {
      for (String line : log("many/" + seed)) {
        gates += json(line).has("difference_lower") ? 1 : 0;
        promoted += line.contains("\"decision\":\"promote\"") ? 1 : 0;
      }
      String outcome = Files.readString(folder.resolve("many/" + seed + "/outcome.json"));
      earned += json(outcome).path("walk").asDouble() / 2;
    }
    assertThat(all.path("gates").asInt()).isEqualTo(gates).isPositive();
    assertThat(all.path("promotions").asInt()).isEqualTo(promoted);
    assertThat(all.path("earned").asDouble()).isCloseTo(earned, within(1e-12));
    assertThat(cli.out()).contains("2 walks: " + promoted + " of " + gates + " challengers");
    assertThat(learn("none", "--walks", "0").code()).isNotZero();
  }

  @Test
  void theSameWalkTakesTheSameDecisionsAndAKillChangesNone() throws IOException {
    Cli whole = learn("whole");
    assertThat(whole.code()).as(whole.err()).isZero();
    List<String> decisions = log("whole");
    assertThat(decisions).hasSizeGreaterThan(3);
    assertThat(decisions).anyMatch(line -> line.contains("\"promote\""));
    assertThat(whole.out()).contains("Regret", "if told", "promote");

    // Killed in the second decision: the line is torn, what was trained since is gone.
    learn("killed", "--until", json(decisions.get(1)).path("date").asText());
    Path log = folder.resolve("killed/decisions.jsonl");
    String first = decisions.getFirst() + "\n";
    Files.writeString(log, first + decisions.get(1).substring(0, 25));
    Cli resumed = resume("killed");
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(log("killed")).isEqualTo(decisions);
    assertThat(aliases("killed")).isEqualTo(aliases("whole"));

    // Walked in two days' marches.
    learn("marches", "--until", json(decisions.get(2)).path("date").asText());
    assertThat(log("marches")).isEqualTo(decisions.subList(0, 3));
    resume("marches");
    assertThat(log("marches")).isEqualTo(decisions);
    assertThat(folder.resolve("marches/outcome.json"))
        .hasSameTextualContentAs(folder.resolve("whole/outcome.json"));

    // What was decided later is not taken back: the outcome would be of versions that were not
    // there.
    String early = json(decisions.get(decisions.size() - 2)).path("date").asText();
    String last = json(decisions.getLast()).path("date").asText();
    Cli back = Cli.run("learn", "--resume", folder.resolve("marches").toString(), "--until", early);
    assertThat(back.err()).contains("is before the last decision", ", of " + last);
    assertThat(folder.resolve("marches/outcome.json"))
        .hasSameTextualContentAs(folder.resolve("whole/outcome.json"));
  }

  @Test
  void aDecisionThatDoesNotComeOutAgainIsNoticed() throws IOException {
    learn("a", "--until", "2001-12-31");
    Path log = folder.resolve("a/decisions.jsonl");
    List<String> lines = log("a");
    assertThat(lines).isNotEmpty();
    Files.writeString(
        log, Files.readString(log).replaceFirst("\"difference\":", "\"difference\":1"));
    assertThat(resume("a").err()).contains("line 1", "does not come out again");
  }

  @Test
  void aChampionThatIsGoneHasAPredecessorAndModelsHaveCards() throws IOException {
    learn("a");
    try (Stream<Path> cards = Files.walk(folder.resolve("a/models/agent/versions"))) {
      List<String> texts =
          cards
              .filter(file -> file.endsWith("card"))
              .map(
                  file -> {
                    try {
                      return Files.readString(file);
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  })
              .toList();
      assertThat(texts).anyMatch(card -> card.contains("setting start: fresh"));
      assertThat(texts).anyMatch(card -> card.contains("setting start: warm"));
      assertThat(texts).allMatch(card -> card.contains("sha256:") && card.contains("data: bars"));
    }
    String models = folder.resolve("a/models").toString();
    assertThat(Cli.run("models", "list", "--models", models).out()).contains("champion");
  }

  @Test
  void complaintsSayWhatWouldBeRight() throws IOException {
    assertThat(learn("b", "--set", "made=trend").err()).contains("how many bars");
    assertThat(learn("c", "--set", "made=trnd 100, noise 300").err()).contains("trnd");
    assertThat(learn("d", "--set", "schedule.holdout=500").err()).contains("schedule.holdout");
    assertThat(learn("e", "--set", "gate.path=3").err()).contains("paths");
    assertThat(
            learn("f", "--set", "environment.id=CartPole-v1", "--set", "environment.options={}")
                .err())
        .contains("CartPole-v1");
    assertThat(learn("g", "--until", "tomorrow").err()).contains("2020-12-31");
    assertThat(learn("h", "--set", "role=../../x").err()).contains("role must be 1 to 64 letters");
    assertThat(learn("i", "--until", "1999-01-01").err())
        .contains("1999-01-01 is before the first decision", "schedule.first");
    assertThat(folder.resolve("g/manifest.json")).doesNotExist();
    assertThat(folder.resolve("i/manifest.json")).doesNotExist();
    assertThat(Cli.run("learn").err()).contains("CONFIG");
  }
}
