package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.experiments.report.Disclaimer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private static final String TINY =
      """
      name: tiny
      seed: 3
      seeds: 2
      environment: {id: Stock-v1, lanes: 4, options: {episode: 40}}
      algorithm: {steps: 2000, rolloutSteps: 16, minibatch: 32, epochs: 2, hidden: [8]}
      evaluation: {paths: 3, validations: 2, validationPaths: 2}
      """;

  @TempDir private static Path folder = Path.of("");
  private static Path run = Path.of("");

  @BeforeAll
  static void train() throws IOException {
    Path config = folder.resolve("tiny.yaml");
    Files.writeString(config, TINY);
    run = folder.resolve("run");
    Cli cli = Cli.run("train", config.toString(), "--out", run.toString());
    assertThat(cli.code()).as(cli.err()).isZero();
  }

  private static Cli explain(String... more) {
    List<String> args = new ArrayList<>(List.of("explain", run.toString()));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  @Test
  void theCardOfATradeTellsOfThatTrade() throws IOException {
    List<String> rows = Files.readAllLines(run.resolve("trades.csv"));
    for (int row : new int[] {1, rows.size() / 2, rows.size() - 1}) {
      String[] cells = rows.get(row).split(",");
      Cli cli = explain("--trade", String.valueOf(row));
      assertThat(cli.code()).as(cli.err()).isZero();
      String verb = cells[4].equals("buy") ? "buys" : "sells";
      assertThat(cli.out().lines().findFirst().orElse(""))
          .contains(cells[3] + " " + verb + " " + cells[5] + " near ");
      assertThat(cli.out()).contains("  because   ", "  against   ", "  flips if  ", "of equity");
    }
  }

  @Test
  void theSameDecisionHasTheSameCard() {
    assertThat(explain("--trade", "2").out()).isEqualTo(explain("--trade", "2").out());
  }

  @Test
  void aDecisionIsFoundByItsDay() throws IOException {
    String day =
        Files.readAllLines(run.resolve("trades.csv")).get(1).split(",")[2].substring(0, 10);
    Cli cli = explain("--time", day);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out()).contains("chose");
  }

  /** A model's dates are made up: bars are counted, and a decision is found by its bar. */
  @Test
  void aDecisionOnSimulatedPricesIsFoundByItsBar() {
    assertThat(explain("--bar", "12").out()).startsWith("SIMULATED bar 12: ");
    assertThat(explain("--bar", "40").err()).contains("--bar must be in 0 .. 39, was 40");
    assertThat(explain("--bar", "1", "--trade", "1").err()).contains("give one of them");
  }

  /** Help and parser say the same: up to the end of the day, its own decision included. */
  @Test
  void aDayIsMeantToItsEnd() {
    String help = explain("--help").out().replaceAll("\\s+", " ");
    assertThat(help).contains("The last decision up to the end of a day, or up to a time");
  }

  @Test
  void theCardTellsWhatBecameOfTheTrade() {
    assertThat(explain("--trade", "1").out())
        .contains("  later     ", ", 5 bars on: got ", "shortfall ");
  }

  @Test
  void theCardAsJsonHasTheNumbers() throws IOException {
    Cli cli = explain("--trade", "1", "--json");
    assertThat(cli.code()).as(cli.err()).isZero();
    JsonNode card = new ObjectMapper().readTree(cli.out());
    assertThat(card.path("observation").size()).isEqualTo(15);
    assertThat(card.path("scores").size()).isEqualTo(5);
    assertThat(card.path("lines").size()).isBetween(5, 12);
    assertThat(card.path("policy").asText()).hasSize(64);
  }

  @Test
  void aPageHasTheCardsOfAnEpisode() throws IOException {
    Path page = folder.resolve("cards.html");
    Cli cli = explain("--page", page.toString());
    assertThat(cli.code()).as(cli.err()).isZero();
    long trades =
        Files.readAllLines(run.resolve("trades.csv")).stream()
            .filter(row -> row.startsWith("3,0,"))
            .count();
    assertThat(Files.readString(page).split("<section id=", -1)).hasSize((int) trades + 1);
    assertThat(Files.readString(page))
        .contains("<span class=\"source\">SIMULATED", "<h2>SIMULATED bar ", Disclaimer.TEXT)
        .doesNotContainPattern("\\b\\d{4}-\\d\\d-\\d\\d\\b");
  }

  @Test
  void theReportLinksEachOfItsTradesToTheCardOfThatTrade() throws IOException {
    Path copy = folder.resolve("linked");
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(run.relativize(file).toString()));
      }
    }
    assertThat(Files.readString(copy.resolve("report.html")))
        .contains("experiments/run explain RUN --report")
        .doesNotContain("cards.html");

    Cli cli = Cli.run("explain", copy.toString(), "--report");
    assertThat(cli.code()).as(cli.err()).isZero();
    String report = Files.readString(copy.resolve("report.html"));
    String cards = Files.readString(copy.resolve("cards.html"));
    Matcher row =
        Pattern.compile(
                "<td>(bought|sold)</td><td>([0-9.,]+)</td>(?:<td>[^<]*</td>){2}"
                    + "<td><a href=\"cards.html#(step-\\d+)\">card</a></td>")
            .matcher(report);
    int rows = 0;
    while (row.find()) {
      rows++;
      String verb = row.group(1).equals("bought") ? " buys " : " sells ";
      String card = cards.substring(cards.indexOf("id=\"" + row.group(3) + "\""));
      assertThat(card.substring(0, card.indexOf("</h2>"))).contains(verb + row.group(2) + " near ");
    }
    assertThat(rows).isPositive();
    assertThat(report.split("<td>(bought|sold)</td>", -1)).hasSize(rows + 1);
    assertThat(report).doesNotContain("experiments/run explain RUN --report");

    assertThat(Cli.run("report", copy.toString()).code()).isZero();
    assertThat(Files.readString(copy.resolve("report.html"))).isEqualTo(report);
  }

  @Test
  void thePolicyAsATree() {
    Cli cli = explain("--policy");
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out()).contains("that decides as the agent does in", "of equity (");
  }

  @Test
  void whatIsNotThereIsSaid() throws IOException {
    assertThat(explain("--trade", "0").err()).contains("has no trade 0; its rows count from 1");
    Cli beyond = explain("--trade", "99999");
    assertThat(beyond.code()).isEqualTo(Main.BAD_INPUT);
    int trades = Files.readAllLines(run.resolve("trades.csv")).size() - 1;
    assertThat(beyond.err()).contains("has no trade 99999: it has " + trades);
    assertThat(explain("--time", "yesterday").err()).contains("--time must be a day or a time");
    assertThat(explain("--time", "1990-01-01").err()).contains("no decision was taken before");
    assertThat(explain("--time", "2024-01-01", "--seed", "77").err())
        .contains("there is no policy");
    assertThat(Cli.run("explain", folder.toString()).err()).contains("is no run");
  }
}
