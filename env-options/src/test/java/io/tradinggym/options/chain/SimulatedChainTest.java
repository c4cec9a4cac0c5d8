package io.tradinggym.options.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.Greeks;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.surface.SurfaceLaw;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimulatedChainTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void fairValuesAndGreeksAreBlackScholesAtTheSurfacesVolatility() {
    SimulatedChain chain = new SimulatedChain(Laws.stock(SurfaceLaw.equityIndex(.04, .01), false));
    chain.reset(Laws.DAY, 187, .05);
    chain.advance(Laws.DAY + 1.5, 191, .06);
    assertThat(chain.size()).isEqualTo(100);
    for (int i = 0; i < chain.size(); i++) {
      double volatility = chain.surface().impliedVolatility(chain.strike(i), chain.years(i));
      assertThat(chain.impliedVolatility(i)).isCloseTo(volatility, within(ROUNDING));
      Greeks g =
          BlackScholes.greeks(
              chain.type(i), 191, chain.strike(i), chain.years(i), .04, .01, volatility);
      assertThat(chain.fair(i)).isCloseTo(g.price(), within(200 * ROUNDING));
      assertThat(chain.delta(i)).isCloseTo(g.delta(), within(ROUNDING));
      assertThat(chain.gamma(i)).isCloseTo(g.gamma(), within(ROUNDING));
      assertThat(chain.vega(i)).isCloseTo(g.vega(), within(200 * ROUNDING));
      assertThat(chain.theta(i)).isCloseTo(g.theta(), within(200 * ROUNDING));
    }
  }

  @Test
  void contractsAscendAndAreFoundByWhatTheyAre() {
    SimulatedChain chain = new SimulatedChain(Laws.stock(SurfaceLaw.flat(0, 0), false));
    chain.reset(Laws.DAY, 187, .05);
    for (int i = 0; i < chain.size(); i++) {
      assertThat(chain.indexOf(chain.type(i), chain.strike(i), chain.expiryDay(i))).isEqualTo(i);
      assertThat(chain.bid(i)).isLessThan(chain.ask(i));
      assertThat(chain.fair(i)).isBetween(chain.bid(i) - 1e-9, chain.ask(i) + 1e-9);
      if (i >= 2) {
        boolean sameExpiry = chain.expiryDay(i) == chain.expiryDay(i - 2);
        assertThat(sameExpiry ? chain.strike(i) - chain.strike(i - 2) : 1).isPositive();
        assertThat(chain.expiryDay(i)).isGreaterThanOrEqualTo(chain.expiryDay(i - 2));
      }
    }
    assertThat(chain.indexOf(OptionType.CALL, 187.25, chain.expiryDay(0))).isEqualTo(-1);
    assertThat(chain.indexOf(OptionType.CALL, 185, Laws.DAY)).isEqualTo(-1);
  }

  @Test
  void whatLeavesTheScreenIsStillQuotedTheSameWay() {
    ChainLaw law = Laws.stock(SurfaceLaw.equityIndex(.04, .01), false);
    SimulatedChain chain = new SimulatedChain(law);
    SimulatedChain wide =
        new SimulatedChain(
            new ChainLaw(
                law.surface(),
                law.expiries(),
                law.strikeRule(),
                law.ticks(),
                law.width(),
                law.liquidity(),
                5,
                200,
                false));
    chain.reset(Laws.DAY, 187, .05);
    wide.reset(Laws.DAY, 187, .05);
    assertThat(wide.size()).isGreaterThan(2 * chain.size());
    for (int i = 0; i < wide.size(); i++) {
      OptionType type = wide.type(i);
      double strike = wide.strike(i);
      assertThat(chain.fair(type, strike, wide.expiryDay(i)))
          .isCloseTo(wide.fair(i), within(200 * ROUNDING));
      assertThat(chain.bidCents(type, strike, wide.expiryDay(i))).isEqualTo(wide.bidCents(i));
      assertThat(chain.askCents(type, strike, wide.expiryDay(i))).isEqualTo(wide.askCents(i));
    }
  }

  @Test
  void quotesKeepTheExchangesWidestWidthUnderStress() {
    SimulatedChain chain = new SimulatedChain(Laws.stock(SurfaceLaw.equityIndex(.04, .01), false));
    chain.reset(Laws.DAY, 187, .05);
    double calm = chain.ask(40) - chain.bid(40);
    chain.stress(1000);
    chain.advance(Laws.DAY + 1, 187, .05);
    assertThat(chain.ask(40) - chain.bid(40)).isGreaterThan(calm);
    for (int i = 0; i < chain.size(); i++) {
      int limit = QuoteWidth.limitCents(chain.bidCents(i), 365 * chain.years(i));
      assertThat(chain.askCents(i) - chain.bidCents(i)).isLessThanOrEqualTo(limit);
    }
  }

  @Test
  void worthlessOptionsHaveNoBid() {
    ChainLaw law = Laws.stock(SurfaceLaw.flat(0, 0), false);
    SimulatedChain chain = new SimulatedChain(law);
    chain.reset(Laws.DAY, 100, .0225);
    int nearest = chain.expiryDay(0);
    assertThat(chain.bidCents(OptionType.CALL, 150, nearest)).isZero();
    assertThat(chain.askCents(OptionType.CALL, 150, nearest)).isEqualTo(1);
  }

  @Test
  void strikesFollowTheSpotAndExpiriesRoll() {
    SimulatedChain chain = new SimulatedChain(Laws.stock(SurfaceLaw.flat(0, 0), false));
    chain.reset(Laws.DAY, 100, .04);
    int first = chain.expiryDay(0);
    double spot = 100;
    for (int day = Laws.DAY + 1; day <= first; day++) {
      spot *= 1.2;
      chain.advance(day, spot, .04);
      double nearest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < chain.size(); i++) {
        nearest = Math.min(nearest, Math.abs(chain.strike(i) - spot));
      }
      assertThat(nearest).isLessThanOrEqualTo(5);
    }
    assertThat(chain.expiryDay(0)).as("expired options leave").isGreaterThan(first);
    assertThat(chain.fair(OptionType.CALL, 100, first)).isEqualTo(spot - 100);
    assertThat(chain.size()).isEqualTo(100);
  }

  @Test
  void americanOptionsAreWorthAtLeastWhatExercisePays() {
    SimulatedChain chain = new SimulatedChain(Laws.stock(SurfaceLaw.equityIndex(.08, 0), true));
    chain.reset(Laws.DAY, 187, .01);
    int floored = 0;
    for (int i = 0; i < chain.size(); i++) {
      double intrinsic = chain.type(i).payoff(187, chain.strike(i));
      assertThat(chain.fair(i)).isGreaterThanOrEqualTo(intrinsic);
      floored += chain.fair(i) == intrinsic && intrinsic > 0 ? 1 : 0;
    }
    assertThat(floored).isPositive();
  }

  @Test
  void aStepAllocatesNothing() {
    SimulatedChain chain = new SimulatedChain(Laws.stock(SurfaceLaw.equityIndex(.04, .01), true));
    SplittableRandom random = new SplittableRandom(5);
    walk(chain, random, 2000);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    walk(chain, random, 1000);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
  }

  private static void walk(SimulatedChain chain, SplittableRandom random, int steps) {
    double spot = 100;
    double time = Laws.DAY;
    chain.reset(Laws.DAY, spot, .04);
    for (int i = 0; i < steps; i++) {
      spot *= 1 + random.nextDouble(-0.03, 0.03);
      time += 0.3;
      chain.advance(time, spot, random.nextDouble(.01, .2));
    }
  }
}
