package io.tradinggym.options.trading;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.api.TradingControl;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.options.board.ChainHistory;
import io.tradinggym.options.board.MarketOptions;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.RecordedBoard;
import io.tradinggym.reward.Rewards;
import io.tradinggym.trading.InfoLayout;
import io.tradinggym.trading.LaneParts;
import io.tradinggym.trading.ObservationLayout;
import io.tradinggym.trading.RewardMemoryBlock;
import io.tradinggym.trading.SessionClockBlock;
import io.tradinggym.trading.SessionDesk;
import io.tradinggym.trading.TradingSpec;
import java.util.List;
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
public final class OptionStrategies {
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

  private OptionStrategies() {}

  /**
   * {@return what makes the lanes of a simulated market}
   *
   * @param market law of spot and options
   * @param task account, sizes and limits
   */
  public static Supplier<EnvironmentLogic> lanes(OptionMarket market, StrategyTask task) {
    return lanes(task, market.boards(OptionMarket.STRIKES), Rewards.logReturn());
  }

  /**
   * {@return what makes the lanes that trade recorded chains, without interest or dividends}
   *
   * @param history recorded chains, in order of time
   * @param task account, sizes and limits
   */
  public static Supplier<EnvironmentLogic> lanes(ChainHistory history, StrategyTask task) {
    return lanes(task, () -> new RecordedBoard(history, 0, 0), Rewards.logReturn());
  }

  static Supplier<EnvironmentLogic> lanes(
      StrategyTask task, Supplier<OptionBoard> boards, Reward reward) {
    return TradingSpec.of(
            ID, () -> OptionDay.desk(boards.get(), task.account(), desk -> menu(desk, task)))
        .actions(lane -> new StrategyScheme(lane.trader(), task))
        .observation(OptionStrategies::observation)
        .infos(OptionStrategies::infos)
        .view((lane, actions) -> OptionViews.of(lane, actions, CONTROLS))
        .reward(reward)
        .maxSteps(task.account().episode())
        .lanes();
  }

  private static StrategyMenu menu(OptionDesk desk, StrategyTask task) {
    return new StrategyMenu(desk, task);
  }

  private static ObservationLayout observation(LaneParts<SessionDesk<StrategyMenu>> lane) {
    StrategyMenu menu = lane.desk().trader();
    OptionBoard board = menu.desk().board();
    return ObservationLayout.of(
        new VolatilitiesBlock(board),
        new AnnouncementBlock(board),
        new StrategyBlock(menu),
        new StrategyPositionBlock(lane.desk()),
        new SessionClockBlock(lane.desk()),
        new RewardMemoryBlock(lane.reward()));
  }

  private static InfoLayout infos(LaneParts<SessionDesk<StrategyMenu>> lane) {
    OptionDesk desk = lane.desk().trader().desk();
    return InfoLayout.of(
        new OptionAccountInfo(lane.desk(), desk),
        new StrategyInfo(lane.desk()),
        new SpotInfo(desk.board()));
  }

  /** {@return how the environment is made by its id} */
  public static Registration registration() {
    return new Registration(
        ID,
        "Choose, size, hold, roll and close option strategies on one underlying.",
        StrategyOptions.ALL,
        OptionStrategies::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    return lanes(
        StrategyOptions.task(options),
        MarketOptions.boards(options, OptionMarket.STRIKES),
        options.get(StrategyOptions.REWARD));
  }
}
