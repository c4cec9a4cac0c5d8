package io.tradinggym.experiments.config;

/**
 * A simulated market that draws a new path for every episode; training, validation and test draw from streams of their own.
 *
 * @param simulated {@value #WATCHLIST}: ten well-known stocks, with numbers estimated from their history
 */
public record SimulatedConfig(String simulated) implements MarketConfig {
  /** NVDA, QQQ, SPY, AAPL, MSFT, TSLA, AMD, META, AMZN and GOOGL. */
  public static final String WATCHLIST = "watchlist";

  static SimulatedConfig read(Keys keys) {
    SimulatedConfig config = new SimulatedConfig(keys.text("simulated", WATCHLIST));
    if (!config.simulated.equals(WATCHLIST)) {
      throw keys.bad("simulated", "\"" + config.simulated + "\"", "one of: " + WATCHLIST);
    }
    return config;
  }
}
