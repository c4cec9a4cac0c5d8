package io.tradinggym.examples.ownreward;

import static io.tradinggym.agents.train.Training.seed;
import static io.tradinggym.agents.train.Training.steps;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Step;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.reward.Rewards;
import io.tradinggym.reward.WeightedReward;
import io.tradinggym.stocks.StockOptions;
import io.tradinggym.trading.TradingInfo;

/** Trains a stock trader to whom losses count more than twice, and shows how much of a year it dares to be invested. */
public final class CarefulTrader {
  private CarefulTrader() {}

  /** Trains, then trades a year that training never saw. */
  public static void main(String[] args) {
    WeightedReward reward =
        WeightedReward.of(new LossAverse(2.25)).minus(0.001, Rewards.turnover());
    Options options = Options.NONE.set(StockOptions.REWARD, reward);
    try (VectorEnvironment envs = Gym.vector("Stock-v1", 32, o -> options);
        Environment year = Gym.make("Stock-v1", o -> options)) {
      Policy policy =
          Ppo.settings().normalizeRewards(true).build().train(envs, steps(200_000), seed(3));
      double invested = 0;
      int days = 0;
      for (Step step = year.reset(11); !year.ended(); days++) {
        step = year.step(policy.act(step.observation()));
        invested += step.info(TradingInfo.GROSS) / step.info(TradingInfo.EQUITY);
      }
      System.out.printf("invested %.0f %% on average over %d days%n", 100 * invested / days, days);
    }
  }
}
