package io.tradinggym.stocks;

import io.tradinggym.api.Option;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.process.Markets;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.trading.Projection;
import io.tradinggym.trading.TradingOptions;
import java.util.List;

/**
 * The options of the stock environments. All that have a plain value can be set from text, for configuration files and
 * {@code --set environment.window=32}. Defaults are careful ones: costs on, no leverage, no shorts.
 */
public final class StockOptions {
  /** What is traded. */
  public static final Option<Market> MARKET =
      new Option<>(
          "market",
          Market.class,
          null,
          "what is traded, by name such as watchlist:SPY or noise; default: the watchlist, of which"
              + " Stock-v1 trades SPY",
          Markets::named);

  /** What the observation shows of the market. */
  public static final Option<FeatureSet> FEATURES = TradingOptions.FEATURES;

  /** What is maximised. */
  public static final Option<Reward> REWARD = TradingOptions.REWARD;

  /** Bars in the observation. */
  public static final Option<Integer> WINDOW = TradingOptions.WINDOW;

  /** How Stock-v1 is told what to hold. */
  public static final Option<ActionMode> ACTIONS =
      Option.choice("actions", ActionMode.LEVELS, "how actions name the position of Stock-v1");

  /** Choices under {@link ActionMode#LEVELS}. */
  public static final Option<Integer> LEVELS =
      Option.integer(
          "levels",
          5,
          "target weights to choose from, evenly spaced from lowest to highest, 2 .. 1001");

  /** How Portfolio-v1 makes weights of an action. */
  public static final Option<Projection> PROJECTION =
      Option.choice(
          "projection", Projection.CLIP_NORMALISE, "how Portfolio-v1 makes weights of an action");

  /** Steps of an episode. */
  public static final Option<Integer> EPISODE =
      Option.integer("episode", 252, "steps of an episode in bars, 0 = to the end of the data");

  /** Where episodes start. */
  public static final Option<Boolean> RANDOM_START = TradingOptions.RANDOM_START;

  /** Starting cash. */
  public static final Option<Double> CASH =
      Option.number("cash", 100_000, "starting cash in USD, > 0 and at most 1e9");

  /** Commission. */
  public static final Option<Double> COMMISSION =
      Option.number(
          "commission", 0.0001, "commission as a fraction of the notional, each way, in [0, 0.1]");

  /** Bid-ask spread. */
  public static final Option<Double> SPREAD =
      Option.number(
          "spread",
          0.0002,
          "full bid-ask spread as a fraction of the price, in [0, 0.1]; a trade pays half");

  /** Fractional shares. */
  public static final Option<Integer> FRACTIONS =
      Option.integer(
          "fractions",
          1,
          "parts that a share is traded in, 1 = whole shares, 100 = hundredths; at most 100 for"
              + " adjusted history");

  /** Leverage. */
  public static final Option<Double> LEVERAGE =
      Option.number("leverage", 1, "largest sum of absolute weights when opening, in [1, 10]");

  /** Short selling. */
  public static final Option<Boolean> SHORTS =
      Option.flag("shorts", false, "whether weights may be negative");

  /** Participation. */
  public static final Option<Double> PARTICIPATION = TradingOptions.PARTICIPATION;

  /** Smallest change of a weight that is traded. */
  public static final Option<Double> BAND =
      Option.number(
          "band",
          0,
          "positions whose weight is within this of what is asked for are left alone, in [0, 1);"
              + " weight 0 always sells");

  /** Borrow fee. */
  public static final Option<Double> BORROW_RATE =
      Option.number("borrowRate", 0.01, "borrow fee a year on short positions, in [0, 10]");

  /** Debit interest. */
  public static final Option<Double> INTEREST_RATE =
      Option.number("interestRate", 0.06, "interest a year on borrowed cash, in [0, 10]");

  /** Maintenance margin. */
  public static final Option<Double> MAINTENANCE =
      Option.number(
          "maintenance", 0.25, "equity below this part of gross exposure is liquidated, in [0, 1)");

  /** A leak, for positive controls only. */
  public static final Option<Boolean> LEAK_NEXT_RETURN = TradingOptions.LEAK_NEXT_RETURN;

  static final List<Option<?>> SHARED =
      List.of(
          MARKET,
          FEATURES,
          REWARD,
          WINDOW,
          EPISODE,
          RANDOM_START,
          CASH,
          COMMISSION,
          SPREAD,
          FRACTIONS,
          LEVERAGE,
          SHORTS,
          PARTICIPATION,
          BAND,
          BORROW_RATE,
          INTEREST_RATE,
          MAINTENANCE,
          LEAK_NEXT_RETURN);

  private StockOptions() {}
}
