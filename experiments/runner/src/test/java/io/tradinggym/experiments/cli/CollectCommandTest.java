package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Each datum from each provider that needs no key, answered by a server on this machine. */
class CollectCommandTest {
  @TempDir private Path folder;
  private final Map<String, String> answers = new LinkedHashMap<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          String body =
              answers.entrySet().stream()
                  .filter(each -> path.contains(each.getKey()))
                  .map(Map.Entry::getValue)
                  .findFirst()
                  .orElse("");
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              body.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    answers.put("getcrumb", "aB3.dE/f");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Cli collect(String provider, String datum, String name, String... more) {
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    List<String> args =
        new ArrayList<>(
            List.of("collect", "--provider", provider, "--tickers", name, "--from", "2025-02-18"));
    args.addAll(List.of("--out", folder.toString()));
    if (!Arrays.asList(more).contains("--to")) {
      args.addAll(List.of("--to", "2025-02-21"));
    }
    if (!datum.isEmpty()) {
      args.addAll(List.of("--datum", datum));
    }
    for (String each : new String[] {"yahoo", "binance", "binance-futures", "fred", "finnhub"}) {
      args.addAll(List.of("--base", each + "=" + base));
    }
    args.addAll(Arrays.asList(more));
    return Cli.run(args.toArray(String[]::new));
  }

  private String file(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  @Test
  void perpetuals() throws IOException {
    answers.put("fundingRate", "[{\"fundingTime\":1739923200000,\"fundingRate\":\"0.0001\"}]");
    answers.put(
        "premiumIndexKlines",
        "[[1739923200000,\"0\",\"0\",\"0\",\"-0.0004\",\"0\",1739926799999,\"0\"]]");
    answers.put(
        "/fapi/v1/depth",
        "{\"lastUpdateId\":7,\"bids\":[[\"4.5\",\"2\"]],\"asks\":[[\"5\",\"3\"]]}");
    answers.put(
        "/fapi/v1/klines", "[[1739923200000,\"1\",\"3\",\"1\",\"2\",\"0.5\",1740009599999,\"0\"]]");
    assertThat(collect("binance-futures", "funding", "BTCUSDT").out())
        .contains("1 rows of binance-futures");
    assertThat(file("series/BTCUSDT/funding.csv"))
        .isEqualTo("event,known,value\n2025-02-19T00:00:00Z,2025-02-19T00:00:00Z,1.0E-4\n");
    assertThat(collect("auto", "premium", "BTCUSDT").code()).isZero();
    assertThat(file("series/BTCUSDT/premium.csv")).contains("2025-02-19T01:00:00Z,-4.0E-4");
    assertThat(collect("binance-futures", "depth", "BTCUSDT").code()).isZero();
    assertThat(file("depth/BTCUSDT.csv")).contains("bid,4.5,2.0\nask,5.0,3.0\n");
    assertThat(collect("binance-futures", "", "BTCUSDT").out())
        .contains("1 bars, 0 sessions missing");
    assertThat(file("BTCUSDT.csv")).contains("2025-02-19,1.0,3.0,1.0,2.0,0.5");
    assertThat(file("manifest.json"))
        .contains("series/BTCUSDT/funding.csv", "series/BTCUSDT/premium.csv", "depth/BTCUSDT.csv");
  }

  @Test
  void whatAnalystsAndInsidersSayBecomesFeatures() throws IOException {
    answers.put(
        "quoteSummary",
        """
        {"quoteSummary":{"error":null,"result":[{
        "earningsHistory":{"history":[{"epsActual":{"raw":2},"epsEstimate":{"raw":1}},{"epsActual":{"raw":1},"epsEstimate":{"raw":2}}]},
        "calendarEvents":{"earnings":{"earningsDate":[4102444800]}},
        "insiderTransactions":{"transactions":[{"transactionText":"Sale at price 1","value":{"raw":500},"startDate":{"raw":1739923200}}]},
        "recommendationTrend":{"trend":[{"period":"0m","strongBuy":1,"buy":0,"hold":0,"sell":0,"strongSell":0}]},
        "upgradeDowngradeHistory":{"history":[{"epochGradeDate":1739923200,"firm":"A, B","toGrade":"Buy","action":"up"}]}}]}}\
        """);
    for (String datum : List.of("earnings", "insiders", "recommendations", "upgrades", "summary")) {
      Cli cli = collect("yahoo", datum, "AAPL");
      assertThat(cli.code()).as(cli.out() + cli.err()).isZero();
    }
    assertThat(file("series/AAPL/earnings_beat_rate.csv")).contains(",0.5\n");
    assertThat(file("series/AAPL/days_to_earnings.csv")).contains(",47482.0\n");
    assertThat(file("series/AAPL/insider_net_buying.csv"))
        .contains("2025-02-18T21:00:00Z,0.0\n", "2025-02-19T21:00:00Z,-500.0\n");
    assertThat(file("series/AAPL/analyst_consensus.csv")).contains(",1.0\n");
    assertThat(file("upgrades/AAPL.csv")).contains("2025-02-19T00:00:00Z,\"A, B\",up,Buy");
    assertThat(file("summary/AAPL.json")).contains("earningsHistory");
    Files.writeString(
        folder.resolve("AAPL.csv"),
        """
        Date,Open,High,Low,Close,Volume
        2025-02-18,10,11,9,10,100
        2025-02-19,10,11,9,10.5,100
        2025-02-20,10,11,9,10,100
        """);
    Cli features =
        Cli.run(
            "features",
            "--data",
            folder.toString(),
            "--ticker",
            "AAPL",
            "--set",
            "insider_net_buying, analyst_upgrade_score, days_to_earnings",
            "--sources",
            folder.resolve("series/AAPL").toString(),
            "--out",
            folder.resolve("f.csv").toString());
    assertThat(features.code()).as(features.err()).isZero();
    assertThat(Files.readAllLines(folder.resolve("f.csv")))
        .satisfies(lines -> assertThat(lines.get(1)).contains(",0.0,0.0,NaN"))
        .satisfies(lines -> assertThat(lines.get(2)).contains(",-500.0,0.49"));
  }

  /** What is told of today alone is put to what was told before. */
  @Test
  void theHistoryOfWhatIsKnownNowGrows() throws IOException {
    answers.put(
        "quoteSummary",
        "{\"quoteSummary\":{\"error\":null,\"result\":[{\"recommendationTrend\":{\"trend\":[{\"period\":\"0m\",\"strongBuy\":1,\"buy\":0,\"hold\":0,\"sell\":0,\"strongSell\":0}]}}]}}");
    Path series = folder.resolve("series/AAPL/analyst_consensus.csv");
    Files.createDirectories(series.getParent());
    Files.writeString(
        series, "event,known,value\n2024-01-01T00:00:00Z,2024-01-01T00:00:00Z,0.25\n");
    assertThat(collect("yahoo", "recommendations", "AAPL").code()).isZero();
    assertThat(Files.readAllLines(series))
        .hasSize(3)
        .contains("2024-01-01T00:00:00Z,2024-01-01T00:00:00Z,0.25");
  }

  @Test
  void kagglesHistoryIsReadAlone() throws IOException {
    Path stocks = Files.createDirectories(folder.resolve("k/Stocks"));
    Files.writeString(
        stocks.resolve("aapl.us.txt"),
        "Date,Open,High,Low,Close,Volume,OpenInt\n2025-02-19,1,2,1,2,5,0\n");
    Cli cli = collect("kaggle", "", "AAPL", "--base", "kaggle=" + folder.resolve("k"));
    assertThat(cli.code()).as(cli.out() + cli.err()).isZero();
    assertThat(file("AAPL.csv")).contains("2025-02-19,1.0,2.0,1.0,2.0,5");
  }

  @Test
  void mistakesSayWhatThereIs() {
    assertThat(collect("none", "", "A").err())
        .contains("no provider \"none\"; there are auto, yahoo");
    assertThat(collect("kaggle", "", "A").out()).contains("say where its files lie");
    assertThat(collect("fred", "options", "A").err()).contains("fred has no options; ask yahoo");
    assertThat(collect("finnhub", "news", "A").err()).contains("finnhub has no news; ask newsapi");
    assertThat(collect("auto", "sentiment", "A").out())
        .contains("left out A: ", "finnhub: AUTH", "newsapi: AUTH");
  }

  @Test
  void namesAreAskedOnceAndLieBelowTheFolder() {
    Cli twice = collect("yahoo", "", "AAA,AAA");
    assertThat(twice.err()).contains("nothing was collected");
    assertThat(twice.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(twice.out()).containsOnlyOnce("left out AAA").containsOnlyOnce("NOT_FOUND");
    for (String name : new String[] {"../AAA", "A,,B", "a//b", "..", "\u0001"}) {
      assertThat(collect("yahoo", "", name).err()).as(name).contains("whose files lie below");
    }
    assertThat(collect("yahoo", "", "^GSPC,ÄÖ B").out())
        .contains("left out ^GSPC", "left out ÄÖ B");
  }

  private void chart(String stamps, String prices, String volumes) {
    answers.put(
        "chart",
        """
        {"chart":{"result":[{"meta":{"exchangeTimezoneName":"America/New_York"},"timestamp":[%s],
        "indicators":{"quote":[{"open":[%s],"high":[%s],"low":[%s],"close":[%s],"volume":[%s]}]}}],"error":null}}\
        """
            .formatted(stamps, prices, prices, prices, prices, volumes));
  }

  /** What is collected later is merged in; features read the whole of it. */
  @Test
  void barsAreMergedIntoTheStoreAndFeaturesReadThem() throws IOException {
    chart("1739889000,1739975400", "100,101", "5,6");
    Cli first = collect("yahoo", "", "AAA,BRK/B", "--store", "--to", "2025-02-20");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out())
        .contains(
            "store: AAA: 2 added, 0 the same, 0 changed", "store: BRK/B: 2 added", "by yahoo");
    assertThat(folder.resolve("year=2025/bars.parquet")).isNotEmptyFile();
    chart("1739975400,1740061800", "102,103", "6,null");
    assertThat(collect("yahoo", "", "AAA", "--store", "--to", "2025-02-21").out())
        .contains("store: AAA: 0 added, 0 the same, 1 changed, 1 left out for a missing number");
    Files.delete(folder.resolve("AAA.csv"));
    Path out = folder.resolve("f.csv");
    for (String ticker : List.of("AAA", "BRK/B")) {
      Cli features =
          Cli.run(
              "features",
              "--data",
              folder.toString(),
              "--ticker",
              ticker,
              "--set",
              "roc(1)",
              "--out",
              out.toString());
      assertThat(features.code()).as(features.err()).isZero();
      assertThat(Files.readAllLines(out).getLast())
          .as(ticker)
          .endsWith(ticker.equals("AAA") ? ",2.0000000000000018" : ",1.0000000000000009");
    }
    assertThat(folder.resolve("f.csv.json")).content().contains("\"input\" : \"year=*\"");
    assertThat(
            Cli.run(
                    "features",
                    "--data",
                    folder.toString(),
                    "--ticker",
                    "CCC",
                    "--out",
                    out.toString())
                .err())
        .contains("there is no CCC.csv in");
  }

  @Test
  void oneAtATimeCollectsIntoAFolder() {
    try (RunLock _ = RunLock.of(RunFolder.writable(folder))) {
      assertThat(collect("yahoo", "", "AAA").err()).contains("another process works on " + folder);
    }
  }

  @Test
  void aRecordingBecomesSeries() throws IOException {
    Path file = folder.resolve("X.tsv");
    Files.writeString(
        file,
        """
        10\tOPEN\tX
        11\tMESSAGE\t{"e":"depthUpdate","E":1,"U":5,"u":5,"b":[],"a":[]}
        12\tSNAPSHOT\t{"lastUpdateId":5,"bids":[["99","2"]],"asks":[["101","2"]]}
        1013\tMESSAGE\t{"e":"depthUpdate","E":1,"U":6,"u":6,"b":[["99","5"]],"a":[]}
        1014\tMESSAGE\t{"e":"aggTrade","E":1,"a":7,"p":"100","q":"60","T":3,"m":true}
        """);
    Path out = folder.resolve("series/X");
    Cli cli = Cli.run("record", "--replay", file.toString(), "--out", out.toString());
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out()).contains("1 connections, 1 trades, 0 of them fetched, 0 lost; 1 updates");
    assertThat(file("series/X/order_flow.csv")).contains("1970-01-01T00:00:01.013Z,3.0");
    assertThat(file("series/X/vpin.csv")).contains(",1.0\n");
    Files.writeString(file, "10\tWHAT\tX\n11\tOPEN\tX\n");
    assertThat(Cli.run("record", "--replay", file.toString(), "--out", out.toString()).err())
        .contains("X.tsv, line 1: ");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void recordedChainsBecomeSeriesOfTheirSurface() throws IOException {
    String chains =
        Path.of(String.valueOf(System.getenv("TRADING_GYM_DATA")), "options").toString();
    String base = "chains=" + chains;
    Cli cli = collect("chains", "", "SPY", "--base", base, "--to", "2025-12-31");
    assertThat(cli.code()).as(cli.out() + cli.err()).isZero();
    assertThat(cli.out()).contains("iv_index.csv: 1 rows of chains");
    assertThat(file("series/SPY/iv_index.csv"))
        .contains("2025-08-26T20:15:00Z,2025-08-26T20:15:00Z,0.1");
    assertThat(cli.out()).contains("chains without a surface left out");
  }
}
