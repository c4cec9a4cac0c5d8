package io.tradinggym.market.data.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Splits and cash dividends of a share whose file holds prices as printed. Two layouts, plain or gzip:
 *
 * <pre>
 * date,dividend,split            one row an event, on its ex-date; split as new shares for an old one (4, 4:1, 0.1)
 * 20050225,0.8613657,0.0178,88.97  a factor file of QuantConnect Lean, without a header: the last day before an event,
 *                                 factors of price and split up to that day, and its close
 * </pre>
 *
 * <p>Of Lean's factors {@code adjusted = printed x price factor x split factor}, with the first row whose date is not
 * before the bar's; a step of the price factor is a dividend of {@code close x (1 - step)}, one of the split factor a
 * split. Of a day that has both, the dividend is per old share, as a desk pays it.
 */
public final class ActionFile {
  /**
   * An event.
   *
   * @param before the last day of the old price
   * @param step what earlier prices are multiplied by for the dividend; NaN where it follows from the close
   * @param dividend per share as it was before the split
   * @param split new shares for an old one
   */
  private record Action(LocalDate before, double step, double dividend, double split) {}

  /** Nothing real multiplies prices by less, or by more than its inverse. */
  private static final double SMALLEST = 1e-6;

  private static final Pattern RATIO = Pattern.compile("[:/]");

  private final String name;
  private final List<Action> actions;

  private ActionFile(String name, List<Action> actions) {
    this.name = name;
    this.actions = actions;
  }

  /**
   * Reads a file.
   *
   * @param file in one of the layouts above
   * @return its events
   * @throws BadDataException naming the line that is no event
   * @throws IOException if it cannot be read
   */
  public static ActionFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    String name = String.valueOf(file.getFileName());
    List<String> lines = TextFile.lines(file);
    String header = lines.isEmpty() ? "" : lines.getFirst().strip().toLowerCase(Locale.ROOT);
    boolean own = header.equals("date,dividend,split");
    List<double[]> rows = new ArrayList<>();
    for (int i = own ? 1 : 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        double[] row = row(name, i + 1, lines.get(i), own ? 3 : 4);
        if (own && rows.stream().anyMatch(other -> Arrays.equals(other, row))) {
          throw bad(
              name,
              i + 1,
              "\""
                  + Cells.shown(lines.get(i))
                  + "\" stands there twice; expected an event once, two equal dividends of a day"
                  + " as their sum");
        }
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      throw bad(name, 1, "holds no events; expected date,dividend,split or Lean's factors");
    }
    rows.sort(Comparator.comparingDouble(row -> row[0]));
    return new ActionFile(name, own ? events(rows) : factors(rows));
  }

  String name() {
    return name;
  }

  private static double[] row(String name, int line, String text, int count) {
    String[] cells = Cells.split(text, ',');
    Optional<Stamp> day = new Stamps(false).stamp(cells[0]);
    if (cells.length != count || day.isEmpty()) {
      throw bad(
          name,
          line,
          "\"" + Cells.shown(text) + "\" is no event: " + count + " cells expected, a date first");
    }
    double[] row = new double[count];
    row[0] = day.get().local().toLocalDate().toEpochDay();
    for (int i = 1; i < count; i++) {
      boolean absent = count == 3 && cells[i].isEmpty();
      row[i] = absent ? i - 1 : count == 3 && i == 2 ? split(cells[i]) : Decimal.parse(cells[i]);
      if (!(row[i] >= 0 && row[i] <= Double.MAX_VALUE)
          || (row[i] == 0 && (i == 2 || (count == 4 && i == 1)))) {
        throw bad(name, line, "\"" + Cells.shown(cells[i]) + "\" must be a number > 0");
      }
    }
    return row;
  }

  /** New shares for an old one, as a number or as a ratio such as 4:1 or 4/1; NaN if neither. */
  private static double split(String cell) {
    String[] parts = RATIO.split(cell, -1);
    return parts.length == 2
        ? Decimal.parse(parts[0].strip()) / Decimal.parse(parts[1].strip())
        : Decimal.parse(cell);
  }

  private static List<Action> events(List<double[]> rows) {
    return rows.stream()
        .map(
            row ->
                new Action(
                    LocalDate.ofEpochDay((long) row[0]).minusDays(1), Double.NaN, row[1], row[2]))
        .toList();
  }

  private static List<Action> factors(List<double[]> rows) {
    List<Action> actions = new ArrayList<>();
    for (int i = 0; i + 1 < rows.size(); i++) {
      double[] now = rows.get(i);
      double[] next = rows.get(i + 1);
      double step = now[1] / next[1];
      double split = next[2] / now[2];
      if (step != 1 || split != 1) {
        actions.add(
            new Action(
                LocalDate.ofEpochDay((long) now[0]),
                step,
                Math.max(0, now[3] * (1 - step)),
                split));
      }
    }
    return actions;
  }

  private static BadDataException bad(String name, int line, String message) {
    return new BadDataException(List.of(new Defect(Defect.Kind.JUNK_LINE, name, line, message)));
  }

  /** Rows of printed prices, in order of time, with adjusted close, dividends and splits by these events. */
  List<Row> applied(List<Row> printed) {
    List<Row> rows = new ArrayList<>(printed);
    double factor = 1;
    for (int i = rows.size() - 1; i >= 0; i--) {
      Row row = rows.get(i);
      double own = factor;
      double dividend = 0;
      double split = 1;
      for (Action action : actions) {
        boolean here =
            i > 0
                && action.before().isBefore(BarChecks.day(row))
                && !action.before().isBefore(BarChecks.day(rows.get(i - 1)));
        if (here) {
          double close = rows.get(i - 1).close();
          factor *= Double.isNaN(action.step()) ? 1 - action.dividend() / close : action.step();
          factor /= action.split();
          dividend += action.dividend();
          split *= action.split();
        }
      }
      if (!(factor > SMALLEST && factor < 1 / SMALLEST)) {
        throw new BadDataException(
            List.of(
                new Defect(
                    Defect.Kind.DIVIDEND,
                    name,
                    0,
                    "events of "
                        + BarChecks.day(row)
                        + " multiply earlier prices by "
                        + factor
                        + ": a dividend must be less than the price, a split a ratio such as 4 or"
                        + " 0.1")));
      }
      rows.set(i, row.with(row.close() * own, dividend, split == 1 ? 0 : split));
    }
    return rows;
  }
}
