package io.tradinggym.options.trading;

import io.tradinggym.options.margin.ExchangeMargin;
import java.util.List;

/**
 * Whoever trades: money, sizes, costs and rules.
 *
 * @param cash at the start, in units of money, in (0, 1e9]
 * @param sizes parts of the equity that an opened strategy may tie up, each in (0, 1]
 * @param limit most units of a strategy, in 1 .. 10000
 * @param days least days to expiry when a strategy is opened, in 1 .. 365
 * @param fills where between bid and offer orders are filled
 * @param commission a contract, in units of money, in [0, 100]; an order pays at least 1 unless it is 0
 * @param stockCost of a trade in shares as a fraction of its value, in [0, 0.1)
 * @param stray chance a day that a contract sold is assigned though exercise is not worthwhile, in the money, in [0, 1]
 * @param episode sessions of an episode, in 1 .. 504
 */
public record StrategyTask(
    double cash,
    List<Double> sizes,
    int limit,
    int days,
    FillRule fills,
    double commission,
    double stockCost,
    double stray,
    int episode) {
  /** Half a year with 200,000, in parts of a tenth and three tenths. */
  public static final StrategyTask DEFAULT =
      new StrategyTask(200_000, List.of(0.1, 0.3), 1000, 25, FillRule.QUOTES, 0.65, 0.0001, 0, 126);

  public StrategyTask {
    sizes = List.copyOf(sizes);
    require("cash", cash > 0 && cash <= 1e9, cash, "in (0, 1e9]");
    if (sizes.isEmpty() || !sizes.stream().allMatch(size -> size > 0 && size <= 1)) {
      throw new IllegalArgumentException("sizes must be parts in (0, 1], were " + sizes);
    }
    require("limit", limit >= 1 && limit <= 10_000, limit, "in 1 .. 10000");
    require("days", days >= 1 && days <= 365, days, "in 1 .. 365");
    require("commission", commission >= 0 && commission <= 100, commission, "in [0, 100]");
    require("stockCost", stockCost >= 0 && stockCost < 0.1, stockCost, "in [0, 0.1)");
    require("stray", stray >= 0 && stray <= 1, stray, "in [0, 1]");
    require("episode", episode >= 1 && episode <= 504, episode, "in 1 .. 504");
  }

  /** The same with another length. */
  public StrategyTask withEpisode(int sessions) {
    return new StrategyTask(
        cash, sizes, limit, days, fills, commission, stockCost, stray, sessions);
  }

  /** The action of {@code OptionStrategies-v1} that opens a strategy in the nth of the sizes. */
  public int open(StrategyKind kind, int size) {
    return OptionStrategies.OPEN + StrategyKind.ALL.indexOf(kind) * sizes.size() + size;
  }

  /** How many actions there are. */
  int actions() {
    return OptionStrategies.OPEN + StrategyKind.ALL.size() * sizes.size();
  }

  /** Margin rules. */
  ExchangeMargin margin() {
    return ExchangeMargin.EQUITY;
  }

  private static void require(String name, boolean holds, double value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + rule + ", was " + value);
    }
  }
}
