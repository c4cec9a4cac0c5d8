package io.tradinggym.stocks;

import io.tradinggym.api.Options;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.reward.Reward;

/**
 * What all lanes of a stock environment share.
 *
 * @param window bars of features in the observation, >= 1
 * @param episode steps of an episode, 0 = to the end of the data
 * @param oracle whether the next return is leaked, as a positive control
 */
record Settings(String id, Rules rules, Reward reward, int window, int episode, boolean randomStart, boolean oracle) {
  /** Shares of less equity are shown as shares of this, one cent. */
  static final double SMALLEST_EQUITY = 0.01;

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

  /** The market that was chosen, or a simulated one of so many assets. */
  Market market(Options options, int assets) {
    if (options.has(StockOptions.MARKET)) {
      return options.get(StockOptions.MARKET);
    }
    int steps = episode == 0 ? DEFAULT_EPISODE : episode;
    return new GeometricMarket(assets, options.get(StockOptions.FEATURES).warmUp() + window + steps + 1);
  }

  /** The lowest weight. */
  double lowest() {
    return rules.shorts() ? -rules.leverage() : 0;
  }
}
