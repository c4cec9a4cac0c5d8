package io.tradinggym.options.hedging;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.market.Exponential;
import io.tradinggym.trading.Shown;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * OptionHedging-v1: hedge a call that was sold, while every trade costs money.
 *
 * <pre>
 * | index | observation                                                          | unit   | min | max |
 * | 0     | ln(spot / strike) over its deviation until expiry as of the sale     |        | -10 | 10  |
 * | 1     | time to expiry                                                       | part   | 0   | 1   |
 * | 2     | shares held                                                          | option | -10 | 10  |
 * | 3     | Black-Scholes delta, at the implied volatility                       | option | 0   | 1   |
 * | 4     | (shares - delta) over the half-width of Whalley and Wilmott's band   |        | -10 | 10  |
 * | 5     | that half-width                                                      | option | 0   | 10  |
 * | 6     | profit so far times the aversion, the option at its value            |        | -10 | 10  |
 * | 7     | ln(implied volatility / 20 %); not in Black and Scholes' market      |        | -10 | 10  |
 * </pre>
 *
 * <p>Market: a {@link CallMarket}, the spot 100 at the sale. {@link BlackScholesCall}, {@link HestonCall}, or a {@link
 * RecordedCall}; the book is a {@link ShortCall}. Actions: {@link HedgeAction}. Reward: the gain of exponential
 * utility, e^(-a Y_before) - e^(-a Y), Y the profit so far; over an episode it sums to exactly 1 - e^(-a Y), so with
 * gamma = 1 whoever maximises the expected return minimises the entropic risk premium + ln(1 - mean return) / a. Start:
 * no shares. Terminates with {@code EXPIRY}; the hedge is not unwound. On recorded chains truncated with {@code
 * END_OF_DATA}.
 *
 * <p>Exact optima are known in Black and Scholes' market (docs/benchmarks/options.md): a learner that is better has
 * found a leak.
 *
 * <p>What it gets wrong: one option at a time, no rates, no dividends, no early exercise; recorded spots are closes.
 *
 * <p>Version history: v1.
 */
public final class OptionHedging implements EnvironmentLogic, Resumable {
  /** Its id. */
  public static final String ID = "OptionHedging-v1";

  /** Profit so far, the premium counted. */
  public static final InfoField PROFIT =
      InfoField.of("profit", "money", "hedge less costs less the rise of the option's value");

  /** Paid for trades so far. */
  public static final InfoField COSTS = InfoField.of("costs", "money", "paid for trades so far");

  /** Shares held. */
  public static final InfoField SHARES =
      InfoField.of("shares", "shares per option", "what the hedge holds");

  private static final double USUAL = 0.2;

  /** Below this a band has no width: its ratios would mean nothing. */
  private static final double NO_WIDTH = 1e-6;

  /** ln 4: the widest band is four times that of Whalley and Wilmott. */
  private static final double WIDEST = 1.3862943611198906;

  private final HedgingTask task;
  private final CallMarket market;
  private final HedgeAction mode;
  private final ShortCall book;
  private final EnvironmentSpec spec;
  private final boolean seesVolatility;
  private double utility;

  /**
   * Makes a lane in the market of Black and Scholes.
   *
   * @param task the call, what trades cost, and the aversion to risk
   * @param mode what an action means
   */
  public OptionHedging(HedgingTask task, HedgeAction mode) {
    this(task, new BlackScholesCall(task), mode);
  }

  /**
   * Makes a lane of a task, its market, and what actions mean.
   *
   * @param task what trades cost, and the aversion to risk
   * @param market in which calls are sold, the lane's own
   * @param mode what an action means
   */
  public OptionHedging(HedgingTask task, CallMarket market, HedgeAction mode) {
    this.task = task;
    this.market = market;
    this.mode = mode;
    book = new ShortCall(task, market);
    seesVolatility = market.volatilityMoves();
    spec =
        EnvironmentSpec.of(ID)
            .observation(space(seesVolatility ? 8 : 7))
            .action(Box.of(-1, 1, mode == HedgeAction.TARGET ? 1 : 2))
            .info(PROFIT, COSTS, SHARES)
            .controls(HedgeControls.of(mode))
            .assumptions(assumptions(market))
            .build();
  }

  private static Box space(int size) {
    float limit = (float) Shown.LIMIT;
    float[] low = {-limit, 0, -limit, 0, -limit, 0, -limit, -limit};
    float[] high = {limit, 1, limit, 1, limit, limit, limit, limit};
    return Box.of(Arrays.copyOf(low, size), Arrays.copyOf(high, size));
  }

  private static List<String> assumptions(CallMarket market) {
    return List.of(
        "One call was sold and is hedged with its underlying alone, at even times, until it"
            + " expires; other options would hedge what the underlying cannot.",
        market instanceof RecordedCall
            ? "Spots and implied volatilities are recorded closes: between them nothing is known."
            : "Prices come from a law without jumps and without news"
                + (market.volatilityMoves()
                    ? "; its volatility moves."
                    : ", and its volatility never moves: real hedges miss by more."),
        "A trade costs a part of its value, whatever its size, and moves no price.",
        "There are no rates, no dividends and no early exercise, and the hedge is not unwound at"
            + " the end.");
  }

  static Registration registration() {
    return new Registration(
        ID,
        "Hedge a short call while every trade costs money.",
        HedgingOptions.ALL,
        OptionHedging::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    HedgingTask task = HedgingOptions.task(options);
    Supplier<CallMarket> markets = HedgingOptions.markets(options);
    HedgeAction mode = options.get(HedgingOptions.ACTIONS);
    return () -> new OptionHedging(task, markets.get(), mode);
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    book.begin(random);
    utility = 1;
    observe(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    book.hold(wanted(action));
    book.move(random);
    double before = utility;
    utility = Exponential.of(-task.aversion() * book.profit());
    frame.reward(before - utility);
    observe(frame);
    if (market.expired()) {
      return EndReason.EXPIRY;
    }
    return market.hasNext() ? EndReason.NONE : EndReason.END_OF_DATA;
  }

  private double wanted(Action action) {
    if (mode == HedgeAction.TARGET) {
      return 0.5 * (1 + Math.clamp(action.get(0), -1, 1));
    }
    double width = mode == HedgeAction.BAND ? book.bandHalfWidth() : book.steadyHalfWidth();
    double middle = market.leastVarianceDelta();
    double low = middle - width * multiple(action.get(0));
    double high = middle + width * multiple(action.get(1));
    double shares = book.shares();
    return shares < low ? low : shares > high ? high : shares;
  }

  private static double multiple(double action) {
    return Exponential.of(WIDEST * Math.clamp(action, -1, 1));
  }

  private void observe(Frame frame) {
    double width = book.bandHalfWidth();
    double distance = book.shares() - book.delta();
    frame.observe(0, Shown.within(market.logMoneyness() / market.deviation()));
    frame.observe(1, market.timeLeft());
    frame.observe(2, Shown.within(book.shares()));
    frame.observe(3, book.delta());
    frame.observe(
        4, width < NO_WIDTH ? Shown.within(distance / NO_WIDTH) : Shown.within(distance / width));
    frame.observe(5, Math.min(width, Shown.LIMIT));
    frame.observe(6, Shown.within(task.aversion() * book.profit()));
    if (seesVolatility) {
      frame.observe(7, Shown.within(StrictMath.log(market.volatility() / USUAL)));
    }
    frame.info(0, book.profit());
    frame.info(1, book.costs());
    frame.info(2, book.shares());
  }

  @Override
  public String render() {
    return String.format(
        Locale.ROOT,
        "spot %.2f, delta %.3f, shares %.3f, profit %.3f",
        market.spot(),
        book.delta(),
        book.shares(),
        book.profit());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    book.save(out);
    out.writeDouble(utility);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    book.restore(in);
    utility = in.readDouble();
  }
}
