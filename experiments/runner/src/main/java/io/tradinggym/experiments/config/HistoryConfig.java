package io.tradinggym.experiments.config;

import java.nio.file.Path;
import java.util.List;

/**
 * History to trade on, in three parts that cannot be mixed up.
 *
 * @param data absolute path of a folder of CSV files, one per ticker
 * @param tickers at least one, each once
 * @param train range that is learned from, FROM:TO, each a year, a month or a day
 * @param validate range that choices are made by
 * @param test range that is looked at once, at the end
 * @param repair whether defects are repaired by declared rules; else they are refused
 */
public record HistoryConfig(
    String data, List<String> tickers, String train, String validate, String test, boolean repair)
    implements MarketConfig {
  /** Copies the tickers. */
  public HistoryConfig {
    tickers = List.copyOf(tickers);
  }

  static HistoryConfig read(Keys keys) {
    List<String> tickers = keys.texts("tickers", List.of());
    if (tickers.isEmpty()) {
      throw keys.bad("tickers", tickers, "a list such as [SPY, AAPL]");
    }
    return new HistoryConfig(
        Path.of(keys.text("data", null)).toAbsolutePath().normalize().toString(),
        tickers,
        keys.text("train", null),
        keys.text("validate", null),
        keys.text("test", null),
        keys.flag("repair", false));
  }
}
