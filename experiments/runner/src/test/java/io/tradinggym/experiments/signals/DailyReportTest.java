package io.tradinggym.experiments.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.signals.model.RefitInterval;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every figure of a day's report stands where its name says, from signals made up by hand. */
class DailyReportTest {
  private static TickerSignal signal(String ticker, double score) {
    PriceBars bars = new PriceBars();
    for (String day : List.of("04", "05", "06", "07", "10")) {
      long close = Instant.parse("2024-06-" + day + "T20:00:00Z").toEpochMilli();
      bars.append(close, 100, 101, 99, 100, 1_000);
    }
    Study study =
        new Study(
            0.61, 0.53, score, new RefitInterval(0.42, 0.77), new double[bars.size()], List.of());
    return new TickerSignal(
        ticker,
        bars,
        TickerSeries.none("not asked for"),
        new ModelShelf.Version("v7", study, true),
        new TickerSignal.Quality(0.56, 0.54, 0.52),
        OptionColumn.NONE,
        null);
  }

  private static SignalBacktest backtest(double end, SignalBacktest.Trade... trades) {
    return new SignalBacktest(0, new double[] {100, 80, end}, List.of(trades));
  }

  private static DailyReport report() {
    SignalBacktest told =
        backtest(
            130,
            new SignalBacktest.Trade(0, 1, 3, true, 12, -34.5, -0.029),
            new SignalBacktest.Trade(3, 4, 4, false, 10, 5, 0.005));
    return new DailyReport(
        "files",
        false,
        List.of(signal("LOW", 0.31), signal("HIGH", 0.72), signal("MID", 0.5)),
        Map.of("ZZZ", "no bars"),
        Map.of(
            "LOW", new DailyReport.Backtests(told, backtest(110), backtest(90)),
            "HIGH", new DailyReport.Backtests(backtest(120), backtest(110), backtest(90))));
  }

  @Test
  void theStrongestSignalStandsFirst() {
    assertThat(report().signals())
        .extracting(TickerSignal::ticker)
        .containsExactly("HIGH", "MID", "LOW");
    assertThat(report().date()).isEqualTo("2024-06-10");
  }

  @Test
  void everyCellStandsUnderItsName() {
    List<String> lines = report().csv().lines().toList();
    assertThat(lines).hasSize(4);
    List<String> names = List.of(lines.getFirst().split(","));
    List<String> cells = List.of(lines.get(3).split(","));
    Map<String, String> expected =
        Map.ofEntries(
            Map.entry("Ticker", "LOW"),
            Map.entry("Ensemble Score", "0.310000"),
            Map.entry("IV Risk", "no chain"),
            Map.entry("Top Option", "no chain"),
            Map.entry("Claude Verdict", "not asked"),
            Map.entry("Confidence", ""),
            Map.entry("XGBoost", "0.610000"),
            Map.entry("LSTM", "0.530000"),
            Map.entry("Low", "0.420000"),
            Map.entry("High", "0.770000"),
            Map.entry("AUC", "0.5600"),
            Map.entry("Accuracy", "0.5400"),
            Map.entry("Always Up", "0.5200"),
            Map.entry("Model Version", "v7"));
    expected.forEach(
        (name, cell) -> assertThat(cells.get(names.indexOf(name))).as(name).isEqualTo(cell));
  }

  @Test
  void theNodeOfATickerHoldsTheSame() throws IOException {
    JsonNode root = new ObjectMapper().readTree(report().json());
    assertThat(root.path("source").asText()).isEqualTo("files");
    assertThat(root.path("simulated").asBoolean(true)).isFalse();
    assertThat(root.path("leftOut").path("ZZZ").asText()).isEqualTo("no bars");
    JsonNode low = root.path("signals").path(2);
    assertThat(low.path("ticker").asText()).isEqualTo("LOW");
    assertThat(low.path("date").asText()).isEqualTo("2024-06-10");
    assertThat(low.path("score").asDouble()).isEqualTo(0.31);
    assertThat(low.path("xgboost").asDouble()).isEqualTo(0.61);
    assertThat(low.path("lstm").asDouble()).isEqualTo(0.53);
    assertThat(low.path("interval").path(0).asDouble()).isEqualTo(0.42);
    assertThat(low.path("interval").path(1).asDouble()).isEqualTo(0.77);
    assertThat(low.path("auc").asDouble()).isEqualTo(0.56);
    assertThat(low.path("accuracy").asDouble()).isEqualTo(0.54);
    assertThat(low.path("alwaysUp").asDouble()).isEqualTo(0.52);
    assertThat(low.path("verdict").asText()).isEqualTo("not asked");
    assertThat(low.path("confidence").asText()).isEqualTo("-");
    assertThat(low.path("modelVersion").asText()).isEqualTo("v7");
    assertThat(low.path("reused").asBoolean()).isTrue();
  }

  @Test
  void tradesHaveTheDaysOfTheirTicker() {
    assertThat(report().trades(signal("LOW", 0.31)).lines())
        .containsExactly(
            "signal,entry,exit,stopped,shares,profit USD,return",
            "2024-06-04,2024-06-05,2024-06-07,true,12,-34.50,-0.029000",
            "2024-06-07,2024-06-10,2024-06-10,false,10,5.00,0.005000");
    assertThat(report().trades(signal("MID", 0.5)).lines()).as("nothing was tested").hasSize(1);
  }

  /** From 100 over 80 to the end: 20 % lost on the way. */
  @Test
  void theTerminalShowsEachTickerAndWhatItsSignalEarned() {
    StringWriter text = new StringWriter();
    report().print(new PrintWriter(text, true));
    List<String> lines = text.toString().lines().map(line -> line.replaceAll(" +", " ")).toList();
    assertThat(lines)
        .anyMatch(line -> line.matches("LOW .* 0.310 no chain .* 0.560, 0.540, 0.520"));
    assertThat(lines)
        .anyMatch(line -> line.matches("LOW signal return 30.0 %,.* drawdown -20.0 %, 2 trades"))
        .anyMatch(line -> line.matches("LOW always up return 10.0 %,.* drawdown -20.0 %, 0 trades"))
        .anyMatch(
            line -> line.matches("LOW buy and hold return -10.0 %,.* drawdown -20.0 %, 0 trades"))
        .anyMatch(line -> line.matches("HIGH signal return 20.0 %,.*"));
  }
}
