package io.tradinggym.explain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RiskBreakdownTest {
  /** Volatilities of 20 and 30 % a year, correlation .25, for a day. */
  private static final double[][] DAY = {
    {.2 * .2 / 252, .2 * .3 * .25 / 252}, {.2 * .3 * .25 / 252, .3 * .3 / 252}
  };

  @Test
  void twoPositionsByHand() {
    RiskBreakdown risk = RiskBreakdown.of(new double[] {700_000, 300_000}, DAY, .95);
    assertThat(risk.sigma() * Math.sqrt(252)).isCloseTo(184_390.89, within(.005));
    assertThat(risk.valueAtRisk()).isCloseTo(19_105.85, within(.005));
    assertThat(risk.component()).containsExactly(new double[] {12_784.06, 6_321.79}, within(.005));
    assertThat(risk.marginal()).containsExactly(new double[] {.018263, .021073}, within(5e-7));
    assertThat(risk.alone()).containsExactly(new double[] {14_506.25, 9_325.44}, within(.005));
    assertThat(risk.incremental()[1]).isCloseTo(4_599.61, within(.015));
    assertThat(risk.expectedShortfall()).isCloseTo(23_959.51, within(.005));
  }

  @Test
  void aHedgeHasANegativeComponent() {
    RiskBreakdown risk = RiskBreakdown.of(new double[] {700_000, -100_000}, DAY, .95);
    assertThat(risk.valueAtRisk()).isCloseTo(14_055.16, within(.005));
    assertThat(risk.component()).containsExactly(new double[] {14_169.74, -114.58}, within(.005));
  }

  @Test
  void nothingHeldRisksNothing() {
    RiskBreakdown risk = RiskBreakdown.of(new double[2], DAY, .99);
    assertThat(risk.valueAtRisk()).isZero();
    assertThat(risk.component()).containsExactly(0, 0);
  }

  @Property
  void componentsSumToTheWhole(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll long seed) {
    RandomStream random = RandomStreams.of(seed).stream("risk");
    double[][] factors = new double[n][n];
    double[] worth = new double[n];
    for (int i = 0; i < n; i++) {
      worth[i] = 1e6 * random.gaussian();
      for (int j = 0; j < n; j++) {
        factors[i][j] = .02 * random.gaussian();
      }
    }
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          covariance[i][j] += factors[i][k] * factors[j][k];
        }
      }
    }
    RiskBreakdown risk = RiskBreakdown.of(worth, covariance, .99);
    assertThat(Arrays.stream(risk.component()).sum())
        .isCloseTo(risk.valueAtRisk(), within(1e-9 * risk.valueAtRisk()));
  }

  @Test
  void aReturnOfTwoDeviationsByHand() {
    RegimeEvidence evidence =
        RegimeEvidence.of(
            .1, List.of(new RegimeEvidence.Law("return", 0, 1, 0, 2)), new double[] {2});
    assertThat(evidence.ratios().getFirst().logRatio()).isCloseTo(.806853, within(5e-7));
    assertThat(evidence.posterior()).isCloseTo(.199348, within(5e-7));
  }

  @Test
  void ratiosOfFeaturesAdd() {
    RegimeEvidence.Law law = new RegimeEvidence.Law("return", 0, 1, 0, 2);
    RegimeEvidence both = RegimeEvidence.of(.1, List.of(law, law), new double[] {2, -1});
    RegimeEvidence first = RegimeEvidence.of(.1, List.of(law), new double[] {2});
    RegimeEvidence second = RegimeEvidence.of(first.posterior(), List.of(law), new double[] {-1});
    assertThat(both.posterior()).isCloseTo(second.posterior(), within(1e-12));
  }
}
