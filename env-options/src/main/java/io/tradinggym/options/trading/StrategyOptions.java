package io.tradinggym.options.trading;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.options.board.MarketOptions;
import io.tradinggym.trading.TradingOptions;
import java.util.List;
import java.util.stream.Stream;

/** The options of {@code OptionStrategies-v1}, beside those of {@link MarketOptions} and {@link AccountOptions}. */
public final class StrategyOptions {
  private static final StrategyTask TASK = StrategyTask.DEFAULT;

  /** Sizes. */
  public static final Option<List<Double>> SIZES =
      list(
          "sizes",
          TASK.sizes(),
          "parts of the equity that a strategy may tie up, such as 0.1/0.3, each in (0, 1]");

  /** Largest position. */
  public static final Option<Integer> LIMIT =
      Option.integer("limit", TASK.limit(), "most units of a strategy, 1 .. 10000");

  /** Time to expiry. */
  public static final Option<Integer> DAYS =
      Option.integer(
          "days", TASK.days(), "least days to expiry when a strategy is opened, 1 .. 365");

  /** What is maximised. */
  public static final Option<Reward> REWARD = TradingOptions.REWARD;

  static final List<Option<?>> ALL =
      Stream.of(MarketOptions.ALL, AccountOptions.ALL, List.of(SIZES, LIMIT, DAYS, REWARD))
          .<Option<?>>flatMap(List::stream)
          .toList();

  private StrategyOptions() {}

  static StrategyTask task(Options options) {
    return new StrategyTask(
        AccountOptions.terms(options), options.get(SIZES), options.get(LIMIT), options.get(DAYS));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // A class object knows nothing of List's elements.
  private static Option<List<Double>> list(String name, List<Double> byDefault, String meaning) {
    return new Option<>(
        name,
        (Class<List<Double>>) (Class) List.class,
        byDefault,
        meaning,
        text -> Stream.of(text.split("/", -1)).map(Double::valueOf).toList());
  }
}
