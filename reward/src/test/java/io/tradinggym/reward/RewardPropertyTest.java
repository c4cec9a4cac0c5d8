package io.tradinggym.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Laws of single rewards and of sums; what all rewards owe is in {@link RewardContractTest}. */
class RewardPropertyTest {
  private static final double LOG_SUM = 1e-12;
  private static final double ROUNDING = 1e-9;

  private static final Reward[] UTILITIES = {
    new LogReturn(),
    new Profit(),
    new Benchmark(),
    new MeanVariance(1),
    new MeanVariance(20),
    new Cara(2),
    new DifferentialSharpe(0.01),
    new DifferentialDownside(0.01)
  };
  private static final Reward[] COSTS = {new Drawdown(), new Cvar(0.95, 1e-3)};
  private static final Reward[] MONOTONE = {
    new LogReturn(),
    new Profit(),
    new Benchmark(),
    new MeanVariance(1),
    new MeanVariance(20),
    new Cara(2)
  };

  @Provide
  Arbitrary<Reward> monotone() {
    return Arbitraries.of(MONOTONE);
  }

  @Provide
  Arbitrary<Reward> all() {
    return Arbitraries.oneOf(
        Arbitraries.of(UTILITIES),
        Arbitraries.of(COSTS),
        Arbitraries.of(
            Rewards.logReturn().minus(0.1, Rewards.turnover()).minus(2, Rewards.cvar(0.9)),
            Rewards.shaping(0.99, Potential.growth())));
  }

  @Provide
  Arbitrary<double[]> returns() {
    return Arbitraries.doubles()
        .between(-0.5, 0.5)
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  @Property
  void logReturnsSumToTheLogOfTheEquityRatio(
      @ForAll("returns") double[] returns,
      @ForAll @DoubleRange(min = 0.01, max = 1e9) double start) {
    double[] equity = Steps.path(start, returns);
    double expected = Math.log(equity[returns.length] / start);
    assertThat(Steps.sum(Steps.rewards(new LogReturn(), equity)))
        .isCloseTo(expected, within(LOG_SUM));
  }

  @Property
  void profitsSumToTheChangeOfEquity(@ForAll("returns") double[] returns) {
    double[] equity = Steps.path(1, returns);
    assertThat(Steps.sum(Steps.rewards(new Profit(), equity)))
        .isCloseTo(
            equity[returns.length] - 1,
            within(LOG_SUM * Math.max(1, Arrays.stream(equity).max().orElse(1))));
  }

  @Property
  void moreProfitIsNeverWorse(
      @ForAll("monotone") Reward reward,
      @ForAll("returns") double[] returns,
      @ForAll @DoubleRange(min = 0, max = 0.5) double more) {
    double[] equity = Steps.path(1, returns);
    double[] better = equity.clone();
    better[returns.length] += more;
    int last = returns.length - 1;
    assertThat(Steps.rewards(reward, better)[last])
        .isGreaterThanOrEqualTo(Steps.rewards(reward, equity)[last]);
  }

  @Property
  void anEpisodeThatRuinsSumsToLessThanEverySurvivor(
      @ForAll("returns") double[] survivor, @ForAll("returns") double[] before) {
    double[] ruined = Arrays.copyOf(Steps.path(1, before), before.length + 2);
    for (Reward reward : new Reward[] {new LogReturn(), new Profit(), new Cara(2)}) {
      assertThat(Steps.sum(Steps.rewards(reward, ruined)))
          .isLessThan(Steps.sum(Steps.rewards(reward, Steps.path(1, survivor))));
    }
  }

  @Property
  void shapingTelescopesToThePotentialOfTheStart(@ForAll("returns") double[] returns) {
    double gamma = 0.97;
    double[] equity =
        Arrays.copyOf(Steps.path(1, returns), returns.length + 2); // ends ruined, where Phi = 0
    double[] rewards =
        Steps.rewards(Rewards.shaping(gamma, (state, start) -> 5 + state.equityAfter), equity);
    double sum = 0;
    for (int t = rewards.length - 1; t >= 0; t--) {
      sum = rewards[t] + gamma * sum;
    }
    assertThat(sum).isCloseTo(-6, within(ROUNDING));
  }

  @Property
  void shapingIsReportedApart(@ForAll("returns") double[] returns) {
    RewardFunction shaped =
        Rewards.logReturn().plus(3, Rewards.shaping(0.99, Potential.growth())).create();
    RewardFunction plain = Rewards.logReturn().create();
    shaped.reset(1);
    plain.reset(1);
    double[] equity = Steps.path(1, returns);
    for (int t = 0; t < returns.length; t++) {
      RewardInput step = Steps.of(equity[t], equity[t + 1]);
      assertThat(shaped.reward(step) - shaped.shaping())
          .isCloseTo(plain.reward(step), within(ROUNDING));
    }
  }

  @Property
  void aSumIsTheSumOfItsParts(
      @ForAll("all") Reward one,
      @ForAll("all") Reward other,
      @ForAll @DoubleRange(min = -3, max = 3) double weight,
      @ForAll("returns") double[] returns) {
    double[] equity = Steps.path(1, returns);
    double[] first = Steps.rewards(one, equity);
    double[] second = Steps.rewards(other, equity);
    double[] sum = Steps.rewards(WeightedReward.of(one).plus(weight, other), equity);
    for (int t = 0; t < sum.length; t++) {
      double expected = first[t] + weight * second[t];
      assertThat(sum[t]).isCloseTo(expected, within(ROUNDING * Math.max(1, Math.abs(expected))));
    }
  }
}
