package io.tradinggym.experiments.statistics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailRiskTest {
  private static final Offset<Double> NINE_DIGITS = within(5e-10);

  /** The published numbers are cut, not rounded, after the sixth. */
  private static final Offset<Double> SIX_DIGITS = within(1e-6);

  private static final Offset<Double> QUADRATURE = within(1e-5);

  @ParameterizedTest
  @CsvSource({
    "0.99, 2.326347874, 2.665214220",
    "0.95, 1.644853627, 2.062712808",
    "0.975, 1.959963985, 2.337802792"
  })
  void normalNumbersMatchThePublishedOnes(double confidence, double valueAtRisk, double shortfall) {
    assertThat(TailRisk.normalValueAtRisk(confidence)).isCloseTo(valueAtRisk, NINE_DIGITS);
    assertThat(TailRisk.normalExpectedShortfall(confidence)).isCloseTo(shortfall, NINE_DIGITS);
  }

  @Test
  void studentNumbersMatchThePublishedOnes() {
    assertThat(TailRisk.studentValueAtRisk(0.99, 4)).isCloseTo(2.649492, SIX_DIGITS);
    assertThat(TailRisk.studentExpectedShortfall(0.99, 4)).isCloseTo(3.691510, SIX_DIGITS);
  }

  @ParameterizedTest
  @CsvSource({"-0.5, 3, 0.01, -3.301284", "-0.5, 3, 0.05, -1.721744", "-1, 5, 0.01, -3.854264"})
  void cornishFisherMatchesThePublishedNumbers(
      double skewness, double kurtosis, double p, double quantile) {
    assertThat(TailRisk.cornishFisherQuantile(p, skewness, kurtosis))
        .isCloseTo(quantile, SIX_DIGITS);
  }

  @Property(tries = 50)
  void shortfallIsTheMeanOfTheValuesAtRiskBeyond(
      @ForAll @DoubleRange(min = 0.9, max = 0.99) double confidence,
      @ForAll @DoubleRange(min = 4, max = 50) double degrees) {
    // Midpoints in s with tail probability (1 - confidence) s^3, which tames the pole at s = 0.
    int n = 1000;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double s = (i + 0.5) / n;
      sum +=
          TailRisk.studentValueAtRisk(1 - (1 - confidence) * Math.pow(s, 3), degrees)
              * 3
              * s
              * s
              / n;
    }
    assertThat(TailRisk.studentExpectedShortfall(confidence, degrees)).isCloseTo(sum, QUADRATURE);
  }

  @Property
  void cornishFisherRisesWithProbabilityWhereItIsAllowed(
      @ForAll @DoubleRange(min = -3, max = 3) double skewness,
      @ForAll @DoubleRange(min = -2, max = 10) double kurtosis) {
    if (TailRisk.cornishFisherIsMonotone(skewness, kurtosis)) {
      double last = Double.NEGATIVE_INFINITY;
      for (int i = 1; i < 1000; i++) {
        double quantile = TailRisk.cornishFisherQuantile(i / 1000.0, skewness, kurtosis);
        assertThat(quantile).isGreaterThanOrEqualTo(last);
        last = quantile;
      }
    } else {
      assertThatThrownBy(() -> TailRisk.cornishFisherQuantile(0.01, skewness, kurtosis))
          .hasMessageContaining("rises with p");
    }
  }

  @Test
  void noSkewnessAndNoExcessKurtosisIsTheNormalLaw() {
    assertThat(TailRisk.cornishFisherQuantile(0.01, 0, 0)).isCloseTo(-2.326347874, NINE_DIGITS);
    assertThat(TailRisk.cornishFisherIsMonotone(-2, 0)).isFalse();
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatThrownBy(() -> TailRisk.studentValueAtRisk(0.99, 2))
        .hasMessageContaining("degrees must be > 2");
    assertThatThrownBy(() -> TailRisk.normalValueAtRisk(1)).hasMessageContaining("(0, 1), was 1.0");
  }

  /**
   * The region of Maillard: with k = K / 8 and s = S^2, where 4 (k - s / 6) (1 - k + 5 s / 36) is s / 9 at least. Of no
   * skewness it holds K from 0 to 8, of 2.4 from 10.0151 to 12.0649; it ends at 6 (sqrt 2 - 1) = 2.4853.
   */
  @ParameterizedTest
  @CsvSource({
    "0, -0.001, false",
    "0, 0, true",
    "0, 8, true",
    "0, 8.001, false",
    "2.4, 10.01, false",
    "2.4, 10.02, true",
    "2.4, 12.06, true",
    "2.4, 12.07, false",
    "-2.4, 10.02, true",
    "-2.4, 12.07, false",
    "2.48, 11.5171, true",
    "2.49, 11.578, false"
  })
  void theExpansionRisesInMaillardsRegion(double skewness, double kurtosis, boolean rises) {
    assertThat(TailRisk.cornishFisherIsMonotone(skewness, kurtosis)).isEqualTo(rises);
  }

  @Test
  void certaintiesHaveNoQuantile() {
    assertThatThrownBy(() -> TailRisk.normalValueAtRisk(0)).hasMessageContaining("(0, 1), was");
    assertThatThrownBy(() -> TailRisk.cornishFisherQuantile(0, 0, 0))
        .hasMessageContaining("(0, 1), was 0.0");
    assertThatThrownBy(() -> TailRisk.cornishFisherQuantile(1, 0, 0))
        .hasMessageContaining("(0, 1), was 1.0");
  }
}
