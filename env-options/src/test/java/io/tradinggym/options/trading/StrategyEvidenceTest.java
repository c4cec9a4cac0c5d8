package io.tradinggym.options.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Step;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.options.board.MarketOptions;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.SimulatedBoard;
import io.tradinggym.options.board.SmileKind;
import io.tradinggym.options.chain.SimulatedChain;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.reward.Rewards;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the market pays what was configured: nothing where it is fair, the premium where there is one. */
class StrategyEvidenceTest {
  /** Standard errors that chance may take. */
  private static final double CHANCE = 4;

  private static final double CASH = 200_000;
  private static final int EPISODES = 1500;
  private static final OptionMarket FAIR =
      new OptionMarket(0.25, 0, 1, 0, 6, 0, 0.08, 1, SmileKind.FLAT, 0, 0, 1);
  private static final StrategyTask TASK = StrategyTask.DEFAULT;

  /** Mean and standard error, of what was measured less what was expected. */
  private static final class Sample {
    private double sum;
    private double squares;
    private int count;

    void add(double value) {
      sum += value;
      squares += value * value;
      count++;
    }

    double mean() {
      return sum / count;
    }

    double error() {
      return Math.sqrt((squares / count - mean() * mean()) / count);
    }
  }

  /** Profit of whole episodes before costs. */
  private static Sample play(StrategyRule rule, int episodes, int length) {
    Sample profit = new Sample();
    try (Environment env =
        Gym.vector("OptionStrategies-v1")
            .option(MarketOptions.PREMIUM, FAIR.premium())
            .option(MarketOptions.PREMIUM_VOLATILITY, 0.0)
            .option(MarketOptions.EARNINGS, FAIR.earnings())
            .option(AccountOptions.EPISODE, length)
            .single()) {
      env.reset(21);
      for (int i = 0; i < episodes; i++) {
        Step step = env.last();
        while (!env.ended()) {
          step = env.step(rule.act(step.mask()));
        }
        double costs = step.info(OptionInfo.COSTS);
        profit.add(step.info(OptionInfo.EQUITY) + costs - CASH);
        env.reset();
      }
    }
    return profit;
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void whereMeasuresAgreeNoStrategyHasAnExpectedProfitBeforeCosts(StrategyKind kind) {
    Sample profit = play(StrategyRule.always(kind), 600, 40);
    assertThat(profit.error()).isPositive();
    assertThat(profit.mean()).isCloseTo(0, within(CHANCE * profit.error()));
  }

  @Test
  void norHasWhoeverTradesAtRandom() {
    RandomStream random = RandomStreams.of(5).stream("random trader");
    Sample profit = play(StrategyRule.random(random), 800, 60);
    assertThat(profit.mean()).isCloseTo(0, within(CHANCE * profit.error()));
  }

  /**
   * Opens one straddle so that it expires after an announcement, holds it to expiry, and compares the profit before
   * costs with what the configured premiums add to its price: Black-Scholes at the implied total variance less that at
   * the true one.
   */
  private static Sample[] straddles(double premium, double earningsPremium, StrategyKind kind) {
    OptionMarket market =
        new OptionMarket(0.25, 0, premium, 0, 6, 0, 0.08, earningsPremium, SmileKind.FLAT, 0, 0, 1);
    SimulatedChain chain = new SimulatedChain(market.chain(OptionMarket.STRIKES));
    SimulatedBoard board = new SimulatedBoard(market, chain, OptionMarket.sessions());
    EnvironmentLogic env = OptionStrategies.lanes(TASK, () -> board, Rewards.logReturn()).get();
    Batch batch = new Batch(env.spec(), 1, AutoReset.SAME_STEP);
    Frame frame = new Frame(batch);
    RandomStream random = RandomStreams.of(33).stream("straddles");
    int side = kind == StrategyKind.LONG_STRADDLE ? 1 : -1;
    Sample profit = new Sample();
    Sample beyond = new Sample();
    for (int i = 0; i < EPISODES; i++) {
      frame.clear();
      env.reset(random, Options.NONE, frame);
      int days = board.expiryDay(0) - board.day();
      int expiry = days >= TASK.days() ? board.expiryDay(0) : board.expiryDay(1);
      days = expiry - board.day();
      if (board.announcement() > days) {
        continue;
      }
      double years = days / 365.0;
      double jump = 0.08 * 0.08;
      double expected =
          side
              * (straddle(0.25 * 0.25 * years + jump, years)
                  - straddle(0.25 * 0.25 * premium * years + jump * earningsPremium, years));
      int choice = TASK.open(kind, 0);
      double units = 0;
      while (board.day() < expiry) {
        frame.clear();
        EndReason end = env.step(new Action().at(new float[] {choice}, 0), random, frame);
        assertThat(end).isEqualTo(EndReason.NONE);
        units = choice == OptionStrategies.HOLD ? units : frame.info(3);
        choice = OptionStrategies.HOLD;
      }
      double earned = (frame.info(0) + frame.info(1) - CASH) / (100 * units);
      profit.add(earned);
      beyond.add(earned - expected);
    }
    return new Sample[] {profit, beyond};
  }

  /** Price of a straddle at the money by its total variance. */
  private static double straddle(double variance, double years) {
    double volatility = Math.sqrt(variance / years);
    double spot = OptionMarket.START;
    return BlackScholes.price(OptionType.CALL, spot, spot, years, 0, 0, volatility)
        + BlackScholes.price(OptionType.PUT, spot, spot, years, 0, 0, volatility);
  }

  @ParameterizedTest
  @EnumSource(
      value = StrategyKind.class,
      names = {"LONG_STRADDLE", "SHORT_STRADDLE"})
  void straddlesIntoFairEarningsHaveNoExpectedProfit(StrategyKind kind) {
    Sample profit = straddles(1, 1, kind)[0];
    assertThat(profit.count).isGreaterThan(EPISODES / 5);
    assertThat(profit.mean()).isCloseTo(0, within(CHANCE * profit.error()));
  }

  @ParameterizedTest
  @CsvSource({"1.3, 1", "1, 2", "1.3, 2", "0.8, 1"})
  void sellingVolatilityEarnsTheConfiguredPremiumAndNoMore(double premium, double earnings) {
    Sample[] sold = straddles(premium, earnings, StrategyKind.SHORT_STRADDLE);
    assertThat(sold[1].mean()).isCloseTo(0, within(CHANCE * sold[1].error()));
    if (premium * earnings > 1.5) {
      assertThat(sold[0].mean()).isGreaterThan(CHANCE * sold[0].error());
    }
    Sample[] bought = straddles(premium, earnings, StrategyKind.LONG_STRADDLE);
    assertThat(bought[1].mean()).isCloseTo(0, within(CHANCE * bought[1].error()));
  }

  @Test
  void allControlsAreDeterministicFromTheirSeeds() {
    for (StrategyRule rule :
        List.of(StrategyRule.NO_TRADE, StrategyRule.always(StrategyKind.SHORT_STRANGLE))) {
      assertThat(play(rule, 20, 30).sum).isEqualTo(play(rule, 20, 30).sum);
    }
    assertThat(play(StrategyRule.NO_TRADE, 20, 30).sum).isZero();
  }
}
