package io.tradinggym.options.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.pricing.Normal;
import io.tradinggym.options.surface.Ssvi;
import io.tradinggym.options.surface.SurfaceLaw;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class SurfaceSummaryTest {
  private static final double MONTH = 30 / 365.0;

  private static SimulatedChain simulated(Ssvi shape) {
    SurfaceLaw surface = SurfaceLaw.equityIndex(.03, 0).withShape(shape);
    ChainLaw law = Laws.stock(surface, false);
    SimulatedChain chain =
        new SimulatedChain(
            new ChainLaw(
                surface,
                law.expiries(),
                new StrikeRule(StrikeRule.Program.DENSE, .6),
                TickRule.PENNY,
                QuoteWidth.LIQUID,
                law.liquidity(),
                9,
                200,
                false));
    chain.reset(Laws.DAY, 187, .04);
    return chain;
  }

  /** The surface that made the chain is the oracle. */
  @Test
  void theNumbersAreThoseOfTheSurfaceThatMadeTheChain() {
    SimulatedChain chain = simulated(new Ssvi(-.6, .9, .4));
    SurfaceSummary summary = SurfaceSummary.of(chain);
    double forward = chain.surface().forward(MONTH);
    double atm = chain.surface().impliedVolatility(forward, MONTH);
    assertThat(summary.atm()).isCloseTo(atm, within(.003));
    assertThat(summary.term())
        .isCloseTo(
            chain.surface().impliedVolatility(chain.surface().forward(3 * MONTH), 3 * MONTH) - atm,
            within(.004));
    assertThat(summary.skew())
        .isCloseTo(atDelta(chain, -.25) - atDelta(chain, .25), within(.004))
        .isGreaterThan(.01);
    assertThat(summary.index())
        .as("a variance swap of a skewed smile is above the volatility at the money")
        .isBetween(atm, atm + .03);
  }

  /** Walks the strikes to the delta of a call, or of a put where it is below 0. */
  private static double atDelta(SimulatedChain chain, double delta) {
    double forward = chain.surface().forward(MONTH);
    double wanted = delta < 0 ? 1 + delta : delta;
    double best = Double.NaN;
    double gap = 1;
    for (double k = -.3; k < .3; k += 1e-4) {
      double volatility = chain.surface().impliedVolatility(forward * Math.exp(k), MONTH);
      double deviation = volatility * Math.sqrt(MONTH);
      double miss = Math.abs(Normal.cdf(-k / deviation + .5 * deviation) - wanted);
      if (miss < gap) {
        gap = miss;
        best = volatility;
      }
    }
    return best;
  }

  @Test
  void aFlatSmileHasNoSkewAndItsIndexIsItsVolatility() {
    SurfaceSummary summary = SurfaceSummary.of(simulated(new Ssvi(0, 1e-3, .4)));
    assertThat(summary.skew()).isCloseTo(0, within(.003));
    assertThat(summary.index()).isCloseTo(summary.atm(), within(.006));
  }

  /** Cboe's VIX closed at 14.62 that day, of the index's options; SPY's are a little above or below it. */
  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void theChainOfARealDay() throws IOException {
    Path file =
        Path.of(
            String.valueOf(System.getenv("TRADING_GYM_DATA")),
            "options/SPY_chain_yahoo_20250826.csv.gz");
    SurfaceSummary summary = SurfaceSummary.of(ChainFile.of(file).excludingBroken().read());
    assertThat(summary.index()).isCloseTo(.1462, within(.01));
    assertThat(summary.atm()).isBetween(.1, summary.index());
    assertThat(summary.skew()).isBetween(.03, .08);
    assertThat(summary.term()).isBetween(0.0, .04);
  }
}
