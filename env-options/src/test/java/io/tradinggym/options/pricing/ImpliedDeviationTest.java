package io.tradinggym.options.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How good the first guess of a deviation is, and what each step leaves of its error. */
class ImpliedDeviationTest {
  /** Relative, of a deviation that two steps have found. */
  private static final double ROUNDING = 4e-15;

  /**
   * The largest relative error of the guess in each of its four branches, which meet at the lower tangent, the centre
   * and the upper tangent; 0 where prices are too small to be numbers. A step is of fourth order: it leaves 1 +
   * x times the fourth power at most.
   */
  @ParameterizedTest
  @CsvSource({
    "1e-8, 0, 0.0031, 0.0021, 0",
    "1e-6, 0.101, 0.0052, 0.0037, 1e-7",
    "1e-4, 0.101, 0.0049, 0.0030, 1e-7",
    "1e-3, 0.099, 0.0044, 0.0017, 1e-7",
    "0.01, 0.093, 0.0031, 0.0014, 1.6e-7",
    "0.03, 0.087, 0.0022, 0.0026, 1.5e-6",
    "0.1, 0.077, 0.0012, 0.0030, 1.6e-5",
    "0.3, 0.061, 0.0011, 0.0021, 1.4e-4",
    "1, 0.036, 0.0010, 0.0006, 0.0012",
    "2, 0.019, 0.0008, 0.0003, 0.0038",
    "5, 0.007, 0.0006, 0.0004, 0.014",
    "10, 0.010, 0.0005, 0.0004, 0.030",
    "30, 0.055, 0.0003, 0.0003, 0.066"
  })
  void twoStepsOfFourthOrderLeaveNothingOfTheGuess(
      double x, double lowest, double lower, double upper, double highest) {
    double center = Math.sqrt(2 * x);
    double bound = Math.exp(-x / 2);
    double slope = bound / Math.sqrt(2 * Math.PI);
    double centerPrice = NormalisedBlack.price(x / center, center / 2);
    double[] borders = {
      center - centerPrice / slope,
      center,
      center + (bound - centerPrice) / slope,
      Double.POSITIVE_INFINITY
    };
    double[] most = {lowest, lower, upper, highest};
    int branch = 0;
    for (int i = -400; i < 400; i++) {
      double s = center * Math.exp(i / 50.0);
      while (s >= borders[branch]) {
        branch++;
      }
      double price = NormalisedBlack.price(x / s, s / 2);
      double complement = NormalisedBlack.complement(x / s, s / 2);
      if (price > 1e-300 && complement > 1e-300) {
        double[] error = new double[3];
        for (int steps = 0; steps <= 2; steps++) {
          error[steps] = Math.abs(ImpliedDeviation.solve(x, price, complement, steps) / s - 1);
        }
        String where = "s = %s, branch %d".formatted(s, branch);
        assertThat(error[0]).as(where).isLessThanOrEqualTo(most[branch] + ROUNDING);
        double fourth = (1 + x) * Math.pow(error[0], 4);
        assertThat(error[1]).as(where).isLessThanOrEqualTo(fourth + ROUNDING);
        assertThat(error[2]).as(where).isLessThanOrEqualTo(ROUNDING);
      }
    }
  }

  /** The smallest number there is, whose logarithm is -1074 ln 2, and others that have lost most of their digits. */
  @ParameterizedTest
  @CsvSource({"0.5, 1074", "3, 1074", "30, 1074", "30, 1070", "3, 1060", "30, 1030"})
  void pricesAtTheEndOfTheNumbersAreSolvedByTheirLogarithm(double x, int halvings) {
    double price = Math.scalb(1.0, -halvings);
    double logarithm = -halvings * Math.log(2);
    double guess = ImpliedDeviation.solve(x, price, Math.exp(-x / 2), 0);
    double solved = ImpliedDeviation.solve(x, price, Math.exp(-x / 2));
    assertThat(guess).isCloseTo(solved, within(0.06 * solved));
    assertThat(NormalisedBlack.logPrice(x / solved, solved / 2))
        .isCloseTo(logarithm, within(1e-10 * -logarithm));
  }

  /** Both sides of a border are one function: the root does not jump there. */
  @Test
  void branchesMeet() {
    double x = 0.2;
    double before = 0;
    for (int i = 1; i < 4_000; i++) {
      double s = i / 1_000.0;
      double price = NormalisedBlack.price(x / s, s / 2);
      double solved = ImpliedDeviation.solve(x, price, NormalisedBlack.complement(x / s, s / 2));
      if (price > 1e-300) {
        assertThat(solved).isGreaterThan(before);
        before = solved;
      }
    }
  }
}
