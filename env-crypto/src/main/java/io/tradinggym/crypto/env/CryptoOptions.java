package io.tradinggym.crypto.env;

import io.tradinggym.api.Option;
import io.tradinggym.crypto.market.CryptoMarkets;
import io.tradinggym.crypto.market.Shown;
import io.tradinggym.crypto.venue.Venue;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.trading.TradingOptions;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * The options of the crypto environments. All that have a plain value can be set from text, for configuration files and
 * {@code --set environment.leverage=5}. Rates are fractions: 0.0005 is 5 basis points.
 */
public final class CryptoOptions {
  /** What a perpetual environment trades. */
  public static final Option<Market> PERPETUALS = market(Shown.PERPETUALS);

  /** What the spot environment trades. */
  public static final Option<Market> SPOT = market(Shown.SPOT);

  /** What the arbitrage environment trades: of each coin the spot pair, then the perpetual. */
  public static final Option<Market> BOTH = market(Shown.BOTH);

  /** What the observation shows of the market. */
  public static final Option<FeatureSet> FEATURES = TradingOptions.FEATURES;

  /** What is maximised. */
  public static final Option<Reward> REWARD = TradingOptions.REWARD;

  /** Bars in the observation. */
  public static final Option<Integer> WINDOW = TradingOptions.WINDOW;

  /** How an action names the position. */
  public static final Option<ActionMode> ACTIONS =
      Option.choice("actions", ActionMode.LEVELS, "how actions name the position");

  /** Choices under {@link ActionMode#LEVELS}. */
  public static final Option<Integer> LEVELS =
      Option.integer(
          "levels",
          7,
          "leverages to choose from, evenly spaced from lowest to highest, 2 .. 1001; odd ones have"
              + " flat among them");

  /** Choices of the arbitrage. */
  public static final Option<Integer> ARBITRAGE_LEVELS =
      Option.integer(
          "levels",
          3,
          "sizes of the hedged position to choose from, evenly spaced from none to the largest, 2"
              + " .. 1001");

  /** Steps of an episode. */
  public static final Option<Integer> EPISODE =
      Option.integer("episode", 720, "steps of an episode in bars, 0 = to the end of the data");

  /** Where episodes start. */
  public static final Option<Boolean> RANDOM_START = TradingOptions.RANDOM_START;

  /** Starting cash. */
  public static final Option<Double> CASH =
      Option.number("cash", 100_000, "starting cash in USDT, > 0 and at most 1e9");

  /** Fee of resting orders. */
  public static final Option<Double> MAKER =
      Option.number("maker", 0.0002, "maker fee as a fraction of the notional, in [-0.01, 0.1]");

  /** Fee of taking orders. */
  public static final Option<Double> TAKER =
      Option.number("taker", 0.0005, "taker fee as a fraction of the notional, in [0, 0.1]");

  /** Fee of spot orders. */
  public static final Option<Double> SPOT_FEE =
      Option.number("spotFee", 0.001, "fee of spot trades as a fraction, in [0, 0.1]");

  /** Bid-ask spread. */
  public static final Option<Double> SPREAD =
      Option.number(
          "spread", 0.0001, "full bid-ask spread as a fraction, in [0, 0.1]; a trade pays half");

  /** Whose rules apply. */
  public static final Option<Venue> VENUE =
      Option.choice(
          "venue",
          Venue.BINANCE,
          "whose margins, least order and liquidation apply, by its largest perpetual");

  /** When they were in force. */
  public static final Option<LocalDate> RULES_OF =
      new Option<>(
          "rulesOf",
          LocalDate.class,
          LocalDate.of(2026, 1, 1),
          "the day whose rules of the venue apply, such as 2026-01-01",
          CryptoOptions::date);

  /** A class of fees. */
  public static final Option<String> FEE_TIER =
      new Option<>(
          "feeTier",
          String.class,
          "none",
          "class of the venue's fees, such as VIP3, in the place of maker and taker; none: those",
          text -> text);

  /** Highest leverage. */
  public static final Option<Double> LEVERAGE =
      Option.number("leverage", 1, "highest leverage that actions can ask for, in [0.01, 125]");

  /** What stands behind a perpetual. */
  public static final Option<MarginMode> MARGIN =
      Option.choice(
          "margin",
          MarginMode.CROSS,
          "whether all equity stands behind the position, or a margin of its own");

  /** Highest leverage of spot. */
  public static final Option<Double> SPOT_LEVERAGE =
      Option.number(
          "leverage", 1, "highest weight that actions can ask for, in [0.01, 10]; above 1 borrows");

  /** Short positions. */
  public static final Option<Boolean> SHORTS =
      Option.flag("shorts", true, "whether positions may be short");

  /** Short spot positions. */
  public static final Option<Boolean> SPOT_SHORTS =
      Option.flag("shorts", false, "whether coins may be borrowed and sold");

  /** No-trade band. */
  public static final Option<Double> BAND =
      Option.number(
          "band",
          0.01,
          "weights closer than this to what is held are left alone, in [0, 1]; going flat always"
              + " trades");

  /** Participation. */
  public static final Option<Double> PARTICIPATION = TradingOptions.PARTICIPATION;

  /** Interest on borrowed cash. */
  public static final Option<Double> INTEREST_RATE =
      Option.number("interestRate", 0.1, "interest a year on borrowed USDT, in [0, 10]");

  /** Interest on borrowed coins. */
  public static final Option<Double> BORROW_RATE =
      Option.number("borrowRate", 0.05, "interest a year on borrowed coins, in [0, 10]");

  /** Maintenance margin of spot. */
  public static final Option<Double> MAINTENANCE =
      Option.number(
          "maintenance", 0.1, "equity below this part of gross exposure is liquidated, in [0, 1)");

  /** A leak, for positive controls only. */
  public static final Option<Boolean> LEAK_NEXT_RETURN = TradingOptions.LEAK_NEXT_RETURN;

  private CryptoOptions() {}

  private static Option<Market> market(Shown shown) {
    return new Option<>(
        "market",
        Market.class,
        null,
        "what is traded, by name: btc, coins:N, noise:N, unfunded:N, carry:B; default: btc, a"
            + " portfolio coins:4",
        name -> CryptoMarkets.named(name, shown));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("expected a day such as 2026-01-01", e);
    }
  }

  /** What environments of perpetuals have beside. */
  static final List<Option<?>> OF_PERPETUALS =
      List.of(PERPETUALS, MAKER, TAKER, LEVERAGE, SHORTS, VENUE, RULES_OF, FEE_TIER);

  /** What the spot environment has beside. */
  static final List<Option<?>> OF_SPOT =
      List.of(SPOT, SPOT_FEE, SPOT_LEVERAGE, SPOT_SHORTS, INTEREST_RATE, BORROW_RATE, MAINTENANCE);

  /** What the arbitrage has beside. */
  static final List<Option<?>> OF_PAIRS =
      List.of(BOTH, MAKER, TAKER, SPOT_FEE, SPOT_LEVERAGE, SPOT_SHORTS, INTEREST_RATE, BORROW_RATE);

  /** What all environments have. */
  static final List<Option<?>> SHARED =
      List.of(
          FEATURES,
          REWARD,
          WINDOW,
          EPISODE,
          RANDOM_START,
          CASH,
          SPREAD,
          BAND,
          PARTICIPATION,
          LEAK_NEXT_RETURN);
}
