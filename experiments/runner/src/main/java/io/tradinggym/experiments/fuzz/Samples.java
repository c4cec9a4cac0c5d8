package io.tradinggym.experiments.fuzz;

import io.tradinggym.market.calendar.Nyse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small sound files, made of sines. */
final class Samples {
  private static final int ROWS = 24;
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 3);
  private static final long START = 1_672_531_200_000L;
  private static final long HOUR = 3_600_000L;
  private static final Nyse NYSE = new Nyse();

  private Samples() {}

  private static String bar(int i, double start, String separator) {
    double open = start * (1 + 0.01 * Math.sin(i / 3.0));
    double close = start * (1 + 0.01 * Math.sin((i + 1) / 3.0));
    return String.format(
            Locale.ROOT,
            "%.2f,%.2f,%.2f,%.2f",
            open,
            Math.max(open, close) * 1.002,
            Math.min(open, close) * 0.998,
            close)
        .replace(",", separator);
  }

  private static String rows(String header, IntFunction<String> row) {
    StringBuilder text = new StringBuilder(header);
    for (int i = 0; i < ROWS; i++) {
      text.append(row.apply(i)).append('\n');
    }
    return text.toString();
  }

  private static LocalDate day(int i) {
    LocalDate day = FIRST;
    for (int left = i; left > 0; ) {
      day = day.plusDays(1);
      left -= NYSE.isSession(day) ? 1 : 0;
    }
    return day;
  }

  /** Days with an adjusted close. */
  static String days() {
    return rows(
        "Date,Open,High,Low,Close,Adj Close,Volume\n",
        i -> day(i) + "," + bar(i, 100, ",") + "," + close(i) + "," + (1_000_000 + 1000 * i));
  }

  private static String close(int i) {
    return String.format(Locale.ROOT, "%.2f", 99 * (1 + 0.01 * Math.sin((i + 1) / 3.0)));
  }

  /** Days as printed, for a file of actions. */
  static String printed() {
    return rows(
        "date,open,high,low,close,volume\n", i -> day(i) + "," + bar(i, 100, ",") + ",5000000");
  }

  /** Hours with an offset, separated by semicolons. */
  static String hours() {
    return rows(
        "timestamp;open;high;low;close;volume\n",
        i ->
            Instant.ofEpochMilli(START + i * HOUR).toString().replace("Z", "+00:00")
                + ";"
                + bar(i, 20_000, ";")
                + ";"
                + (100 + i));
  }

  /** Hours of a coin, in milliseconds. */
  static String coin() {
    return rows(
        "timestamp,open,high,low,close,volume\n",
        i -> START + i * HOUR + "," + bar(i, 20_000, ",") + "," + (100 + i));
  }

  /** What MetaTrader exports. */
  static String metaTrader() {
    return rows(
        "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n",
        i ->
            String.format(
                Locale.ROOT,
                "2023.01.%02d\t%02d:00:00\t%s\t%d\t1000\t5",
                2 + i / 24,
                i % 24,
                bar(i, 1.07 * 100, "\t"),
                900 + i));
  }

  /** Two tickers in one file. */
  static String panel() {
    return rows(
        "date,open,high,low,close,volume,tic\n",
        i ->
            day(i / 2)
                + ","
                + bar(i / 2, 100 + 50 * (i % 2), ",")
                + ",1000000,"
                + (i % 2 == 0 ? "AAA" : "BBB"));
  }

  /** Bid and ask of the same days as {@link #printed}. */
  static String quotes() {
    return rows(
        "date,bid_open,bid_high,bid_low,bid_close,bid_size,ask_open,ask_high,ask_low,ask_close,ask_size\n",
        i -> day(i) + "," + bar(i, 99.98, ",") + ",3," + bar(i, 100.02, ",") + ",5");
  }

  /** Trades with bid and ask in one file. */
  static String quotedBars() {
    return rows(
        "Date,Open,High,Low,Close,Volume,BidOpen,BidHigh,BidLow,BidClose,AskOpen,AskHigh,AskLow,AskClose\n",
        i ->
            day(i)
                + ","
                + bar(i, 100, ",")
                + ",5000000,"
                + bar(i, 99.98, ",")
                + ","
                + bar(i, 100.02, ","));
  }

  /** Minutes of a share as Lean keeps them. */
  static String minutes() {
    return rows(
        "",
        i ->
            34_200_000
                + 60_000 * i
                + ",64"
                + (10 + i)
                + "000,6460000,6400000,6440000,"
                + (900 + i));
  }

  /** Quotes of a share's minutes as Lean keeps them. */
  static String minuteQuotes() {
    return rows(
        "",
        i ->
            34_200_000
                + 60_000 * i
                + ",6440000,6459000,6400000,6439000,3,6442000,6461000,6402000,6441000,5");
  }

  /** A company that once had another ticker. */
  static String map() {
    return "20100104,old,Q\n20130131,old,Q\n20501231,aaa,Q\n";
  }

  /** A zip of one file. */
  static byte[] zip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("AAA.csv"));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static String actions() {
    return "date,dividend,split\n" + day(10) + ",0.25,1\n" + day(20) + ",0.25,\n";
  }

  static String factors() {
    return "20230110,0.99,1,100.1\n20230124,0.995,1,100.2\n20501231,1,1,0\n";
  }

  static String waivers() {
    return "ticker,date,reason\nAAA,"
        + day(5)
        + ",\"halted, then reopened\"\nBBB,"
        + day(9)
        + ",bid\n";
  }

  static String funding() {
    return rows(
        "timestamp,funding_rate\n",
        i -> START + 8 * HOUR * (i + 1) + "," + (i % 2 == 0 ? "0.0001" : "-0.00025"));
  }

  static String yahoo() {
    return rows(
        "contractSymbol,lastTradeDate,strike,lastPrice,bid,ask,volume,openInterest,impliedVolatility,type,expiration\n",
        i ->
            String.format(
                Locale.ROOT,
                "XYZ2509%d%s00%03d000,2025-09-15"
                    + " 19:%02d:00+00:00,%d,%.2f,%.2f,%.2f,%d,%d,0.2%d,%s,2025-09-%d",
                19 + 7 * (i % 2),
                i % 4 < 2 ? "C" : "P",
                95 + i / 4,
                i,
                95 + i / 4,
                2.0 + intrinsic(i),
                1.9 + intrinsic(i),
                2.1 + intrinsic(i),
                i,
                10 * i,
                i % 10,
                i % 4 < 2 ? "call" : "put",
                19 + 7 * (i % 2)));
  }

  private static int intrinsic(int i) {
    int above = 100 - (95 + i / 4);
    return Math.max(0, i % 4 < 2 ? above : -above);
  }

  static String optionLab() {
    return rows(
        "Type,Strike,Bid,Ask,Expiration\n",
        i ->
            String.format(
                Locale.ROOT,
                "%s,%d,%.2f,%.2f,2025-09-19",
                i % 2 == 0 ? "call" : "put",
                90 + i / 2,
                i % 2 == 0 ? 20.0 - i / 2.0 : i / 2.0,
                i % 2 == 0 ? 20.2 - i / 2.0 : 0.2 + i / 2.0));
  }

  static String leanUniverse() {
    return rows(
        """
        #expiry,strike,right,open,high,low,close,volume,open_interest,implied_volatility
        ,,,99,101,98,100.5,12345,,
        """,
        i -> "20250920," + (90 + i / 2) + "," + (i % 2 == 0 ? "C" : "P") + ",3,4,2,3.5,10,20,0.2");
  }

  static String leanMinutes() {
    return rows(
        "underlying,right,strike,expiry,day,time,bid_open,bid_close,bid_size,ask_open,ask_close,ask_size\n",
        i ->
            "x,"
                + (i % 2 == 0 ? "call," : "put,")
                + (90 + i / 4)
                + ",20250919,20250915,"
                + (34_200_000 + 60_000 * (i % 4 / 2))
                + ",1,20000,1,1,21000,1");
  }

  /** A model of two features and two trees, as XGBoost writes it. */
  static String boostedTrees() {
    String tree =
        "{\"left_children\":[1,-1,3,-1,-1],\"right_children\":[2,-1,4,-1,-1],\"split_indices\":[0,0,1,0,0],"
            + "\"split_conditions\":[0.5,-0.1,0.25,0.2,0.3],\"default_left\":[1,0,0,0,0],\"categories\":[],"
            + "\"sum_hessian\":[9,4,5,2,3],\"loss_changes\":[1.5,0,0.7,0,0]}";
    return "{\"learner\":{\"attributes\":{\"best_iteration\":\"1\"},\"gradient_booster\":{\"model\":{\"trees\":["
        + tree
        + ","
        + tree
        + "]}},\"learner_model_param\":{\"base_score\":\"[5E-1]\",\"num_class\":\"0\",\"num_feature\":\"2\",\"num_target\":\"1\"},"
        + "\"objective\":{\"name\":\"binary:logistic\"}},\"version\":[3,0,4]}";
  }

  static String configuration() {
    return """
    name: stock-ppo
    seed: 7
    seeds: 5
    market: {simulated: "watchlist:SPY"}
    environment:
      id: Stock-v1
      lanes: 64
      options: {actions: levels, levels: 5, episode: 252}
    algorithm:
      name: ppo
      steps: 500000
      rolloutSteps: 64
      learningRate: 3e-4 .. 0
      hidden: [64, 64]
    evaluation:
      paths: 50
      controls: [buy-and-hold, no-trade]
    """;
  }

  static String history() {
    return """
    name: history
    market: {data: data, tickers: [AAA, BBB], train: "2005:2016", validate: "2017:2019", test: "2020:2023-06-30", repair: true}
    environment: {id: Portfolio-v1, lanes: 8}
    algorithm: {name: ppo, steps: 1e6}
    """;
  }

  static String watchlist() {
    return """
    watchlist: [SPY, NVDA, BRK-B]
    prediction_horizon_days: 3
    confidence_threshold: 0.65
    options_dte_min: 14
    options_dte_max: 45
    max_portfolio_risk_pct: 0.05
    llm_model: some-model
    """;
  }

  /** Values with the times at which they were known, as {@code collect} writes them. */
  static String stamped() {
    return rows(
        "event,known,value\n",
        i ->
            day(i)
                + "T21:00:00Z,"
                + day(i)
                + "T21:15:00Z,"
                + String.format(Locale.ROOT, "%.2f", 20 + Math.sin(i)));
  }

  /** A recorded stream of trades and a book. */
  static String stream() {
    StringBuilder text = new StringBuilder(START + "\tOPEN\t\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(START + 100L * i)
          .append("\tMESSAGE\t{\"e\":\"aggTrade\",\"E\":1,\"s\":\"BTCUSDT\",\"a\":")
          .append(i)
          .append(",\"p\":\"20000.10\",\"q\":\"0.5\",\"f\":1,\"l\":2,\"T\":")
          .append(START + 100L * i)
          .append(",\"m\":true}\n");
    }
    return text.append(START + 9_999).append("\tCLOSED\t1000\n").toString();
  }

  static String allocation() {
    return """
    name: allocate
    seed: 7
    market: {simulated: planted}
    specialists:
      trend: {rule: "ewma(60,0.05)", on: [TREND]}
      model: {model: trend/champion}
    allocators: "regimes(50,0.5); fixedShare; equal"
    account: {history: 64, leverage: 10, shorts: true, commission: 0.0002}
    limits: {band: 0.02, instrument: 2}
    paths: 20
    """;
  }

  static String walk() {
    return """
    name: learn-noise
    seed: 7
    role: agent
    made: "trend 1500, reverting 1500"
    environment: {id: Stock-v1, lanes: 32, options: {shorts: true, levels: 3}}
    algorithm: {name: ppo, steps: 20000, hidden: [32, 32], learningRate: 1e-3 .. 0}
    schedule: {first: 1008, every: 252, memory: 1008, holdout: 252, warmSteps: 0.5, expires: 0}
    monitor: {window: 63, alpha: 0.05, columns: 4}
    gate: {paths: 60, alpha: 0.05, drawdown: 0.3, demote: 0.05}
    """;
  }

  static String search() {
    return """
    name: search
    environment: {id: Trend-v1, lanes: 64}
    algorithm: {name: ppo, steps: 81920, rolloutSteps: 16}
    search:
      method: asha
      trials: 20
      least: 9216
      space:
        algorithm.learningRate: {log: [1e-5, 1e-1]}
        algorithm.epochs: {integer: [1, 10]}
        algorithm.name: {choice: [ppo, a2c]}
        algorithm.clip: {real: [0.05, 0.4], when: {algorithm.name: ppo}}
    """;
  }

  static String trial() {
    return """
    name: trial
    environment: {id: CartPole-v1, lanes: 4}
    algorithm: {name: ppo, steps: 1000, hidden: [8]}
    evaluation: {validations: 2, validationPaths: 4}
    """;
  }

  /**
   * What a trial leaves.
   *
   * @param policy its file in Base64
   */
  static String trialResult(String policy) {
    return "{\"version\":1,\"specification_sha256\":\"ab\",\"data_sha256\":{\"train\":\"cd\"},\"seed\":7,\"chosen_at\":512,"
               + "\"validation\":0.25,\"validations\":[[512,0.25]],\"log\":[{\"steps\":512,\"loss\":0.5}],\"policy\":\""
        + policy
        + "\"}\n";
  }

  static String manifest() {
    return """
    {"command": "train", "state": "finished", "version": "1234", "journal_sha256": "ab",
     "configuration": {"name": "a", "seed": 7, "seeds": 1, "from": null,
      "environment": {"id": "Stock-v1"}, "market": {"simulated": "gbm"},
      "algorithm": {"name": "ppo", "hidden": [8]}, "evaluation": {"bar": 0.5}},
     "data_sha256": {"train": "ef", "test": "01"},
     "ledger": {"trials": [{"seed": 7}], "candidates": 3, "test_opened": 1}}
    """;
  }

  static String metrics() {
    return """
    {"score": "total return", "contenders": {
      "ppo": {"scores": [[0.1, 0.2, 0.3]], "interquartile_mean": 0.2, "interval_95": [0.1, 0.3],
       "metrics": {"sharpe": 1.5, "drawdown": null}},
      "buy-and-hold": {"scores": [[0.1, 0.1, 0.1]], "interquartile_mean": 0.1, "interval_95": [0.1, 0.1],
       "metrics": {"sharpe": 0.5, "drawdown": -0.1}}}}
    """;
  }
}
