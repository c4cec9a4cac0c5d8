package io.tradinggym.options.strategy;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.margin.MarginRequirement;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What is true of every strategy. */
class EveryStrategyTest {
  private static final double MONTH = 30 / 365.0;
  private static final double VOLATILITY = .25;
  private static final double RATE = .02;

  /** Of a central difference, relative to the largest of what is compared. */
  private static final double DIFFERENCE = 1e-5;

  private final Strategies strategies =
      new Strategies(Premiums.blackScholes(100, RATE, 0, VOLATILITY), 100);

  private static StrategyGreeks greeks(Strategy strategy, double spot, double rate, double sigma) {
    return StrategyGreeks.of(strategy, spot, rate, 0, sigma);
  }

  private static void slope(
      String name, DoubleUnaryOperator value, double at, double step, double expected) {
    double difference =
        (value.applyAsDouble(at + step) - value.applyAsDouble(at - step)) / (2 * step);
    double size = 100 + Math.abs(expected);
    assertThat(difference).as(name).isCloseTo(expected, within(DIFFERENCE * size));
  }

  @Test
  void greeksAreTheSlopesOfTheValue() {
    for (Strategy s : EveryStrategy.of(strategies, MONTH)) {
      for (double spot : new double[] {90, 100, 107}) {
        StrategyGreeks g = greeks(s, spot, RATE, VOLATILITY);
        String name = s.name();
        slope(name, x -> greeks(s, x, RATE, VOLATILITY).value(), spot, .01, g.delta());
        slope(name, x -> greeks(s, x, RATE, VOLATILITY).delta(), spot, .01, g.gamma());
        slope(name, x -> greeks(s, spot, RATE, x).value(), VOLATILITY, 1e-4, g.vega());
        slope(name, x -> greeks(s, spot, x, VOLATILITY).value(), RATE, 1e-4, g.rho());
        double diffusion = .5 * VOLATILITY * VOLATILITY * spot * spot * g.gamma();
        assertThat(g.theta() + diffusion + RATE * spot * g.delta() - RATE * g.value())
            .as("the Black-Scholes equation")
            .isCloseTo(0, within(1e-9));
      }
    }
  }

  @Test
  void atFairPremiumsTheValueIsWhatWasPaid() {
    for (Strategy s : EveryStrategy.of(strategies, MONTH)) {
      assertThat(greeks(s, 100, RATE, VOLATILITY).value())
          .as(s.name())
          .isCloseTo(s.cost(), within(1e-9));
    }
  }

  /** Margin of limited risk is the largest loss beyond what was paid or received. */
  @Test
  void spreadsThatExpireTogetherNeedWhatTheyMayLose() {
    for (Strategy s :
        new Strategy[] {
          strategies.bearCallSpread(95, 105, MONTH),
          strategies.bullPutSpread(95, 105, MONTH),
          strategies.bullCallSpread(95, 105, MONTH),
          strategies.bearPutSpread(95, 105, MONTH),
          strategies.ironCondor(85, 90, 110, 120, MONTH),
          strategies.ironButterfly(90, 100, 110, MONTH),
          strategies.butterfly(CALL, 90, 100, 110, MONTH, 1),
          strategies.butterfly(CALL, 90, 100, 110, MONTH, -1),
          strategies.straddle(100, MONTH, 1)
        }) {
      MarginRequirement requirement = ExchangeMargin.EQUITY.requirement(s, 100);
      assertThat(requirement.call())
          .as(s.name())
          .isCloseTo(ProfitProfile.atExpiry(s).maxLoss(), within(1e-9));
    }
  }

  @Test
  void noStrategyNeedsLessThanNothing() {
    for (Strategy s : EveryStrategy.of(strategies, MONTH)) {
      for (double spot : new double[] {60, 90, 100, 130}) {
        MarginRequirement requirement = ExchangeMargin.EQUITY.requirement(s, spot);
        assertThat(requirement.maintenance()).as(s.name()).isNotNegative();
        assertThat(requirement.initial())
            .as(s.name())
            .isGreaterThanOrEqualTo(Math.max(s.optionCost(), 0) - 1e-9);
      }
    }
  }

  /** A credit of more than the calls' width leaves nothing to lose above. */
  @Test
  void aJadeLizardWithEnoughCreditLosesNothingAbove() {
    Strategy lizard =
        new Strategies((type, strike, years) -> strike == 90 ? 3 : strike == 105 ? 4 : 1.5, 100)
            .jadeLizard(90, 105, 110, MONTH);
    ProfitProfile profile = ProfitProfile.atExpiry(lizard);
    assertThat(-lizard.cost()).isEqualTo(550);
    assertThat(profile.profit(1_000)).isCloseTo(50, within(1e-9));
    assertThat(profile.breakEvens()).hasSize(1);
    assertThat(profile.breakEvens()[0]).isCloseTo(84.5, within(1e-9));
    assertThat(profile.maxLoss()).isCloseTo(8_450, within(1e-9));
  }
}
