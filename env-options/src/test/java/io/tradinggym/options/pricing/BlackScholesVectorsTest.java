package io.tradinggym.options.pricing;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackScholesVectorsTest {
  /** Relative, in percent: the vectors are printed to 17 digits; what is left is the rounding of double arithmetic. */
  private static final double PRINTED_PERCENT = 100 * 4e-15;

  /** Higher derivatives are differences of larger terms. */
  private static final double HIGHER_ORDER_PERCENT = 100 * 2e-14;

  /** Absolute: Haug's tables as published. */
  private static final double TABLE = 1e-4;

  @Test
  void callAgreesWithFortyDigitArithmetic() {
    Greeks g = BlackScholes.greeks(CALL, 100, 105, 0.25, 0.05, 0.02, 0.25);
    same(g.price(), 3.2393217209054153);
    same(g.delta(), 0.3924512619453277);
    same(g.gamma(), 0.030637476245874852);
    same(g.vega(), 19.148422653671783);
    same(g.theta(), -10.589599026626605);
    same(g.rho(), 9.00145111840684);
    same(g.dividendRho(), -9.811281548633193);
    same(g.dualDelta(), -0.3429124235583558);
    same(g.dualGamma(), 0.02778909410056676);
    same(g.exerciseProbability(), 0.347225730860766);
    higher(g.vanna(), 0.6017526828400572);
    higher(g.vomma(), 8.058109691669666);
    higher(g.charm(), -0.38493974491874666);
    higher(g.speed(), 0.0003500547676265946);
    higher(g.zomma(), -0.10965692947682794);
    higher(g.color(), 0.05347192567307544);
    higher(g.veta(), -43.17373706901498);
    higher(g.ultima(), -98.09337858732869);
  }

  @Test
  void putAgreesWithFortyDigitArithmetic() {
    Greeks g = BlackScholes.greeks(PUT, 100, 105, 0.25, 0.05, 0.02, 0.25);
    same(g.price(), 7.433742853494734);
    same(g.delta(), -0.6025612172473546);
    same(g.theta(), -7.3948405324190905);
    same(g.rho(), -16.92246614455755);
    same(g.dividendRho(), 15.064030431183864);
    higher(g.charm(), -0.4048399945026003);
  }

  @ParameterizedTest
  @CsvSource({
    "CALL, 60, 65, .25, .08, 0, .30, 2.1334",
    "PUT, 100, 95, .5, .10, .05, .20, 2.4648",
    "PUT, 19, 19, .75, .10, .10, .28, 1.7011",
    "CALL, 19, 19, .75, .10, .10, .28, 1.7011",
    "CALL, 1.56, 1.60, .5, .06, .08, .12, .0291",
    "PUT, 75, 70, .5, .10, .05, .35, 4.0870",
    "CALL, 42, 40, .75, .04, .08, .35, 5.0975",
    "CALL, 42, 40, .5, .1, 0, .2, 4.75942239287",
    "PUT, 42, 40, .5, .1, 0, .2, .8085993729"
  })
  void pricesAgreeWithHaugAndHull(
      OptionType type,
      double s,
      double k,
      double t,
      double r,
      double q,
      double sigma,
      double expected) {
    assertThat(BlackScholes.price(type, s, k, t, r, q, sigma))
        .isCloseTo(expected, Assertions.within(TABLE));
  }

  @Test
  void greeksAgreeWithHaug() {
    table(BlackScholes.delta(CALL, 105, 100, .5, .1, .1, .36), .5946);
    table(BlackScholes.delta(PUT, 105, 100, .5, .1, .1, .36), -.3566);
    table(BlackScholes.greeks(PUT, 105, 100, .5, .1, .1, .36).elasticity(105), -4.8775);
    table(BlackScholes.greeks(CALL, 55, 60, .75, .1, 0, .3).gamma(), .0278);
    table(BlackScholes.vega(55, 60, .75, .1, 0, .3), 18.9358);
    table(BlackScholes.greeks(PUT, 430, 405, 1 / 12.0, .07, .05, .2).theta(), -31.1923503);
    table(BlackScholes.greeks(CALL, 72, 75, 1, .09, 0, .19).rho(), 38.7325);
    table(BlackScholes.greeks(PUT, 500, 490, .25, .08, .05, .15).dividendRho(), 42.2254);
  }

  @Test
  void agreesWithOptionLab() {
    double years = 60 / 365.0;
    Greeks call = BlackScholes.greeks(CALL, 100, 105, years, .01, 0, .2);
    same(call.price(), 1.4425226889011533);
    same(call.delta(), 0.2942972000055033);
    same(call.theta(), -8.780589609657586);
    same(call.gamma(), 0.042503588182705464);
    same(call.vega() / 100, 0.13973782416231934);
    same(BlackScholes.price(PUT, 100, 105, years, .01, 0, .2), 6.270061736738214);
  }

  @Test
  void agreesWithStratasPublishedCubeEntry() {
    // Strata counts carry, not yield: q = r - b.
    assertThat(BlackScholes.price(CALL, 100, 85, 4.5, -.01, -.06, .10))
        .isCloseTo(42.388192240722034, withinPercentage(100 * 1e-14));
  }

  @ParameterizedTest
  @CsvSource({
    "CALL, 100, 100, .5, .2, 5.6371977797016624",
    "CALL, 100, 100, 1, 1e-4, .0039894228023520673",
    "CALL, 100, 200, .25, .2, 4.0829666315878704e-12",
    "PUT, 100, 50, 1, .1, 2.0414833157939352e-12",
    "CALL, 100, 100, 5, 3, 99.920376984240919",
    "CALL, 100, 1000, 1, .5, 6.3400895081251025e-5",
    "CALL, 100, 300, .083333333333333333, .3, 4.1427902649932278e-37",
    "CALL, 100, 120, .00273972602739726, .6, 1.8032068182577364e-9"
  })
  void keepsItsRelativeAccuracyFarFromTheMoney(
      OptionType type, double f, double k, double t, double sigma, double expected) {
    // The rounding of d1 alone is worth d1^2 ulp.
    double d1 = (Math.log(f / k) + 0.5 * sigma * sigma * t) / (sigma * Math.sqrt(t));
    double conditioned = 4e-15 + d1 * d1 * 4e-16;
    assertThat(BlackScholes.price(type, f, k, t, 0, 0, sigma))
        .isCloseTo(expected, withinPercentage(100 * conditioned));
  }

  private static void same(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, withinPercentage(PRINTED_PERCENT));
  }

  private static void higher(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, withinPercentage(HIGHER_ORDER_PERCENT));
  }

  private static void table(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, Assertions.within(TABLE));
  }
}
