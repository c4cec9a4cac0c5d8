package io.tradinggym.options.pricing;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Small trees by a plain recursion, boundaries by what holds there, and what no method takes. */
class AmericanPartsTest {
  /** A tree of few steps, node by node. */
  private record Plain(
      OptionType type,
      boolean american,
      double risky,
      double strike,
      double years,
      double rate,
      double yield,
      double volatility,
      double exDate,
      double dividend,
      int steps) {
    private double chance(double z) {
      double n = steps;
      double scaled = z / (n + 1 / 3.0 + 0.1 / (n + 1));
      double inside = 0.25 - 0.25 * Math.exp(-scaled * scaled * (n + 1 / 6.0));
      return z < 0 ? 0.5 - Math.sqrt(inside) : 0.5 + Math.sqrt(inside);
    }

    private double d1() {
      double variance = volatility * volatility;
      return (Math.log(risky / strike) + (rate - yield + variance / 2) * years)
          / (volatility * Math.sqrt(years));
    }

    private double p() {
      return chance(d1() - volatility * Math.sqrt(years));
    }

    private double u() {
      return Math.exp((rate - yield) * years / steps) * chance(d1()) / p();
    }

    private double d() {
      return (Math.exp((rate - yield) * years / steps) - p() * u()) / (1 - p());
    }

    /** The share, with the worth of a dividend that is still to come. */
    double spot(int step, int ups) {
      double time = step * years / steps;
      double ahead = exDate > time ? dividend * Math.exp(-rate * (exDate - time)) : 0;
      return risky * Math.pow(u(), ups) * Math.pow(d(), step - ups) + ahead;
    }

    double value(int step, int ups) {
      double exercise = Math.max(type.sign() * (spot(step, ups) - strike), 0);
      if (step == steps) {
        return exercise;
      }
      double hold =
          Math.exp(-rate * years / steps)
              * (p() * value(step + 1, ups + 1) + (1 - p()) * value(step + 1, ups));
      return american ? Math.max(hold, exercise) : hold;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CALL, false, 3, 0", "CALL, true, 3, 0", "PUT, false, 3, 0", "PUT, true, 3, 0",
    "CALL, true, 5, 4", "PUT, true, 5, 4", "CALL, false, 5, 4", "PUT, true, 7, 2"
  })
  void smallTreesAreTheirNodesWorkedBackOneByOne(
      OptionType type, boolean american, int steps, double dividend) {
    double exDate = 0.3;
    double escrow = dividend * Math.exp(-0.08 * exDate);
    Plain plain =
        new Plain(type, american, 100 - escrow, 95, 0.75, 0.08, 0.05, 0.3, exDate, dividend, steps);
    CashDividends dividends =
        dividend == 0 ? CashDividends.NONE : CashDividends.of(exDate, dividend);
    LeisenReimerTree tree = new LeisenReimerTree(steps);
    // Another contract before it leaves nothing behind.
    tree.american(PUT, 50, 200, 2, 0.01, 0, 0.9);
    double price = tree.price(type, american, 100, 95, 0.75, 0.08, 0.05, 0.3, dividends);
    assertThat(price).isCloseTo(plain.value(0, 0), within(1e-11));
    double up = plain.spot(1, 1);
    double down = plain.spot(1, 0);
    assertThat(tree.delta())
        .isCloseTo((plain.value(1, 1) - plain.value(1, 0)) / (up - down), within(1e-11));
    double high = (plain.value(2, 2) - plain.value(2, 1)) / (plain.spot(2, 2) - plain.spot(2, 1));
    double low = (plain.value(2, 1) - plain.value(2, 0)) / (plain.spot(2, 1) - plain.spot(2, 0));
    double gamma = (high - low) / ((plain.spot(2, 2) - plain.spot(2, 0)) / 2);
    assertThat(tree.gamma()).isCloseTo(gamma, within(1e-11));
    // Two steps on the share is not where it was: what that moves is taken out.
    double moved = (100 - escrow) * (plain.u() * plain.d() - 1);
    double later = plain.value(2, 1) - tree.delta() * moved - gamma * moved * moved / 2;
    assertThat(tree.theta()).isCloseTo((later - price) / (2 * 0.75 / steps), within(1e-9));
  }

  @Test
  void treesHaveAnOddNumberOfSteps() {
    for (int steps : new int[] {-3, 0, 1, 2, 4, 10_002, 10_003}) {
      assertThatThrownBy(() -> new LeisenReimerTree(steps))
          .hasMessage("steps must be odd and in [3, 10001], was " + steps);
    }
    assertThat(new LeisenReimerTree(10_001).american(CALL, 100, 100, 1, 0, 0, 0.2))
        .isCloseTo(BlackScholes.price(CALL, 100, 100, 1, 0, 0, 0.2), within(1e-6));
  }

  /** So far from the strike that nothing is uncertain: exercised, kept, or worthless. */
  @Test
  void farFromTheStrikeATreeIsAForward() {
    LeisenReimerTree tree = new LeisenReimerTree(3);
    assertThat(tree.american(PUT, 1, 100, 1, 0.05, 0, 0.01)).isEqualTo(99);
    assertThat(tree.exerciseNow()).isTrue();
    assertThat(tree.delta()).isEqualTo(-1);
    assertThat(tree.gamma()).isZero();
    assertThat(tree.theta()).isZero();
    assertThat(tree.american(PUT, 1, 100, 1, 0, 0, 0.01)).as("waiting costs nothing").isEqualTo(99);
    assertThat(tree.exerciseNow()).as("nor does it pay").isTrue();
    assertThat(tree.american(PUT, 1, 100, 1, -0.05, 0.02, 0.01))
        .isCloseTo(100 * Math.exp(0.05) - Math.exp(-0.02), within(1e-12));
    assertThat(tree.exerciseNow()).isFalse();
    assertThat(tree.delta()).isCloseTo(-Math.exp(-0.02), within(1e-15));
    double european = tree.price(PUT, false, 1, 100, 1, 0.05, 0, 0.01, CashDividends.NONE);
    assertThat(european).isCloseTo(100 * Math.exp(-0.05) - 1, within(1e-12));
    assertThat(tree.exerciseNow()).isFalse();
    assertThat(tree.american(CALL, 1, 100, 1, 0.05, 0, 0.01)).isZero();
    assertThat(tree.exerciseNow()).isFalse();
    assertThat(tree.delta()).isZero();
  }

  /** At the boundary the price is what exercise pays, and it leaves that line as a parabola does, not with a bend. */
  @ParameterizedTest
  @CsvSource({
    "CALL, 0.5, 0.04, 0.08, 0.35",
    "CALL, 3, 0, 0.07, 0.2",
    "CALL, 3, -0.05, 0, 0.2",
    "CALL, 1, -0.02, 0.03, 0.3",
    "CALL, 0.02, 0.10, 0.001, 0.5",
    "CALL, 20, 0.02, 0.01, 0.8",
    "PUT, 1, 0.05, 0, 0.2",
    "PUT, 0.5, 0.06, 0.03, 0.4",
    "PUT, 2, 0, -0.04, 0.25",
    "PUT, 1, 0.03, -0.02, 0.3",
    "PUT, 0.02, 0.001, 0.1, 0.5",
    "PUT, 20, 0.04, 0.05, 0.8"
  })
  void priceAndExerciseMeetSmoothlyAtTheBoundary(
      OptionType type, double years, double rate, double yield, double volatility) {
    double strike = 100;
    double critical = BaroneAdesiWhaley.boundary(type, strike, years, rate, yield, volatility);
    int c = type.sign();
    assertThat(c * (critical - strike)).isPositive();
    double[] above = new double[3];
    for (int i = 0; i < 3; i++) {
      double spot = critical * (1 - c * 0.001 * (i + 1));
      above[i] =
          BaroneAdesiWhaley.price(type, spot, strike, years, rate, yield, volatility)
              - type.payoff(spot, strike);
    }
    // A parabola through 0 with slope 0: 1, 4, 9 times its first value but for the third order.
    assertThat(above[0]).isPositive();
    assertThat(above[1] / above[0]).isCloseTo(4, within(0.2));
    assertThat(above[2] / above[0]).isCloseTo(9, within(0.8));
    double near = critical * (1 - c * 1e-9);
    assertThat(BaroneAdesiWhaley.price(type, near, strike, years, rate, yield, volatility))
        .isCloseTo(type.payoff(near, strike), within(1e-10));
    double beyond = critical * (1 + c * 0.01);
    assertThat(BaroneAdesiWhaley.price(type, beyond, strike, years, rate, yield, volatility))
        .isEqualTo(type.payoff(beyond, strike));
  }

  /** Without interest the formula is its limit: a rate of nearly nothing gives nearly the same. */
  @ParameterizedTest
  @EnumSource
  void aRateOfZeroIsTheLimitOfSmallRates(OptionType type) {
    double yield = type == CALL ? 0.07 : -0.04;
    for (double years : new double[] {0.3, 3}) {
      double none = BaroneAdesiWhaley.price(type, 100, 100, years, 0, yield, 0.2);
      double little = BaroneAdesiWhaley.price(type, 100, 100, years, 1e-7, yield, 0.2);
      assertThat(none).isCloseTo(little, within(1e-4));
      assertThat(none)
          .isGreaterThan(BlackScholes.price(type, 100, 100, years, 0, yield, 0.2) + 0.01);
    }
  }

  /** Where interest is above the yield the boundary begins at their ratio: a lower bound within 1 % of a fine tree. */
  @ParameterizedTest
  @CsvSource({"CALL, 0.08, 0.03", "CALL, 0.10, 0.05", "PUT, 0.03, 0.08", "PUT, 0.05, 0.10"})
  void closedFormsAreCloseBelowTheTree(OptionType type, double rate, double yield) {
    LeisenReimerTree tree = new LeisenReimerTree(801);
    for (double spot : new double[] {90, 100, 110}) {
      for (double years : new double[] {0.5, 3}) {
        double fine = tree.american(type, spot, 100, years, rate, yield, 0.3);
        double flat = BjerksundStensland.flat(type, spot, 100, years, rate, yield, 0.3);
        double two = BjerksundStensland.twoStep(type, spot, 100, years, rate, yield, 0.3);
        assertThat(flat).isBetween(0.985 * fine, fine + 1e-3);
        assertThat(two).isBetween(Math.max(flat, 0.99 * fine), fine + 1e-3);
      }
    }
  }

  /** As the strike, so the boundary: it is a multiple of it. */
  @Test
  void theBoundaryGrowsWithTheStrike() {
    for (OptionType type : OptionType.values()) {
      double one = BaroneAdesiWhaley.boundary(type, 1, 1, 0.04, 0.05, 0.3);
      for (double strike : new double[] {1e-6, 250, 1e9}) {
        assertThat(BaroneAdesiWhaley.boundary(type, strike, 1, 0.04, 0.05, 0.3))
            .isCloseTo(strike * one, within(1e-11 * strike));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CALL, 1, 0.03, 0", "CALL, 1, 0, 0", "CALL, 1, 0.03, -0.01", "CALL, 1, -0.03, -0.01",
    "PUT, 1, 0, 0.03", "PUT, 1, 0, 0", "PUT, 1, -0.01, 0.03", "PUT, 1, -0.01, -0.03"
  })
  void nobodyExercisesWhereWaitingIsFree(OptionType type, double years, double rate, double yield) {
    assertThat(BaroneAdesiWhaley.boundary(type, 100, years, rate, yield, 0.3))
        .isEqualTo(type == CALL ? Double.POSITIVE_INFINITY : 0);
    for (double spot : new double[] {80, 100, 125}) {
      double european = BlackScholes.price(type, spot, 100, years, rate, yield, 0.3);
      assertThat(BaroneAdesiWhaley.price(type, spot, 100, years, rate, yield, 0.3))
          .isEqualTo(Math.max(european, type.payoff(spot, 100)));
    }
  }

  /** So much volatility that only prices beyond a billion times the strike would be exercised at. */
  @Test
  void aBoundaryBeyondAllReachIsNone() {
    assertThat(BaroneAdesiWhaley.boundary(CALL, 43, 23, -0.034, 0, 3.9)).isInfinite();
    assertThat(BaroneAdesiWhaley.boundary(PUT, 27, 16.3, 0, -0.081, 2.13)).isZero();
    assertThat(BaroneAdesiWhaley.price(PUT, 100, 27, 16.3, 0, -0.081, 2.13))
        .isEqualTo(BlackScholes.price(PUT, 100, 27, 16.3, 0, -0.081, 2.13));
  }

  private interface Method {
    double price(double spot, double strike, double years, double volatility);
  }

  @ParameterizedTest
  @EnumSource
  void numbersThatAreNoContractAreNamed(OptionType type) {
    Method[] methods = {
      (s, k, t, v) -> BjerksundStensland.flat(type, s, k, t, 0.03, 0.02, v),
      (s, k, t, v) -> BjerksundStensland.twoStep(type, s, k, t, 0.03, 0.02, v),
      (s, k, t, v) -> new LeisenReimerTree(3).american(type, s, k, t, 0.03, 0.02, v),
      (s, k, t, v) -> BaroneAdesiWhaley.boundary(type, k, t, 0.03, 0.02, v)
    };
    for (int method = 0; method < methods.length; method++) {
      Method price = methods[method];
      for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
        String why = " must be positive and finite, was " + wrong;
        if (method < 3) {
          assertThatThrownBy(() -> price.price(wrong, 100, 1, 0.2)).hasMessage("spot" + why);
        }
        assertThatThrownBy(() -> price.price(100, wrong, 1, 0.2)).hasMessage("strike" + why);
        assertThatThrownBy(() -> price.price(100, 100, wrong, 0.2)).hasMessage("years" + why);
        assertThatThrownBy(() -> price.price(100, 100, 1, wrong)).hasMessage("volatility" + why);
      }
    }
    assertThatThrownBy(
            () ->
                new LeisenReimerTree(3)
                    .price(type, true, 10, 10, 1, 0, 0, 0.2, CashDividends.of(0.5, 10)))
        .hasMessage(
            "spot less the present value of the dividends must be positive and finite, was 0.0");
  }

  /** The integral of the conditional law over a fine grid: P(Y &lt; b | x) weighed by the density of x. */
  @ParameterizedTest
  @CsvSource({
    "0.786, 0.3, -1.1",
    "-0.786, 0.3, 1.1",
    "0.9, 1.5, 1.2",
    "-0.3, -2, -0.5",
    "0.5, 3, 0"
  })
  void bivariateNormalIsTheIntegralOfItsConditionalLaw(double rho, double a, double b) {
    int pieces = 20_000;
    double from = -12;
    double width = (a - from) / pieces;
    double sum = 0;
    for (int i = 0; i <= pieces; i++) {
      double x = from + i * width;
      double weight = i == 0 || i == pieces ? 1 : i % 2 == 1 ? 4 : 2;
      double conditional = Normal.cdf((b - rho * x) / Math.sqrt(1 - rho * rho));
      sum += weight * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * conditional;
    }
    assertThat(new BivariateNormal(rho).cdf(a, b)).isCloseTo(sum * width / 3, within(1e-12));
  }

  /** What is beyond 40 deviations never happens, or always. */
  @Test
  void bivariateNormalFarAwayIsTheOtherLaw() {
    BivariateNormal law = new BivariateNormal(0.6);
    assertThat(law.cdf(41, 0.5)).isEqualTo(Normal.cdf(0.5));
    assertThat(law.cdf(0.5, 41)).isEqualTo(Normal.cdf(0.5));
    assertThat(law.cdf(-41, 0.5)).isZero();
    assertThat(law.cdf(0.5, -41)).isZero();
  }
}
