package io.tradinggym.options.analysis;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.strategy.EveryStrategy;
import io.tradinggym.options.strategy.Premiums;
import io.tradinggym.options.strategy.ProfitProfile;
import io.tradinggym.options.strategy.Strategies;
import io.tradinggym.options.strategy.Strategy;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    // level, drift, volatility, years
    "92, .05, .3, .25",
    "108, .05, .3, .25",
    "85, -.4, .2, .5",
    "120, -.4, .5, .5",
    "101, .8, .15, .02",
    "100.5, 0, .6, 1"
  })
  void probabilityOfTouchIsWhatSimulationFinds(
      double level, double drift, double volatility, double years) {
    SplittableRandom random = new SplittableRandom(21);
    int steps = 64;
    double dt = years / steps;
    double mean = (drift - volatility * volatility / 2) * dt;
    double scale = volatility * Math.sqrt(dt);
    double barrier = Math.log(level / 100);
    double side = Math.signum(barrier);
    double hits = 0;
    double squares = 0;
    int paths = 40_000;
    for (int p = 0; p < paths; p++) {
      double x = 0;
      double survived = 1;
      for (int i = 0; i < steps && survived > 0; i++) {
        double next = x + mean + scale * random.nextGaussian();
        // Between two points short of the barrier the Brownian bridge still touches it with a known
        // probability.
        double before = side * (barrier - x);
        double after = side * (barrier - next);
        survived *= after <= 0 ? 0 : -Math.expm1(-2 * before * after / (scale * scale));
        x = next;
      }
      hits += 1 - survived;
      squares += (1 - survived) * (1 - survived);
    }
    double share = hits / paths;
    double error = Math.sqrt((squares / paths - share * share) / paths);
    assertThat(new LognormalOutlook(100, drift, volatility, years).probabilityOfTouch(level))
        .isCloseTo(share, within(4 * error));
  }

  @Test
  void probabilityOfProfitAndExpectedProfitOfEveryStrategyAreWhatSimulationFinds() {
    LognormalOutlook outlook = new LognormalOutlook(100, .08, .3, MONTH);
    SplittableRandom random = new SplittableRandom(22);
    double[] spots = new double[PATHS];
    for (int i = 0; i < PATHS; i++) {
      double z = random.nextGaussian();
      spots[i] = 100 * Math.exp((.08 - .045) * MONTH + .3 * Math.sqrt(MONTH) * z);
    }
    for (Strategy strategy : EveryStrategy.of(strategies, MONTH)) {
      ProfitProfile profile =
          strategy.legs().stream().anyMatch(leg -> leg.years() > MONTH)
              ? ProfitProfile.atNearExpiry(strategy, .02, 0, .25)
              : ProfitProfile.atExpiry(strategy);
      double wins = 0;
      double sum = 0;
      double squares = 0;
      for (double spot : spots) {
        double profit = profile.profit(spot);
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
