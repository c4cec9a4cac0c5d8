package io.tradinggym.options.trading;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The options of {@code OptionStrategies-v1}. */
public final class StrategyOptions {
  private static final StrategyMarket MARKET = StrategyMarket.DEFAULT;
  private static final StrategyTask TASK = StrategyTask.DEFAULT;

  /** Recorded chains in the place of a simulated market. */
  public static final Option<ChainHistory> CHAINS =
      new Option<>(
          "chains",
          ChainHistory.class,
          null,
          "folder of recorded chains, one a day, or how their names begin; default: simulated",
          text -> ChainHistory.read(Path.of(text)));

  /** Volatility of the spot. */
  public static final Option<Double> VOLATILITY =
      Option.number("volatility", MARKET.volatility(), "volatility of the spot a year, (0, 5]");

  /** Drift of the spot. */
  public static final Option<Double> DRIFT =
      Option.number("drift", MARKET.drift(), "drift of the spot a year beyond interest, [-1, 1]");

  /** Mean variance premium. */
  public static final Option<Double> PREMIUM =
      Option.number("premium", MARKET.premium(), "implied over realised variance, (0, 10]");

  /** How far it wanders. */
  public static final Option<Double> PREMIUM_VOLATILITY =
      Option.number(
          "premiumVolatility",
          MARKET.premiumVolatility(),
          "standard deviation of the premium's logarithm, [0, 2]");

  /** How fast it comes back. */
  public static final Option<Double> REVERSION =
      Option.number("reversion", MARKET.reversion(), "reversion of the premium a year, (0, 1000]");

  /** The jump at an announcement. */
  public static final Option<Double> EARNINGS =
      Option.number(
          "earnings",
          MARKET.earnings(),
          "standard deviation of the jump at quarterly announcements, [0, 1]; 0: none");

  /** Its premium. */
  public static final Option<Double> EARNINGS_PREMIUM =
      Option.number(
          "earningsPremium",
          MARKET.earningsPremium(),
          "implied over true variance of that jump, (0, 10]");

  /** The smile. */
  public static final Option<SmileKind> SMILE =
      Option.choice("smile", MARKET.smile(), "smile of the surface; only flat is fair");

  /** Interest. */
  public static final Option<Double> RATE =
      Option.number("rate", MARKET.rate(), "interest a year, continuously compounded, [0, 1]");

  /** Dividends. */
  public static final Option<Double> DIVIDEND_YIELD =
      Option.number(
          "dividendYield",
          MARKET.dividendYield(),
          "dividends a year, continuously compounded, [0, 1]");

  /** Width of quotes. */
  public static final Option<Double> POINTS =
      Option.number(
          "points", MARKET.points(), "width of option quotes in volatility points, [0, 50]");

  /** Starting cash. */
  public static final Option<Double> CASH =
      Option.number("cash", TASK.cash(), "starting cash, > 0 and at most 1e9");

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

  /** Fills. */
  public static final Option<FillRule> FILLS =
      Option.choice("fills", TASK.fills(), "where between bid and offer orders are filled");

  /** Commission. */
  public static final Option<Double> COMMISSION =
      Option.number(
          "commission",
          TASK.commission(),
          "commission a contract, [0, 100]; an order pays at least 1 unless it is 0");

  /** Cost of shares. */
  public static final Option<Double> STOCK_COST =
      Option.number(
          "stockCost", TASK.stockCost(), "cost of trading shares as a fraction, [0, 0.1)");

  /** Assignment against reason. */
  public static final Option<Double> STRAY =
      Option.number(
          "stray",
          TASK.stray(),
          "chance a day that a contract sold is assigned in the money without reason, [0, 1]");

  /** Length. */
  public static final Option<Integer> EPISODE =
      Option.integer("episode", TASK.episode(), "sessions of an episode, 1 .. 504");

  static final List<Option<?>> ALL =
      List.of(
          CHAINS,
          VOLATILITY,
          DRIFT,
          PREMIUM,
          PREMIUM_VOLATILITY,
          REVERSION,
          EARNINGS,
          EARNINGS_PREMIUM,
          SMILE,
          RATE,
          DIVIDEND_YIELD,
          POINTS,
          CASH,
          SIZES,
          LIMIT,
          DAYS,
          FILLS,
          COMMISSION,
          STOCK_COST,
          STRAY,
          EPISODE);

  private StrategyOptions() {}

  static StrategyMarket market(Options options) {
    return new StrategyMarket(
        options.get(VOLATILITY),
        options.get(DRIFT),
        options.get(PREMIUM),
        options.get(PREMIUM_VOLATILITY),
        options.get(REVERSION),
        options.get(EARNINGS),
        options.get(EARNINGS_PREMIUM),
        options.get(SMILE),
        options.get(RATE),
        options.get(DIVIDEND_YIELD),
        options.get(POINTS));
  }

  static StrategyTask task(Options options) {
    return new StrategyTask(
        options.get(CASH),
        options.get(SIZES),
        options.get(LIMIT),
        options.get(DAYS),
        options.get(FILLS),
        options.get(COMMISSION),
        options.get(STOCK_COST),
        options.get(STRAY),
        options.get(EPISODE));
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
