package io.tradinggym.options.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values computed in 30-digit arithmetic. */
class NormalTest {
  private static final double FEW_ULP_PERCENT = 100 * 1e-15;

  @ParameterizedTest
  @CsvSource({
    "-37.5, 4.60535300958195484e-308",
    "-20, 2.7536241186062337e-89",
    "-8, 6.22096057427178412e-16",
    "-3, 0.00134989803163009453",
    "-1, 0.158655253931457051",
    "-.1, 0.460172162722971016",
    ".1, 0.539827837277028984",
    "1, 0.841344746068542949",
    "3, 0.998650101968369905",
    "8, 0.999999999999999378"
  })
  void distributionIsExactInBothTails(double x, double expected) {
    assertThat(Normal.cdf(x)).isCloseTo(expected, withinPercentage(FEW_ULP_PERCENT));
  }

  @ParameterizedTest
  @CsvSource({
    ".4, -0.253347103135799741",
    ".1, -1.28155156554460044",
    ".02425, -1.97296105131188484",
    ".001, -3.09023230616781354",
    "1e-10, -6.3613409024040562",
    "1e-100, -21.2734535609653243",
    "1e-300, -37.0470962993611992"
  })
  void quantileIsTheInverse(double p, double expected) {
    assertThat(Normal.quantile(p)).isCloseTo(expected, withinPercentage(FEW_ULP_PERCENT));
  }

  @Test
  void limitsAreReached() {
    assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isEqualTo(0);
    assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Normal.pdf(Double.POSITIVE_INFINITY)).isEqualTo(0);
  }
}
