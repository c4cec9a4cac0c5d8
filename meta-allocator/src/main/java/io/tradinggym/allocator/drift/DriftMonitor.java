package io.tradinggym.allocator.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * Watches columns (features, actions, rewards) against a reference. Rows are collected in windows that do not overlap;
 * when one is full every column is tested in it. The k-th window may spend {@code alpha 6 / (pi k)^2} of the chance of
 * a false alarm, split evenly over columns and tests, so that the chance of ever raising one is at most alpha for
 * independent rows; rows that depend on each other need a window that is long beside their memory.
 */
public final class DriftMonitor {
  /**
   * What was found in a window.
   *
   * @param window number of the window, from 1
   * @param column name of the column that has drifted
   * @param test that says so
   * @param statistic of the test, in its own unit
   * @param pValue of the test, in [0, 1]
   * @param level below which the p-value is an alarm
   */
  public record Alarm(
      int window,
      String column,
      TwoSampleTest test,
      double statistic,
      double pValue,
      double level) {}

  private final List<String> columns;
  private final double[][] reference;
  private final List<TwoSampleTest> tests;
  private final double alpha;
  private final double[][] rows;
  private int filled;
  private int windows;

  /**
   * A monitor.
   *
   * @param columns names of the columns, at least one
   * @param reference by column, what the agent was trained on: at least 10 finite numbers each
   * @param window rows of a window, at least 10
   * @param alpha chance of ever raising a false alarm, in (0, 1)
   * @param tests applied to every column, at least one
   */
  public DriftMonitor(
      List<String> columns,
      double[][] reference,
      int window,
      double alpha,
      List<TwoSampleTest> tests) {
    this.columns = List.copyOf(columns);
    this.reference = reference.clone();
    this.tests = List.copyOf(tests);
    this.alpha = Check.chance("alpha", alpha);
    if (columns.isEmpty() || columns.size() != reference.length || tests.isEmpty()) {
      throw new IllegalArgumentException(
          "needs a reference for each column and a test, has "
              + columns.size()
              + " columns, "
              + reference.length
              + " references and "
              + tests.size()
              + " tests");
    }
    for (int i = 0; i < reference.length; i++) {
      this.reference[i] = Check.sample("reference of " + columns.get(i), reference[i], 10).clone();
    }
    rows = new double[columns.size()][Check.atLeast("window", window, 10)];
  }

  /**
   * Takes in a row.
   *
   * @param row one finite number a column
   * @return what has drifted, if the row fills a window; else nothing
   */
  public List<Alarm> update(double[] row) {
    if (row.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row has " + columns.size() + " columns, was given " + row.length);
    }
    for (int i = 0; i < row.length; i++) {
      rows[i][filled] = Check.finite(columns.get(i), row[i]);
    }
    if (++filled < rows[0].length) {
      return List.of();
    }
    filled = 0;
    windows++;
    double level =
        alpha * 6 / (Math.PI * Math.PI * windows * windows) / (columns.size() * tests.size());
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      for (TwoSampleTest test : tests) {
        double p = test.pValue(reference[i], rows[i]);
        if (p <= level) {
          double statistic = test.statistic(reference[i], rows[i]);
          alarms.add(new Alarm(windows, columns.get(i), test, statistic, p, level));
        }
      }
    }
    return alarms;
  }

  /** {@return how many windows have been tested} */
  public int windows() {
    return windows;
  }
}
