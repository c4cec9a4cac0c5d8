package io.tradinggym.trading;

import io.tradinggym.api.Option;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.reward.Rewards;

/** Options that environments which trade have in common, each written once. */
public final class TradingOptions {
  /** What the observation shows of the market. */
  public static final Option<FeatureSet> FEATURES =
      new Option<>(
          "features",
          FeatureSet.class,
          FeatureSet.DEFAULT,
          "features of every asset in the observation, by name; experiments/run list features",
          FeatureSet::parse);

  /** What is maximised, the log return by default. */
  public static final Option<Reward> REWARD = reward(Rewards.logReturn());

  /** Bars in the observation. */
  public static final Option<Integer> WINDOW =
      Option.integer("window", 1, "bars of features in the observation, 1 .. 10000");

  /** Where episodes start. */
  public static final Option<Boolean> RANDOM_START =
      Option.flag(
          "randomStart", true, "start at a random bar (from the seed) rather than at the first");

  /** Participation. */
  public static final Option<Double> PARTICIPATION =
      Option.number(
          "participation", 0.1, "largest part of a bar's volume that one order fills, in (0, 1]");

  /** A leak, for positive controls only. */
  public static final Option<Boolean> LEAK_NEXT_RETURN =
      Option.flag(
          "leakNextReturn",
          false,
          "TEST ONLY: shows each asset's return from the next open to the one after it, percent; a"
              + " learner must profit");

  private TradingOptions() {}

  /**
   * {@return the option of what is maximised, with a default of the environment's own}
   *
   * @param byDefault what is maximised where nothing is said
   */
  public static Option<Reward> reward(Reward byDefault) {
    return new Option<>(
        "reward",
        Reward.class,
        byDefault,
        "what is maximised, a sum such as \"logReturn - 0.1 turnover\"",
        Rewards::parse);
  }
}
