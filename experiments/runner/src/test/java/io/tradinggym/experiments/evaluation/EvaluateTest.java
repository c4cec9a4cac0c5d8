package io.tradinggym.experiments.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.process.WatchlistMarket;
import io.tradinggym.stocks.StockOptions;
import org.junit.jupiter.api.Test;

class EvaluateTest {
  private final Split split = Split.paths(WatchlistMarket.create());

  private Policy policy() {
    try (VectorEnvironment envs =
        Gym.vector("Portfolio-v1", 2, options -> options.set(StockOptions.MARKET, split.train()))) {
      return Ppo.settings().rolloutSteps(8).build().train(envs, Training.steps(32));
    }
  }

  @Test
  void judgesAPolicyAgainstTheControlsOnTheSamePaths() {
    Evaluation result =
        Evaluate.policy(policy()).in("Portfolio-v1").against(Controls.ALL).on(split.test()).seeds(3).run();
    assertThat(result.standings()).extracting(Standing::name)
        .containsExactly("agent", "no-trade", "random", "buy-and-hold", "oracle");
    double[] prices = result.agent().episodes().getFirst().get(1).info("price_0");
    assertThat(result.standings())
        .allSatisfy(standing ->
            assertThat(standing.episodes().getFirst().get(1).info("price_0")).isEqualTo(prices));
  }

  @Test
  void refusesAMarketWhereNothingIsTraded() {
    Policy policy = policy();
    assertThatThrownBy(() -> Evaluate.policy(policy).in("CartPole-v1").on(split.test()))
        .hasMessage("CartPole-v1 trades on no market");
  }
}
