package io.tradinggym.market.data.csv;

import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of CSV files, one per ticker, as a market of stocks.
 *
 * <pre>{@code
 * ReplayMarket market = CsvMarket.in(Path.of("data")).tickers("SPY", "AAPL", "MSFT");
 * }</pre>
 */
public final class CsvMarket {
  private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".txt", ".txt.gz");

  private final Path folder;
  private final boolean repair;

  private CsvMarket(Path folder, boolean repair) {
    this.folder = folder;
    this.repair = repair;
  }

  /** Reads strictly: any defect is refused. */
  public static CsvMarket in(Path folder) {
    return new CsvMarket(folder, false);
  }

  /** Repairs defects by the rules of {@link Defect.Kind}. */
  public CsvMarket repairing() {
    return new CsvMarket(folder, true);
  }

  /**
   * The market of these tickers, in this order.
   *
   * @throws BadDataException naming file, line and value of what strict reading refuses
   * @throws IllegalArgumentException naming the files there are, if a ticker has none
   */
  public ReplayMarket tickers(String... tickers) {
    if (tickers.length == 0) {
      throw new IllegalArgumentException("at least one ticker is needed");
    }
    if (Arrays.stream(tickers).distinct().count() < tickers.length) {
      throw new IllegalArgumentException("every ticker once, was " + Arrays.toString(tickers));
    }
    try {
      List<Series> series = new ArrayList<>();
      double barsPerYear = 0;
      for (String ticker : tickers) {
        BarFile file = BarFile.read(find(ticker));
        Equity equity = Equity.adjusted(ticker);
        series.add(repair ? file.repaired(equity) : file.strict(equity));
        barsPerYear = Math.max(barsPerYear, file.barsPerYear());
      }
      return ReplayMarket.of(series, barsPerYear);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private Path find(String ticker) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder + " is no folder of CSV files");
    }
    for (String ending : ENDINGS) {
      Path file = folder.resolve(ticker + ending);
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new IllegalArgumentException(
        "no file for ticker \"" + ticker + "\" in " + folder + "; there are " + tickersThere());
  }

  private List<String> tickersThere() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> ENDINGS.stream().anyMatch(name::endsWith))
          .map(name -> name.substring(0, name.indexOf('.')))
          .sorted()
          .toList();
    }
  }
}
