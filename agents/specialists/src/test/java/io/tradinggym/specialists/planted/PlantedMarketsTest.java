package io.tradinggym.specialists.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.specialists.optimum.MomentumOptimum;
import io.tradinggym.specialists.optimum.OptimalPolicies;
import io.tradinggym.specialists.optimum.ReversionOptimum;
import io.tradinggym.specialists.optimum.TrendOptimum;
import io.tradinggym.specialists.optimum.VolatilityOptimum;
import io.tradinggym.specialists.rules.Rules;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What policies, rules and chance earn in the planted markets, against an independent program's figures. */
class PlantedMarketsTest {
  private static Options informed(Options options) {
    return options.set(PlantedMarkets.INFORMED, true);
  }

  private static Options plain(Options options) {
    return options;
  }

  private static Options withoutEdge(Options options) {
    return options.set(PlantedMarkets.EDGE, false);
  }

  private record Estimate(double mean, double error) {
    void assertIs(double expected, double slack) {
      assertThat(mean).isCloseTo(expected, within(3 * error + slack));
    }
  }

  private static Estimate estimate(double[] returns) {
    double mean = Arrays.stream(returns).average().orElseThrow();
    double squares = Arrays.stream(returns).map(v -> (v - mean) * (v - mean)).sum();
    return new Estimate(mean, Math.sqrt(squares) / returns.length);
  }

  private static Estimate play(
      String id,
      UnaryOperator<Options> options,
      Function<EnvironmentSpec, Policy> policy,
      int episodes) {
    try (VectorEnvironment envs = Gym.vector(id, 100, options)) {
      return estimate(Episodes.returns(policy.apply(envs.spec()), envs, episodes, 5));
    }
  }

  private static Estimate random(String id, UnaryOperator<Options> options, int episodes) {
    try (VectorEnvironment envs = Gym.vector(id, episodes, options)) {
      Batch batch = envs.newBatch();
      envs.reset(6, batch);
      RandomStream stream = RandomStreams.of(7).stream("actions");
      float[] actions = new float[episodes];
      double[] sums = new double[episodes];
      for (int step = 0; step < envs.spec().maxSteps(); step++) {
        for (int lane = 0; lane < episodes; lane++) {
          actions[lane] = stream.integer(envs.actionSpace().maskSize());
        }
        envs.step(actions, batch);
        for (int lane = 0; lane < episodes; lane++) {
          sums[lane] += batch.rewards[lane];
        }
      }
      return estimate(sums);
    }
  }

  @Test
  void theOptimalPolicyEarnsItsOptimumInTrend() {
    TrendOptimum optimum = new TrendOptimum(TrendLaw.standard());
    Estimate earned =
        play(
            "Trend-v1",
            PlantedMarketsTest::informed,
            spec -> OptimalPolicies.of(optimum, spec),
            6_000);
    earned.assertIs(.2289, .0006);
  }

  @Test
  void theOptimalPolicyEarnsItsOptimumInReversion() {
    ReversionOptimum optimum = ReversionOptimum.levelUnknown(ReversionLaw.standard(), 64);
    Estimate earned =
        play(
            "Reversion-v1",
            PlantedMarketsTest::informed,
            spec -> OptimalPolicies.of(optimum, spec),
            6_000);
    earned.assertIs(.2569, .001);
    earned.assertIs(optimum.value(), 0);
  }

  @Test
  void theOptimalPolicyEarnsItsOptimumInMomentum() {
    MomentumOptimum optimum = new MomentumOptimum(MomentumLaw.standard(), 15);
    Estimate earned =
        play(
            "Momentum-v1",
            PlantedMarketsTest::informed,
            spec -> OptimalPolicies.of(optimum, spec),
            4_000);
    earned.assertIs(.1214, .002);
  }

  @Test
  void theOptimalPolicyEarnsItsOptimumInVolatility() {
    VolatilityOptimum optimum = new VolatilityOptimum(VolatilityLaw.standard());
    Estimate earned =
        play(
            "Volatility-v1",
            PlantedMarketsTest::plain,
            spec -> OptimalPolicies.of(optimum, spec),
            6_000);
    earned.assertIs(13.53, .01);
  }

  @Test
  void rulesOfTheTextbooks() {
    play("Trend-v1", PlantedMarketsTest::plain, spec -> Rules.ewmaBand(spec, 30, .037), 4_000)
        .assertIs(.2265, .004);
    play("Trend-v1", PlantedMarketsTest::plain, spec -> Rules.always(spec, 2), 4_000)
        .assertIs(-.012, .001);
    play("Volatility-v1", PlantedMarketsTest::plain, Rules::straddleSeller, 4_000)
        .assertIs(-.71, .005);
    play(
            "Volatility-v1",
            o -> o.set(PlantedMarkets.PREMIUM, 1.2).set(PlantedMarkets.SPREAD, .001),
            Rules::straddleSeller,
            4_000)
        .assertIs(4.79, .005);
    play("Momentum-v1", PlantedMarketsTest::plain, spec -> Rules.always(spec, 1), 4_000)
        .assertIs(-.007, .001);
    assertThat(
            play(
                    "Momentum-v1",
                    PlantedMarketsTest::plain,
                    spec -> Rules.timeSeriesMomentum(spec, 48, 1),
                    2_000)
                .mean)
        .isBetween(.03, .122);
    assertThat(
            play(
                    "Reversion-v1",
                    PlantedMarketsTest::plain,
                    spec -> Rules.zScore(spec, 60, 0, 0),
                    4_000)
                .mean)
        .isBetween(.18, .22);
  }

  @Test
  void chanceAndNulls() {
    random("Trend-v1", PlantedMarketsTest::plain, 2_000).assertIs(-.053, .001);
    random("Trend-v1", PlantedMarketsTest::withoutEdge, 2_000).assertIs(-.0526, 0);
    random("Trend-v1", o -> withoutEdge(o).set(PlantedMarkets.SHORTS, false), 2_000)
        .assertIs(-.0316, 0);
    random("Reversion-v1", PlantedMarketsTest::plain, 2_000).assertIs(-.059, .001);
    random("Reversion-v1", PlantedMarketsTest::withoutEdge, 2_000).assertIs(-.059, .003);
    random("Momentum-v1", PlantedMarketsTest::plain, 2_000).assertIs(-.140, .001);
    random("Momentum-v1", PlantedMarketsTest::withoutEdge, 2_000).assertIs(-.140, .001);
    random("Volatility-v1", PlantedMarketsTest::plain, 2_000).assertIs(-26.4, .1);
    random("Volatility-v1", PlantedMarketsTest::withoutEdge, 2_000).assertIs(-26.5, .1);
    play("Volatility-v1", PlantedMarketsTest::withoutEdge, Rules::straddleSeller, 4_000)
        .assertIs(-.5, .01);
  }

  @Test
  void policiesRefuseEnvironmentsTheyAreNotFor() {
    TrendOptimum optimum = new TrendOptimum(TrendLaw.standard());
    try (VectorEnvironment envs = Gym.vector("Trend-v1", 1)) {
      assertThatThrownBy(() -> OptimalPolicies.of(optimum, envs.spec()))
          .hasMessageContaining("informed: true");
      assertThatThrownBy(() -> Rules.straddleSeller(envs.spec()))
          .hasMessageContaining("Volatility-v1");
      assertThatThrownBy(() -> Rules.ewmaBand(envs.spec(), 31, 0)).hasMessageContaining("31");
      assertThatThrownBy(() -> Rules.always(envs.spec(), 3)).hasMessageContaining("0 .. 2");
    }
    assertThatThrownBy(() -> TrendLaw.standard().with(-1, 0)).hasMessageContaining("drift");
    assertThatThrownBy(() -> new ReversionLaw(1.2, .01, 0, true, 252)).hasMessageContaining("phi");
  }
}
