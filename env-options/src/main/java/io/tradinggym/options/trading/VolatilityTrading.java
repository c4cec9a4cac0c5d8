package io.tradinggym.options.trading;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.TradingControl;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.market.Money;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.options.board.ChainHistory;
import io.tradinggym.options.board.MarketOptions;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.board.RecordedBoard;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.reward.Rewards;
import io.tradinggym.trading.trace.Traced;
import io.tradinggym.trading.trace.TradeTrace;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * VolatilityTrading-v1: buy and sell volatility by straddles of a near expiry (much gamma) and a far one (much vega),
 * hedged by shares at every step.
 *
 * <pre>
 * | index  | observation                                                  | unit           | min | max |
 * | 0      | ln(historical volatility of 20 sessions / 20 %)              |                | -10 | 10  |
 * | 1, 2   | ln(at-the-money volatility / 20 %), near and far             |                | -10 | 10  |
 * | 3      | skew: volatility a deviation below less that above, near     | 10 points      | -10 | 10  |
 * | 4      | time to the next announcement of earnings; 10 if unknown     | 30 days        | 0   | 10  |
 * | 5      | deviation of the jump that options expect of it              | 10 %           | 0   | 10  |
 * | 6, 7   | straddles held, near and far                                 | limit          | -10 | 10  |
 * | 8, 9   | time to their expiries                                       | 100 days       | 0   | 10  |
 * | 10, 11 | ln(spot / strike), near and far                              | 5 %            | -10 | 10  |
 * | 12     | gain from one volatility point more                          | % of the cash  | -10 | 10  |
 * | 13     | profit so far                                                | 10 % of cash   | -10 | 10  |
 * | 14     | time left                                                    | part           | 0   | 1   |
 * </pre>
 *
 * <p>Market: an {@link OptionMarket}, or recorded chains; one step is one session. Actions: two numbers in [-1, 1], the
 * straddles to hold of each expiry as parts of the limit, rounded. What the exchange's margin does not allow is cut,
 * both in proportion. A sleeve is rolled to a new strike and expiry, at the quotes, when less than a week is left or
 * the spot is 5 % away; then shares are traded until the delta is gone. Then a session passes as in {@link
 * OptionStrategies}: assignment, interest, expiry, margin.
 *
 * <p>Reward: any {@link Reward}, by default the change of equity (options at the mean of their quotes) over the
 * starting cash, which sums exactly to the profit; its memory follows the table. Terminates with {@code RUIN} when
 * equity is gone and with {@code MARGIN_CALL} when the exchange's margin is not met at a close: everything is traded
 * away at the quotes. Truncated with {@code TIME_LIMIT}, on recorded chains with {@code END_OF_DATA}.
 *
 * <p>What it gets wrong: the simulated spot's own volatility is constant, which makes the premium known to whoever
 * remembers it; quotes have no depth; nothing happens within a session.
 *
 * <p>Version history: v1.
 */
public final class VolatilityTrading implements EnvironmentLogic, Traced, Resumable {
  /** Its id. */
  public static final String ID = "VolatilityTrading-v1";

  private static final int OBSERVATIONS = 15;
  private static final float LIMIT = 10;
  private static final double USUAL = 0.2;

  private static final String MEANING =
      "straddles to hold of the near and of the far expiry, as parts of the limit";

  private static final TradingControl NO_TRADE =
      new TradingControl(
          TradingControl.NO_TRADE,
          "stays in cash",
          () -> (step, observation, mask, infos, action) -> Arrays.fill(action, 0));

  /** Strikes of each expiry that a simulated board shows: straddles are opened at the money. */
  private static final int STRIKES = 3;

  private final VolatilityTask task;
  private final OptionBoard board;
  private final OptionDesk desk;
  private final Session session;
  private final SessionReward earned;
  private final Straddles straddles;
  private final EnvironmentSpec spec;
  private final long start;
  private long equity;
  private int left;

  /** A lane of a simulated market. */
  public VolatilityTrading(OptionMarket market, VolatilityTask task) {
    this(task, market.boards(STRIKES).get());
  }

  /**
   * A lane that trades recorded chains.
   *
   * @throws IllegalArgumentException if they have no calls or no puts
   */
  public VolatilityTrading(ChainHistory history, VolatilityTask task) {
    this(task, new RecordedBoard(traded(history), 0, 0));
  }

  VolatilityTrading(VolatilityTask task, OptionBoard board) {
    this(task, board, Rewards.profit());
  }

  private VolatilityTrading(VolatilityTask task, OptionBoard board, Reward reward) {
    this.task = task;
    this.board = board;
    desk = new OptionDesk(board, task.account());
    session = new Session(board, desk, task.account());
    earned = new SessionReward(desk.account(), reward);
    straddles = new Straddles(board, desk);
    start = Math.round(100 * task.account().cash()) * ListedContracts.CENT;
    spec =
        EnvironmentSpec.of(ID)
            .observation(space(earned.memorySize()))
            .action(Box.of(-1, 1, Straddles.SLEEVES))
            .maxSteps(task.account().episode())
            .trading(OptionViews.of(board, MEANING, List.of(NO_TRADE)))
            .info(OptionInfo.EQUITY, OptionInfo.COSTS, OptionInfo.MARGIN, OptionInfo.SPOT)
            .build();
  }

  private static ChainHistory traded(ChainHistory history) {
    history.require(OptionType.CALL);
    history.require(OptionType.PUT);
    return history;
  }

  private static Box space(int memory) {
    float[] low = new float[OBSERVATIONS + memory];
    float[] high = new float[OBSERVATIONS + memory];
    Arrays.fill(low, -LIMIT);
    Arrays.fill(high, LIMIT);
    for (int index : new int[] {4, 5, 8, 9, 14}) {
      low[index] = 0;
    }
    high[14] = 1;
    return Box.of(low, high);
  }

  /** How it is made by id. */
  public static Registration registration() {
    return new Registration(
        ID,
        "Trade volatility by delta-hedged straddles of two expiries.",
        VolatilityOptions.ALL,
        VolatilityTrading::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    VolatilityTask task = VolatilityOptions.task(options);
    if (options.has(MarketOptions.CHAINS)) {
      traded(options.get(MarketOptions.CHAINS));
    }
    Supplier<OptionBoard> boards = MarketOptions.boards(options, STRIKES);
    Reward reward = options.get(VolatilityOptions.REWARD);
    return () -> new VolatilityTrading(task, boards.get(), reward);
  }

  @Override
  public List<TradeTrace> traces() {
    return desk.traces();
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    left = task.account().episode();
    board.start(random, left);
    desk.begin();
    session.begin();
    earned.begin();
    straddles.begin();
    equity = start;
    observe(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    earned.beginStep();
    straddles.hold(wanted(action.continuous(0)), wanted(action.continuous(1)));
    boolean called = session.pass(random);
    straddles.mark();
    left--;
    long before = equity;
    equity = desk.equity();
    EndReason end = end(called);
    frame.reward(earned.of(before, end));
    observe(frame);
    return end;
  }

  private EndReason end(boolean called) {
    if (equity <= 0) {
      return EndReason.RUIN;
    }
    return called
        ? EndReason.MARGIN_CALL
        : board.hasNext() ? EndReason.NONE : EndReason.END_OF_DATA;
  }

  private int wanted(double part) {
    return (int) Math.rint(Math.clamp(part, -1, 1) * task.limit());
  }

  private void observe(Frame frame) {
    double history = board.path().volatility();
    int near = straddles.expiry(0);
    frame.observe(0, limited(history > 0 ? StrictMath.log(history / USUAL) : 0));
    for (int i = 0; i < Straddles.SLEEVES; i++) {
      int expiry = straddles.expiry(i);
      Quoted call = straddles.call(i);
      double move = StrictMath.log(board.spotCents() / (double) call.strikeCents);
      int days = Math.max(call.expiryDay - board.day(), 0);
      frame.observe(
          1 + i, limited(expiry < 0 ? 0 : StrictMath.log(board.volatility(expiry) / USUAL)));
      frame.observe(6 + i, limited(straddles.count(i) / task.limit()));
      frame.observe(8 + i, limited(days / 100.0));
      frame.observe(10 + i, limited(move / 0.05));
    }
    frame.observe(3, limited(near < 0 ? 0 : 10 * board.skew(near)));
    double announcement = board.announcement();
    frame.observe(4, Double.isNaN(announcement) ? LIMIT : limited(announcement / 30));
    frame.observe(5, limited(10 * board.announcedMove()));
    frame.observe(12, limited(100 * straddles.vegaPerPoint() / task.account().cash()));
    frame.observe(13, limited(10 * (double) (equity - start) / start));
    frame.observe(14, Math.max(left, 0) / (double) task.account().episode());
    earned.observe(frame, OBSERVATIONS);
    frame.info(0, Money.toDouble(equity));
    frame.info(1, Money.toDouble(desk.costs()));
    frame.info(2, Money.toDouble(equity - session.excess()));
    frame.info(3, board.spotCents() / 100.0);
  }

  private static double limited(double value) {
    return Math.clamp(value, -LIMIT, LIMIT);
  }

  @Override
  public String render() {
    return String.format(
        Locale.ROOT,
        "spot %.2f, straddles %.1f and %.1f, equity %.2f",
        board.spotCents() / 100.0,
        straddles.count(0),
        straddles.count(1),
        Money.toDouble(equity));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    board.save(out);
    desk.save(out);
    session.save(out);
    earned.save(out);
    straddles.save(out);
    out.writeLong(equity);
    out.writeInt(left);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    board.restore(in);
    desk.restore(in);
    session.restore(in);
    earned.restore(in);
    straddles.restore(in);
    equity = in.readLong();
    left = in.readInt();
  }
}
