package io.tradinggym.market.data.csv;

import java.util.List;
import java.util.Locale;

/**
 * Checks dividends against the prices they should have moved. On the ex-date the adjustment factor {@code
 * adjusted/close} steps by {@code 1 - dividend / previous close}; a larger step, or a dividend of a fifth of the price
 * that the price did not follow, is an error of unit (cents for dollars) or of split adjustment.
 */
final class Dividends {
  /** Of the factor's step, beside rounding of printed prices. */
  private static final double TOLERANCE = 0.004;

  /** Dividends above this part of the price are looked at closely. */
  private static final double LARGE = 0.04;

  /** Nobody pays the same dividend twice within so many milliseconds, ten days. */
  private static final long REPEATED = 10 * 86_400_000L;

  private final String file;
  private final boolean beforeSplits;
  private final List<Defect> defects;

  /**
   * Checks of a file.
   *
   * @param beforeSplits whether a dividend on the day of a split is per old share; per new share otherwise
   */
  Dividends(String file, boolean beforeSplits, List<Defect> defects) {
    this.file = file;
    this.beforeSplits = beforeSplits;
    this.defects = defects;
  }

  void check(List<Row> rows) {
    boolean listed = rows.stream().anyMatch(row -> row.dividend() > 0);
    Row lastPaid = null;
    for (int i = 1; i < rows.size(); i++) {
      Row before = rows.get(i - 1);
      Row row = rows.get(i);
      double news = beforeSplits && row.split() > 0 ? row.split() : 1;
      double share = row.dividend() / (before.close() * news);
      double fall = 1 - row.open() / before.close();
      if (share > LARGE && fall < share / 2) {
        tell(
            row,
            String.format(
                Locale.ROOT,
                "a dividend of %s is %.1f %% of the price, which opened %.1f %% lower on %s",
                row.dividend(),
                100 * share,
                100 * fall,
                BarChecks.day(row)));
      }
      if (row.adjusted() > 0 && before.adjusted() > 0) {
        double step = before.adjusted() / before.close() / (row.adjusted() / row.close());
        double expected = 1 - share;
        if (listed && Math.abs(step - expected) > TOLERANCE + share / 4) {
          tell(
              row,
              String.format(
                  Locale.ROOT,
                  "adjusted prices step by %.4f on %s, dividends and splits of the file explain"
                      + " %.4f",
                  step,
                  BarChecks.day(row),
                  expected));
        }
      }
      if (row.dividend() > 0) {
        if (lastPaid != null
            && lastPaid.dividend() == row.dividend()
            && row.time() - lastPaid.time() < REPEATED) {
          tell(
              row,
              "the dividend of "
                  + row.dividend()
                  + " on "
                  + BarChecks.day(row)
                  + " repeats that of "
                  + BarChecks.day(lastPaid));
        }
        lastPaid = row;
      }
      if (row.adjusted() < 0) {
        tell(
            row, "adjusted close " + row.adjusted() + " on " + BarChecks.day(row) + " is negative");
      }
    }
  }

  private void tell(Row row, String message) {
    defects.add(new Defect(Defect.Kind.DIVIDEND, file, row.line(), message));
  }
}
