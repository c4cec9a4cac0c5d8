package io.tradinggym.options.pricing;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmericanOptionTest {
  /** The reference table is printed to six decimals. */
  private static final double PRINTED = 1e-6;

  /** Leisen-Reimer with 501 steps against the converged value. */
  private static final double TREE = 3e-3;

  /** QuantLib's tolerance for its rows of extreme volatility. */
  private static final double QUANTLIB = 5e-5;

  @ParameterizedTest
  @CsvSource({
    "CALL, 42, 40, .75, .04, .08, .35, 5.097548, 5.312861, 5.270404, 5.286859, 5.308865, 5.30906",
    "PUT, 36, 40, 1, .06, 0, .20, 3.844308, 4.459609, 4.453064, 4.462752, 4.485705, 4.48668",
    "CALL, 90, 100, .5, .1, .1, .25, 2.702594, 2.743600, 2.714354, 2.718038, 2.722597, 2.72246",
    "CALL, 100, 100, .5, .1, .1, .25, 6.699697, 6.801341, 6.757100, 6.766120, 6.775330, 6.77528",
    "CALL, 110, 100, .5, .1, .1, .25, 12.785679, 13.016730, 12.969301, 12.981364, 13.001043,"
        + " 13.00145",
    "PUT, 90, 100, .5, .1, .1, .25, 12.214888, 12.441642, 12.398875, 12.409662, 12.429628,"
        + " 12.43007",
    "PUT, 110, 100, .5, .1, .1, .25, 3.273385, 3.322572, 3.288637, 3.293151, 3.298577, 3.29842",
    "PUT, 40, 40, .58333333333333333, .0488, 0, .2, 1.881220, 1.988800, 1.956108, 1.967052,"
        + " 1.990437, 1.99051",
    "PUT, 100, 100, 1, .05, 0, .2, 5.573526, 6.097615, 5.982974, 6.015934, 6.089785, 6.09037",
    "PUT, 100, 110, 1, .05, .02, .3, 15.672431, 16.298226, 16.213977, 16.258590, 16.317612,"
        + " 16.31846",
    "CALL, 100, 100, 3, .03, .07, .2, 7.385864, 9.154050, 8.977821, 9.005141, 9.063291, 9.06604",
    "PUT, 40, 45, .5833, .0488, 0, .4, 7.165403, 7.359555, 7.340236, 7.358618, 7.382729, 7.38297"
  })
  void everyMethodGivesItsTableEntry(
      OptionType type,
      double s,
      double k,
      double t,
      double r,
      double q,
      double sigma,
      double european,
      double baw,
      double bs93,
      double bs02,
      double lr501,
      double reference) {
    assertThat(BlackScholes.price(type, s, k, t, r, q, sigma)).isCloseTo(european, within(PRINTED));
    assertThat(BjerksundStensland.flat(type, s, k, t, r, q, sigma))
        .isCloseTo(bs93, within(PRINTED));
    assertThat(BjerksundStensland.twoStep(type, s, k, t, r, q, sigma))
        .isCloseTo(bs02, within(PRINTED));
    assertThat(BaroneAdesiWhaley.price(type, s, k, t, r, q, sigma)).isCloseTo(baw, within(PRINTED));
    double tree = new LeisenReimerTree(501).american(type, s, k, t, r, q, sigma);
    assertThat(tree).isCloseTo(lr501, within(PRINTED));
    assertThat(tree).isCloseTo(reference, within(TREE));
  }

  @ParameterizedTest
  @CsvSource({"25, -3.2e-4", "51, -7.9e-5", "101, -2.1e-5", "201, -5.2e-6"})
  void europeanErrorOfTheTreeFallsWithTheSquareOfTheSteps(int steps, double expected) {
    double tree =
        new LeisenReimerTree(steps)
            .price(CALL, false, 100, 105, .25, .05, .02, .25, CashDividends.NONE);
    assertThat(tree - 3.2393217209054153).isCloseTo(expected, within(0.05 * -expected));
  }

  @Test
  void extremeVolatilitiesStayFinite() {
    assertThat(BjerksundStensland.flat(CALL, 110, 100, 1, .05, .05, 1e-4))
        .isCloseTo(10, within(1e-8));
    double flat = BjerksundStensland.flat(CALL, 100, 100, 1, .05, .05, 1e-4);
    assertThat(flat).isCloseTo(.003860656, within(QUANTLIB));
    assertThat(flat).as("formula in 60-digit arithmetic").isCloseTo(.00382485198255, within(1e-13));
    assertThat(BjerksundStensland.twoStep(CALL, 110, 100, 1, .05, .05, 1e-4))
        .isCloseTo(10, within(1e-8));
    assertThat(BjerksundStensland.flat(PUT, 110, 100, 1, .05, .05, 10))
        .isCloseTo(95.12289, within(QUANTLIB));
    assertThat(new LeisenReimerTree(101).american(CALL, 110, 100, 1, .05, .05, 1e-4))
        .isCloseTo(10, within(1e-8));
  }

  @Property(tries = 200)
  void boundsAreOrdered(
      @ForAll OptionType type,
      @ForAll @DoubleRange(min = 60, max = 160) double k,
      @ForAll @DoubleRange(min = 0.05, max = 2) double t,
      @ForAll @DoubleRange(min = 0, max = 0.1) double r,
      @ForAll @DoubleRange(min = 0, max = 0.1) double q,
      @ForAll @DoubleRange(min = 0.1, max = 0.6) double sigma) {
    double european = BlackScholes.price(type, 100, k, t, r, q, sigma);
    double flat = BjerksundStensland.flat(type, 100, k, t, r, q, sigma);
    double twoStep = BjerksundStensland.twoStep(type, 100, k, t, r, q, sigma);
    double tree = new LeisenReimerTree(301).american(type, 100, k, t, r, q, sigma);
    assertThat(european).isLessThanOrEqualTo(flat + PRINTED);
    assertThat(flat).isLessThanOrEqualTo(twoStep + PRINTED);
    assertThat(twoStep).isLessThanOrEqualTo(tree + TREE);
    assertThat(tree).isGreaterThanOrEqualTo(type.payoff(100, k) - PRINTED);
  }

  @Test
  void treeGreeksAreTheSlopesOfItsPrices() {
    LeisenReimerTree tree = new LeisenReimerTree(501);
    double day = 1 / 365.0;
    double down = tree.american(PUT, 99, 100, 1, .05, .01, .25);
    double up = tree.american(PUT, 101, 100, 1, .05, .01, .25);
    double later = tree.american(PUT, 100, 100, 1 - day, .05, .01, .25);
    double now = tree.american(PUT, 100, 100, 1, .05, .01, .25);
    assertThat(tree.delta()).isCloseTo((up - down) / 2, within(1e-3));
    assertThat(tree.gamma()).isCloseTo(up + down - 2 * now, within(1e-4));
    assertThat(tree.theta()).isCloseTo((later - now) / day, within(2e-2));
    assertThat(tree.exerciseNow()).isFalse();
  }

  @Test
  void exerciseIsFlaggedBeyondTheBoundaryOnly() {
    LeisenReimerTree tree = new LeisenReimerTree(201);
    double boundary = BaroneAdesiWhaley.boundary(PUT, 100, 0.5, 0.06, 0, 0.2);
    tree.american(PUT, boundary - 2, 100, 0.5, 0.06, 0, 0.2);
    assertThat(tree.exerciseNow()).isTrue();
    tree.american(PUT, boundary + 2, 100, 0.5, 0.06, 0, 0.2);
    assertThat(tree.exerciseNow()).isFalse();
    assertThat(BaroneAdesiWhaley.boundary(CALL, 100, 0.5, 0.06, 0, 0.2)).isInfinite();
    assertThat(BaroneAdesiWhaley.boundary(PUT, 100, 0.5, 0, 0.03, 0.2)).isZero();
  }

  @Test
  void aCallIsExercisedOnlyForADividend() {
    LeisenReimerTree tree = new LeisenReimerTree(501);
    CashDividends large = CashDividends.of(0.25, 8);
    double european = tree.price(CALL, false, 100, 90, 0.5, 0.03, 0, 0.2, large);
    double american = tree.price(CALL, true, 100, 90, 0.5, 0.03, 0, 0.2, large);
    double escrowed =
        BlackScholes.price(CALL, 100 - 8 * Math.exp(-0.03 * 0.25), 90, 0.5, 0.03, 0, 0.2);
    double upToTheExDate = BlackScholes.price(CALL, 100, 90, 0.25, 0.03, 0, 0.19);
    assertThat(european).isCloseTo(escrowed, within(1e-4));
    assertThat(american).isGreaterThan(european + 1).isGreaterThan(upToTheExDate - 0.1);
    assertThat(tree.price(CALL, true, 100, 90, 0.5, 0.03, 0, 0.2, CashDividends.NONE))
        .isCloseTo(BlackScholes.price(CALL, 100, 90, 0.5, 0.03, 0, 0.2), within(1e-4));
    assertThat(tree.price(CALL, true, 130, 90, 0.002, 0.03, 0, 0.2, CashDividends.of(0.001, 8)))
        .isCloseTo(40, within(1e-2));
  }

  @Test
  void callWithOneDividendAgreesWithRollGeskeAndWhaley() {
    // Haug's example of the closed form in the same escrowed model.
    double tree =
        new LeisenReimerTree(2001)
            .price(CALL, true, 80, 82, 1 / 3.0, .06, 0, .30, CashDividends.of(.25, 4));
    assertThat(tree).isCloseTo(4.3860, within(2e-3));
  }

  @Test
  void dividendsNeverMakeAPutCheaper() {
    LeisenReimerTree tree = new LeisenReimerTree(301);
    double without = tree.price(PUT, true, 100, 100, 0.5, 0.05, 0, 0.25, CashDividends.NONE);
    double with =
        tree.price(
            PUT,
            true,
            100,
            100,
            0.5,
            0.05,
            0,
            0.25,
            CashDividends.of(new double[] {0.1, 0.35}, new double[] {1, 1}));
    assertThat(with).isGreaterThan(without);
  }

  @Test
  void bivariateNormalHasItsClosedForms() {
    double rho = 0.786;
    BivariateNormal law = new BivariateNormal(rho);
    assertThat(law.cdf(0, 0)).isCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), within(1e-15));
    assertThat(law.cdf(0.7, 50)).isCloseTo(Normal.cdf(0.7), within(1e-15));
    double both = law.cdf(0.3, -1.1) + new BivariateNormal(-rho).cdf(0.3, 1.1);
    assertThat(both).isCloseTo(Normal.cdf(0.3), within(1e-14));
  }

  /** Worth at time 0 what goes ex after it, up to and including the last moment: e^(-0.05 x 0.5) x 2. */
  @Test
  void dividendsCountFromTheNextMomentToTheLast() {
    CashDividends dividends = CashDividends.of(new double[] {0, 0.5, 1}, new double[] {1, 2, 4});
    double half = 2 * Math.exp(-0.025);
    assertThat(dividends.presentValue(0, 0.5, 0.05)).isCloseTo(half, within(1e-15));
    assertThat(dividends.presentValue(0, 0.499, 0.05)).isZero();
    assertThat(dividends.presentValue(0, 1, 0.05))
        .isCloseTo(half + 4 * Math.exp(-0.05), within(1e-15));
    assertThat(dividends.presentValue(0.5, 1, 0.05)).isCloseTo(4 * Math.exp(-0.025), within(1e-15));
  }
}
