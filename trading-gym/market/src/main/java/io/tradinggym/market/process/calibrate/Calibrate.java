package io.tradinggym.market.process.calibrate;

import io.tradinggym.market.process.VolumeLaw;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Estimates the numbers of {@code watchlist.properties} from daily histories and prints the file:
 *
 * <pre>{@code
 * java -cp trading-gym-market.jar:... io.tradinggym.market.process.calibrate.Calibrate FOLDER > watchlist.properties
 * }</pre>
 *
 * <p>FOLDER holds {@code SYMBOL.csv} with {@code date,open,high,low,close,volume}, adjusted. In this order:
 *
 * <ol>
 *   <li>two regimes of SPY's returns ({@link RegimeFit}); how much larger moves are in the second is a mean of all
 *       assets;
 *   <li>each asset's returns, divided by the factor expected on the day, give its GJR law and degrees of freedom;
 *   <li>shocks of two assets on common days give their correlation;
 *   <li>gaps at the open and volumes.
 * </ol>
 *
 * <p>Drifts are mostly the market's: a mean over 18 years has a standard error of about 10 % a year, and these ten are
 * known today because they rose.
 */
public final class Calibrate {
  private static final List<String> SYMBOLS =
      List.of("NVDA", "QQQ", "SPY", "AAPL", "MSFT", "TSLA", "AMD", "META", "AMZN", "GOOGL");
  private static final String MARKET = "SPY";
  private static final LocalDate FROM = LocalDate.of(2005, 1, 1);
  private static final LocalDate TO = LocalDate.of(2022, 12, 31);
  private static final double BARS_PER_YEAR = 252;

  /** Part of an asset's growth beyond the market's that is believed. */
  private static final double OWN_GROWTH = 0.2;

  /** Levels and volumes are those of the last three years. */
  private static final int RECENT = 756;

  /** Part of the identity mixed into the correlation, so that no combination of assets is free of risk. */
  private static final double SHRINKAGE = 0.02;

  private final List<History> histories = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private Calibrate() {}

  /**
   * Prints the parameters.
   *
   * @param arguments the folder of the histories, and nothing else
   * @throws IOException if a history cannot be read
   * @throws IllegalArgumentException if there is not one argument
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("usage: Calibrate FOLDER");
    }
    System.out.print(of(Path.of(arguments[0])));
  }

  /**
   * {@return the text of the properties file that the histories of a folder give}
   *
   * @param folder with one {@code SYMBOL.csv} for each of the ten
   * @throws IOException if a history cannot be read
   */
  public static String of(Path folder) throws IOException {
    Calibrate calibrate = new Calibrate();
    for (String symbol : SYMBOLS) {
      calibrate.histories.add(History.read(folder, symbol, FROM, TO));
    }
    return calibrate.run();
  }

  private String run() {
    History market = histories.get(SYMBOLS.indexOf(MARKET));
    double[] marketReturns = market.logReturns();
    RegimeFit regimes = RegimeFit.of(marketReturns);
    double share = regimes.secondShare();
    double middle = (1 - share) * regimes.drift()[0] + share * regimes.drift()[1];
    double[] drift = {regimes.drift()[0] - middle, regimes.drift()[1] - middle};
    Map<Long, Double> crisis = new HashMap<>();
    for (int t = 0; t < marketReturns.length; t++) {
      crisis.put(market.days()[t + 1], regimes.chances()[t]);
    }
    double ratio = commonRatio(crisis);
    double longRun = Math.sqrt(1 - share + share * ratio * ratio);
    double[] factor = {1 / longRun, ratio / longRun};

    int n = histories.size();
    List<GjrFit> fits = new ArrayList<>();
    List<VolumeLaw> volumes = new ArrayList<>();
    double[] growth = new double[n];
    double[] deviation = new double[n];
    double[] start = new double[n];
    double nightSquares = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      History history = histories.get(i);
      double[] r = history.logReturns();
      double[] calm = new double[r.length];
      double[] night = history.nights();
      double factors = 0;
      double total = 0;
      for (int t = 0; t < r.length; t++) {
        double p = crisis.getOrDefault(history.days()[t + 1], share);
        double expected = (1 - p) * factor[0] * factor[0] + p * factor[1] * factor[1];
        calm[t] = (r[t] - (1 - p) * drift[0] - p * drift[1]) / Math.sqrt(expected);
        nightSquares += night[t] * night[t];
        factors += expected;
        total += r[t] * r[t];
      }
      squares += total;
      GjrFit fit = GjrFit.of(calm);
      fits.add(fit);
      // variance of the real returns over that of the regimes they met; dividing day by day would
      // favour calm ones
      deviation[i] = Math.sqrt(total / factors);
      growth[i] =
          Arrays.stream(r).average().orElseThrow() * BARS_PER_YEAR
              + total / r.length * BARS_PER_YEAR / 2;
      start[i] = oneDigit(median(tail(history.close())));
      double[] volume = Arrays.copyOfRange(history.volume(), 1, history.volume().length);
      volumes.add(
          VolumeFit.of(r, volume, deviation[i], twoDigits(median(dollars(history)) / start[i])));
    }
    double common = growth[SYMBOLS.indexOf(MARKET)];
    double meanFactor = (1 - share) * factor[0] + share * factor[1];

    text.append(
        "# Ten US shares and funds as they behaved from 2005 to 2022: estimates, no prices. Made"
            + " by\n");
    text.append(
        "#   io.tradinggym.market.process.calibrate.Calibrate FOLDER > watchlist.properties\n");
    text.append("# from adjusted daily histories; see its description for what each number is.\n");
    text.append("symbols = ").append(String.join(" ", SYMBOLS)).append('\n');
    row("startPrice", start);
    row(
        "mean",
        i ->
            ((common + OWN_GROWTH * (growth[i] - common)) / BARS_PER_YEAR
                    - deviation[i] * deviation[i] / 2)
                / meanFactor);
    row("deviation", deviation);
    row("alpha", i -> fits.get(i).law().alpha());
    row("gamma", i -> fits.get(i).law().gamma());
    row("beta", i -> fits.get(i).law().beta());
    row("freedom", i -> fits.get(i).freedom());
    double[][] correlation = correlation(i -> fits.get(i).residuals());
    for (int i = 0; i < n; i++) {
      row("correlation." + SYMBOLS.get(i), correlation[i]);
    }
    row("regime.drift", drift);
    row("regime.factor", factor);
    row("regime.leave", new double[] {regimes.transition()[0][1], regimes.transition()[1][0]});
    double gapShare = nightSquares / squares;
    row("gap.share", new double[] {gapShare});
    double[][] gaps = correlation(i -> unexplainedNights(histories.get(i), fits.get(i), gapShare));
    for (int i = 0; i < n; i++) {
      row("gap.correlation." + SYMBOLS.get(i), gaps[i]);
    }
    row("volume.lots", i -> volumes.get(i).lots());
    row("volume.persistence", i -> volumes.get(i).persistence());
    row("volume.response", i -> volumes.get(i).response());
    row("volume.usualMove", i -> volumes.get(i).usualMove());
    row("volume.noise", i -> volumes.get(i).noise());
    return text.toString();
  }

  /**
   * How much larger moves are in the second regime: the geometric mean over the assets, which differ less than SPY
   * does.
   */
  private double commonRatio(Map<Long, Double> crisis) {
    double logs = 0;
    for (History history : histories) {
      double[] r = history.logReturns();
      double[] squares = new double[2];
      double[] weights = new double[2];
      for (int t = 0; t < r.length; t++) {
        Double p = crisis.get(history.days()[t + 1]);
        if (p != null) {
          squares[0] += (1 - p) * r[t] * r[t];
          weights[0] += 1 - p;
          squares[1] += p * r[t] * r[t];
          weights[1] += p;
        }
      }
      logs += 0.5 * StrictMath.log(squares[1] / weights[1] / (squares[0] / weights[0]));
    }
    return StrictMath.exp(logs / histories.size());
  }

  /** The night beyond its share of the return, over the day's deviation. */
  private static double[] unexplainedNights(History history, GjrFit fit, double share) {
    double[] night = history.nights();
    double[] r = history.logReturns();
    double[] rest = new double[r.length];
    double h = fit.law().longRunVariance();
    for (int t = 0; t < r.length; t++) {
      rest[t] = (night[t] - share * r[t]) / Math.sqrt(h);
      h = fit.law().next(h, r[t] - fit.law().mean());
    }
    return rest;
  }

  private interface Sample {
    double[] of(int asset);
  }

  private interface Value {
    double of(int asset);
  }

  /** Correlations of any two on the days that both have, shrunk a little towards none. */
  private double[][] correlation(Sample sample) {
    int n = histories.size();
    List<Map<Long, Double>> byDay = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Map<Long, Double> map = new HashMap<>();
      double[] x = sample.of(i);
      for (int t = 0; t < x.length; t++) {
        map.put(histories.get(i).days()[t + 1], x[t]);
      }
      byDay.add(map);
    }
    double[][] result = new double[n][n];
    for (int i = 0; i < n; i++) {
      result[i][i] = 1;
      for (int j = 0; j < i; j++) {
        result[i][j] =
            (1 - SHRINKAGE) * correlation(histories.get(i).days(), byDay.get(i), byDay.get(j));
        result[j][i] = result[i][j];
      }
    }
    return result;
  }

  /** {@code sin(pi tau / 2)} of Kendall's tau: the correlation of any elliptical copula, whatever the tails. */
  private static double correlation(long[] days, Map<Long, Double> x, Map<Long, Double> y) {
    double[][] pairs =
        Arrays.stream(days)
            .filter(day -> x.containsKey(day) && y.containsKey(day))
            .mapToObj(day -> new double[] {x.getOrDefault(day, 0.0), y.getOrDefault(day, 0.0)})
            .toArray(double[][]::new);
    long balance = 0;
    for (int s = 0; s < pairs.length; s++) {
      for (int t = 0; t < s; t++) {
        balance += (long) Math.signum((pairs[s][0] - pairs[t][0]) * (pairs[s][1] - pairs[t][1]));
      }
    }
    double tau = balance / (0.5 * pairs.length * (pairs.length - 1));
    return StrictMath.sin(Math.PI / 2 * tau);
  }

  private static double[] tail(double[] x) {
    return Arrays.copyOfRange(x, Math.max(0, x.length - RECENT), x.length);
  }

  private static double[] dollars(History history) {
    double[] close = tail(history.close());
    double[] volume = tail(history.volume());
    for (int t = 0; t < close.length; t++) {
      close[t] *= volume[t];
    }
    return close;
  }

  private static double median(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double oneDigit(double x) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.0e", x));
  }

  private static double twoDigits(double x) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.1e", x));
  }

  private void row(String name, Value value) {
    double[] values = new double[SYMBOLS.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.of(i);
    }
    row(name, values);
  }

  private void row(String name, double[] values) {
    text.append(name).append(" = ");
    text.append(
            Arrays.stream(values).mapToObj(Calibrate::sixDigits).collect(Collectors.joining(" ")))
        .append('\n');
  }

  private static String sixDigits(double x) {
    return Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.5e", x)));
  }
}
