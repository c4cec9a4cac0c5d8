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
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.reward.Rewards;
import io.tradinggym.trading.InfoLayout;
import io.tradinggym.trading.LaneParts;
import io.tradinggym.trading.ObservationLayout;
import io.tradinggym.trading.RewardMemoryBlock;
import io.tradinggym.trading.SessionClockBlock;
import io.tradinggym.trading.SessionDesk;
import io.tradinggym.trading.TradingSpec;
import java.util.Arrays;
import java.util.List;
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
public final class VolatilityTrading {
  /** Its id. */
  public static final String ID = "VolatilityTrading-v1";

  private static final TradingControl NO_TRADE =
      new TradingControl(
          TradingControl.NO_TRADE,
          "stays in cash",
          () -> (step, observation, mask, infos, action) -> Arrays.fill(action, 0));

  /** Strikes of each expiry that a simulated board shows: straddles are opened at the money. */
  private static final int STRIKES = 3;

  private VolatilityTrading() {}

  /**
   * {@return what makes the lanes of a simulated market}
   *
   * @param market law of spot and options
   * @param task account and largest position
   */
  public static Supplier<EnvironmentLogic> lanes(OptionMarket market, VolatilityTask task) {
    return lanes(task, market.boards(STRIKES), Rewards.profit());
  }

  /**
   * {@return what makes the lanes that trade recorded chains, without interest or dividends}
   *
   * @param history recorded chains, in order of time
   * @param task account and largest position
   * @throws IllegalArgumentException if they have no calls or no puts
   */
  public static Supplier<EnvironmentLogic> lanes(ChainHistory history, VolatilityTask task) {
    requireBoth(history);
    return lanes(task, () -> new RecordedBoard(history, 0, 0), Rewards.profit());
  }

  static Supplier<EnvironmentLogic> lanes(
      VolatilityTask task, Supplier<OptionBoard> boards, Reward reward) {
    return TradingSpec.of(ID, () -> OptionDay.desk(boards.get(), task.account(), Straddles::new))
        .actions(lane -> new StraddleScheme(lane.trader(), task))
        .observation(lane -> observation(lane, task))
        .infos(VolatilityTrading::infos)
        .view((lane, actions) -> OptionViews.of(lane, actions, List.of(NO_TRADE)))
        .reward(reward)
        .maxSteps(task.account().episode())
        .lanes();
  }

  private static ObservationLayout observation(
      LaneParts<SessionDesk<Straddles>> lane, VolatilityTask task) {
    Straddles straddles = lane.desk().trader();
    return ObservationLayout.of(
        new TwoVolatilitiesBlock(straddles),
        new AnnouncementBlock(straddles.desk().board()),
        new StraddlesBlock(lane.desk(), task),
        new SessionClockBlock(lane.desk()),
        new RewardMemoryBlock(lane.reward()));
  }

  private static InfoLayout infos(LaneParts<SessionDesk<Straddles>> lane) {
    OptionDesk desk = lane.desk().trader().desk();
    return InfoLayout.of(new OptionAccountInfo(lane.desk(), desk), new SpotInfo(desk.board()));
  }

  private static void requireBoth(ChainHistory history) {
    history.require(OptionType.CALL);
    history.require(OptionType.PUT);
  }

  /** {@return how the environment is made by its id} */
  public static Registration registration() {
    return new Registration(
        ID,
        "Trade volatility by delta-hedged straddles of two expiries.",
        VolatilityOptions.ALL,
        VolatilityTrading::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    if (options.has(MarketOptions.CHAINS)) {
      requireBoth(options.get(MarketOptions.CHAINS));
    }
    return lanes(
        VolatilityOptions.task(options),
        MarketOptions.boards(options, STRIKES),
        options.get(VolatilityOptions.REWARD));
  }
}
