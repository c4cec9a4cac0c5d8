package io.tradinggym.allocator.desk;

import io.tradinggym.allocator.regime.Regimes;
import io.tradinggym.api.Option;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.process.Markets;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.reward.Rewards;
import java.util.List;

/** The options of {@code Allocation-v1}; all can be set from text. */
public final class AllocationOptions {
  /** What is traded. */
  public static final Option<Market> MARKET =
      new Option<>(
          "market",
          Market.class,
          null,
          "what is traded, by name such as watchlist:SPY,QQQ; default: the watchlist",
          Markets::named);

  /** Who trades. */
  public static final Option<Specialists> SPECIALISTS =
      new Option<>(
          "specialists",
          Specialists.class,
          Specialists.parse(
              "trend: ewma(60,0.05); reversion: zscore(10,1.5,0.3); momentum: strongest(120,3,21);"
                  + " hold: hold"),
          "NAME: KIND(arguments) on SYMBOLS; ..., kinds ewma, zscore, strongest, hold, cash,"
              + " policy, rules by name",
          Specialists::parse);

  /** How regimes are told. */
  public static final Option<Regimes> REGIMES =
      new Option<>(
          "regimes",
          Regimes.class,
          Regimes.parse("volatility(20,5)"),
          "model of the mean return of all instruments: " + String.join(", ", Regimes.names()),
          Regimes::parse);

  /** What is maximised. */
  public static final Option<Reward> REWARD =
      new Option<>(
          "reward",
          Reward.class,
          Rewards.logReturn(),
          "what is maximised, a sum such as \"logReturn - 0.1 turnover\"",
          Rewards::parse);

  /** Bars of history. */
  public static final Option<Integer> HISTORY =
      Option.integer(
              "history",
              252,
              "bars that specialists and regimes have seen before an episode, 2 .. 10000")
          .must("in 2 .. 10000", v -> v >= 2 && v <= 10_000);

  /** Steps of an episode. */
  public static final Option<Integer> EPISODE =
      Option.integer("episode", 252, "steps of an episode in bars, 0 = to the end of the data");

  /** Where episodes start. */
  public static final Option<Boolean> RANDOM_START =
      Option.flag(
          "randomStart", true, "start at a random bar (from the seed) rather than at the first");

  /** Starting cash. */
  public static final Option<Double> CASH =
      Option.number("cash", 1_000_000, "starting cash, > 0 and at most 1e9");

  /** Commission. */
  public static final Option<Double> COMMISSION =
      Option.number(
              "commission",
              0.0001,
              "commission as a fraction of the notional, each way, in [0, 0.1]")
          .must("in [0, 0.1]", v -> v >= 0 && v <= 0.1);

  /** Bid-ask spread. */
  public static final Option<Double> SPREAD =
      Option.number(
              "spread",
              0.0002,
              "full bid-ask spread as a fraction of the price, in [0, 0.1]; a trade pays half")
          .must("in [0, 0.1]", v -> v >= 0 && v <= 0.1);

  /** Fractional shares. */
  public static final Option<Integer> FRACTIONS =
      Option.integer("fractions", 1, "parts that a share is traded in, 1 = whole shares");

  /** Leverage. */
  public static final Option<Double> LEVERAGE =
      Option.number("leverage", 1, "largest gross exposure of the account, in [1, 10]")
          .must("in [1, 10]", v -> v >= 1 && v <= 10);

  /** Short selling. */
  public static final Option<Boolean> SHORTS =
      Option.flag("shorts", false, "whether specialists, and so the account, may be short");

  /** Participation. */
  public static final Option<Double> PARTICIPATION =
      Option.number(
              "participation",
              0.1,
              "largest part of a bar's volume that one order fills, in (0, 1]")
          .must("in (0, 1]", v -> v > 0 && v <= 1);

  /** Borrow fee. */
  public static final Option<Double> BORROW_RATE =
      Option.number("borrowRate", 0.01, "borrow fee a year on short positions, in [0, 10]");

  /** Debit interest. */
  public static final Option<Double> INTEREST_RATE =
      Option.number("interestRate", 0.06, "interest a year on borrowed cash, in [0, 10]");

  /** Turnover band. */
  public static final Option<Double> BAND =
      Option.number(
          "band", 0.02, "shares and positions this near to what is wanted stay, in [0, 1)");

  /** First stop of a specialist. */
  public static final Option<Double> HALVE =
      Option.number(
          "halve",
          0.1,
          "loss of a specialist's own book at which it gets half, latched, in (0, 1]");

  /** Last stop of a specialist. */
  public static final Option<Double> STOP =
      Option.number(
          "stop", 0.2, "loss of a specialist's own book at which it is closed, latched, in (0, 1]");

  /** Where shrinking begins. */
  public static final Option<Double> DRAWDOWN_START =
      Option.number(
          "drawdownStart", 0.1, "loss of the account from which all shares shrink, in (0, 1]");

  /** Where it ends. */
  public static final Option<Double> DRAWDOWN_FULL =
      Option.number(
          "drawdownFull", 0.3, "loss of the account at which they are a fifth, in (0, 1]");

  /** The same bet. */
  public static final Option<Double> CORRELATION =
      Option.number(
          "correlation", 0.9, "specialists more alike than this get the capital of one, in (0, 1]");

  /** Limit on an instrument. */
  public static final Option<Double> INSTRUMENT =
      Option.number("instrument", 0.5, "largest net weight of an instrument, > 0");

  /** Limit on capital. */
  public static final Option<Double> CAPITAL =
      Option.number(
              "capital",
              1,
              "largest sum of the shares of equity that specialists get, in [1, 20]; above 1 the"
                  + " account lends them what it does not have, and leverage says how far they can"
                  + " use it")
          .must("in [1, 20]", v -> v >= 1 && v <= 20);

  static final List<Option<?>> ALL =
      List.of(
          MARKET,
          SPECIALISTS,
          REGIMES,
          REWARD,
          HISTORY,
          EPISODE,
          RANDOM_START,
          CASH,
          COMMISSION,
          SPREAD,
          FRACTIONS,
          LEVERAGE,
          SHORTS,
          PARTICIPATION,
          BORROW_RATE,
          INTEREST_RATE,
          BAND,
          HALVE,
          STOP,
          DRAWDOWN_START,
          DRAWDOWN_FULL,
          CORRELATION,
          INSTRUMENT,
          CAPITAL);

  private AllocationOptions() {}
}
