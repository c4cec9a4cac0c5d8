package io.tradinggym.crypto.env;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.reward.Reward;

/**
 * What all lanes of a crypto environment share.
 *
 * @param window bars of features in the observation, >= 1
 * @param episode steps of an episode, 0 = to the end of the data
 * @param oracle whether the next return is leaked, as a positive control
 * @param pairs whether assets come in pairs of spot and perpetual, whose premium is shown
 */
record CryptoSettings(
    String id,
    CryptoRules rules,
    Reward reward,
    int window,
    int episode,
    boolean randomStart,
    boolean oracle,
    boolean pairs) {
  /** Shares of less equity are shown as shares of this, one cent. */
  static final double SMALLEST_EQUITY = 0.01;

  /** Steps to the end of a simulated market's data, where episodes have no length of their own. */
  private static final int DEFAULT_EPISODE = 720;

  CryptoSettings {
    CryptoRules.require("window", window >= 1 && window <= 10_000, window, "in 1 .. 10000");
    CryptoRules.require("episode", episode >= 0, episode, ">= 0");
  }

  static CryptoSettings of(String id, Options options, CryptoRules rules, boolean pairs) {
    return new CryptoSettings(
        id,
        rules,
        options.get(CryptoOptions.REWARD),
        options.get(CryptoOptions.WINDOW),
        options.get(CryptoOptions.EPISODE),
        options.get(CryptoOptions.RANDOM_START),
        options.get(CryptoOptions.LEAK_NEXT_RETURN),
        pairs);
  }

  /** The market that was chosen, or one by default. */
  Market market(Options options, Option<Market> option, String byDefault) {
    return longEnough(options, options.has(option) ? options.get(option) : option.parse(byDefault));
  }

  /**
   * Refuses instruments that an environment knows nothing of: they would be traded by the wrong fees and sums.
   *
   * @throws IllegalArgumentException naming the first of them
   */
  Market only(Market market, Class<? extends Instrument> kind, String what) {
    for (Instrument instrument : market.instruments()) {
      if (!kind.isInstance(instrument)) {
        throw new IllegalArgumentException(id + " trades " + what + ", was given " + instrument);
      }
    }
    return market;
  }

  /** A market whose episodes last as long as they are to. */
  Market longEnough(Options options, Market market) {
    int history = options.get(CryptoOptions.FEATURES).warmUp() + window - 1;
    return market.forEpisodes(history, 1 + (episode == 0 ? DEFAULT_EPISODE : episode));
  }
}
