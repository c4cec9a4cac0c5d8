package io.tradinggym.trading;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.Swappable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.reward.RewardInput;

/**
 * What a {@link TradingLane} trades at: a market in one lane, and an account in it. {@link TradingDesk} is the one of
 * bars; a market of another kind (chains of options, two venues) has a desk of its own and shares everything else.
 *
 * <p>Between two calls of {@link #trade} an {@link ActionScheme} tells the desk what is wanted. One lane's state; a
 * step allocates nothing.
 */
public interface Desk extends Resumable, Swappable {
  /**
   * Starts an episode: a new path of the market, a new account.
   *
   * @param random the lane's stream
   */
  void open(RandomStream random);

  /**
   * Does what was asked for and lives until the next decision.
   *
   * @param random the lane's stream, for what the market draws on the way
   */
  void trade(RandomStream random);

  /**
   * Looks at the account once, after each {@link #trade}: what is shown of it from now on is how it stands now.
   *
   * @param flows where to write what the step did to the account; all but {@code terminated} and {@code stepsPerYear}
   */
  void value(RewardInput flows);

  /** {@return the worth of the account, units of its currency} */
  double equity();

  /**
   * {@return the equity in the unit in which {@link #value} writes amounts} Rewards are ratios, so a desk is free to
   * count in another unit than its currency's: whole cents are exact as doubles.
   */
  default double counted() {
    return equity();
  }

  /**
   * {@return why the last step ended the episode: {@link EndReason#RUIN}, {@link EndReason#END_OF_DATA} and the like;
   * {@link EndReason#NONE} if trading goes on} The limit of steps is not the desk's business.
   */
  EndReason end();

  /** {@return the present state as text for a person} */
  default String render() {
    return String.format("equity %.2f", equity());
  }
}
