package io.tradinggym.experiments.signals;

import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.SeriesFile;
import io.tradinggym.experiments.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Daily bars of a ticker in a folder. */
final class TickerFiles {
  private TickerFiles() {}

  static Path file(Path folder, String ticker) {
    return List.of(ticker + ".csv", ticker + ".csv.gz").stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> new UserError("there is no " + ticker + ".csv in " + folder));
  }

  static PriceBars read(Path file) {
    try {
      return SeriesFile.bars(file);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }
}
