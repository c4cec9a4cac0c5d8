package io.tradinggym.allocator.multi;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.options.trading.EveningAssignment;
import io.tradinggym.options.trading.Expiration;
import io.tradinggym.trading.InfoLayout;
import io.tradinggym.trading.MarginCall;
import io.tradinggym.trading.ObservationLayout;
import io.tradinggym.trading.RewardMemoryBlock;
import io.tradinggym.trading.SessionClockBlock;
import io.tradinggym.trading.SessionDesk;
import io.tradinggym.trading.SessionTrader;
import io.tradinggym.trading.Settlement;
import io.tradinggym.trading.TradingOptions;
import io.tradinggym.trading.TradingSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * MultiAsset-v1: shares, listed options on them that roll, and a perpetual in one cross-margined account; a decision a
 * session, by target weights and by strategies.
 *
 * <pre>
 * | index          | observation                                          | unit        | min | max |
 * | 2a             | last session's log return of share or perpetual a    | deviations  | -10 | 10  |
 * | 2a + 1         | position in it                                       | equity      | -10 | 10  |
 * | 2A + 5s        | ln(at-the-money volatility / 25 %), nearest expiry   |             | -10 | 10  |
 * | 2A + 5s + 1    | skew, nearest expiry                                 | 10 points   | -10 | 10  |
 * | 2A + 5s + 2    | delta of the options on share s, as exposure         | equity      | -10 | 10  |
 * | 2A + 5s + 3    | gain of its options from one volatility point        | % of equity | -10 | 10  |
 * | 2A + 5s + 4    | time to their first expiry                           | 30 days     | -10 | 10  |
 * | 2A + 5S        | rate of the perpetual's next funding stamps          | 0.1 %       | -10 | 10  |
 * | 2A + 5S + 1    | gross exposure                                       | equity      | -10 | 10  |
 * | 2A + 5S + 2    | maintenance margin                                   | equity      | -10 | 10  |
 * | 2A + 5S + 3    | ln(equity / starting cash)                           | 10 %        | -10 | 10  |
 * | 2A + 5S + 4    | time left                                            | part        | 0   | 1   |
 * | 2A + 5S + 5 .. | memory of the reward, if it has any                  |             | -10 | 10  |
 * </pre>
 *
 * <p>A shares and, last, the perpetual; S of the shares have options. Actions, masked: for each share and, last, the
 * perpetual, one of {@link MultiTask#levels} or, first, to keep the position; then for each share with options 0 keeps,
 * 1 closes its options, 2 + k opens the kth of {@link MultiTask#menu}, when none of its options is held. What the
 * margin of the whole account does not allow is cut for shares and the perpetual, and not done for options, whose legs
 * are filled together or not at all.
 *
 * <p>A step is a session: today's orders at the close and its quotes; in the evening contracts sold may be assigned; in
 * the morning shares go ex dividend or split; the next close brings interest, borrow fees, funding, expiry and
 * delistings. Reward: any {@link Reward}, by default the log return. Terminates with {@code RUIN} when equity is gone
 * and with {@code MARGIN_CALL} when it is below the maintenance margin at a close: everything is traded away. Truncated
 * with {@code TIME_LIMIT}, in a recorded market with {@code END_OF_DATA}.
 *
 * <p>What it gets wrong: beside what {@code OptionStrategies-v1} does, one factor is all that moves simulated prices
 * together, and everything trades once a session.
 *
 * <p>Version history: v1.
 */
public final class MultiAsset {
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
  public static final Option<Reward> REWARD = TradingOptions.REWARD;

  /** Sessions. */
  public static final Option<Integer> EPISODE =
      Option.integer(
          "episode", MultiTask.DEFAULT.account().episode(), "sessions of an episode, 1 .. 504");

  /** Starting cash. */
  public static final Option<Double> CASH =
      Option.number("cash", MultiTask.DEFAULT.account().cash(), "starting cash, > 0, at most 1e9");

  /** Interest on cash in recorded markets. */
  private static final double RATE = 0.04;

  /** Recorded bars and chains. */
  public static final Option<MultiHistory> HISTORY =
      new Option<>(
          "history",
          MultiHistory.class,
          null,
          "folder of recorded shares, chains and a perpetual; default: simulated",
          text -> MultiHistory.read(Path.of(text), RATE));

  private MultiAsset() {}

  /** {@return how the environment is made by id} */
  public static Registration registration() {
    return new Registration(
        ID,
        "Shares, options on them and a perpetual in one cross-margined account.",
        List.of(HISTORY, REWARD, EPISODE, CASH),
        MultiAsset::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    MultiTask task = MultiTask.DEFAULT.with(options.get(CASH), options.get(EPISODE));
    MultiMarket market = options.has(HISTORY) ? options.get(HISTORY) : CorrelatedMarket.DEFAULT;
    return lanes(market, task, options.get(REWARD));
  }

  /**
   * {@return what makes the lanes of a market}
   *
   * @param market shares, options and perpetual that are traded
   * @param task account, costs and what can be chosen
   * @param reward what is maximised
   */
  public static Supplier<EnvironmentLogic> lanes(
      MultiMarket market, MultiTask task, Reward reward) {
    return TradingSpec.of(ID, () -> desk(market, task))
        .actions(lane -> new MultiScheme(lane.trader(), task))
        .observation(
            lane ->
                ObservationLayout.of(
                    new AssetsBlock(lane.desk()),
                    new ChainsBlock(lane.desk()),
                    new MultiAccountBlock(lane.desk()),
                    new SessionClockBlock(lane.desk()),
                    new RewardMemoryBlock(lane.reward())))
        .infos(lane -> InfoLayout.of(new MultiInfo(lane.desk())))
        .view((lane, actions) -> MultiView.of(lane, actions))
        .reward(reward)
        .maxSteps(task.account().episode())
        .lanes();
  }

  static SessionDesk<MultiTrader> desk(MultiMarket market, MultiTask task) {
    MultiBook book = new MultiBook(market, task, market.tape());
    return desk(book, market, task, new MultiTrader(book, task));
  }

  /** A book with its market's day, traded by whoever trades it. */
  static <T extends SessionTrader> SessionDesk<T> desk(
      MultiBook book, MultiMarket market, MultiTask task, T trader) {
    return new SessionDesk<>(
        book.tape(),
        book.venue().flow(),
        book.venue().trace(),
        trader,
        task.account().capital(),
        task.account().episode(),
        lane -> day(lane, book, market, task));
  }

  /** What happens between two closes, in the order that the market has. */
  private static List<Settlement> day(
      SessionDesk<?> lane, MultiBook book, MultiMarket market, MultiTask task) {
    List<Settlement> day = new ArrayList<>();
    for (int i = 0; i < book.desks(); i++) {
      int share = i;
      double stray = task.account().stray();
      day.add(
          new EveningAssignment(book.desk(share), stray, () -> book.tape().dividendAhead(share)));
    }
    day.add(new ShareEvents(book));
    day.add(new OvernightCarry(book, market.rate()));
    for (int share = 0; share < book.desks(); share++) {
      day.add(new Expiration(book.desk(share)));
    }
    day.add(new ShareDelisting(book));
    day.add(new MarginCall(lane));
    return day;
  }
}
