package io.tradinggym.experiments.config;

import io.tradinggym.market.data.MarketKind;
import io.tradinggym.market.process.Markets;

/**
 * A simulated market that draws a new path for every episode; training, validation and test draw from streams of their
 * own.
 *
 * @param simulated name of a {@link Markets market}, such as {@value #WATCHLIST}, watchlist:SPY or noise:30
 */
public record SimulatedConfig(String simulated) implements MarketConfig {
  /** NVDA, QQQ, SPY, AAPL, MSFT, TSLA, AMD, META, AMZN and GOOGL. */
  public static final String WATCHLIST = "watchlist";

  static SimulatedConfig read(Keys keys) {
    SimulatedConfig config = new SimulatedConfig(keys.text("simulated", WATCHLIST));
    try {
      if (Markets.named(config.simulated).kind() == MarketKind.REPLAYED) {
        throw keys.bad(
            "simulated",
            "\"" + config.simulated + "\"",
            "a simulated market; for history set data and tickers");
      }
      return config;
    } catch (IllegalArgumentException e) {
      throw keys.bad(e);
    }
  }
}
