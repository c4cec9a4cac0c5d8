package io.tradinggym.options.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Step;
import io.tradinggym.api.VectorBuilder;
import io.tradinggym.options.board.MarketOptions;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.SmileKind;
import io.tradinggym.testkit.EnvironmentContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolatilityTradingTest {
  private static final String ID = "VolatilityTrading-v1";
  private static final double CHANCE = 4;
  private static final double CASH = AccountTerms.DEFAULT.cash();

  /** Interest, dividends, a smile, strays, a margin that binds: everything that can happen happens. */
  @Nested
  class WithEverything extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return VolatilityTrading.lanes(
              new OptionMarket(
                  0.5, 0.1, 1.2, 0.3, 4, -0.5, 0.1, 1.3, SmileKind.STOCK, 0.08, 0.04, 2),
              new VolatilityTask(
                  new AccountTerms(30_000, FillRule.ORATS, 0.65, 0.0005, 0.2, 252), 20))
          .get();
    }
  }

  private record Outcome(double mean, double error, double costs) {}

  /** A market without a premium, or with one that does not wander. */
  private static VectorBuilder market(double premium) {
    return Gym.vector(ID)
        .option(MarketOptions.PREMIUM, premium)
        .option(MarketOptions.PREMIUM_VOLATILITY, 0.0);
  }

  /** Profit per episode of always doing the same, over the starting cash, before the costs of trading. */
  private static Outcome play(double premium, float near, float far, int episodes) {
    double sum = 0;
    double squares = 0;
    double costs = 0;
    try (Environment env = market(premium).option(AccountOptions.EPISODE, 60).single()) {
      env.reset(9);
      float[] action = {near, far};
      for (int i = 0; i < episodes; i++) {
        double total = 0;
        double paid = 0;
        while (!env.ended()) {
          Step step = env.step(action);
          total += step.reward();
          paid = step.info(OptionInfo.COSTS) / CASH;
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
    try (Environment env = Gym.make(ID)) {
      for (int seed = 0; seed < 5; seed++) {
        env.reset(seed);
        double sum = 0;
        double equity = 0;
        int i = 0;
        while (!env.ended()) {
          float a = (float) Math.sin(seed + 0.3 * i);
          Step step = env.step(new float[] {a, (float) Math.cos(0.7 * i++)});
          sum += step.reward();
          equity = step.info(OptionInfo.EQUITY);
        }
        assertThat(sum).isCloseTo((equity - CASH) / CASH, within(1e-12));
      }
    }
  }

  @Test
  void whatTheMarginDoesNotAllowIsCut() {
    try (Environment env =
        market(1)
            .option(AccountOptions.CASH, 9000.0)
            .option(VolatilityOptions.LIMIT, 64)
            .single()) {
      env.reset(1);
      Step step = env.step(new float[] {-1, 0});
      // One straddle at 150 needs some 20 % of 15,000 and its marks.
      assertThat(step.observation()[6] * 64).isBetween(-3f, -1f);
      assertThat(step.observation()[7]).isZero();
      assertThat(step.info(OptionInfo.MARGIN)).isBetween(3000.0, 9000.0);
      // Bought ones are paid in full; a straddle of the near expiry costs some 800.
      env.reset(1);
      step = env.step(new float[] {1, 0});
      assertThat(step.observation()[6] * 64).isBetween(2f, 12f);
    }
  }

  @Test
  void sellingAllThatIsAllowedMeetsAMarginCall() {
    try (Environment env =
        market(1)
            .option(MarketOptions.VOLATILITY, 0.8)
            .option(MarketOptions.EARNINGS, 0.2)
            .option(VolatilityOptions.LIMIT, 1000)
            .single()) {
      int called = 0;
      for (int seed = 0; seed < 20; seed++) {
        env.reset(seed);
        Step step = env.last();
        while (!env.ended()) {
          step = env.step(new float[] {-1, -1});
        }
        if (env.endReason() == EndReason.MARGIN_CALL) {
          called++;
          assertThat(step.observation()[6]).isZero();
          assertThat(step.observation()[7]).isZero();
          assertThat(step.info(OptionInfo.EQUITY)).isPositive();
        }
      }
      assertThat(called).isPositive();
    }
  }

  @Test
  void aSmileMovesTheSkewThatIsSeen() {
    try (Environment flat = market(1).single();
        Environment stock = market(1).option(MarketOptions.SMILE, SmileKind.STOCK).single()) {
      flat.reset(1);
      stock.reset(1);
      assertThat(flat.last().observation()[3]).isZero();
      assertThat(stock.last().observation()[3]).isGreaterThan(0.1f);
    }
  }

  @Test
  void refusesWhatIsNoTask() {
    assertThatThrownBy(() -> market(0).single())
        .hasMessageContaining("premium must be in (0, 10], was 0.0");
    assertThatThrownBy(() -> market(1).option(VolatilityOptions.LIMIT, 0).single())
        .hasMessageContaining("limit must be in 1 .. 10000, was 0");
  }
}
