package io.tradinggym.options.hedging;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.options.board.MarketOptions;
import java.util.List;
import java.util.function.Supplier;

/** The options of {@code OptionHedging-v1}. */
public final class HedgingOptions {
  /** Volatility of the spot. */
  public static final Option<Double> VOLATILITY =
      Option.number(
          "volatility", HedgingTask.DEFAULT.volatility(), "volatility of the spot a year, > 0");

  /** Time to expiry. */
  public static final Option<Double> DAYS =
      Option.number("days", 30, "days to expiry, of 365 a year, > 0");

  /** Trades. */
  public static final Option<Integer> REBALANCES =
      Option.integer("rebalances", HedgingTask.DEFAULT.rebalances(), "trades until expiry, >= 1");

  /** Cost of a trade. */
  public static final Option<Double> COST =
      Option.number(
          "cost",
          HedgingTask.DEFAULT.cost(),
          "cost of a trade as a fraction of its value, [0, 0.1)");

  /** Risk aversion. */
  public static final Option<Double> AVERSION =
      Option.number(
          "aversion", HedgingTask.DEFAULT.aversion(), "aversion to risk per unit of money, > 0");

  /** What an action is. */
  public static final Option<HedgeAction> ACTIONS =
      Option.choice("actions", HedgeAction.TARGET, "how actions say what to hold");

  /** The simulated market. */
  public static final Option<HedgingMarket> MARKET =
      Option.choice("market", HedgingMarket.BLACK_SCHOLES, "the simulated market");

  /** How fast variance reverts. */
  public static final Option<Double> REVERSION =
      Option.number(
          "reversion", HestonMarket.DEFAULT.reversion(), "heston: reversion a year, (0, 1000]");

  /** How much variance moves. */
  public static final Option<Double> VOL_OF_VOL =
      Option.number(
          "volOfVol", HestonMarket.DEFAULT.volOfVol(), "heston: volatility of variance, (0, 10]");

  /** How it moves with the spot. */
  public static final Option<Double> CORRELATION =
      Option.number(
          "correlation",
          HestonMarket.DEFAULT.correlation(),
          "heston: correlation of spot and variance, [-1, 1]");

  static final List<Option<?>> ALL =
      List.of(
          VOLATILITY,
          DAYS,
          REBALANCES,
          COST,
          AVERSION,
          ACTIONS,
          MARKET,
          REVERSION,
          VOL_OF_VOL,
          CORRELATION,
          MarketOptions.CHAINS);

  private HedgingOptions() {}

  static HedgingTask task(Options options) {
    return new HedgingTask(
        options.get(VOLATILITY),
        options.get(DAYS) / 365,
        options.get(REBALANCES),
        options.get(COST),
        options.get(AVERSION));
  }

  /** A market for each lane. */
  static Supplier<CallMarket> markets(Options options) {
    HedgingTask task = task(options);
    if (options.has(MarketOptions.CHAINS)) {
      CallSales sales = new CallSales(options.get(MarketOptions.CHAINS), options.get(DAYS));
      return () -> new RecordedCall(sales);
    }
    if (options.get(MARKET) == HedgingMarket.BLACK_SCHOLES) {
      return () -> new BlackScholesCall(task);
    }
    HestonMarket market =
        new HestonMarket(options.get(REVERSION), options.get(VOL_OF_VOL), options.get(CORRELATION));
    HestonVolatilities volatilities = new HestonVolatilities(task, market);
    return () -> new HestonCall(task, market, volatilities);
  }
}
