package io.tradinggym.market.data.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which tickers a company had, and when: a map file of QuantConnect Lean, plain or gzip, without a header:
 *
 * <pre>
 * 19990310,qqq,Q        the first day, and the first ticker
 * 20041130,qqq,Q        the last day of a ticker
 * 20110322,qqqq,Q       so qqqq from 2004-12-01 on
 * 20501231,qqq,Q        and qqq again
 * </pre>
 *
 * <p>What stands under a ticker on other days is of another company.
 */
public final class MapFile {
  /**
   * Days on which a company had a ticker, both ends included.
   *
   * @param ticker in capitals
   * @param from first day
   * @param to last day
   */
  public record Listing(String ticker, LocalDate from, LocalDate to) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /** What stands in the names of files, and reaches into no other folder. */
  private static final String TICKER = "[\\p{L}\\p{N}._^=+-]{1,64}";

  private final List<Listing> listings;

  private MapFile(List<Listing> listings) {
    this.listings = listings;
  }

  /**
   * Reads a file.
   *
   * @param file in the layout above
   * @return the company's tickers and their days
   * @throws BadDataException naming the line that is no row of a map
   * @throws IOException if it cannot be read
   */
  public static MapFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    String name = String.valueOf(file.getFileName());
    List<String> lines = TextFile.lines(file);
    List<Listing> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(name, i + 1, lines.get(i)));
      }
    }
    rows.sort(Comparator.comparing(Listing::to));
    if (rows.size() < 2) {
      throw bad(name, 1, "holds no ticker and its days; expected a first and a last day at least");
    }
    List<Listing> listings = new ArrayList<>();
    LocalDate from = rows.getFirst().to();
    for (Listing row : rows.subList(1, rows.size())) {
      listings.add(new Listing(row.ticker(), from, row.to()));
      from = row.to().plusDays(1);
    }
    return new MapFile(List.copyOf(listings));
  }

  private static Listing row(String name, int line, String text) {
    String[] cells = Cells.split(text, ',');
    Optional<Stamp> day = new Stamps(false).stamp(cells[0]);
    if (cells.length < 2 || cells.length > 3 || day.isEmpty() || !cells[1].matches(TICKER)) {
      throw bad(
          name,
          line,
          "\"" + Cells.shown(text) + "\" is no row of a map; expected a date and a ticker");
    }
    LocalDate to = day.get().local().toLocalDate();
    return new Listing(cells[1].toUpperCase(Locale.ROOT), to, to);
  }

  private static BadDataException bad(String name, int line, String message) {
    return new BadDataException(List.of(new Defect(Defect.Kind.JUNK_LINE, name, line, message)));
  }

  /** {@return tickers and days, in order of time} */
  public List<Listing> listings() {
    return listings;
  }

  /** The rows of the days on which the company had one of some tickers. */
  List<Row> rows(List<Row> all, Predicate<String> tickers) {
    return all.stream()
        .filter(
            row ->
                listings.stream()
                    .anyMatch(one -> tickers.test(one.ticker()) && one.holds(BarChecks.day(row))))
        .toList();
  }

  /** The company's tickers, each once. */
  List<String> tickers() {
    return listings.stream().map(Listing::ticker).distinct().toList();
  }
}
