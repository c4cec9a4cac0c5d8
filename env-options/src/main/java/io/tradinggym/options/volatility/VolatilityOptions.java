package io.tradinggym.options.volatility;

import io.tradinggym.api.Option;
import java.util.List;

/** The options of {@code VolatilityTrading-v1}. */
public final class VolatilityOptions {
  private static final VolatilityTask USUAL = VolatilityTask.DEFAULT;

  /** Volatility of the spot. */
  public static final Option<Double> VOLATILITY =
      Option.number("volatility", USUAL.volatility(), "volatility of the spot a year, > 0");

  /** Mean variance premium. */
  public static final Option<Double> PREMIUM =
      Option.number("premium", USUAL.premium(), "mean of implied over realised variance, > 0");

  /** How far it wanders. */
  public static final Option<Double> PREMIUM_VOLATILITY =
      Option.number(
          "premiumVolatility",
          USUAL.premiumVolatility(),
          "standard deviation of the premium's logarithm, >= 0");

  /** How fast it comes back. */
  public static final Option<Double> REVERSION =
      Option.number("reversion", USUAL.reversion(), "reversion of the premium a year, > 0");

  /** Width of quotes. */
  public static final Option<Double> POINTS =
      Option.number("points", USUAL.points(), "width of option quotes in volatility points, >= 0");

  /** Cost of shares. */
  public static final Option<Double> STOCK_COST =
      Option.number(
          "stockCost", USUAL.stockCost(), "cost of trading shares as a fraction, [0, 0.1)");

  /** Starting cash. */
  public static final Option<Double> CASH =
      Option.number("cash", USUAL.cash(), "starting cash, > 0 and at most 1e9");

  /** Largest position. */
  public static final Option<Integer> LIMIT =
      Option.integer("limit", USUAL.limit(), "straddles of each expiry, at most, >= 1");

  /** Length. */
  public static final Option<Integer> EPISODE =
      Option.integer("episode", USUAL.episode(), "sessions of an episode, 1 .. 504");

  static final List<Option<?>> ALL =
      List.of(
          VOLATILITY,
          PREMIUM,
          PREMIUM_VOLATILITY,
          REVERSION,
          POINTS,
          STOCK_COST,
          CASH,
          LIMIT,
          EPISODE);

  private VolatilityOptions() {}
}
