package io.tradinggym.options.trading;

import io.tradinggym.api.util.Require;
import java.util.List;

/**
 * What {@code OptionStrategies-v1} asks of whoever trades it.
 *
 * @param account money, costs, length
 * @param sizes parts of the equity that an opened strategy may tie up, each in (0, 1]
 * @param limit most units of a strategy, in 1 .. 10000
 * @param days least days to expiry when a strategy is opened, in 1 .. 365
 */
public record StrategyTask(AccountTerms account, List<Double> sizes, int limit, int days) {
  /** In parts of a tenth and three tenths. */
  public static final StrategyTask DEFAULT =
      new StrategyTask(AccountTerms.DEFAULT, List.of(0.1, 0.3), 1000, 25);

  /** Checks the values. */
  public StrategyTask {
    sizes = List.copyOf(sizes);
    if (sizes.isEmpty() || !sizes.stream().allMatch(size -> size > 0 && size <= 1)) {
      throw new IllegalArgumentException("sizes must be parts in (0, 1], were " + sizes);
    }
    Require.that("limit", limit >= 1 && limit <= 10_000, limit, "in 1 .. 10000");
    Require.that("days", days >= 1 && days <= 365, days, "in 1 .. 365");
  }

  /**
   * {@return the same task with another length of episodes}
   *
   * @param sessions of an episode, in 1 .. 504
   */
  public StrategyTask withEpisode(int sessions) {
    return new StrategyTask(account.withEpisode(sessions), sizes, limit, days);
  }

  /**
   * {@return the number of the action of {@code OptionStrategies-v1} that opens a strategy in one of the sizes}
   *
   * @param kind what is opened
   * @param size index of the size in {@link #sizes}, from 0
   */
  public int open(StrategyKind kind, int size) {
    return OptionStrategies.OPEN + StrategyKind.ALL.indexOf(kind) * sizes.size() + size;
  }

  /** How many actions there are. */
  int actions() {
    return OptionStrategies.OPEN + StrategyKind.ALL.size() * sizes.size();
  }
}
