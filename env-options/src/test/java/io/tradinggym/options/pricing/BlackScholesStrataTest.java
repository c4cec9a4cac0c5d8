package io.tradinggym.options.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.opengamma.strata.pricer.impl.option.BlackScholesFormulaRepository;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Strata's own formulas as the independent oracle, on a random grid. */
class BlackScholesStrataTest {
  private static final int POINTS = 100_000;

  /** Absolute, per unit of spot plus strike: Strata subtracts the two legs of the formula. */
  private static final double PRICE = 5e-15;

  /** Relative to the Greek plus one. */
  private static final double GREEK = 2e-12;

  /** Farther out, in standard deviations, Strata rounds to the intrinsic value. */
  private static final double STRATA_IS_EXACT = 6;

  @Test
  void agreesOnARandomGrid() {
    SplittableRandom random = new SplittableRandom(20261121);
    for (int i = 0; i < POINTS; i++) {
      double s = 100;
      double k = 100 * Math.exp(random.nextDouble(-1, 1));
      double t = random.nextDouble(0.01, 5);
      double r = random.nextDouble(-0.05, 0.15);
      double q = random.nextDouble(-0.05, 0.15);
      double v = random.nextDouble(0.02, 1.5);
      boolean call = random.nextBoolean();
      double b = r - q;
      String point = "call " + call + " k " + k + " t " + t + " r " + r + " q " + q + " v " + v;
      Greeks g = BlackScholes.greeks(call ? OptionType.CALL : OptionType.PUT, s, k, t, r, q, v);
      close(
          point + " price",
          g.price(),
          BlackScholesFormulaRepository.price(s, k, t, v, r, b, call),
          PRICE * (s + k) * growth(r, q, t));
      double d1 = (Math.log(s / k) + (b + v * v / 2) * t) / (v * Math.sqrt(t));
      if (Math.abs(d1) > STRATA_IS_EXACT) {
        continue;
      }
      close(
          point + " delta",
          g.delta(),
          BlackScholesFormulaRepository.delta(s, k, t, v, r, b, call),
          GREEK);
      close(
          point + " gamma",
          g.gamma(),
          BlackScholesFormulaRepository.gamma(s, k, t, v, r, b),
          GREEK * (1 + g.gamma()));
      close(
          point + " vega",
          g.vega(),
          BlackScholesFormulaRepository.vega(s, k, t, v, r, b),
          GREEK * (1 + g.vega()));
      close(
          point + " theta",
          g.theta(),
          BlackScholesFormulaRepository.theta(s, k, t, v, r, b, call),
          GREEK * (s + Math.abs(g.theta())));
      close(
          point + " dualDelta",
          g.dualDelta(),
          BlackScholesFormulaRepository.dualDelta(s, k, t, v, r, b, call),
          GREEK);
      close(
          point + " dualGamma",
          g.dualGamma(),
          BlackScholesFormulaRepository.dualGamma(s, k, t, v, r, b),
          GREEK * (1 + g.dualGamma()));
      close(
          point + " vanna",
          g.vanna(),
          BlackScholesFormulaRepository.vanna(s, k, t, v, r, b),
          GREEK * (1 + Math.abs(g.vanna())));
      close(
          point + " vomma",
          g.vomma(),
          BlackScholesFormulaRepository.vomma(s, k, t, v, r, b),
          GREEK * (1 + Math.abs(g.vomma())));
      double carryRho = BlackScholesFormulaRepository.carryRho(s, k, t, v, r, b, call);
      close(
          point + " rho",
          g.rho(),
          BlackScholesFormulaRepository.rho(s, k, t, v, r, b, call),
          GREEK * (s + Math.abs(g.rho())));
      close(
          point + " dividendRho",
          g.dividendRho(),
          -carryRho,
          GREEK * (s + Math.abs(g.dividendRho())));
      close(
          point + " veta",
          g.veta(),
          BlackScholesFormulaRepository.vegaBleed(s, k, t, v, r, b),
          GREEK * (s + Math.abs(g.veta())));
      close(
          point + " charm",
          g.charm(),
          BlackScholesFormulaRepository.charm(s, k, t, v, r, b, call),
          GREEK * (1 + Math.abs(g.charm())));
    }
  }

  /** The grid of Strata's own test: carry 5 %, four and a half years. */
  @Test
  void agreesOnStratasPriceCube() {
    double[] strikes = {85, 90, 95, 100, 103, 108, 120, 150, 250};
    double[] volatilities = {.1, .12, .15, .2, .3, .5, .8};
    double[] rates = {-.01, -.005, .008, .032, .062, .1, .15};
    double carry = .05;
    double years = 4.5;
    for (OptionType type : OptionType.values()) {
      for (double k : strikes) {
        for (double v : volatilities) {
          for (double r : rates) {
            double expected =
                BlackScholesFormulaRepository.price(
                    100, k, years, v, r, carry, type == OptionType.CALL);
            close(
                type + " k " + k + " v " + v + " r " + r,
                BlackScholes.price(type, 100, k, years, r, r - carry, v),
                expected,
                PRICE * (100 + k) * growth(r, r - carry, years));
          }
        }
      }
    }
  }

  private static double growth(double r, double q, double t) {
    return Math.exp(t * Math.max(0, Math.max(-r, -q)));
  }

  private static void close(String point, double actual, double expected, double tolerance) {
    if (!(Math.abs(actual - expected) <= tolerance)) {
      assertThat(actual).as(point).isCloseTo(expected, within(tolerance));
    }
  }
}
