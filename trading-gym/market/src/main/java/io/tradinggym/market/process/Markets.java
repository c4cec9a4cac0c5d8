package io.tradinggym.market.process;

import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.csv.CsvMarket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Markets by name, for configuration files and the command line.
 *
 * <pre>
 * | name                   | market                                                                              |
 * | watchlist              | ten US shares and funds as they behaved from 2005 to 2022, {@link WatchlistMarket}  |
 * | watchlist:SPY,AAPL     | some of them                                                                        |
 * | gbm, gbm:N             | N shares (1) that grow by 8 % a year, volatility 20 %, correlation 0.5              |
 * | noise, noise:N         | N independent shares (1) without trend, volatility 20 %: no policy can win          |
 * | reverting, reverting:N | N independent shares (1) that return to their start price with a half-life of 20 days |
 * | autoregressive:RHO     | one share, volatility 20 %, each return RHO of the last one, {@link Autoregressive}     |
 * | csv:FOLDER:SPY,AAPL    | history, read strictly from one file a ticker, {@link CsvMarket}                    |
 * </pre>
 *
 * <p>Simulated ones have daily bars, and episodes as long as the environment needs. History by name is replayed whole:
 * split it by dates, {@link io.tradinggym.market.data.Split}, if something is to be learned from it. A {@link
 * MarketProvider} on the class path brings further names.
 */
public final class Markets {
  private static final double DAYS = 252;
  private static final double GROWTH = 0.08;
  private static final double VOLATILITY = 0.2;
  private static final double CORRELATION = 0.5;
  private static final double HALF_LIFE = 20;
  private static final int MOST_ASSETS = 1000;
  private static final String NAMES =
      "watchlist, watchlist:SPY,AAPL, gbm:N, noise:N, reverting:N, autoregressive:RHO,"
          + " csv:FOLDER:SPY,AAPL";

  private Markets() {}

  /**
   * {@return the market of a name}
   *
   * @param name as in the table above, or one that a {@link MarketProvider} has
   * @throws IllegalArgumentException naming what would be right, if there is none
   */
  public static Market named(String name) {
    String[] parts = name.strip().split(":", 2);
    String rest = parts.length == 1 ? "" : parts[1].strip();
    return switch (parts[0]) {
      case "watchlist" -> watchlist(name, rest);
      case "gbm" -> {
        int assets = count(name, rest);
        yield law(
            name,
            new GeometricBrownian(
                all(assets, GROWTH),
                all(assets, VOLATILITY),
                Correlation.uniform(assets, CORRELATION),
                DAYS));
      }
      case "noise" -> law(name, GeometricBrownian.noise(count(name, rest), VOLATILITY, DAYS));
      case "reverting" -> {
        int assets = count(name, rest);
        double speed = StrictMath.log(2) * DAYS / HALF_LIFE;
        yield law(
            name,
            new OrnsteinUhlenbeck(
                all(assets, speed),
                all(assets, 0),
                all(assets, VOLATILITY),
                Correlation.identity(assets),
                DAYS));
      }
      case "autoregressive" -> {
        Autoregressive process =
            new Autoregressive(correlation(name, rest), VOLATILITY / Math.sqrt(DAYS));
        // Without gaps: what the close tells can be had at the next open.
        yield new NamedMarket(
            name, () -> SimulatedMarket.of(process).gaps(0, Correlation.identity(1)));
      }
      case "csv" -> csv(name, rest);
      default -> provided(name, parts[0], rest);
    };
  }

  private static Market provided(String name, String first, String rest) {
    for (MarketProvider provider : ServiceLoader.load(MarketProvider.class)) {
      if (provider.names().contains(first)) {
        return provider.market(first, rest);
      }
    }
    throw unknown(name);
  }

  private static Market law(String name, PriceProcess process) {
    return new NamedMarket(name, () -> SimulatedMarket.of(process));
  }

  private static Market watchlist(String name, String symbols) {
    if (symbols.isEmpty()) {
      return new NamedMarket(name, WatchlistMarket::builder);
    }
    List<String> chosen = list(symbols);
    return new NamedMarket(name, () -> WatchlistMarket.builder(chosen));
  }

  private static Market csv(String name, String rest) {
    // The last colon: folders of Windows have one, too.
    int colon = rest.lastIndexOf(':');
    if (colon < 1 || colon == rest.length() - 1) {
      throw unknown(name);
    }
    return CsvMarket.in(Path.of(rest.substring(0, colon)))
        .tickers(list(rest.substring(colon + 1)).toArray(String[]::new));
  }

  private static List<String> list(String symbols) {
    return Arrays.stream(symbols.split(",")).map(String::strip).toList();
  }

  private static double[] all(int assets, double value) {
    double[] values = new double[assets];
    Arrays.fill(values, value);
    return values;
  }

  private static int count(String name, String text) {
    if (text.isEmpty()) {
      return 1;
    }
    try {
      int assets = Integer.parseInt(text);
      if (assets >= 1 && assets <= MOST_ASSETS) {
        return assets;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(manyAssets(name, text), e);
    }
    throw new IllegalArgumentException(manyAssets(name, text));
  }

  private static double correlation(String name, String text) {
    try {
      double rho = Double.parseDouble(text);
      if (rho > -1 && rho < 1) {
        return rho;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(correlated(name), e);
    }
    throw new IllegalArgumentException(correlated(name));
  }

  private static String correlated(String name) {
    return "market \"" + name + "\" needs a correlation in (-1, 1), such as autoregressive:0.2";
  }

  private static String manyAssets(String name, String text) {
    return "market \""
        + name
        + "\" needs a number of assets in 1 .. "
        + MOST_ASSETS
        + ", was \""
        + text
        + "\"";
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("unknown market \"" + name + "\"; known: " + NAMES);
  }
}
