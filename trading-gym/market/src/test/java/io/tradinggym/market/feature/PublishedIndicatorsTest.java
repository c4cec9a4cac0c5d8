package io.tradinggym.market.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Indicators against tables computed by another library from 502 daily bars; an empty cell is the warm-up. */
@EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
class PublishedIndicatorsTest {
  private static final double TOLERANCE = 1e-9;
  private final Quotes quotes = quotes();

  @Test
  void rsi() {
    matches(Features.rsi(14), column("rsi", "rsi"), (bar, value) -> value / 50 - 1);
  }

  @Test
  void atr() {
    matches(Features.atr(14), column("atr", "atr"), (bar, value) -> 100 * value / close(bar));
  }

  @Test
  void adx() {
    matches(Features.adx(14), column("adx", "adx"), (bar, value) -> value / 100);
  }

  @Test
  void macdHistogram() {
    matches(
        Features.macdHistogram(12, 26, 9),
        column("macd", "histogram"),
        (bar, value) -> 100 * value / close(bar));
  }

  @Test
  void bollinger() {
    matches(Features.bollinger(20), column("bb", "percentB"), (bar, value) -> 2 * value - 1);
  }

  @Test
  void simpleAverage() {
    double scale = 100 / Math.sqrt(20 / 3.0);
    matches(
        Features.smaDistance(20),
        column("sma", "sma"),
        (bar, value) -> scale * (close(bar) / value - 1));
  }

  @Test
  void exponentialAverage() {
    double scale = 100 / Math.sqrt(20 / 3.0);
    matches(
        Features.emaDistance(20),
        column("ema", "ema"),
        (bar, value) -> scale * (close(bar) / value - 1));
  }

  @Test
  void stochastic() {
    matches(
        Features.stochastic(14, 3), column("stoch", "oscillator"), (bar, value) -> value / 50 - 1);
  }

  @Test
  void williams() {
    matches(Features.williams(14), column("willr", "williamsR"), (bar, value) -> value / 50 + 1);
  }

  @Test
  void commodityChannel() {
    matches(Features.cci(20), column("cci", "cci"), (bar, value) -> value / 100);
  }

  @Test
  void rateOfChange() {
    matches(Features.rateOfChange(14), column("roc", "roc"), (bar, value) -> value / Math.sqrt(14));
  }

  @Test
  void donchian() {
    double[] upper = column("donchian", "upperBand");
    double[] lower = column("donchian", "lowerBand");
    matches(
        Features.donchian(20),
        upper,
        (bar, value) -> 2 * (close(bar) - lower[bar]) / (value - lower[bar]) - 1);
  }

  @Test
  void onBalanceVolume() {
    double[] obv = column("obv", "obv");
    double[] slope = new double[obv.length];
    Arrays.fill(slope, 0, 10, Double.NaN);
    for (int bar = 10; bar < slope.length; bar++) {
      double volume = Arrays.stream(quotes.volume[0], bar - 9, bar + 1).sum();
      slope[bar] = (obv[bar] - obv[bar - 10]) / volume;
    }
    matches(Features.obvSlope(10), slope, (bar, value) -> value);
  }

  private interface Scale {
    double of(int bar, double published);
  }

  private void matches(Feature feature, double[] published, Scale scale) {
    double[] ours = quotes.values(feature);
    for (int bar = 0; bar < ours.length; bar++) {
      assertThat(Double.isNaN(ours[bar]))
          .as("warm-up of %s at bar %d", feature.name(), bar)
          .isEqualTo(Double.isNaN(published[bar]));
      if (!Double.isNaN(ours[bar])) {
        assertThat(ours[bar])
            .as("%s at bar %d", feature.name(), bar)
            .isCloseTo(scale.of(bar, published[bar]), within(TOLERANCE));
      }
    }
  }

  private double close(int bar) {
    return quotes.close[0][bar] / 100.0;
  }

  private static double[] column(String indicator, String name) {
    List<String[]> rows = rows("skender_" + indicator + ".csv");
    int at = Arrays.asList(rows.getFirst()).indexOf(name);
    assertThat(at).as(name).isPositive();
    return rows.stream()
        .skip(1)
        .mapToDouble(row -> row[at].isBlank() ? Double.NaN : Double.parseDouble(row[at]))
        .toArray();
  }

  private static Quotes quotes() {
    List<String[]> rows = rows("skender_default_quotes.csv");
    Quotes quotes = new Quotes(1, rows.size() - 1);
    for (int bar = 0; bar < quotes.length(); bar++) {
      String[] row = rows.get(bar + 1);
      IntToDoubleFunction cents = i -> Math.round(100 * Double.parseDouble(row[i]));
      quotes.open[0][bar] = (long) cents.applyAsDouble(1);
      quotes.high[0][bar] = (long) cents.applyAsDouble(2);
      quotes.low[0][bar] = (long) cents.applyAsDouble(3);
      quotes.close[0][bar] = (long) cents.applyAsDouble(4);
      quotes.volume[0][bar] = Math.round(Double.parseDouble(row[5]));
    }
    return quotes;
  }

  private static List<String[]> rows(String file) {
    try {
      return Files.readAllLines(Path.of(System.getenv("TRADING_GYM_DATA"), "indicators", file))
          .stream()
          .filter(line -> !line.isBlank())
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
