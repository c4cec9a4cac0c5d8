package io.tradinggym.options.board;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.util.Require;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The options that choose a market: an {@link OptionMarket} that is simulated, or recorded chains. */
public final class MarketOptions {
  private static final OptionMarket MARKET = OptionMarket.DEFAULT;

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

  /** How it moves with the spot. */
  public static final Option<Double> CORRELATION =
      Option.number(
          "correlation",
          MARKET.correlation(),
          "of the premium's moves and the spot's, [-1, 1]; below 0 volatility rises when the spot"
              + " falls");

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

  /** All of them. */
  public static final List<Option<?>> ALL =
      List.of(
          CHAINS,
          VOLATILITY,
          DRIFT,
          PREMIUM,
          PREMIUM_VOLATILITY,
          REVERSION,
          CORRELATION,
          EARNINGS,
          EARNINGS_PREMIUM,
          SMILE,
          RATE,
          DIVIDEND_YIELD,
          POINTS);

  private MarketOptions() {}

  /**
   * {@return the simulated market that was chosen; recorded chains take its interest and dividends}
   *
   * @param options values of {@link #ALL}; what is not set has its default
   */
  public static OptionMarket market(Options options) {
    return new OptionMarket(
        options.get(VOLATILITY),
        options.get(DRIFT),
        options.get(PREMIUM),
        options.get(PREMIUM_VOLATILITY),
        options.get(REVERSION),
        options.get(CORRELATION),
        options.get(EARNINGS),
        options.get(EARNINGS_PREMIUM),
        options.get(SMILE),
        options.get(RATE),
        options.get(DIVIDEND_YIELD),
        options.get(POINTS));
  }

  /**
   * {@return what makes a board for each lane: of recorded chains if they are set, else of the simulated market}
   *
   * @param options values of {@link #ALL}; what is not set has its default
   * @param strikes shown of each expiry of a simulated board, >= 1
   */
  public static Supplier<OptionBoard> boards(Options options, int strikes) {
    Require.that("strikes", strikes >= 1, strikes, ">= 1");
    OptionMarket market = market(options);
    if (options.has(CHAINS)) {
      ChainHistory history = options.get(CHAINS);
      return () -> new RecordedBoard(history, market.rate(), market.dividendYield());
    }
    return market.boards(strikes);
  }
}
