package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.experiments.ledger.Ledger;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class AllocateCommandTest {
  private static final String RULES =
      """
      name: tiny
      market: {simulated: "watchlist:SPY,QQQ"}
      specialists:
        trend: {rule: "ewma(10,0.03)"}
        back: {rule: "zscore(10,1,0.2)", on: [SPY]}
      allocators: "regimes(5,1); equal"
      account: {history: 40, episode: 60}
      paths: 3
      """;

  @TempDir private Path folder = Path.of("");

  private Cli allocate(String text, String out, String... more) throws IOException {
    Path config = folder.resolve("config.yaml");
    Files.writeString(config, text);
    List<String> all =
        new ArrayList<>(
            List.of("allocate", config.toString(), "--out", folder.resolve(out).toString()));
    all.addAll(List.of("--models", folder.resolve("models").toString()));
    all.addAll(List.of(more));
    return Cli.run(all.toArray(String[]::new));
  }

  private JsonNode result(String out) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(folder.resolve(out).resolve("allocation.json")));
  }

  private static BigDecimal amount(JsonNode node) {
    return new BigDecimal(node.asText());
  }

  private static void sumsToTheUnit(JsonNode profit) {
    BigDecimal byPart = amount(profit.path("idle"));
    for (var entry : profit.properties()) {
      JsonNode one = entry.getValue();
      if (!one.isObject()) {
        continue;
      }
      BigDecimal parts = BigDecimal.ZERO;
      for (String part : List.of("own", "allocation", "netting", "execution")) {
        parts = parts.add(amount(one.path(part)));
      }
      BigDecimal regimes = BigDecimal.ZERO;
      for (JsonNode regime : one.path("by_regime")) {
        regimes = regimes.add(amount(regime));
      }
      assertThat(regimes).as(entry.getKey()).isEqualByComparingTo(parts);
      byPart = byPart.add(parts);
    }
    assertThat(byPart).isEqualByComparingTo(amount(profit.path("total")));
  }

  @Test
  void theProfitSumsToTheUnitAndEachMoveIsExplained() throws IOException {
    Cli cli = allocate(RULES, "a");
    assertThat(cli.code()).as(cli.err()).isZero();
    JsonNode result = result("a");
    sumsToTheUnit(result.path("profit"));
    assertThat(Ledger.at(folder.resolve(Ledger.NAME)).rows())
        .as("every allocator that was configured is a look at the market")
        .extracting(row -> row.entry().trial())
        .containsExactlyInAnyOrder("regimes(5,1)", "equal");
    double earned = 0;
    for (JsonNode score : result.path("contenders").path("regimes(5,1)").path("scores")) {
      earned += 1e6 * score.asDouble();
    }
    assertThat(amount(result.path("profit").path("total")).doubleValue())
        .isCloseTo(earned, within(0.01));
    assertThat(cli.out())
        .contains("only(trend)", "only(back)", "netting", "idle cash", "By regime", "simulated");
    assertThat(folder.resolve("a/moves.txt"))
        .content()
        .contains("->", "regime  ", "evidence  ", "cost  ", "bars before");
    assertThat(folder.resolve("a/report.html")).isNotEmptyFile();
  }

  @Test
  void theSameConfigurationTellsTheSame() throws IOException {
    allocate(RULES, "one");
    allocate(RULES, "two");
    assertThat(folder.resolve("two/allocation.json"))
        .hasSameTextualContentAs(folder.resolve("one/allocation.json"));
    assertThat(folder.resolve("two/moves.txt"))
        .hasSameTextualContentAs(folder.resolve("one/moves.txt"));
  }

  private String models() {
    return folder.resolve("models").toString();
  }

  /** Registers an agent that was trained for a moment; its version. */
  private String trained(String features) throws IOException {
    Path training = folder.resolve("train.yaml");
    Files.writeString(
        training,
        """
        name: agent
        seed: 1
        seeds: 1
        market: {simulated: "watchlist:SPY,QQQ"}
        environment:
          id: Portfolio-v1
          lanes: 4
          options: {episode: 30, projection: softmax, band: 0.05, features: %s}
        algorithm: {steps: 1000, rolloutSteps: 16, minibatch: 32, epochs: 1, hidden: [8]}
        evaluation: {paths: 2, validations: 0}
        """
            .formatted(features));
    String run = folder.resolve("agent").toString();
    Cli trained =
        Cli.run(
            "train",
            training.toString(),
            "--out",
            run,
            "--register",
            "agent",
            "--models",
            models());
    assertThat(trained.code()).as(trained.err()).isZero();
    return trained.out().replaceAll("(?s).*promote (agent/\\S+) .*", "$1");
  }

  @Test
  void modelsOfTheRegistryAndRulesAreOneDesk() throws IOException {
    String version = trained("[rsi14, return5]");
    String desk =
        RULES.replace("back: {rule: \"zscore(10,1,0.2)\", on: [SPY]}", "agent: {model: agent}");
    assertThat(allocate(desk, "early").err()).contains("has no champion");
    Cli.run("models", "promote", version, "--why", "test", "--models", models());
    Cli cli = allocate(desk, "b");
    assertThat(cli.code()).as(cli.err()).isZero();
    sumsToTheUnit(result("b").path("profit"));
    assertThat(amount(result("b").path("profit").path("agent").path("own")).signum())
        .as("the agent trades")
        .isNotZero();
    assertThat(folder.resolve("b/models/agent.policy")).isNotEmptyFile();
    assertThat(folder.resolve("b/manifest.json")).content().contains("policy(", "softmax");
  }

  private static final String DESK =
      RULES.replace("back: {rule: \"zscore(10,1,0.2)\", on: [SPY]}", "agent: {model: agent}");

  @Test
  void aModelBringsWhatItsFeaturesLearned() throws IOException {
    String signal = "\"signal(xgb, horizon=1, folds=2, features=(logReturn(1), rsi(7)))\"";
    String version = trained("[\"rsi(14)\", return5, " + signal + "]");
    Cli.run("models", "promote", version, "--why", "test", "--models", models());
    Cli cli = allocate(DESK, "b");
    assertThat(cli.code()).as(cli.err()).isZero();
    sumsToTheUnit(result("b").path("profit"));
  }

  @Test
  void aModelWithoutWhatItsFeaturesLearnedIsRefusedByName() throws IOException {
    String version = trained("[\"rsi(14)\", return5]");
    Cli.run("models", "promote", version, "--why", "test", "--models", models());
    allocate(DESK, "b");
    Path policy = folder.resolve("b/models/agent.policy");
    Policy.load(policy).save(policy);
    String text =
        "agent: {rule: \"policy(" + policy + ",Portfolio-v1,features=(rsi(14),return5))\"}";
    Cli cli = allocate(RULES.replace("back: {rule: \"zscore(10,1,0.2)\", on: [SPY]}", text), "c");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("features that learn (rsi(14))", "does not hold it");
  }

  @Test
  void complaintsNameTheKey() throws IOException {
    assertThat(allocate(RULES.replace("ewma", "ewna"), "c").err()).contains("ewma");
    assertThat(allocate(RULES, "d", "--set", "limits.bend=1").err()).contains("bend", "band");
    assertThat(allocate(RULES, "e", "--set", "specialists.trend.model=x").err())
        .contains("specialists.trend");
    assertThat(allocate(RULES, "f", "--set", "allocators=regime(5)").err()).contains("regimes");
    assertThat(allocate(RULES, "g", "--set", "what=1").err()).contains("unknown key what");
    assertThat(allocate(RULES.replace("on: [SPY]", "on: [SPY, QQQ, SPY]"), "h").err())
        .contains("specialist back names SPY twice");
    String alone = RULES.replace("  back: {rule: \"zscore(10,1,0.2)\", on: [SPY]}\n", "");
    assertThat(allocate(alone, "i", "--set", "allocators=erc").err())
        .contains("allocators: erc: a rule needs at least 2");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void historyIsPlayedOnItsTestRange() throws IOException {
    String data = System.getenv("TRADING_GYM_DATA");
    String history =
        RULES
            .replace(
                "{simulated: \"watchlist:SPY,QQQ\"}",
                "{data: '"
                    + Path.of(data, "daily_us")
                    + "', tickers: [SPY, QQQ], repair: true, train: 2010/2016, validate: 2017/2018,"
                    + " test: 2019/2022}")
            .replace("account: {history: 40, episode: 60}", "account: {}");
    Cli cli = allocate(history, "h");
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out()).contains("replayed: SPY, QQQ from ", ", 2019/2022");
    sumsToTheUnit(result("h").path("profit"));
    assertThat(folder.resolve("h/moves.txt")).content().contains("2020-");
  }
}
