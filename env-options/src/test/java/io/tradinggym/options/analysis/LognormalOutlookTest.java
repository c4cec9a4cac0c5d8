package io.tradinggym.options.analysis;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.strategy.Premiums;
import io.tradinggym.options.strategy.ProfitProfile;
import io.tradinggym.options.strategy.Strategies;
import io.tradinggym.options.strategy.Strategy;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LognormalOutlookTest {
  private static final double MONTH = 30 / 365.0;
  private static final int PATHS = 200_000;

  private final Strategies strategies =
      new Strategies(Premiums.blackScholes(100, 0.02, 0, 0.25), 100);

  @Test
  void discountedTouchAgreesWithOptionLab() {
    LognormalOutlook outlook = new LognormalOutlook(100, .01, .2, 60 / 365.0);
    assertThat(outlook.touchValue(105, .01)).isCloseTo(.540374479063, within(1e-12));
  }

  @Test
  void probabilityOfTouchIsWhatSimulationFinds() {
    LognormalOutlook outlook = new LognormalOutlook(100, .05, .3, .25);
    SplittableRandom random = new SplittableRandom(21);
    int steps = 64;
    double dt = .25 / steps;
    double drift = (.05 - .045) * dt;
    double scale = .3 * Math.sqrt(dt);
    double barrier = Math.log(.92);
    double hits = 0;
    int paths = 40_000;
    for (int p = 0; p < paths; p++) {
      double x = 0;
      double survived = 1;
      for (int i = 0; i < steps && survived > 0; i++) {
        double next = x + drift + scale * random.nextGaussian();
        // Between two points above the barrier the Brownian bridge still touches it with a known
        // probability.
        double stays =
            next <= barrier
                ? 0
                : -Math.expm1(-2 * (x - barrier) * (next - barrier) / (scale * scale));
        survived *= stays;
        x = next;
      }
      hits += 1 - survived;
    }
    double error = Math.sqrt(.25 / paths);
    assertThat(outlook.probabilityOfTouch(92)).isCloseTo(hits / paths, within(4 * error));
  }

  @Test
  void probabilityOfProfitAndExpectedProfitAreWhatSimulationFinds() {
    LognormalOutlook outlook = new LognormalOutlook(100, .08, .3, MONTH);
    for (Strategy strategy :
        new Strategy[] {
          strategies.ironCondor(85, 90, 110, 120, MONTH),
          strategies.straddle(100, MONTH, 1),
          strategies.coveredCall(105, MONTH),
          strategies.ratioSpread(CALL, 100, 108, 2, MONTH)
        }) {
      ProfitProfile profile = ProfitProfile.atExpiry(strategy);
      SplittableRandom random = new SplittableRandom(22);
      double wins = 0;
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < PATHS; i++) {
        double z = random.nextGaussian();
        double profit =
            profile.profit(100 * Math.exp((.08 - .045) * MONTH + .3 * Math.sqrt(MONTH) * z));
        wins += profit > 0 ? 1 : 0;
        sum += profit;
        squares += profit * profit;
      }
      double error = Math.sqrt((squares / PATHS - sum / PATHS * sum / PATHS) / PATHS);
      assertThat(outlook.probabilityOfProfit(profile))
          .as(strategy.name())
          .isCloseTo(wins / PATHS, within(4 * Math.sqrt(.25 / PATHS)));
      assertThat(outlook.expectedProfit(profile))
          .as(strategy.name())
          .isCloseTo(sum / PATHS, within(4 * error));
    }
  }

  @Test
  void fairlyPricedOptionsHaveNoExpectedProfitBeyondInterest() {
    Strategy call = strategies.buy(CALL, 103, MONTH);
    double premium = BlackScholes.price(CALL, 100, 103, MONTH, .02, 0, .25);
    double expected =
        new LognormalOutlook(100, .02, .25, MONTH).expectedProfit(ProfitProfile.atExpiry(call));
    assertThat(expected).isCloseTo(100 * premium * Math.expm1(.02 * MONTH), within(1e-9));
  }

  @Test
  void probabilitiesStayProbabilities() {
    LognormalOutlook outlook = new LognormalOutlook(100, .5, .1, 5);
    assertThat(outlook.probabilityOfTouch(100)).isEqualTo(1);
    assertThat(outlook.probabilityOfTouch(101)).isBetween(.99, 1.0);
    assertThat(outlook.probabilityOfTouch(1)).isBetween(0.0, 1e-12);
  }
}
