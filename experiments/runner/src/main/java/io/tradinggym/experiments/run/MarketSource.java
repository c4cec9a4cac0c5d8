package io.tradinggym.experiments.run;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.HistoryConfig;
import io.tradinggym.experiments.config.MarketConfig;
import io.tradinggym.experiments.config.SimulatedConfig;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.data.csv.BadDataException;
import io.tradinggym.market.data.csv.CsvMarket;
import io.tradinggym.market.process.WatchlistMarket;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The market of a configuration, split by purpose. */
final class MarketSource {
  private MarketSource() {}

  /**
   * Reads files, or makes the law.
   *
   * @throws UserError naming what is wrong with files or ranges
   */
  static Split split(MarketConfig config) {
    return switch (config) {
      case SimulatedConfig simulated -> Split.paths(WatchlistMarket.create());
      case HistoryConfig history -> split(history, read(history));
    };
  }

  private static Split split(HistoryConfig config, ReplayMarket market) {
    try {
      return Split.dates(market, config.train(), config.validate(), config.test());
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  private static ReplayMarket read(HistoryConfig config) {
    CsvMarket files = CsvMarket.in(Path.of(config.data()));
    try {
      return (config.repair() ? files.repairing() : files).tickers(config.tickers().toArray(String[]::new));
    } catch (BadDataException | IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw new UserError("cannot read the data: " + e.getMessage(), e);
    }
  }

  /** SHA-256 by purpose, of data or law: what goes into the manifest. */
  static Map<String, String> hashes(Split split) {
    Map<String, String> hashes = new LinkedHashMap<>();
    Market[] parts = {split.train(), split.validation(), split.test()};
    String[] names = {"train", "validation", "test"};
    for (int i = 0; i < parts.length; i++) {
      hashes.put(names[i], parts[i].fingerprint());
    }
    return hashes;
  }
}
