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
import io.tradinggym.api.space.Discrete;
import io.tradinggym.market.Money;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.options.board.ChainHistory;
import io.tradinggym.options.board.MarketOptions;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.RecordedBoard;
import io.tradinggym.reward.Rewards;
import io.tradinggym.trading.trace.Traced;
import io.tradinggym.trading.trace.TradeTrace;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * OptionStrategies-v1: choose, size, hold, roll and close option strategies on one underlying.
 *
 * <pre>
 * | index   | observation                                                       | unit          | min | max |
 * | 0 .. 2  | return of the last 1, 5 and 20 sessions                           | deviations    | -10 | 10  |
 * | 3       | ln(historical volatility of 20 sessions / 20 %)                   |               | -10 | 10  |
 * | 4 .. 7  | ln(at-the-money / historical volatility), nearest four expiries   |               | -10 | 10  |
 * | 8       | skew: volatility a deviation below less that a deviation above    | 10 points     | -10 | 10  |
 * | 9       | time to the next announcement of earnings; 10 if none is known    | 30 days       | 0   | 10  |
 * | 10      | deviation of the jump that options expect of it                   | 10 %          | 0   | 10  |
 * | 11 .. 26| the strategy held, one of {@link StrategyKind}                    | 0 or 1        | 0   | 1   |
 * | 27      | delta, as exposure                                                | equity        | -10 | 10  |
 * | 28      | change of that exposure when the spot moves by 1 %                | equity        | -10 | 10  |
 * | 29      | gain from one volatility point more                               | % of equity   | -10 | 10  |
 * | 30      | gain from a year's decay at today's speed                         | equity        | -10 | 10  |
 * | 31      | time to the first expiry held                                     | 30 days       | -10 | 10  |
 * | 32      | profit of the position since it was opened                        | 10 % of equity| -10 | 10  |
 * | 33      | margin in use                                                     | equity        | -10 | 10  |
 * | 34      | shares held                                                       | equity        | -10 | 10  |
 * | 35      | ln(equity / starting cash)                                        | 10 %          | -10 | 10  |
 * | 36      | time left                                                         | part          | 0   | 1   |
 * </pre>
 *
 * <p>Actions, masked: 0 holds; 1 closes everything; 2 rolls, which closes the options and opens the same strategy anew
 * at today's strikes and expiry; 3 + kind x sizes + size opens a {@link StrategyKind} that ties up at most a part of
 * the equity, when no option is held. On shares from an assignment only {@link StrategyKind#COVERED_CALL} can be
 * opened. Orders of several legs are filled together or not at all.
 *
 * <p>A step is a session. At today's close the order is filled at the quotes that the observation was made of; in the
 * evening contracts sold may be assigned; at the next close what expires is settled in shares, by exception from a cent
 * in the money on, and the account is marked. Reward: any {@link Reward}, by default ln(equity /
 * equity before), options at the mean of their quotes; its memory follows the table.
 *
 * <p>Terminates with {@code RUIN} when equity is gone and with {@code MARGIN_CALL} when the exchange's margin is not
 * met at a close: everything is traded away at the quotes. Truncated with {@code TIME_LIMIT}, on recorded chains with
 * {@code END_OF_DATA}.
 *
 * <p>What it gets wrong: quotes have no depth, so size moves nothing; nothing happens within a session; American
 * options are priced as European ones that are worth at least what exercise pays.
 *
 * <p>Version history: v1.
 */
public final class OptionStrategies implements EnvironmentLogic, Traced, Resumable {
  /** Its id. */
  public static final String ID = "OptionStrategies-v1";

  /** The action that does nothing. */
  public static final int HOLD = 0;

  /** The action that closes everything. */
  public static final int CLOSE = 1;

  /** The action that opens the same strategy anew. */
  public static final int ROLL = 2;

  /** The first of the actions that open, see {@link StrategyTask#open}. */
  static final int OPEN = 3;

  private static final String MEANING =
      "hold, close, roll, or open one of the strategies at one of the sizes";

  private static final List<TradingControl> CONTROLS =
      List.of(
          OptionViews.control(TradingControl.NO_TRADE, "stays in cash", StrategyRule.NO_TRADE),
          OptionViews.control(
              "short-strangle",
              "always short of a strangle: what selling volatility earns by itself",
              StrategyRule.always(StrategyKind.SHORT_STRANGLE)),
          OptionViews.control(
              "long-straddle",
              "always holds a straddle: what buying volatility costs by itself",
              StrategyRule.always(StrategyKind.LONG_STRADDLE)));

  private final StrategyTask task;
  private final OptionBoard board;
  private final OptionDesk desk;
  private final StrategyMenu menu;
  private final Session session;
  private final SessionReward earned;
  private final StrategyObservation observation;
  private final EnvironmentSpec spec;
  private final long start;
  private long equity;
  private long opening;
  private int left;

  /** A lane of a simulated market. */
  public OptionStrategies(OptionMarket market, StrategyTask task) {
    this(task, market.boards(OptionMarket.STRIKES).get());
  }

  /** A lane that trades recorded chains. */
  public OptionStrategies(ChainHistory history, StrategyTask task) {
    this(task, new RecordedBoard(history, 0, 0));
  }

  OptionStrategies(StrategyTask task, OptionBoard board) {
    this(task, board, Rewards.logReturn());
  }

  private OptionStrategies(StrategyTask task, OptionBoard board, Reward reward) {
    this.task = task;
    this.board = board;
    desk = new OptionDesk(board, task.account());
    menu = new StrategyMenu(board, desk, task);
    session = new Session(board, desk, task.account());
    earned = new SessionReward(desk.account(), reward);
    observation = new StrategyObservation(board, desk, menu);
    start = Math.round(100 * task.account().cash()) * ListedContracts.CENT;
    spec =
        EnvironmentSpec.of(ID)
            .observation(StrategyObservation.space(earned.memorySize()))
            .action(Discrete.of(task.actions()))
            .masked(true)
            .maxSteps(task.account().episode())
            .trading(OptionViews.of(board, MEANING, CONTROLS))
            .info(
                OptionInfo.EQUITY,
                OptionInfo.COSTS,
                OptionInfo.MARGIN,
                OptionInfo.UNITS,
                OptionInfo.SHARES,
                OptionInfo.ASSIGNED,
                OptionInfo.EXERCISED,
                OptionInfo.SPOT)
            .build();
  }

  /** How it is made by id. */
  public static Registration registration() {
    return new Registration(
        ID,
        "Choose, size, hold, roll and close option strategies on one underlying.",
        StrategyOptions.ALL,
        OptionStrategies::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    StrategyTask task = StrategyOptions.task(options);
    Supplier<OptionBoard> boards = MarketOptions.boards(options, OptionMarket.STRIKES);
    Reward reward = options.get(StrategyOptions.REWARD);
    return () -> new OptionStrategies(task, boards.get(), reward);
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
    board.start(random, task.account().episode());
    left = task.account().episode();
    desk.begin();
    menu.begin();
    session.begin();
    earned.begin();
    equity = start;
    opening = start;
    show(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    int choice = action.discrete();
    if (choice >= OPEN && desk.size() == 0) {
      opening = equity;
    }
    earned.beginStep();
    menu.act(choice);
    boolean called = session.pass(random);
    left--;
    long before = equity;
    equity = desk.equity();
    EndReason end = end(called);
    frame.reward(earned.of(before, end));
    show(frame);
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

  private void show(Frame frame) {
    menu.draw();
    menu.offer(frame);
    double part = left / (double) task.account().episode();
    observation.write(frame, start, opening, session.excess(), part);
    earned.observe(frame, StrategyObservation.SIZE);
    frame.info(0, Money.toDouble(equity));
    frame.info(1, Money.toDouble(desk.costs()));
    frame.info(2, Money.toDouble(equity - session.excess()));
    frame.info(3, menu.units());
    frame.info(4, (double) desk.shares());
    frame.info(5, (double) session.assigned());
    frame.info(6, (double) session.exercised());
    frame.info(7, board.spotCents() / 100.0);
  }

  @Override
  public String render() {
    int kind = menu.kind();
    return String.format(
        Locale.ROOT,
        "spot %.2f, %s, %d shares, equity %.2f",
        board.spotCents() / 100.0,
        kind < 0 ? "flat" : menu.units() + " " + StrategyKind.ALL.get(kind),
        desk.shares(),
        Money.toDouble(equity));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    board.save(out);
    desk.save(out);
    menu.save(out);
    session.save(out);
    earned.save(out);
    out.writeLong(equity);
    out.writeLong(opening);
    out.writeInt(left);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    board.restore(in);
    desk.restore(in);
    menu.restore(in);
    session.restore(in);
    earned.restore(in);
    equity = in.readLong();
    opening = in.readLong();
    left = in.readInt();
  }
}
