package io.tradinggym.allocator.multi;

import io.tradinggym.api.util.Require;
import io.tradinggym.options.trading.AccountTerms;
import io.tradinggym.options.trading.StrategyKind;
import java.util.List;

/**
 * What {@code MultiAsset-v1} asks of whoever trades it.
 *
 * @param account money, costs of options and shares, length
 * @param levels parts of the equity that a share or the perpetual may be held at, each in [-3, 3], 0 among them
 * @param menu strategies that can be opened on each share with options
 * @param part of the equity that an opened strategy may tie up, in (0, 1]
 * @param days least days to expiry when one is opened, in 1 .. 60
 * @param perpetualCost of trading the perpetual, as a fraction of the notional, in [0, 0.01]
 */
public record MultiTask(
    AccountTerms account,
    List<Double> levels,
    List<StrategyKind> menu,
    double part,
    int days,
    double perpetualCost) {
  /** Half a year with 200,000; eight strategies. */
  public static final MultiTask DEFAULT =
      new MultiTask(
          AccountTerms.DEFAULT,
          List.of(-0.25, 0.0, 0.25, 0.5),
          List.of(
              StrategyKind.LONG_CALL,
              StrategyKind.LONG_PUT,
              StrategyKind.BULL_PUT_SPREAD,
              StrategyKind.BEAR_CALL_SPREAD,
              StrategyKind.COVERED_CALL,
              StrategyKind.LONG_STRADDLE,
              StrategyKind.SHORT_STRANGLE,
              StrategyKind.IRON_CONDOR),
          0.1,
          10,
          0.0005);

  /** Checks the numbers. */
  public MultiTask {
    levels = List.copyOf(levels);
    menu = List.copyOf(menu);
    boolean known = levels.contains(0.0);
    for (double level : levels) {
      known &= Math.abs(level) <= 3;
    }
    if (!known) {
      throw new IllegalArgumentException(
          "levels must be in [-3, 3] with 0 among them, were " + levels);
    }
    Require.that("part", part > 0 && part <= 1, part, "in (0, 1]");
    Require.that("days", days >= 1 && days <= 60, days, "in 1 .. 60");
    Require.that(
        "perpetualCost",
        perpetualCost >= 0 && perpetualCost <= 0.01,
        perpetualCost,
        "in [0, 0.01]");
  }

  /**
   * {@return the same task with another start and another length}
   *
   * @param cash starting cash, currency, in (0, 1e9]
   * @param sessions of an episode, 1 .. 504
   */
  public MultiTask with(double cash, int sessions) {
    AccountTerms terms = account.withCash(cash).withEpisode(sessions);
    return new MultiTask(terms, levels, menu, part, days, perpetualCost);
  }
}
