package io.tradinggym.stocks;

import io.tradinggym.api.Options;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.process.Markets;
import io.tradinggym.market.reward.Reward;

/**
 * What all lanes of a stock environment share.
 *
 * @param window bars of features in the observation, >= 1
 * @param episode steps of an episode, 0 = to the end of the data
 * @param oracle whether the next return is leaked, as a positive control
 */
record Settings(
    String id,
    Rules rules,
    Reward reward,
    int window,
    int episode,
    boolean randomStart,
    boolean oracle) {
  /** Shares of less equity are shown as shares of this, one cent. */
  static final double SMALLEST_EQUITY = 0.01;

  /** Steps to the end of a simulated market's data, where episodes have no length of their own. */
  private static final int DEFAULT_EPISODE = 252;

  Settings {
    Rules.require("window", window >= 1 && window <= 10_000, window, "in 1 .. 10000");
    Rules.require("episode", episode >= 0, episode, ">= 0");
  }

  static Settings of(String id, Options options) {
    Rules rules =
        new Rules(
            options.get(StockOptions.CASH),
            options.get(StockOptions.COMMISSION),
            options.get(StockOptions.SPREAD),
            options.get(StockOptions.LEVERAGE),
            options.get(StockOptions.SHORTS),
            options.get(StockOptions.PARTICIPATION),
            options.get(StockOptions.BORROW_RATE),
            options.get(StockOptions.INTEREST_RATE),
            options.get(StockOptions.MAINTENANCE));
    return new Settings(
        id,
        rules,
        options.get(StockOptions.REWARD),
        options.get(StockOptions.WINDOW),
        options.get(StockOptions.EPISODE),
        options.get(StockOptions.RANDOM_START),
        options.get(StockOptions.LEAK_NEXT_RETURN));
  }

  /** The market that was chosen, or that of a name. */
  Market market(Options options, String byDefault) {
    Market market =
        options.has(StockOptions.MARKET)
            ? options.get(StockOptions.MARKET)
            : Markets.named(byDefault);
    int history = options.get(StockOptions.FEATURES).warmUp() + window - 1;
    return market.forEpisodes(history, 1 + (episode == 0 ? DEFAULT_EPISODE : episode));
  }

  /** The lowest weight. */
  double lowest() {
    return rules.shorts() ? -rules.leverage() : 0;
  }
}
