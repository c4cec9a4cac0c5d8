package io.tradinggym.data.provider;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.CollectException.Kind;
import io.tradinggym.data.series.PriceBars;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/**
 * The deep history of US stocks and funds that lies on Kaggle, unpacked: {@code Stocks/aapl.us.txt} and {@code
 * ETFs/spy.us.txt}, to 2017-11-10, adjusted as of then. To be put under newer bars by {@link Splice}.
 *
 * @param folder that holds Stocks and ETFs
 */
public record Kaggle(Path folder) implements BarProvider {
  private static final String NAME = "kaggle";
  private static final String HEADER = "Date,Open,High,Low,Close,Volume";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Collected<PriceBars> daily(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    String file = ticker.toLowerCase(Locale.ROOT) + ".us.txt";
    Path found =
        List.of("Stocks", "ETFs").stream()
            .map(kind -> folder.resolve(kind).resolve(file))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(
                () ->
                    new CollectException(
                        Kind.NOT_FOUND, NAME, "there is no " + file + " under " + folder));
    Sessions sessions = new Sessions();
    try (BufferedReader lines = Files.newBufferedReader(found, StandardCharsets.UTF_8)) {
      String header = lines.readLine();
      if (header == null) {
        throw new CollectException(Kind.NOT_FOUND, NAME, found + " is empty");
      }
      if (!header.startsWith(HEADER)) {
        throw new CollectException(
            Kind.SCHEMA, NAME, found + " must begin with " + HEADER + ", was " + header);
      }
      String line = lines.readLine();
      for (int number = 2; line != null; number++, line = lines.readLine()) {
        add(sessions, line, found, number);
      }
      Instant written = Files.getLastModifiedTime(found).toInstant();
      return sessions.collected(from, to, Instant.MAX, NAME, written, false);
    } catch (IOException e) {
      throw new CollectException(Kind.UPSTREAM, NAME, "cannot read " + found, null, e);
    }
  }

  private static void add(Sessions sessions, String line, Path file, int number)
      throws CollectException {
    String[] cells = line.split(",", -1);
    try {
      sessions.add(
          LocalDate.parse(cells[0]),
          new Sessions.Day(
              Double.parseDouble(cells[1]),
              Double.parseDouble(cells[2]),
              Double.parseDouble(cells[3]),
              Double.parseDouble(cells[4]),
              Double.parseDouble(cells[5])));
    } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new CollectException(
          Kind.SCHEMA,
          NAME,
          file + ", line " + number + ": a date and five numbers are wanted, was " + line,
          null,
          e);
    }
  }
}
