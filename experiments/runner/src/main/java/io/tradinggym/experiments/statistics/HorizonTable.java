package io.tradinggym.experiments.statistics;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The same equity over several horizons: what any month, year or decade in it would have brought. Windows begin at
 * every bar and overlap, so their number is no number of independent trials.
 *
 * @param rows the horizons that fit, the shortest first
 */
public record HorizonTable(List<Row> rows) {
  private static final double[] YEARS = {1 / 252.0, 1 / 52.0, 1 / 12.0, 0.25, 1, 3, 5, 10};
  private static final String[] NAMES = {
    "day", "week", "month", "quarter", "year", "3 years", "5 years", "10 years"
  };

  private static final double LOW = 0.05;
  private static final double MIDDLE = 0.5;
  private static final double HIGH = 0.95;

  /** Copies the rows. */
  public HorizonTable {
    rows = List.copyOf(rows);
  }

  /**
   * One horizon.
   *
   * @param name such as {@code month}
   * @param bars of it
   * @param windows that fit
   * @param worst total return
   * @param low 5 % quantile
   * @param median total return
   * @param high 95 % quantile
   * @param losses share of windows that lost
   */
  public record Row(
      String name,
      int bars,
      int windows,
      double worst,
      double low,
      double median,
      double high,
      double losses) {}

  /**
   * The horizons of an equity curve.
   *
   * @param equity V_0 to V_T, > 0
   * @param periodsPerYear bars in a year
   */
  public static HorizonTable of(double[] equity, double periodsPerYear) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < YEARS.length; i++) {
      int bars = (int) Math.round(YEARS[i] * periodsPerYear);
      if (bars >= 1 && bars < equity.length) {
        rows.add(row(NAMES[i], bars, equity));
      }
    }
    return new HorizonTable(rows);
  }

  private static Row row(String name, int bars, double[] equity) {
    double[] returns = new double[equity.length - bars];
    int losses = 0;
    double worst = Double.POSITIVE_INFINITY;
    for (int t = 0; t < returns.length; t++) {
      returns[t] = equity[t + bars] / equity[t] - 1;
      losses += returns[t] < 0 ? 1 : 0;
      worst = Math.min(worst, returns[t]);
    }
    return new Row(
        name,
        bars,
        returns.length,
        worst,
        Sample.quantile(returns, LOW),
        Sample.quantile(returns, MIDDLE),
        Sample.quantile(returns, HIGH),
        (double) losses / returns.length);
  }

  /** Prints it. */
  public void print(PrintWriter out) {
    out.printf(
        "%n%-10s %7s %8s %9s %9s %9s %9s %9s%n",
        "horizon", "bars", "windows", "worst", "5 %", "median", "95 %", "lost");
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          "%-10s %7d %8d %8.1f%% %8.1f%% %8.1f%% %8.1f%% %8.0f%%%n",
          row.name(),
          row.bars(),
          row.windows(),
          100 * row.worst(),
          100 * row.low(),
          100 * row.median(),
          100 * row.high(),
          100 * row.losses());
    }
    out.println();
  }
}
