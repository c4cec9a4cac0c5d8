package io.tradinggym.options.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.options.pricing.Heston;
import io.tradinggym.options.pricing.HestonStep;
import io.tradinggym.options.surface.EarningsJump;
import io.tradinggym.options.surface.SimulatedSurface;
import io.tradinggym.options.surface.SpotRule;
import io.tradinggym.options.surface.Ssvi;
import io.tradinggym.options.surface.SurfaceLaw;
import io.tradinggym.options.surface.VarianceTerm;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * States of simulated chains under random laws, each along a path of Heston's model. {@code -Dtradinggym.tries=1000000}
 * looks at a million of them.
 */
class NoArbitragePropertyTest {
  private static final int STATES = Integer.getInteger("tradinggym.tries", 5000);
  private static final int PATH = 250;

  /** Quotes are whole cents: a real arbitrage is at least one. */
  private static final double LESS_THAN_A_CENT = 1e-6;

  /** Of total variance and of Durrleman's function. */
  private static final double ROUNDING = 1e-9;

  @Test
  void noSimulatedChainGivesMoneyAway() {
    SplittableRandom random = new SplittableRandom(20261121);
    for (int state = 0; state < STATES; state += PATH) {
      long seed = random.nextLong();
      path(new SplittableRandom(seed), seed);
    }
  }

  private static void path(SplittableRandom random, long seed) {
    double rho = random.nextDouble(-0.95, 0.3);
    VarianceTerm term = new VarianceTerm(random.nextDouble(.01, .3), random.nextDouble(0.5, 6));
    SurfaceLaw law =
        new SurfaceLaw(
            new Ssvi(
                rho,
                random.nextDouble(.01, 1) * 2 / (1 + Math.abs(rho)),
                random.nextDouble(.05, .5)),
            term,
            random.nextBoolean() ? SpotRule.STICKY_STRIKE : SpotRule.STICKY_DELTA,
            random.nextDouble(.7, 1.5),
            random.nextDouble(0, .08),
            random.nextBoolean() ? 0 : random.nextDouble(0, .05),
            List.of(
                new EarningsJump(.1, random.nextDouble(0, .15)),
                new EarningsJump(.35, random.nextDouble(0, .15))));
    Heston heston =
        new Heston(term.longRun(), term.speed(), term.longRun(), random.nextDouble(.1, 1.5), rho);
    HestonStep step = new HestonStep(heston, 1 / 252.0, law.rate(), law.dividendYield());
    SimulatedChain chain = new SimulatedChain(Laws.stock(law, false));
    ArbitrageScan scan =
        new ArbitrageScan(law.rate(), law.dividendYield(), false, LESS_THAN_A_CENT);
    double spot = Math.exp(random.nextDouble(1.5, 6.5));
    double variance = term.longRun();
    double time = Laws.DAY;
    chain.reset(Laws.DAY, spot, variance);
    for (int i = 0; i < PATH; i++) {
      double next = step.variance(variance, random.nextGaussian(), random.nextDouble());
      spot *= Math.exp(step.logReturn(variance, next, random.nextGaussian()));
      variance = next;
      time += 365 / 252.0;
      chain.advance(time, spot, variance);
      assertThat(scan.find(chain, spot)).as("seed %d, step %d, %s", seed, i, law).isEmpty();
      surface(chain.surface(), random, seed);
    }
  }

  /** Any strike and expiry, on the surface itself. */
  private static void surface(SimulatedSurface surface, SplittableRandom random, long seed) {
    double near = random.nextDouble(.003, 2);
    double far = near + random.nextDouble(0, 1);
    double k = random.nextDouble(-2, 2);
    double earlier = surface.impliedVolatility(surface.forward(near) * Math.exp(k), near);
    double later = surface.impliedVolatility(surface.forward(far) * Math.exp(k), far);
    double w = earlier * earlier * near;
    if (!(later * later * far >= w * (1 - ROUNDING))) {
      assertThat(later * later * far)
          .as("calendar, seed %d, k %s", seed, k)
          .isGreaterThanOrEqualTo(w);
    }
    if (surface.atTheMoney(near) > 1e-6) {
      double g = surface.law().shape().slice(surface.atTheMoney(near)).durrleman(k);
      if (!(g >= -ROUNDING)) {
        assertThat(g).as("butterfly, seed %d, k %s", seed, k).isNotNegative();
      }
    }
  }
}
