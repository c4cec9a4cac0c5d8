package io.tradinggym.experiments.signals;

import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.SeriesFile;
import io.tradinggym.experiments.UserError;
import io.tradinggym.options.chain.ChainFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bars from files such as SPY.csv, or from a store; beside them chains such as chains/SPY.csv, series such as
 * macro/VIXCLS.csv, and what was collected, such as series/SPY/iv_atm.csv and series/VIXCLS.csv.
 *
 * @param folder of the bars
 */
record FileData(Path folder) implements TickerData {
  @Override
  public String described() {
    return "files of " + folder;
  }

  @Override
  public boolean simulated() {
    return false;
  }

  @Override
  public PriceBars bars(String ticker) {
    return TickerBars.of(folder, ticker).bars();
  }

  @Override
  public Path series() {
    return folder.resolve("series");
  }

  @Override
  public Optional<KnownSeries> macro(String series) {
    try {
      return Stream.of(folder.resolve("macro"), series())
          .map(place -> place.resolve(series + ".csv"))
          .filter(Files::isRegularFile)
          .findFirst()
          .map(file -> SeriesFile.read(series, file));
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Optional<ChainFile> chain(String ticker) {
    return Stream.of(".csv", ".csv.gz")
        .map(ending -> folder.resolve("chains").resolve(ticker + ending))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(path -> ChainFile.of(path).excludingBroken());
  }
}
