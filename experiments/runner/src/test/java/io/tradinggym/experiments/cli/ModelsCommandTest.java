package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
  private static final String TINY =
      """
      name: tiny
      seed: 3
      seeds: 2
      environment: {id: Trend-v1, lanes: 4}
      algorithm: {steps: 2000, rolloutSteps: 16, minibatch: 32, epochs: 1, hidden: [8]}
      evaluation: {paths: 3, validations: 0, bar: 0.2106}
      """;

  @TempDir private Path folder = Path.of("");

  private Cli cli(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--models", folder.resolve("models").toString()));
    return Cli.run(all.toArray(String[]::new));
  }

  private Cli train(String out, String... more) throws IOException {
    Path config = folder.resolve("tiny.yaml");
    Files.writeString(config, TINY);
    List<String> all =
        new ArrayList<>(
            List.of("train", config.toString(), "--out", folder.resolve(out).toString()));
    all.addAll(List.of(more));
    return cli(all.toArray(String[]::new));
  }

  private static List<String> versions(String text) {
    Matcher ids = Pattern.compile("trend/[0-9a-f]{12}").matcher(text);
    List<String> found = new ArrayList<>();
    while (ids.find()) {
      found.add(ids.group());
    }
    return found.stream().distinct().toList();
  }

  @Test
  void trainedAgentsGetACardAndNamesMoveByDecisionOnly() throws IOException {
    Cli trained = train("run", "--register", "trend");
    assertThat(trained.code()).as(trained.err()).isZero();
    List<String> added = versions(trained.out());
    assertThat(added).hasSize(2);
    assertThat(cli("models", "list").out())
        .contains("trend  (holds cash", "seed 3", "seed 4", "Trend-v1")
        .doesNotContain("champion  ");

    assertThat(cli("models", "promote", added.get(0), "--why", "the first").code()).isZero();
    assertThat(cli("models", "promote", added.get(1), "--challenger", "--why", "tried").code())
        .isZero();
    assertThat(cli("models", "promote", "trend/challenger", "--why", "won").out())
        .contains("champion " + added.get(1).substring(6), "previous " + added.get(0).substring(6));
    assertThat(cli("models", "rollback", "trend", "--why", "lost since").code()).isZero();

    Cli shown = cli("models", "show", "trend");
    assertThat(shown.out())
        .contains("id: " + added.get(0).substring(6))
        .contains("score of this seed: ", "score of random: ", "bar: 0.2106", "ledger: 2 agents")
        .contains("algorithm.gamma: ", "environment.options.cost: ", "limits: a simulated market")
        .contains("unchanged", "parent: none", "rollback", ": lost since");
  }

  @Test
  void aWarmStartKnowsItsParent() throws IOException {
    Cli first = train("first", "--register", "trend", "--seeds", "1");
    String parent = versions(first.out()).getFirst();
    String from = folder.resolve("first/policies/seed-3").toString();
    Cli second = train("second", "--register", "trend", "--seeds", "1", "--from", from);
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(cli("models", "show", versions(second.out()).getFirst()).out())
        .contains("parent: " + parent.substring(6));
  }

  @Test
  void whatHasExpiredHoldsCash() throws IOException {
    train("run", "--seeds", "1");
    String run = folder.resolve("run").toString();
    Cli added = cli("models", "add", run, "--role", "trend", "--expires", "2001-01-01");
    String id = versions(added.out()).getFirst();
    assertThat(cli("models", "promote", id, "--why", "late").out()).contains("holds cash");
    assertThat(cli("models", "list", "trend").out()).contains("holds cash", "until 2001-01-01");
  }

  @Test
  void complaintsSayWhatWouldBeRight() throws IOException {
    assertThat(cli("models", "list").out()).contains("--register");
    assertThat(cli("models", "show", "trend").err()).contains("no models of the role trend");
    Cli trained = train("run", "--register", "trend", "--seeds", "1");
    String id = versions(trained.out()).getFirst();
    assertThat(cli("models", "show", "trned").err()).contains("trend");
    assertThat(cli("models", "show", "trend/champion").err()).contains("has no champion");
    assertThat(cli("models", "show", "trend/ab").err()).contains("digits of an id");
    assertThat(cli("models", "rollback", "trend", "--why", "x").err()).contains("no previous");
    assertThat(cli("models", "promote", id).err()).contains("--why");
    Path home = folder.resolve("models/trend/versions");
    try (var homes = Files.list(home)) {
      Files.writeString(homes.findFirst().orElseThrow().resolve("model"), "other");
    }
    Cli tampered = cli("models", "promote", id, "--why", "x");
    assertThat(tampered.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(tampered.err()).contains("has changed");
    assertThat(train("other", "--register", "a/b").err()).contains("a role is");
    String elsewhere = "environment={id: Reversion-v1, lanes: 4}";
    assertThat(train("else", "--register", "trend", "--set", elsewhere).err())
        .contains("the role trend holds agents of Trend-v1", "these are of Reversion-v1");
    assertThat(folder.resolve("else")).doesNotExist();
    assertThat(train("else", "--set", elsewhere, "--seeds", "1").code()).isZero();
    assertThat(cli("models", "add", folder.resolve("else").toString(), "--role", "trend").err())
        .contains("manifest.json", "are of Reversion-v1");
  }
}
