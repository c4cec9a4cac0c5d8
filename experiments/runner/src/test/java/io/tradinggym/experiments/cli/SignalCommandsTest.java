package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.report.Disclaimer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalCommandsTest {
  @TempDir private Path folder;

  @BeforeEach
  void twoTickers() throws IOException {
    write("AAA", 1, 700);
    write("BBB", 2, 700);
    write("NEW", 3, 100);
  }

  private void write(String ticker, int seed, int bars) throws IOException {
    RandomStream random = RandomStreams.of(seed).stream("bars");
    StringBuilder rows = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    double close = 100;
    LocalDate day = LocalDate.of(2018, 1, 2);
    for (int bar = 0; bar < bars; day = day.plusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        double open = close;
        close *= Math.exp(random.gaussian(0, 0.01));
        rows.append(
            "%s,%.2f,%.2f,%.2f,%.2f,%d%n"
                .formatted(
                    day,
                    open,
                    Math.max(open, close) + 0.5,
                    Math.min(open, close) - 0.5,
                    close,
                    1_000 + random.integer(500)));
        bar++;
      }
    }
    Files.writeString(folder.resolve(ticker + ".csv"), rows);
  }

  private Cli run(String... args) {
    return Cli.run(args);
  }

  @Test
  void featuresAreListedAndWritten() throws IOException {
    assertThat(run("features").out())
        .contains("rsi(n=14)", "yangZhang(n=20,year=252)", "Wilder 1978");
    for (String name : new String[] {"f.csv", "f.parquet"}) {
      Path out = folder.resolve(name);
      Cli cli =
          run(
              "features",
              "--data",
              folder.toString(),
              "--ticker",
              "AAA",
              "--set",
              "rsi(14), logReturn(1)",
              "--out",
              out.toString());
      assertThat(cli.code()).as(cli.err()).isZero();
      assertThat(cli.out()).contains("2 features x 700 bars, 15 values missing");
      assertThat(Files.size(out)).isPositive();
      assertThat(Files.readString(folder.resolve(name + ".json")))
          .contains("\"ticker\" : \"AAA\"", "outputSha256");
    }
    List<String> lines = Files.readAllLines(folder.resolve("f.csv"));
    assertThat(lines).hasSize(701);
    assertThat(lines.getFirst()).isEqualTo("time,rsi(14),logReturn(1)");
    assertThat(lines.get(14)).contains(",NaN,");
    assertThat(lines.get(15)).doesNotContain("NaN");
  }

  @Test
  void mistakesOfFeaturesAreNamed() {
    assertThat(run("features", "--ticker", "AAA").err())
        .contains("--ticker needs --data DIR and --out FILE");
    assertThat(
            run("features", "--ticker", "ZZZ", "--data", folder.toString(), "--out", "x.csv").err())
        .contains("there is no ZZZ.csv in");
    assertThat(
            run("features", "--ticker", "a/../AAA", "--data", folder.toString(), "--out", "x.csv")
                .err())
        .contains("a ticker is of at most 32 letters");
    assertThat(
            run(
                    "features",
                    "--ticker",
                    "AAA",
                    "--data",
                    folder.toString(),
                    "--set",
                    "rsi(0)",
                    "--out",
                    folder.resolve("x.csv").toString())
                .err())
        .contains("n of rsi must be in 1 .. 10000, was 0");
    assertThat(
            run("features", "--ticker", "AAA", "--data", folder.toString(), "--out", "x.txt").err())
        .contains("must end in .csv or .parquet");
  }

  @Test
  void theWatchlistIsRankedAndATickerThatFailsCostsThatTicker() throws IOException {
    Path config = folder.resolve("watchlist.yaml");
    Files.writeString(
        config,
        """
        watchlist: [AAA, NEW, BBB, NONE]
        prediction_horizon_days: 3
        confidence_threshold: 0.55
        """);
    Path out = folder.resolve("out");
    Cli cli =
        run(
            "signals",
            "--config",
            config.toString(),
            "--data",
            folder.toString(),
            "--out",
            out.toString(),
            "--no-lstm",
            "--refits",
            "3",
            "--backtest");
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out())
        .contains(
            "left out NEW: NEW has 100 bars", "left out NONE", "Ensemble", Disclaimer.PURPOSE);
    Path report;
    try (var files = Files.list(out)) {
      report =
          files
              .filter(
                  file ->
                      file.toString().endsWith(".csv") && file.toString().contains("daily_report_"))
              .findFirst()
              .orElseThrow();
    }
    List<String> lines = Files.readAllLines(report);
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst())
        .startsWith("Ticker,Signal,Ensemble Score,IV Risk,Top Option,Claude Verdict,Confidence");
    double first = Double.parseDouble(lines.get(1).split(",")[2]);
    double second = Double.parseDouble(lines.get(2).split(",")[2]);
    assertThat(first).isGreaterThanOrEqualTo(second);
    assertThat(Files.exists(out.resolve("backtest_AAA.csv"))).isTrue();
    assertThat(cli.out()).contains("always up", "buy and hold", "(template)");
    assertThat(Files.readString(Path.of(report.toString().replace(".csv", ".html"))))
        .contains("<svg", "EMA 200", "buy and hold", "NEW has 100 bars", "REAL DATA")
        .doesNotContain("NaN");
    assertThat(Files.readString(Path.of(report.toString().replace(".csv", ".json"))))
        .contains("\"leftOut\"", "\"NEW\"");
    modelsAreReusedUntilDataOrSettingsChange(config, out);
  }

  private void modelsAreReusedUntilDataOrSettingsChange(Path config, Path out) throws IOException {
    String[] again = {
      "signals",
      "--config",
      config.toString(),
      "--data",
      folder.toString(),
      "--out",
      out.toString(),
      "--no-lstm",
      "--refits",
      "3"
    };
    assertThat(run(again).out()).contains("done AAA, models reused", "done BBB, models reused");
    write("BBB", 2, 701);
    assertThat(run(again).out()).contains("done AAA, models reused").contains("done BBB\n");
    Path versions = out.resolve("models/BBB");
    String latest = Files.readString(versions.resolve("latest")).strip();
    String lineage = Files.readString(versions.resolve(latest).resolve("lineage.json"));
    assertThat(lineage)
        .contains("\"bars\" : 701", "trees.json")
        .doesNotContain("\"parent\" : null");
    again[again.length - 1] = "2";
    assertThat(run(again).out()).contains("done AAA\n");
  }

  /** A value for every bar, each known at its close. */
  private void series(String path, double first) throws IOException {
    StringBuilder rows = new StringBuilder("event,known,value\n");
    for (int day = 0; day < 1_000; day++) {
      String time = LocalDate.of(2018, 1, 2).plusDays(day) + "T21:00:00Z";
      rows.append("%s,%s,%s%n".formatted(time, time, day == 0 ? first : Math.sin(day)));
    }
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, rows);
  }

  @Test
  void collectedSeriesReachTheModelsAndTheReportNamesThem() throws IOException {
    series("series/VIXCLS.csv", 0);
    series("series/AAA/funding.csv", 0);
    Path config = Files.writeString(folder.resolve("w.yaml"), "watchlist: [AAA, BBB]\n");
    Path out = folder.resolve("out");
    String[] command = {
      "signals",
      "--config",
      config.toString(),
      "--data",
      folder.toString(),
      "--out",
      out.toString(),
      "--no-lstm",
      "--refits",
      "2",
      "--synthesis",
      "none"
    };
    Cli cli = run(command);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out())
        .contains("done AAA\n  series: VIXCLS funding\n", "done BBB\n  series: VIXCLS\n");
    assertThat(report(out, ".csv")).contains("Model Version,Series\n", ",VIXCLS funding\n");
    assertThat(report(out, ".json"))
        .contains("\"fundingRate(funding)\"", "\"notCollected\"", "\"news_sentiment\"");
    assertThat(report(out, ".html"))
        .contains("funding: 9", "not collected: DFF, DGS10")
        .doesNotContain("NaN");

    series("series/AAA/funding.csv", 1);
    assertThat(run(command).out())
        .contains("done AAA\n", "done BBB, models reused")
        .doesNotContain("done AAA, models reused");

    Files.writeString(config, "watchlist: [BBB]\nsources: " + folder.resolve("series/AAA") + "\n");
    assertThat(run(command).out()).contains("  series: funding\n");
    Files.createDirectories(folder.resolve("none"));
    String[] empty = java.util.Arrays.copyOf(command, command.length + 2);
    empty[command.length] = "--sources";
    empty[command.length + 1] = folder.resolve("none").toString();
    assertThat(run(empty).out()).contains("  series: none, no collected value is known\n");
    empty[command.length + 1] = folder.resolve("nowhere").toString();
    assertThat(run(empty).err()).contains("there is no folder of sources");
  }

  private static String report(Path out, String ending) throws IOException {
    try (var files = Files.list(out)) {
      return Files.readString(
          files
              .filter(file -> String.valueOf(file.getFileName()).startsWith("daily_report_"))
              .filter(file -> file.toString().endsWith(ending))
              .findFirst()
              .orElseThrow());
    }
  }

  @Test
  void withoutDataTheSimulatedMarketIsShownAndSaid() throws IOException {
    Path out = folder.resolve("simulated");
    Cli cli =
        run("signals", "--ticker", "SPY", "--no-lstm", "--refits", "2", "--out", out.toString());
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out()).contains("SIMULATED: prices that a model calibrated").contains("SPY");
    Cli nobody =
        run(
            "signals",
            "--live",
            "--offline",
            "--ticker",
            "SPY",
            "--no-lstm",
            "--refits",
            "2",
            "--synthesis",
            "none",
            "--out",
            out.toString());
    assertThat(nobody.out())
        .contains("nothing could be had of", "SIMULATED", "done SPY, models reused", "not asked");
    assertThat(
            run(
                    "signals",
                    "--synthesis",
                    "oracle",
                    "--ticker",
                    "SPY",
                    "--no-lstm",
                    "--refits",
                    "2",
                    "--out",
                    out.toString())
                .err())
        .contains("no synthesis \"oracle\"; there are template, none");
  }

  @Test
  void mistakesOfSignalsAreNamed() throws IOException {
    assertThat(run("signals", "--data", "x", "--live").err()).contains("exclude each other");
    Path config = folder.resolve("bad.yaml");
    Files.writeString(config, "watchlst: [AAA]\n");
    assertThat(run("signals", "--data", folder.toString(), "--config", config.toString()).err())
        .contains("no key \"watchlst\"");
    Files.writeString(config, "confidence_threshold: 2\n");
    assertThat(run("signals", "--data", folder.toString(), "--config", config.toString()).err())
        .contains("must be in (0, 1), was 2.0");
    Files.writeString(config, "watchlist: [AAA, BBB, AAA]\n");
    assertThat(run("signals", "--data", folder.toString(), "--config", config.toString()).err())
        .contains("each once, was [AAA, BBB, AAA]");
    Files.writeString(config, "watchlist: [true, AAA]\n");
    assertThat(run("signals", "--data", folder.toString(), "--config", config.toString()).err())
        .contains("numbers and true in quotes; holds true");
    for (String ticker : new String[] {"../AAA", "A..B", "", "Ä"}) {
      assertThat(run("signals", "--data", folder.toString(), "--ticker", ticker).err())
          .contains("a ticker is of at most 32 letters");
    }
    Cli none =
        run(
            "signals",
            "--data",
            folder.toString(),
            "--ticker",
            "NEW",
            "--out",
            folder.resolve("o").toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("no ticker could be done");
  }

  @Test
  void barsAreCollectedAndTheSecondTimeComeFromTheDisk() throws IOException {
    String body =
        """
        {"chart":{"result":[{"meta":{"exchangeTimezoneName":"America/New_York"},"timestamp":[1577975400],
        "indicators":{"quote":[{"open":[74],"high":[76],"low":[73],"close":[75],"volume":[5]}]}}],"error":null}}\
        """;
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      for (int i = 0; i < 2; i++) {
        Cli cli =
            run(
                "collect",
                "--provider",
                "yahoo",
                "--tickers",
                "AAPL,MSFT,SPY",
                "--from",
                "2020-01-01",
                "--to",
                "2020-01-03",
                "--out",
                folder.resolve("bars").toString(),
                "--base",
                "yahoo=http://127.0.0.1:" + server.getAddress().getPort());
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("1 rows of yahoo", "1 bars, 0 sessions missing");
      }
      assertThat(asked).hasValue(3);
      assertThat(Files.readString(folder.resolve("bars/manifest.json")))
          .contains("\"provider\" : \"yahoo\"", "\"sha256\"", "\"SPY.csv\"");
      assertThat(Files.readString(folder.resolve("bars/AAPL.csv")))
          .contains("2020-01-02,74.0,76.0,73.0,75.0,5");
      assertThat(
              run(
                      "collect",
                      "--provider",
                      "none",
                      "--tickers",
                      "A",
                      "--from",
                      "2020-01-01",
                      "--to",
                      "2020-01-03",
                      "--out",
                      folder.toString())
                  .err())
          .contains("no provider \"none\"; there are auto, yahoo, alpaca");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void claudeWithoutAStoredAnswerLeavesTheWordToTheTemplateAndSaysWhy() throws IOException {
    Path config = Files.writeString(folder.resolve("claude.yaml"), "watchlist: [AAA]\n");
    Path out = folder.resolve("asked");
    Cli cli =
        run(
            "signals",
            "--config",
            config.toString(),
            "--data",
            folder.toString(),
            "--out",
            out.toString(),
            "--no-lstm",
            "--refits",
            "2",
            "--synthesis",
            "claude");

    assertThat(cli.code()).as(cli.err()).isZero();
    try (var files = Files.list(out)) {
      assertThat(files.filter(file -> file.toString().endsWith(".json")))
          .anySatisfy(file -> assertThat(file).content().contains("NOT_STORED: no answer to "));
    }
  }
}
