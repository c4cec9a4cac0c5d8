package io.tradinggym.options.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What prices are made of: a rule of integration, jumps, the other side, one volatility. */
class PartsTest {
  /** A rule of n points is exact for powers up to 2n - 1, and for no more. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void powersAreIntegratedExactly(int n) {
    GaussLegendre rule = GaussLegendre.of(n);
    for (int power = 0; power <= 2 * n; power++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += rule.weight(i) * Math.pow(rule.node(i), power);
      }
      double exact = 1.0 / (power + 1);
      if (power < 2 * n) {
        assertThat(sum).as("x^%d", power).isCloseTo(exact, within(1e-14));
      } else {
        assertThat(Math.abs(sum - exact)).as("x^%d", power).isGreaterThan(1e-12);
      }
    }
  }

  @Test
  void aRuleHasBetweenOneAndAThousandPoints() {
    assertThat(GaussLegendre.of(1000).count()).isEqualTo(1000);
    for (int n : new int[] {0, -1, 1001}) {
      assertThatIllegalArgumentException().isThrownBy(() -> GaussLegendre.of(n));
    }
  }

  @Test
  void jumpsAreWhatTheyMayBe() {
    assertThat(new Merton.Jump(0, 0, 0).variancePerYear()).isZero();
    // Two jumps a year of mean -0.1 and deviation 0.2: 2 x (0.01 + 0.04).
    assertThat(new Merton.Jump(2, -0.1, 0.2).variancePerYear()).isCloseTo(0.1, within(1e-15));
    for (double[] wrong :
        new double[][] {{-1e-9, 0, 0}, {1, Double.NaN, 0}, {1, 0, -1e-9}, {Double.NaN, 0, 0}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Merton.Jump(wrong[0], wrong[1], wrong[2]));
    }
  }

  @Test
  void theOtherSide() {
    assertThat(OptionType.CALL.opposite()).isEqualTo(OptionType.PUT);
    assertThat(OptionType.PUT.opposite()).isEqualTo(OptionType.CALL);
  }

  /** Hull, section 15.11: a call of 1.875 at 21 on a strike of 20, 10 %, a quarter of a year has 23.45 %. */
  @Test
  void oneVolatilityGivesThePrice() {
    double implied = ImpliedVolatility.solve(OptionType.CALL, 1.875, 21, 20, 0.25, 0.10, 0);
    assertThat(implied).isCloseTo(0.2345, within(5e-5));
    assertThat(ImpliedVolatility.solve(OptionType.CALL, 0.5, 21, 20, 0.25, 0.10, 0))
        .as("less than its least worth")
        .isNaN();
    // With a dividend yield, by put-call parity: the put of the same volatility.
    double call = ImpliedVolatility.solve(OptionType.CALL, 1.8, 21, 20, 0.25, 0.10, 0.02);
    double put = 1.8 - 21 * Math.exp(-0.02 * 0.25) + 20 * Math.exp(-0.10 * 0.25);
    assertThat(ImpliedVolatility.solve(OptionType.PUT, put, 21, 20, 0.25, 0.10, 0.02))
        .isCloseTo(call, within(1e-9));
  }

  @Test
  void millsRatioIsTheTailOverTheDensity() {
    for (double a : new double[] {-5, -1, -0.1, 0, 0.1, 1, 5}) {
      double ratio = Normal.cdf(-a) / Normal.pdf(a);
      assertThat(Normal.millsRatio(a)).isCloseTo(ratio, within(1e-13 * ratio));
    }
  }
}
