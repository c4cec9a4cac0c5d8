package io.tradinggym.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.ledger.Deflation;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.LedgerRow;
import io.tradinggym.experiments.ledger.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves behind. */
class RunFilesTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  private static final String TEXT =
      """
      name: files
      seed: 11
      seeds: 2
      market: {simulated: "watchlist:SPY,AAPL"}
      environment: {id: Portfolio-v1, lanes: 2, options: {episode: 30}}
      algorithm: {steps: 640, rolloutSteps: 16, minibatch: 32, hidden: [8]}
      evaluation: {paths: 3, validations: 4, validationPaths: 2}
      """;

  private static final RunConfig CONFIG = ConfigFile.parse(TEXT, List.of(), "test");

  @TempDir private Path folder;

  private JsonNode json(String name) throws Exception {
    return new ObjectMapper().readTree(folder.resolve("run").resolve(name).toFile());
  }

  @Test
  void filesNameSeedsTickersAndTimesAndTheManifestCountsAndHashes() throws Exception {
    Run.start(CONFIG, folder.resolve("run")).complete(1, (seed, steps, mean) -> {});
    List<String> equity = Files.readAllLines(folder.resolve("run/equity.csv"));
    assertThat(equity.getFirst()).isEqualTo("contender,seed,path,step,time,equity");
    assertThat(equity.get(1))
        .matches("ppo,11,0,0,\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ,100000.0");
    assertThat(equity).anyMatch(line -> line.startsWith("ppo,12,2,30,"));
    assertThat(equity).anyMatch(line -> line.startsWith("buy-and-hold,,2,30,"));
    List<String> trades = Files.readAllLines(folder.resolve("run/trades.csv"));
    assertThat(trades.getFirst())
        .isEqualTo(
            "seed,episode,time,ticker,side,quantity,price,commission,slippage,realised,order,"
                + "reason,cash");
    assertThat(trades.subList(1, trades.size()))
        .isNotEmpty()
        .allMatch(
            line ->
                line.matches(
                    "1[12],[012],[0-9T:-]+Z,(SPY|AAPL),(buy|sell),[0-9.]+,[0-9.]+,[0-9.]+,"
                        + "-?[0-9.]+,-?[0-9.]+,[0-9]+,[a-zA-Z_]+,-?[0-9.]+"));

    JsonNode manifest = json("manifest.json");
    String journal = Files.readString(folder.resolve("run/journal"));
    String sum =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(journal.getBytes(StandardCharsets.UTF_8)));
    assertThat(manifest.path("journal_sha256").asText()).isEqualTo(sum);
    assertThat(Files.readString(folder.resolve("run/journal.sha256")))
        .isEqualTo(sum + "  journal\n");
    assertThat(manifest.at("/ledger/candidates").asInt()).isEqualTo(2 * 4);
    assertThat(manifest.at("/ledger/trials/0/validations")).hasSize(4);
    assertThat(manifest.at("/configuration/algorithm/gamma").asText()).isEqualTo("0.99");
    assertThat(manifest.at("/configuration/environment/options/commission").asText()).isNotEmpty();
    assertThat(journal).contains("validation 11 160 ", "chosen 12 ");
    for (JsonNode trial : manifest.at("/ledger/trials")) {
      assertThat(journal)
          .contains(
              "chosen "
                  + trial.path("seed").asInt()
                  + " "
                  + trial.path("chosen_at").asLong()
                  + " "
                  + trial.path("validation").asDouble()
                  + "\n");
    }
    JsonNode contenders = json("metrics.json").path("contenders");
    assertThat(contenders).hasSizeGreaterThan(1);
    contenders
        .properties()
        .forEach(
            each ->
                assertThat(journal)
                    .contains("headline " + each.getKey() + " Interval[point=")
                    .contains(
                        "metric "
                            + each.getKey()
                            + " total_return "
                            + each.getValue().at("/metrics/total_return").asDouble()
                            + "\n"));
    assertThat(folder.resolve("run/training/seed-11/progress.jsonl")).isNotEmptyFile();
  }

  /** Every figure of a ledger's row is made of that seed's files, and what all are worth of the chosen seed's. */
  @Test
  void theLedgerTellsOfEverySeedWhatItsFilesHold() throws Exception {
    int first = 61;
    RunConfig config = ConfigFile.parse(TEXT, List.of("seed=" + first), "test");
    Run.start(config, folder.resolve("run")).complete(1, (seed, steps, mean) -> {});
    Ledger ledger = Ledger.at(folder.resolve("ledger.jsonl"));
    List<LedgerRow> rows = ledger.rows();
    JsonNode scores = json("metrics.json").at("/contenders/ppo/scores");
    for (int i = 0; i < 2; i++) {
      Outcome outcome = rows.get(i).outcome();
      List<double[]> paths = equity(first + i);
      double score = 0;
      double deepest = 0;
      for (int path = 0; path < 3; path++) {
        double[] worth = paths.get(path);
        double total = worth[worth.length - 1] / worth[0] - 1;
        assertThat(scores.path(i).path(path).asDouble()).isCloseTo(total, CLOSE);
        score += total / 3;
        double peak = 0;
        for (double value : worth) {
          peak = Math.max(peak, value);
          deepest = Math.min(deepest, value / peak - 1);
        }
      }
      StandardDeviation deviation = new StandardDeviation();
      double[] returns = returns(paths);
      assertThat(rows.get(i).entry().seed()).isEqualTo(first + i);
      assertThat(outcome.score()).isCloseTo(score, CLOSE);
      assertThat(outcome.drawdown()).isCloseTo(deepest, CLOSE);
      assertThat(outcome.periods()).isEqualTo(3 * 30);
      assertThat(outcome.sharpe() / Math.sqrt(outcome.periodsPerYear()))
          .isCloseTo(new Mean().evaluate(returns) / deviation.evaluate(returns), CLOSE);
    }
    JsonNode trials = json("manifest.json").at("/ledger/trials");
    int chosen =
        trials.at("/0/validation").asDouble() >= trials.at("/1/validation").asDouble() ? 0 : 1;
    Deflation worth =
        Deflation.of(
            "SPY, AAPL",
            returns(equity(first + chosen)),
            rows.getFirst().outcome().periodsPerYear(),
            rows);
    assertThat(chosen).as("not the first, so that it matters which").isEqualTo(1);
    assertThat(json("manifest.json").at("/all_trials/trials").asInt()).isEqualTo(2);
    assertThat(json("manifest.json").at("/all_trials/deflated_sharpe").asDouble())
        .isCloseTo(worth.probability(), CLOSE);

    // The same seed under another name, and alone, is no new trial.
    Run.start(
            ConfigFile.parse(TEXT, List.of("seed=" + first, "name=again", "seeds=1"), "test"),
            folder.resolve("again"))
        .complete(1, (seed, steps, mean) -> {});
    assertThat(ledger.rows()).hasSize(2);
  }

  private List<double[]> equity(int seed) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("run/equity.csv"));
    List<double[]> paths = new ArrayList<>();
    for (int path = 0; path < 3; path++) {
      String start = "ppo," + seed + "," + path + ",";
      paths.add(
          lines.stream()
              .filter(line -> line.startsWith(start))
              .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
              .toArray());
    }
    return paths;
  }

  private static double[] returns(List<double[]> paths) {
    return paths.stream()
        .flatMapToDouble(
            worth -> IntStream.range(1, worth.length).mapToDouble(t -> worth[t] / worth[t - 1] - 1))
        .toArray();
  }

  /** The best on validation of all seeds, and not the last one. */
  @Test
  void thePolicyOfARunIsTheSeedsThatDidBest() throws Exception {
    Run.start(CONFIG, folder.resolve("run")).complete(1, (seed, steps, mean) -> {});
    JsonNode trials = json("manifest.json").at("/ledger/trials");
    double[] best = new double[2];
    for (int i = 0; i < 2; i++) {
      double most = Double.NEGATIVE_INFINITY;
      long steps = 0;
      for (JsonNode point : trials.path(i).path("validations")) {
        if (point.get(1).asDouble() > most) {
          most = point.get(1).asDouble();
          steps = point.get(0).asLong();
        }
      }
      assertThat(trials.path(i).path("seed").asInt()).isEqualTo(11 + i);
      assertThat(trials.path(i).path("chosen_at").asLong()).isEqualTo(steps);
      assertThat(trials.path(i).path("validation").asDouble()).isEqualTo(most);
      best[i] = most;
    }
    String winner = best[0] >= best[1] ? "policies/seed-11" : "policies/seed-12";
    assertThat(folder.resolve("run/policy"))
        .hasSameBinaryContentAs(folder.resolve("run").resolve(winner));
  }

  @Test
  void aStoppedRunSaysHowToGoOnAndEndsAsIfItHadNotBeenStopped() {
    Run.start(CONFIG, folder.resolve("whole")).complete(1, (seed, steps, mean) -> {});
    Run stopped = Run.start(CONFIG, folder.resolve("a run"));
    TrainingProgress once =
        new TrainingProgress() {
          private boolean stop;

          @Override
          public void at(long seed, long steps, double meanReturn) {
            stop |= steps >= 300;
          }

          @Override
          public boolean stopped() {
            return stop;
          }
        };
    assertThatThrownBy(() -> stopped.complete(1, once))
        .isInstanceOf(Stopped.class)
        .hasMessageContaining("experiments/run train --resume '" + folder.resolve("a run") + "'");
    Run.open(folder.resolve("a run")).complete(1, (seed, steps, mean) -> {});
    assertThat(folder.resolve("a run/journal"))
        .hasSameTextualContentAs(folder.resolve("whole/journal"));
  }

  /** Off-policy learners have no figures before they learn: that must read back as it was. */
  @Test
  void aFinishedRunThatIsResumedKeepsItsHash() throws Exception {
    RunConfig config =
        ConfigFile.parse(
            """
            seeds: 1
            environment: {id: Pendulum-v1, lanes: 1}
            algorithm: {name: sac, steps: 400, learningStarts: 300, batch: 8, capacity: 1000, hidden: [4]}
            evaluation: {paths: 1, validations: 2, validationPaths: 1, controls: [random]}
            """,
            List.of(),
            "test");
    Run.start(config, folder.resolve("run")).complete(1, (seed, steps, mean) -> {});
    String hash = Files.readString(folder.resolve("run/journal.sha256"));
    Run.open(folder.resolve("run")).complete(1, (seed, steps, mean) -> {});
    assertThat(Files.readString(folder.resolve("run/journal.sha256"))).isEqualTo(hash);
    assertThat(Files.readString(folder.resolve("run/journal"))).contains("iteration 7 1 {", "loss");
  }

  @Test
  void twoDoNotWorkOnOneRun() {
    Run run = Run.start(CONFIG, folder.resolve("run"));
    TrainingProgress intruder =
        (seed, steps, mean) -> Run.open(folder.resolve("run")).complete(1, (s, t, m) -> {});
    assertThatThrownBy(() -> run.complete(1, intruder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("another process works on");
  }

  @Test
  void adviceCanBePasted() {
    assertThat(Advice.resume(Path.of("runs/x"))).isEqualTo("experiments/run train --resume runs/x");
    assertThat(Advice.quoted("it's")).isEqualTo("'it'\\''s'");
  }

  @Test
  void adviceNamesTheCommandThatGoesOn() throws IOException {
    Path held = Files.createDirectory(folder.resolve("held"));
    Path manifest = held.resolve(RunFolder.MANIFEST);
    Files.writeString(manifest, "{\"command\": \"learn\"}");
    assertThatThrownBy(() -> RunFolder.create(held))
        .hasMessageEndingWith("go on with: experiments/run learn --resume " + held);
    Files.writeString(manifest, "{\"command\": \"allocate\"}");
    assertThatThrownBy(() -> RunFolder.create(held)).hasMessageEndingWith("choose another --out");
  }

  @Test
  void adviceAfterAnInterruptSaysWhatToDo() {
    Path path = Path.of("runs/a b");
    assertThat(Advice.again(path)).isEqualTo("The same command goes on with what is in 'runs/a b'");
    assertThat(Advice.anew(path))
        .isEqualTo("It cannot go on: delete 'runs/a b', or choose another --out");
  }
}
