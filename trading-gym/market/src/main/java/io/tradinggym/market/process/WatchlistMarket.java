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
 * The embedded market of NVDA, QQQ, SPY, AAPL, MSFT, TSLA, AMD, META, AMZN and GOOGL: daily bars of GJR-GARCH returns with
 * Student-t shocks, under two regimes, calm and crisis, that all share.
 *
 * <p>Estimated from 2005 to 2022 by {@link io.tradinggym.market.process.calibrate.Calibrate}; {@code
 * watchlist.properties} holds the numbers. Volatilities, correlations, tails and clustering are near the data's. Growth is
 * not: it is shrunk towards SPY's, for these ten were picked knowing that they rose.
 */
public final class WatchlistMarket {
  private static final String FILE = "watchlist.properties";

  private WatchlistMarket() {}

  /** A year of days for each episode, after 64 days to look back on. */
  public static SimulatedMarket create() {
    return builder().build();
  }

  /** The same market, for other lengths of episodes. */
  public static SimulatedMarket.Builder builder() {
    Numbers numbers = new Numbers(load());
    List<String> symbols = List.of(numbers.text("symbols").split(" "));
    int n = symbols.size();
    double[] freedom = numbers.row("freedom", n);
    double[] mean = numbers.row("mean", n);
    double[] deviation = numbers.row("deviation", n);
    double[] alpha = numbers.row("alpha", n);
    double[] gamma = numbers.row("gamma", n);
    double[] beta = numbers.row("beta", n);
    double[] lots = numbers.row("volume.lots", n);
    double[] persistence = numbers.row("volume.persistence", n);
    double[] response = numbers.row("volume.response", n);
    double[] usualMove = numbers.row("volume.usualMove", n);
    double[] noise = numbers.row("volume.noise", n);
    List<Gjr> laws = new ArrayList<>();
    List<VolumeLaw> volumes = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      laws.add(Gjr.withDeviation(mean[i], deviation[i], alpha[i], gamma[i], beta[i]));
      volumes.add(new VolumeLaw(lots[i], persistence[i], response[i], usualMove[i], noise[i]));
    }
    PriceProcess returns = new GjrGarch(laws, Shocks.student(numbers.correlation("correlation.", symbols), freedom));
    double[] leave = numbers.row("regime.leave", 2);
    PriceProcess process = new RegimeSwitching(
        returns,
        new double[][] {{1 - leave[0], leave[0]}, {leave[1], 1 - leave[1]}},
        numbers.row("regime.drift", 2),
        numbers.row("regime.factor", 2));
    return SimulatedMarket.of(process)
        .instruments(symbols.stream().map(Equity::printed).toList())
        .startPrices(numbers.row("startPrice", n))
        .volumes(volumes)
        .gaps(numbers.row("gap.share", 1)[0], numbers.correlation("gap.correlation.", symbols));
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

  /** Rows of numbers by name. */
  private record Numbers(Properties properties) {
    String text(String name) {
      String value = properties.getProperty(name);
      if (value == null) {
        throw new IllegalStateException(FILE + " lacks " + name);
      }
      return value.strip();
    }

    double[] row(String name, int count) {
      double[] values = Arrays.stream(text(name).split(" ")).mapToDouble(Double::parseDouble).toArray();
      if (values.length != count) {
        throw new IllegalStateException(FILE + ": " + name + " must hold " + count + " numbers, holds " + values.length);
      }
      return values;
    }

    Correlation correlation(String prefix, List<String> symbols) {
      return Correlation.of(
          symbols.stream().map(symbol -> row(prefix + symbol, symbols.size())).toArray(double[][]::new));
    }
  }
}
