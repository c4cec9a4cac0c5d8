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
import io.tradinggym.reward.Rewards;
import io.tradinggym.testkit.EnvironmentContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionStrategiesTest {
  private static final String ID = "OptionStrategies-v1";
  private static final int SIZES = 2;

  /** Interest, dividends, a smile, strays: everything that can happen happens. */
  @Nested
  class WithEverything extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return OptionStrategies.lanes(
              new OptionMarket(
                  0.4, 0.1, 1.2, 0.3, 4, -0.5, 0.1, 1.3, SmileKind.STOCK, 0.08, 0.04, 2),
              new StrategyTask(
                  new AccountTerms(20_000, FillRule.ORATS, 0.65, 0.0005, 0.05, 252),
                  List.of(0.2, 0.9),
                  50,
                  10))
          .get();
    }
  }

  private static int open(StrategyKind kind, int size) {
    return StrategyTask.DEFAULT.open(kind, size);
  }

  private static VectorBuilder calm() {
    return Gym.vector(ID)
        .option(MarketOptions.EARNINGS, 0.0)
        .option(MarketOptions.PREMIUM_VOLATILITY, 0.0);
  }

  @Test
  void holdingNothingEarnsNothing() {
    try (Environment env = Gym.make(ID)) {
      env.reset(3);
      while (!env.ended()) {
        Step step = env.step(OptionStrategies.HOLD);
        assertThat(step.reward()).isZero();
        assertThat(step.info(OptionInfo.EQUITY)).isEqualTo(200_000);
      }
      assertThat(env.endReason()).isEqualTo(EndReason.TIME_LIMIT);
    }
  }

  @Test
  void anyRewardCanBeMaximisedAndShowsItsMemory() {
    try (Environment plain = Gym.make(ID);
        Environment env =
            Gym.vector(ID)
                .option(StrategyOptions.REWARD, Rewards.parse("logReturn - 2 turnover"))
                .single();
        Environment remembers =
            Gym.vector(ID).option(StrategyOptions.REWARD, Rewards.differentialSharpe()).single()) {
      plain.reset(3);
      env.reset(3);
      int action = open(StrategyKind.LONG_CALL, 0);
      double value = plain.step(action).reward();
      // A tenth of the equity is spent on options, once: premiums at the offer.
      double reward = env.step(action).reward();
      assertThat(value - reward).isBetween(2 * 0.095, 2 * 0.1);
      remembers.reset(3);
      assertThat(remembers.observationSpace().size())
          .isGreaterThan(plain.observationSpace().size());
      assertThat(remembers.step(action).reward()).isNotEqualTo(value);
    }
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void everyStrategyCanBeOpenedHeldRolledAndClosed(StrategyKind kind) {
    try (Environment env = calm().single()) {
      env.reset(5);
      Step step = env.step(open(kind, 0));
      assertThat(step.info(OptionInfo.UNITS)).isPositive();
      assertThat(step.info(OptionInfo.COSTS)).isPositive();
      assertThat(step.observation()[11 + StrategyKind.ALL.indexOf(kind)]).isEqualTo(1);
      env.step(OptionStrategies.HOLD);
      step = env.step(OptionStrategies.ROLL);
      assertThat(step.info(OptionInfo.UNITS)).isPositive();
      step = env.step(OptionStrategies.CLOSE);
      assertThat(step.info(OptionInfo.UNITS)).isZero();
      assertThat(step.info(OptionInfo.SHARES)).isZero();
      double equity = step.info(OptionInfo.EQUITY);
      assertThat(env.step(OptionStrategies.HOLD).info(OptionInfo.EQUITY)).isEqualTo(equity);
    }
  }

  @ParameterizedTest
  @EnumSource(StrategyKind.class)
  void anOpenedStrategyTiesUpNoMoreThanItsPart(StrategyKind kind) {
    try (Environment env = calm().option(MarketOptions.POINTS, 0.0).single()) {
      for (int size = 0; size < SIZES; size++) {
        double part = StrategyTask.DEFAULT.sizes().get(size);
        env.reset(8);
        Step step = env.step(open(kind, size));
        double units = step.info(OptionInfo.UNITS);
        assertThat(units).isPositive();
        // Margin moves with the spot for a day, and keeps less of shares than opening needs.
        assertThat(step.info(OptionInfo.MARGIN)).isLessThan(1.6 * part * 200_000);
      }
    }
  }

  @Test
  void rewardsSumToTheGrowthOfEquity() {
    try (Environment env = Gym.make(ID)) {
      for (int seed = 0; seed < 20; seed++) {
        env.reset(seed);
        double sum = 0;
        double equity = 0;
        for (int i = 0; !env.ended(); i++) {
          Step step = env.step(legal(env, seed + 7 * i));
          sum += step.reward();
          equity = step.info(OptionInfo.EQUITY);
        }
        assertThat(sum).isCloseTo(Math.log(equity / 200_000), within(1e-9));
      }
    }
  }

  /** The nth allowed action, around again. */
  private static int legal(Environment env, int n) {
    boolean[] mask = env.last().mask();
    int action = n % mask.length;
    while (!mask[action]) {
      action = (action + 1) % mask.length;
    }
    return action;
  }

  @Test
  void theMaskOffersOpeningOnlyWhenNoOptionIsHeldAndClosingOnlyWhenSomethingIs() {
    try (Environment env = Gym.make(ID)) {
      for (int seed = 0; seed < 20; seed++) {
        env.reset(seed);
        for (int i = 0; !env.ended(); i++) {
          Step step = env.step(legal(env, 3 * seed + 11 * i));
          boolean[] mask = env.last().mask();
          assertThat(mask[OptionStrategies.HOLD]).isTrue();
          boolean something = step.info(OptionInfo.UNITS) > 0 || step.info(OptionInfo.SHARES) != 0;
          boolean opening = false;
          for (int a = OptionStrategies.OPEN; a < mask.length; a++) {
            opening |= mask[a];
          }
          if (mask[OptionStrategies.ROLL]) {
            assertThat(mask[OptionStrategies.CLOSE]).isTrue();
            assertThat(opening).isFalse();
          }
          if (!something) {
            assertThat(mask[OptionStrategies.CLOSE]).isFalse();
          }
        }
      }
    }
  }

  @Test
  void whatTheMaskForbidsDoesNothing() {
    try (Environment env = calm().single()) {
      env.reset(1);
      assertThat(env.step(OptionStrategies.CLOSE).info(OptionInfo.COSTS)).isZero();
      assertThat(env.step(OptionStrategies.ROLL).info(OptionInfo.COSTS)).isZero();
      double units = env.step(open(StrategyKind.LONG_STRADDLE, 0)).info(OptionInfo.UNITS);
      Step step = env.step(open(StrategyKind.SHORT_STRADDLE, 1));
      assertThat(step.info(OptionInfo.UNITS)).isEqualTo(units);
    }
  }

  @Test
  void aPutSoldAndHeldEndsInSharesOnWhichACallCanBeSold() {
    try (Environment env = calm().option(AccountOptions.EPISODE, 60).single()) {
      int wheels = 0;
      for (int seed = 0; seed < 20; seed++) {
        env.reset(seed);
        Step step = env.step(open(StrategyKind.CASH_SECURED_PUT, 1));
        double units = step.info(OptionInfo.UNITS);
        while (!env.ended() && step.info(OptionInfo.SHARES) == 0) {
          step = env.step(OptionStrategies.HOLD);
        }
        if (!env.ended()) {
          wheels++;
          assertThat(step.info(OptionInfo.SHARES)).isEqualTo(100 * units);
          assertThat(step.info(OptionInfo.ASSIGNED)).isEqualTo(units);
          boolean[] mask = env.last().mask();
          assertThat(mask[open(StrategyKind.COVERED_CALL, 0)]).isTrue();
          assertThat(mask[open(StrategyKind.LONG_CALL, 0)]).isFalse();
          step = env.step(open(StrategyKind.COVERED_CALL, 0));
          assertThat(step.info(OptionInfo.UNITS)).isEqualTo(units);
          assertThat(step.info(OptionInfo.SHARES)).isEqualTo(100 * units);
        }
      }
      assertThat(wheels).isBetween(3, 17);
    }
  }

  @Test
  void sellingTooMuchMeetsAMarginCall() {
    try (Environment env =
        calm()
            .option(StrategyOptions.SIZES, List.of(1.0))
            .option(MarketOptions.VOLATILITY, 0.8)
            .single()) {
      int called = 0;
      for (int seed = 0; seed < 20; seed++) {
        env.reset(seed);
        env.step(OptionStrategies.OPEN + StrategyKind.ALL.indexOf(StrategyKind.SHORT_STRADDLE));
        while (!env.ended()) {
          env.step(OptionStrategies.HOLD);
        }
        called += env.endReason() == EndReason.MARGIN_CALL ? 1 : 0;
      }
      assertThat(called).isPositive();
    }
  }

  @Test
  void refusesWhatIsNoTask() {
    assertThatThrownBy(() -> Gym.vector(ID).option(MarketOptions.PREMIUM, 0.0).single())
        .hasMessageContaining("premium must be in (0, 10], was 0.0");
    assertThatThrownBy(() -> Gym.vector(ID).option(StrategyOptions.SIZES, List.of(2.0)).single())
        .hasMessageContaining("sizes must be parts in (0, 1], were [2.0]");
  }
}
