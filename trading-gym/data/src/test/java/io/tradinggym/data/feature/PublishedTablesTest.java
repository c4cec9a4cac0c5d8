package io.tradinggym.data.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.data.Files;
import io.tradinggym.data.series.PriceBars;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Indicators against tables that three other libraries publish; an empty cell is the warm-up. */
@EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
class PublishedTablesTest {
  private final PriceBars quotes = Files.daily("indicators/skender_default_quotes.csv");

  @Test
  void movingAverages() {
    skender("sma", "sma", "sma(20)");
    skender("ema", "ema", "ema(20)");
  }

  @Test
  void oscillators() {
    skender("rsi", "rsi", "rsi(14)");
    skender("cci", "cci", "cci(20)");
    skender("roc", "roc", "roc(14)");
    skender("roc", "momentum", "momentum(14)");
    skender("willr", "williamsR", "williams(14)");
    skender("stoch", "k", "stochK(14,3)");
    skender("stoch", "d", "stochD(14,3,3)");
    skender("stoch", "j", "stochJ(14,3,3)");
    skender("macd", "macd", "macd(12,26)");
    skender("macd", "signal", "macdSignal(12,26,9)");
    skender("macd", "histogram", "macdHist(12,26,9)");
  }

  @Test
  void bandsAndRanges() {
    skender("bb", "sma", "sma(20)");
    skender("bb", "upperBand", "bbUpper(20,2)");
    skender("bb", "lowerBand", "bbLower(20,2)");
    skender("bb", "percentB", "bbPercent(20,2)");
    skender("bb", "width", "bbWidth(20,2)");
    skender("bb", "zScore", "zScore(20)");
    skender("stdev", "stdDev", "sd(14)");
    skender("stdev", "zScore", "zScore(14)");
    skender("atr", "tr", "trueRange");
    skender("atr", "atr", "atr(14)");
    skender("atr", "atrp", "atrp(14)");
    skender("donchian", "upperBand", "donchianUpper(20)");
    skender("donchian", "lowerBand", "donchianLower(20)");
    skender("donchian", "width", "donchianWidth(20)");
  }

  @Test
  void direction() {
    skender("adx", "pdi", "plusDi(14)");
    skender("adx", "mdi", "minusDi(14)");
    skender("adx", "dx", "dx(14)");
    skender("adx", "adx", "adx(14)");
    skender("adx", "adxr", "adxr(14,14)");
  }

  @Test
  void volume() {
    skender("obv", "obv", "obv");
    skender("vwap", "vwap", "vwapAnchored");
  }

  private void skender(String file, String column, String text) {
    List<String[]> rows = Files.rows("indicators/skender_" + file + ".csv");
    matches(quotes, text, Files.column(rows, column), 1e-9);
  }

  /** Every number of a column, and that the warm-up is as long. */
  private static void matches(PriceBars bars, String text, double[] published, double tolerance) {
    FeatureColumns columns = new FeatureColumns(Catalog.standard().parse(text));
    columns.compute(bars);
    assertThat(published).hasSize(bars.size());
    for (int bar = 0; bar < bars.size(); bar++) {
      double value = columns.value(0, bar);
      assertThat(Double.isNaN(value))
          .as("warm-up of %s at bar %d", text, bar)
          .isEqualTo(Double.isNaN(published[bar]));
      if (!Double.isNaN(value)) {
        assertThat(value)
            .as("%s at bar %d", text, bar)
            .isCloseTo(published[bar], within(tolerance * Math.max(1, Math.abs(published[bar]))));
      }
    }
  }

  @Test
  void leansWilderRangeBeginsWithTheFirstBar() {
    lean("lean_spy_atr_wilder.csv", "Average True Range 14", "atrFirst(14)", 6e-6);
    FeatureColumns columns = new FeatureColumns(Catalog.standard().parse("atr(14), atrFirst(14)"));
    columns.compute(lean("lean_spy_atr_wilder.csv"));
    assertThat(columns.value(0, 14) - columns.value(1, 14)).isCloseTo(0.035, within(0.005));
  }

  @Test
  void leansBandsRatesAndStochastics() {
    lean("lean_spy_bollinger_bands.csv", "Moving Average 20", "sma(20)", 6e-5);
    lean("lean_spy_bollinger_bands.csv", "Bollinger Bands® 20 2 Top", "bbUpper(20,2)", 6e-5);
    lean("lean_spy_bollinger_bands.csv", "Bollinger Bands® 20 2 Bottom", "bbLower(20,2)", 6e-5);
    lean("lean_spy_bollinger_bands.csv", "%B", "bbPercent(20,2)", 1e-4);
    lean("lean_spy_with_rocp50.csv", "Rate of Change % 50", "roc(50)", 1e-5);
    lean("lean_spy_with_stoch12k3.csv", "Stochastics 12 %K 3", "stochK(12,3)", 1e-4);
    lean("lean_spy_with_stoch12k3.csv", "%D 5", "stochD(12,3,5)", 1e-4);
  }

  @Test
  void leansMacdIsShownWithItsSignal() {
    double[] macd = Files.column(Files.rows("indicators/lean_spy_with_macd.csv"), "MACD");
    FeatureColumns columns =
        new FeatureColumns(Catalog.standard().parse("macd(12,26), macdSignal(12,26,9)"));
    columns.compute(lean("lean_spy_with_macd.csv"));
    for (int bar = 33; bar < macd.length; bar++) {
      if (!Double.isNaN(macd[bar])) {
        assertThat(columns.value(0, bar))
            .isCloseTo(macd[bar], within(6e-5 * Math.max(1, Math.abs(macd[bar]))));
      }
    }
  }

  @Test
  void leansDirectionalIndex() {
    lean("lean_spy_with_adx.csv", "+DI14", "plusDi(14)", 6e-4);
    lean("lean_spy_with_adx.csv", "-DI14", "minusDi(14)", 6e-4);
    lean("lean_spy_with_adx.csv", "ADX 14", "adx(14)", 2e-3);
    lean("lean_spy_with_adx.csv", "ADXR 14", "adxr(14,13)", 2e-3);
  }

  private static void lean(String file, String column, String text, double digits) {
    double[] published = Files.column(Files.rows("indicators/" + file), column);
    matches(lean(file), text, published, digits);
  }

  /** Bars of LEAN's tables, which have no volume and dates of their own. */
  private static PriceBars lean(String file) {
    PriceBars bars = new PriceBars();
    for (String[] row : Files.rows("indicators/" + file).stream().skip(1).toList()) {
      bars.append(
          bars.size() + 1L,
          Double.parseDouble(row[1]),
          Double.parseDouble(row[2]),
          Double.parseDouble(row[3]),
          Double.parseDouble(row[4]),
          1);
    }
    return bars;
  }

  @Test
  void ta4jsAverageAndRange() {
    gold("ta4j_EMA.csv", "ema(13,first)", 6);
    gold("ta4j_ATR.csv", "atrFirst(13,first)", 7);
  }

  private static void gold(String file, String text, int column) {
    List<String[]> rows = gold(file);
    double[] published =
        rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    matches(bars(rows), text, published, 1e-9);
  }

  private static List<String[]> gold(String file) {
    return Files.rows("indicators/" + file).stream()
        .skip(3)
        .filter(row -> row[0].matches("\\d{4}-.*"))
        .toList();
  }

  private static PriceBars bars(List<String[]> rows) {
    PriceBars bars = new PriceBars();
    for (String[] row : rows) {
      bars.append(
          Files.at(row[0], 16, 0),
          Double.parseDouble(row[1]),
          Double.parseDouble(row[2]),
          Double.parseDouble(row[3]),
          Double.parseDouble(row[4]),
          Double.parseDouble(row[5]));
    }
    return bars;
  }
}
