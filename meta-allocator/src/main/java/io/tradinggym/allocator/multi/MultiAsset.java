package io.tradinggym.allocator.multi;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.MultiDiscrete;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.trading.SessionReward;
import io.tradinggym.reward.Rewards;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * MultiAsset-v1: shares, listed options on them that roll, and a perpetual in one cross-margined account; a decision a
 * session, by target weights and by strategies.
 *
 * <pre>
 * | observation                                                      | unit            | of each            |
 * | last session's log return                                        | deviations      | share, perpetual   |
 * | position                                                         | equity          | share, perpetual   |
 * | ln(at-the-money volatility / 25 %), nearest expiry                |                 | share with options |
 * | skew, nearest expiry                                             | 10 points       | share with options |
 * | delta of its options, as exposure                                | equity          | share with options |
 * | gain of its options from one volatility point more               | % of equity     | share with options |
 * | time to their first expiry                                       | 30 days         | share with options |
 * | rate of the next funding stamps                                  | 0.1 %           | perpetual          |
 * | gross exposure; maintenance margin                               | equity          | account            |
 * | ln(equity / starting cash)                                       | 10 %            | account            |
 * | time left                                                        | part            | account            |
 * </pre>
 *
 * <p>All within [-10, 10]; the memory of the reward follows. Actions, masked: for each share and, last, the perpetual,
 * one of {@link MultiTask#levels} or, first, to keep the position; then for each share with options 0 keeps, 1 closes
 * its options, 2 + k opens the kth of {@link MultiTask#menu}, when none of its options is held. What the margin of the
 * whole account does not allow is cut for shares and the perpetual, and not done for options, whose legs are filled
 * together or not at all.
 *
 * <p>A step is a session: today's orders at the close and its quotes; in the evening contracts sold may be assigned;
 * the next close brings interest, borrow fees, dividends, funding and expiry, and the account is marked. Reward: any
 * {@link Reward}, by default the log return. Terminates with {@code RUIN} when equity is gone and with {@code
 * MARGIN_CALL} when it is below the maintenance margin at a close: everything is traded away. Truncated with {@code
 * TIME_LIMIT}.
 *
 * <p>What it gets wrong: beside what {@code OptionStrategies-v1} does, one factor is all that moves prices together,
 * the perpetual trades once a session, and no share splits.
 *
 * <p>Version history: v1.
 */
public final class MultiAsset implements EnvironmentLogic, Resumable {
  /** Its id. */
  public static final String ID = "MultiAsset-v1";

  /** Equity. */
  public static final InfoField EQUITY = InfoField.of("equity", "money", "of the whole account");

  /** Needed by the positions. */
  public static final InfoField MARGIN =
      InfoField.of("margin", "money", "equity below which everything is closed out");

  /** Exposure. */
  public static final InfoField GROSS =
      InfoField.of("gross", "money", "sum of absolute position values");

  /** Contracts held. */
  public static final InfoField CONTRACTS =
      InfoField.of("contracts", "contracts", "different options held");

  /** Assigned. */
  public static final InfoField ASSIGNED =
      InfoField.of("assigned", "contracts", "contracts sold that were assigned so far");

  /** Exercised. */
  public static final InfoField EXERCISED =
      InfoField.of("exercised", "contracts", "contracts held that were exercised so far");

  /** What is maximised. */
  public static final Option<Reward> REWARD =
      new Option<>(
          "reward",
          Reward.class,
          Rewards.logReturn(),
          "what is maximised, a sum such as \"logReturn - 0.1 turnover\"",
          Rewards::parse);

  /** Sessions. */
  public static final Option<Integer> EPISODE =
      Option.integer(
          "episode", MultiTask.DEFAULT.account().episode(), "sessions of an episode, 1 .. 504");

  /** Starting cash. */
  public static final Option<Double> CASH =
      Option.number("cash", MultiTask.DEFAULT.account().cash(), "starting cash, > 0, at most 1e9");

  private static final float LIMIT = 10;
  private static final int PER_ASSET = 2;
  private static final int PER_BOARD = 5;
  private static final int OF_ALL = 5;
  private static final int STRIKES = OptionMarket.STRIKES;
  private static final double USUAL = 0.25;

  private final MultiTask task;
  private final CorrelatedPrices prices;
  private final MultiAccount book;
  private final Account account;
  private final Choices[] choices;
  private final SessionReward earned;
  private final EnvironmentSpec spec;
  private final double[] levels;
  private final long start;
  private final int assets;
  private long equity;
  private int left;

  /** A lane with a reward of its own. */
  public MultiAsset(MultiMarket market, MultiTask task, Reward reward) {
    this.task = task;
    prices = new CorrelatedPrices(market, STRIKES);
    book = new MultiAccount(market, task, prices);
    account = book.account();
    assets = market.shares() + 1;
    levels = task.levels().stream().mapToDouble(Double::doubleValue).toArray();
    choices = new Choices[market.optionable()];
    for (int i = 0; i < choices.length; i++) {
      choices[i] = new Choices(prices.board(i), book.desk(i), task);
    }
    earned = new SessionReward(account, reward);
    start = Math.round(100 * task.account().cash()) * (Money.UNITS / 100);
    int[] n = new int[assets + choices.length];
    Arrays.fill(n, 0, assets, 1 + levels.length);
    Arrays.fill(n, assets, n.length, choices[0].size());
    spec =
        EnvironmentSpec.of(ID)
            .observation(Box.of(-LIMIT, LIMIT, size() + earned.memorySize()))
            .action(MultiDiscrete.of(n))
            .masked(true)
            .maxSteps(task.account().episode())
            .info(EQUITY, MARGIN, GROSS, CONTRACTS, ASSIGNED, EXERCISED)
            .build();
  }

  private int size() {
    return PER_ASSET * assets + PER_BOARD * choices.length + OF_ALL;
  }

  /** How it is made by id. */
  public static Registration registration() {
    return new Registration(
        ID,
        "Shares, options on them and a perpetual in one cross-margined account.",
        List.of(REWARD, EPISODE, CASH),
        MultiAsset::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    MultiTask usual = MultiTask.DEFAULT;
    MultiTask task =
        new MultiTask(
            usual.account().withCash(options.get(CASH)).withEpisode(options.get(EPISODE)),
            usual.levels(),
            usual.menu(),
            usual.part(),
            usual.days(),
            usual.perpetualCost());
    Reward reward = options.get(REWARD);
    return () -> new MultiAsset(MultiMarket.DEFAULT, task, reward);
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    left = task.account().episode();
    prices.start(random, left);
    book.begin();
    earned.begin();
    equity = start;
    show(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    earned.beginStep();
    for (int i = 0; i < choices.length; i++) {
      choices[i].act(action.discrete(assets + i));
    }
    for (int asset = 0; asset < assets; asset++) {
      int level = action.discrete(asset);
      if (level > 0) {
        book.target(asset, levels[level - 1]);
      }
    }
    boolean called = book.pass(random);
    left--;
    long before = equity;
    equity = account.equity();
    EndReason end = equity <= 0 ? EndReason.RUIN : called ? EndReason.MARGIN_CALL : EndReason.NONE;
    frame.reward(earned.of(before, end));
    show(frame);
    return end == EndReason.NONE && !prices.hasNext() ? EndReason.END_OF_DATA : end;
  }

  private void show(Frame frame) {
    int at = 0;
    for (int asset = 0; asset < assets; asset++) {
      for (int level = 0; level <= levels.length; level++) {
        frame.allow(at++, true);
      }
    }
    double cents = equity / (Money.UNITS / 100.0);
    for (Choices each : choices) {
      each.draw(cents);
      each.offer(frame, at);
      at += each.size();
    }
    observe(frame);
    frame.info(0, Money.toDouble(equity));
    frame.info(1, Money.toDouble(account.maintenanceMargin()));
    frame.info(2, Money.toDouble(account.gross()));
    frame.info(3, contracts());
    frame.info(4, (double) book.assigned());
    frame.info(5, (double) book.exercised());
  }

  private int contracts() {
    int sum = 0;
    for (int i = 0; i < choices.length; i++) {
      sum += book.desk(i).size();
    }
    return sum;
  }

  private void observe(Frame frame) {
    double worth = Math.max(equity, Money.UNITS);
    int at = 0;
    for (int asset = 0; asset < assets; asset++) {
      frame.observe(at++, limited(prices.lastReturn(asset) / prices.deviation(asset)));
      frame.observe(at++, limited(account.exposure(asset) / worth));
    }
    for (int i = 0; i < choices.length; i++) {
      at = BoardView.observe(frame, at, prices.board(i), book.desk(i), worth);
    }
    frame.observe(at++, limited(prices.fundingRate() / 1e5));
    frame.observe(at++, limited(account.gross() / worth));
    frame.observe(at++, limited(account.maintenanceMargin() / worth));
    frame.observe(at++, limited(10 * StrictMath.log(worth / start)));
    frame.observe(at++, Math.max(left, 0) / (double) task.account().episode());
    earned.observe(frame, at);
  }

  static double limited(double value) {
    return Math.clamp(value, -LIMIT, LIMIT);
  }

  /** Usual at-the-money volatility. */
  static double usual() {
    return USUAL;
  }

  /** Of tests: the account and what moves it. */
  MultiAccount book() {
    return book;
  }

  @Override
  public String render() {
    return String.format(
        Locale.ROOT,
        "equity %.2f, gross %.2f, %d options",
        Money.toDouble(equity),
        Money.toDouble(account.gross()),
        contracts());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    prices.save(out);
    book.save(out);
    earned.save(out);
    out.writeLong(equity);
    out.writeInt(left);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    prices.restore(in);
    book.restore(in);
    earned.restore(in);
    equity = in.readLong();
    left = in.readInt();
    for (Choices each : choices) {
      each.draw(equity / (Money.UNITS / 100.0));
    }
  }
}
