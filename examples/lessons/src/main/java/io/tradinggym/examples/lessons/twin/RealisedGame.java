package io.tradinggym.examples.lessons.twin;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.reward.Rewards;

/**
 * Lesson 10: a share on a fair game, sold as soon as it has gained and kept while it loses. Its profits are realised
 * and its losses are not.
 */
public final class RealisedGame {
  private static final double DEVIATION = 0.02;
  private static final double COST = 0.0005;

  private RealisedGame() {}

  /**
   * One path.
   *
   * @param realised sum of the gains of closed trades, share of the start
   * @param logWealth log of the wealth at the end over that at the start
   * @param rewards sum of the library's log-return rewards
   * @param realisedPath running sum of the realised gains
   * @param wealthPath running log wealth
   */
  public record Outcome(
      double realised,
      double logWealth,
      double rewards,
      double[] realisedPath,
      double[] wealthPath) {}

  /**
   * Plays.
   *
   * @param target gain of a trade at which it is sold, &gt; 0
   * @param days to play, &gt;= 1
   */
  public static Outcome play(double target, int days, RandomStream random) {
    RewardFunction reward = Rewards.logReturn().create();
    RewardInput step = new RewardInput();
    double[] realisedPath = new double[days + 1];
    double[] wealthPath = new double[days + 1];
    double wealth = 1;
    double cost = 1;
    double price = 1;
    double realised = 0;
    double rewards = 0;
    reward.reset(wealth);
    for (int t = 1; t <= days; t++) {
      double move = Math.exp(DEVIATION * random.gaussian() - DEVIATION * DEVIATION / 2);
      double before = wealth;
      price *= move;
      wealth *= move;
      if (price / cost - 1 >= target) {
        realised += wealth - wealth / price * cost;
        wealth *= 1 - 2 * COST;
        cost = price;
      }
      step.clear();
      step.equityBefore = before;
      step.equityAfter = wealth;
      rewards += reward.reward(step);
      realisedPath[t] = realised;
      wealthPath[t] = Math.log(wealth);
    }
    return new Outcome(realised, Math.log(wealth), rewards, realisedPath, wealthPath);
  }
}
