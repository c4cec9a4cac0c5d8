package io.tradinggym.options.trading;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.options.board.MarketOptions;
import io.tradinggym.reward.Rewards;
import io.tradinggym.trading.TradingOptions;
import java.util.List;
import java.util.stream.Stream;

/** The options of {@code VolatilityTrading-v1}, beside those of {@link MarketOptions} and {@link AccountOptions}. */
public final class VolatilityOptions {
  /** Largest position. */
  public static final Option<Integer> LIMIT =
      Option.integer(
          "limit", VolatilityTask.DEFAULT.limit(), "straddles of each expiry, at most, 1 .. 10000");

  /** What is maximised. */
  public static final Option<Reward> REWARD = TradingOptions.reward(Rewards.profit());

  static final List<Option<?>> ALL =
      Stream.of(MarketOptions.ALL, AccountOptions.ALL, List.of(LIMIT, REWARD))
          .<Option<?>>flatMap(List::stream)
          .toList();

  private VolatilityOptions() {}

  static VolatilityTask task(Options options) {
    return new VolatilityTask(AccountOptions.terms(options), options.get(LIMIT));
  }
}
