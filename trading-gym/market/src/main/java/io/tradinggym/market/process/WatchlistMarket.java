package io.tradinggym.market.process;

import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * The embedded market of NVDA, QQQ, SPY, AAPL, MSFT, TSLA, AMD, META, AMZN and GOOGL: daily bars of GJR-GARCH returns
 * with Student-t shocks, under two regimes, calm and crisis, that all share.
 *
 * <p>Estimated from 2005 to 2022 by {@link io.tradinggym.market.process.calibrate.Calibrate}; {@code
 * watchlist.properties} holds the numbers. Volatilities, correlations, tails and clustering are near the data's. Growth
 * is not: it is shrunk towards SPY's, for these ten were picked knowing that they rose.
 */
public final class WatchlistMarket {
  private static final String FILE = "watchlist.properties";

  private WatchlistMarket() {}

  /** {@return a year of days for each episode, after 64 days to look back on} */
  public static SimulatedMarket create() {
    return builder().build();
  }

  /** {@return the same market, for other lengths of episodes} */
  public static SimulatedMarket.Builder builder() {
    Properties properties = load();
    return builder(new Numbers(properties, symbols(properties)));
  }

  /**
   * {@return some of the ten, in this order; each behaves as it does among all}
   *
   * @param symbols at least one of the ten, in the order that the assets shall have
   * @throws IllegalArgumentException if a symbol is not among the ten, or named twice
   */
  public static SimulatedMarket.Builder builder(List<String> symbols) {
    Properties properties = load();
    List<String> known = symbols(properties);
    if (symbols.isEmpty()
        || !known.containsAll(symbols)
        || symbols.stream().distinct().count() < symbols.size()) {
      throw new IllegalArgumentException(
          "the watchlist has " + known + ", each once; was " + symbols);
    }
    return builder(new Numbers(properties, symbols));
  }

  private static SimulatedMarket.Builder builder(Numbers numbers) {
    List<String> symbols = numbers.symbols();
    int n = symbols.size();
    double[] freedom = numbers.each("freedom");
    double[] mean = numbers.each("mean");
    double[] deviation = numbers.each("deviation");
    double[] alpha = numbers.each("alpha");
    double[] gamma = numbers.each("gamma");
    double[] beta = numbers.each("beta");
    double[] lots = numbers.each("volume.lots");
    double[] persistence = numbers.each("volume.persistence");
    double[] response = numbers.each("volume.response");
    double[] usualMove = numbers.each("volume.usualMove");
    double[] noise = numbers.each("volume.noise");
    List<Gjr> laws = new ArrayList<>();
    List<VolumeLaw> volumes = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      laws.add(Gjr.withDeviation(mean[i], deviation[i], alpha[i], gamma[i], beta[i]));
      volumes.add(new VolumeLaw(lots[i], persistence[i], response[i], usualMove[i], noise[i]));
    }
    PriceProcess returns =
        new GjrGarch(laws, Shocks.student(numbers.correlation("correlation."), freedom));
    double[] leave = numbers.row("regime.leave", 2);
    PriceProcess process =
        new RegimeSwitching(
            returns,
            new double[][] {{1 - leave[0], leave[0]}, {leave[1], 1 - leave[1]}},
            numbers.row("regime.drift", 2),
            numbers.row("regime.factor", 2));
    return SimulatedMarket.of(process)
        .instruments(symbols.stream().map(Equity::printed).toList())
        .startPrices(numbers.each("startPrice"))
        .volumes(volumes)
        .gaps(numbers.row("gap.share", 1)[0], numbers.correlation("gap.correlation."));
  }

  private static Properties load() {
    try (InputStream in = WatchlistMarket.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the JAR");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> symbols(Properties properties) {
    return List.of(text(properties, "symbols").split(" "));
  }

  private static String text(Properties properties, String name) {
    String value = properties.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(FILE + " lacks " + name);
    }
    return value.strip();
  }

  /** Rows of numbers by name, of some of the symbols. */
  private record Numbers(Properties properties, List<String> symbols) {
    double[] row(String name, int count) {
      double[] values =
          Arrays.stream(text(properties, name).split(" "))
              .mapToDouble(Double::parseDouble)
              .toArray();
      if (values.length != count) {
        throw new IllegalStateException(
            FILE + ": " + name + " must hold " + count + " numbers, holds " + values.length);
      }
      return values;
    }

    double[] each(String name) {
      List<String> all = WatchlistMarket.symbols(properties);
      double[] values = row(name, all.size());
      return symbols.stream().mapToDouble(symbol -> values[all.indexOf(symbol)]).toArray();
    }

    Correlation correlation(String prefix) {
      return Correlation.of(
          symbols.stream().map(symbol -> each(prefix + symbol)).toArray(double[][]::new));
    }
  }
}
