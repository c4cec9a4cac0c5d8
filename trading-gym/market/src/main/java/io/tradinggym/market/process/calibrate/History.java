package io.tradinggym.market.process.calibrate;

import io.tradinggym.market.data.csv.Decimal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Adjusted daily bars of one share, in columns.
 *
 * @param days epoch days, ascending
 */
record History(String symbol, long[] days, double[] open, double[] close, double[] volume) {
  /** The header that a file must have; an export that differs is another layout, not to be guessed at. */
  private static final String HEADER = "date,open,high,low,close,volume";

  /** Reads {@code SYMBOL.csv}, rows from one day to another, both included. */
  static History read(Path folder, String symbol, LocalDate from, LocalDate to) throws IOException {
    Path file = folder.resolve(symbol + ".csv");
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new IllegalArgumentException(file + ": the first line must be " + HEADER);
    }
    List<String[]> rows = new ArrayList<>();
    for (int number = 2; number <= lines.size(); number++) {
      String[] fields = lines.get(number - 1).split(",", -1);
      if (fields.length != 6) {
        throw new IllegalArgumentException(
            file + " line " + number + ": 6 fields expected, found " + fields.length);
      }
      LocalDate day = day(file, number, fields[0]);
      for (int column : new int[] {1, 4, 5}) {
        double value = Decimal.parse(fields[column]);
        if (!(value >= 0) || (value == 0 && column < 5)) {
          throw new IllegalArgumentException(
              file + " line " + number + ": \"" + fields[column] + "\" must be a number > 0");
        }
      }
      if (!day.isBefore(from) && !day.isAfter(to)) {
        rows.add(fields);
      }
    }
    int n = rows.size();
    History history = new History(symbol, new long[n], new double[n], new double[n], new double[n]);
    for (int t = 0; t < n; t++) {
      String[] fields = rows.get(t);
      history.days[t] = LocalDate.parse(fields[0]).toEpochDay();
      history.open[t] = Decimal.parse(fields[1]);
      history.close[t] = Decimal.parse(fields[4]);
      history.volume[t] = Decimal.parse(fields[5]);
    }
    return history;
  }

  private static LocalDate day(Path file, int line, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          file + " line " + line + ": \"" + text + "\" is no date such as 2005-01-03", e);
    }
  }

  /** Log of close over the close before; one shorter than the columns. */
  double[] logReturns() {
    double[] r = new double[days.length - 1];
    for (int t = 0; t < r.length; t++) {
      r[t] = StrictMath.log(close[t + 1] / close[t]);
    }
    return r;
  }

  /** Log of open over the close before; the night of each return. */
  double[] nights() {
    double[] r = new double[days.length - 1];
    for (int t = 0; t < r.length; t++) {
      r[t] = StrictMath.log(open[t + 1] / close[t]);
    }
    return r;
  }
}
