package io.tradinggym.experiments.signals;

import io.tradinggym.api.util.Sha256;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.SeriesFile;
import io.tradinggym.data.store.PartitionedStore;
import io.tradinggym.experiments.UserError;
import io.tradinggym.market.calendar.Nyse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Daily bars of a ticker in a folder: of the store of many tickers that {@code collect --store} fills, where it has
 * them, or of a file such as SPY.csv.
 *
 * @param input what they were read from, below the folder
 * @param sha256 of the file; of a store, of the ticker's bars
 * @param bars in order
 */
record TickerBars(String input, String sha256, PriceBars bars) {
  /**
   * Reads them.
   *
   * @throws UserError if there are none, or they cannot be read, with the reason
   */
  static TickerBars of(Path folder, String ticker) {
    checked(ticker);
    try {
      if (PartitionedStore.isIn(folder)) {
        try (PartitionedStore store = new PartitionedStore(folder, new Nyse())) {
          if (store.tickers().contains(ticker)) {
            PriceBars bars = store.read(ticker);
            return new TickerBars("year=*", hash(bars), bars);
          }
        }
      }
      Path file =
          Stream.of(ticker + ".csv", ticker + ".csv.gz")
              .map(folder::resolve)
              .filter(Files::isRegularFile)
              .findFirst()
              .orElseThrow(() -> new UserError("there is no " + ticker + ".csv in " + folder));
      return new TickerBars(
          String.valueOf(file.getFileName()),
          Sha256.of(Files.readAllBytes(file)),
          SeriesFile.bars(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The ticker, if it is one: files of it lie below whatever folder it is looked for in.
   *
   * @throws UserError if it is none
   */
  static String checked(String ticker) {
    if (!ticker.matches("[A-Za-z0-9^][A-Za-z0-9._^=/-]{0,31}") || ticker.contains("..")) {
      throw new UserError(
          "a ticker is of at most 32 letters, digits and . _ ^ = / -, was \"" + ticker + "\"");
    }
    return ticker;
  }

  /** SHA-256 of times, prices and volumes. */
  static String hash(PriceBars bars) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(bars.size(), 6 * Long.BYTES));
    for (int bar = 0; bar < bars.size(); bar++) {
      bytes.putLong(bars.closeTime(bar));
      bytes.putDouble(bars.open(bar)).putDouble(bars.high(bar)).putDouble(bars.low(bar));
      bytes.putDouble(bars.close(bar)).putDouble(bars.volume(bar));
    }
    return Sha256.of(bytes.array());
  }
}
