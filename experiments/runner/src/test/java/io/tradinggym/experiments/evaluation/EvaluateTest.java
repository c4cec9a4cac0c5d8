package io.tradinggym.experiments.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.process.WatchlistMarket;
import io.tradinggym.stocks.StockOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
  private static final Split SPLIT = Split.paths(WatchlistMarket.create());

  /** Hardly trained. */
  private record Trained(Policy policy, EnvironmentSpec spec) {}

  private static Trained train(String id, long seed, UnaryOperator<Options> options) {
    try (VectorEnvironment envs = Gym.vector(id, 2, options)) {
      Policy policy =
          Ppo.settings()
              .rolloutSteps(8)
              .build()
              .train(envs, Training.steps(32), Training.seed(seed));
      return new Trained(policy, envs.spec());
    }
  }

  private static Policy portfolio(long seed) {
    return train("Portfolio-v1", seed, options -> options.set(StockOptions.MARKET, SPLIT.train()))
        .policy();
  }

  private static Evaluate onTest(Policy policy) {
    return Evaluate.policy(policy).on(SPLIT.test()).seeds(3);
  }

  @Test
  void judgesAPolicyAgainstTheControlsOnTheSamePaths() {
    Evaluation result = onTest(portfolio(1)).against(Controls.ALL).run();
    assertThat(result.standings())
        .extracting(Standing::name)
        .containsExactly("agent", "no-trade", "random", "buy-and-hold", "oracle");
    double[] prices = result.agent().episodes().getFirst().get(1).info("price_0");
    assertThat(result.standings())
        .allSatisfy(
            standing ->
                assertThat(standing.episodes().getFirst().get(1).info("price_0"))
                    .isEqualTo(prices));
  }

  @Test
  void everyTrainingSeedIsARowOfScores() {
    Evaluation result =
        Evaluate.policies(List.of(portfolio(1), portfolio(2))).on(SPLIT.test()).seeds(3).run();
    assertThat(result.agent().scores()).hasDimensions(2, 3);
    assertThat(result.agent().scores()[0]).isNotEqualTo(result.agent().scores()[1]);
    assertThat(onTest(portfolio(2)).run().agent().scores()[0])
        .isEqualTo(result.agent().scores()[1]);
  }

  @Test
  void playsUnderTheOptionsOfTrainingOnAnotherMarket() {
    Trained trained =
        train(
            "Portfolio-v1",
            1,
            options ->
                options.set(StockOptions.MARKET, SPLIT.train()).set(StockOptions.CASH, 5_000.0));
    Evaluation result =
        Evaluate.policy(trained.policy()).in(trained.spec()).on(SPLIT.test()).seeds(1).run();
    assertThat(result.agent().episodes().getFirst().getFirst().info("equity")[0]).isEqualTo(5_000);
    assertThat(result.environment().options().get(StockOptions.MARKET)).isEqualTo(SPLIT.test());
  }

  @Test
  void playsAnyEnvironmentById() {
    Policy policy = train("CartPole-v1", 1, options -> options).policy();
    Evaluation result = Evaluate.policy(policy).in("CartPole-v1").seeds(2).run();
    assertThat(result.standings()).extracting(Standing::name).containsExactly("agent", "random");
    assertThat(result.agent().scores()[0][1]).isBetween(1.0, 500.0);
  }

  @Test
  void theReportCountsHowOftenTheTestWasOpened(@TempDir Path folder) throws IOException {
    Split unseen = Split.paths(WatchlistMarket.builder().bars(130).build());
    Policy policy = portfolio(1);
    Path page = folder.resolve("new/report.html");
    Evaluate.policy(policy).on(unseen.test()).seeds(1).run().report(page);
    assertThat(Files.readString(page))
        .contains("opened once by this program", "buy-and-hold", "NVDA", "<svg")
        .doesNotContain("http://", "https://");
    Evaluate.policy(policy).on(unseen.test()).seeds(2).run().report(page);
    assertThat(Files.readString(page))
        .contains("opened 2 times by this program", unseen.test().fingerprint());
  }

  @Test
  void refusesWhatWasLearnedFrom() {
    Trained trained =
        train("Portfolio-v1", 1, options -> options.set(StockOptions.MARKET, SPLIT.train()));
    assertThatThrownBy(() -> Evaluate.policy(trained.policy()).in(trained.spec()).run())
        .hasMessage(
            "a policy is judged on a test range, not on its train range; give on(split.test())");
  }

  @Test
  void refusesAMarketWhereNothingIsTraded() {
    Policy policy = portfolio(1);
    assertThatThrownBy(() -> Evaluate.policy(policy).in("CartPole-v1").on(SPLIT.test()).run())
        .hasMessage("CartPole-v1 trades on no market; none can be chosen for it");
  }

  @Test
  void asksWhereToJudge() {
    Policy policy = portfolio(1);
    assertThatThrownBy(() -> Evaluate.policy(policy).run())
        .hasMessage(
            "where to judge is missing: give on(split.test()), in(\"CartPole-v1\") or both");
  }
}
