package io.tradinggym.options.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Step;
import io.tradinggym.testkit.EnvironmentContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolatilityTradingTest {
  private static final double CHANCE = 4;

  @Nested
  class Contract extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return new VolatilityTrading(VolatilityTask.DEFAULT);
    }
  }

  private record Outcome(double mean, double error, double costs) {}

  /** Profit per episode of always doing the same, over the starting cash, before the costs of trading. */
  private static Outcome play(double premium, float near, float far, int episodes) {
    double sum = 0;
    double squares = 0;
    double costs = 0;
    try (Environment env =
        Gym.vector("VolatilityTrading-v1")
            .option(VolatilityOptions.PREMIUM, premium)
            .option(VolatilityOptions.PREMIUM_VOLATILITY, 0.0)
            .option(VolatilityOptions.EPISODE, 60)
            .single()) {
      env.reset(9);
      float[] action = {near, far};
      for (int i = 0; i < episodes; i++) {
        double total = 0;
        double paid = 0;
        while (!env.ended()) {
          Step step = env.step(action);
          total += step.reward();
          paid = step.info(VolatilityTrading.COSTS) / 100_000;
        }
        sum += total + paid;
        squares += (total + paid) * (total + paid);
        costs += paid;
        env.reset();
      }
    }
    double mean = sum / episodes;
    double error = Math.sqrt((squares / episodes - mean * mean) / episodes);
    return new Outcome(mean, error, costs / episodes);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "-1, 0", "0, 1", "0, -1", "1, -1"})
  void withoutAPremiumNobodyEarnsAnythingBeforeCosts(float near, float far) {
    Outcome outcome = play(1, near, far, 1500);
    assertThat(outcome.mean()).isCloseTo(0, within(CHANCE * outcome.error()));
    assertThat(outcome.costs()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1"})
  void sellingVolatilityEarnsThePremium(float near, float far) {
    Outcome dear = play(1.3, near, far, 400);
    Outcome cheap = play(1 / 1.3, near, far, 400);
    assertThat(dear.mean()).isGreaterThan(CHANCE * dear.error());
    assertThat(cheap.mean()).isLessThan(-CHANCE * cheap.error());
  }

  @Test
  void rewardsSumToTheProfit() {
    try (Environment env = Gym.make("VolatilityTrading-v1")) {
      for (int seed = 0; seed < 5; seed++) {
        env.reset(seed);
        double sum = 0;
        double equity = 0;
        int i = 0;
        while (!env.ended()) {
          float a = (float) Math.sin(seed + 0.3 * i);
          Step step = env.step(new float[] {a, (float) Math.cos(0.7 * i++)});
          sum += step.reward();
          equity = step.info(VolatilityTrading.EQUITY);
        }
        assertThat(sum).isCloseTo((equity - 100_000) / 100_000, within(1e-12));
      }
    }
  }

  @Test
  void shortStraddlesStayWithinTheMargin() {
    try (Environment env =
        Gym.vector("VolatilityTrading-v1")
            .option(VolatilityOptions.CASH, 5000.0)
            .option(VolatilityOptions.LIMIT, 100)
            .single()) {
      env.reset(1);
      Step step = env.step(new float[] {-1, -1});
      // One straddle at 100 needs some 20 % of 10,000 and its marks.
      assertThat(step.observation()[1] * 100).isCloseTo(-2, within(1.01f));
      assertThat(step.observation()[2]).isCloseTo(0, within(.011f));
    }
  }

  @Test
  void refusesWhatIsNoTask() {
    assertThatThrownBy(() -> new VolatilityTask(.2, 0, .2, 6, .5, .0001, 1e5, 10, 126))
        .hasMessage("premium must be in (0, 10], was 0.0");
  }
}
