package io.tradinggym.allocator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RiskRulesTest {
  private static final List<IntFunction<RiskRule>> RULES =
      List.of(MinimumVariance::new, EqualRiskContribution::new, HierarchicalRiskParity::new);

  /** Five assets in three groups; weights by SciPy's linkage and optimisers. */
  private static final double[] FIVE = {
    .04, .018, .006, -.002, .01, //
    .018, .0225, .004, -.001, .006, //
    .006, .004, .09, .03, .012, //
    -.002, -.001, .03, .0625, .008, //
    .01, .006, .012, .008, .0144
  };

  private static double[] weights(RiskRule rule, double... covariance) {
    double[] out = new double[rule.size()];
    rule.weights(covariance, out);
    return out;
  }

  @Test
  void fiveAssetsAgreeWithSciPy() {
    assertThat(weights(new HierarchicalRiskParity(5), FIVE))
        .containsExactly(
            new double[] {.11155082, .19831256, .08270162, .11909033, .48834468}, within(6e-9));
    assertThat(weights(new EqualRiskContribution(5), FIVE))
        .containsExactly(
            new double[] {.18271584, .25075348, .12544375, .17076098, .27032594}, within(1e-7));
    assertThat(weights(new MinimumVariance(5), FIVE))
        .containsExactly(new double[] {0, .3399624, 0, .10843969, .55159792}, within(1e-6));
  }

  @Test
  void twoAssetsHaveClosedForms() {
    double[] c = {.04, .006, .006, .01};
    double low = (.01 - .006) / (.04 + .01 - .012);
    assertThat(weights(new MinimumVariance(2), c)[0]).isCloseTo(low, within(1e-14));
    assertThat(weights(new EqualRiskContribution(2), c)[0])
        .as("inverse volatility whatever the correlation")
        .isCloseTo(1.0 / 3, within(1e-13));
    assertThat(weights(new HierarchicalRiskParity(2), c)[0])
        .as("inverse variance")
        .isCloseTo(.2, within(1e-14));
  }

  private static double[] covariance(int assets, long seed) {
    RandomStream random = RandomStreams.of(seed).stream("covariance");
    int rows = assets + 3;
    double[][] x = new double[rows][assets];
    for (double[] row : x) {
      double common = random.gaussian();
      for (int i = 0; i < assets; i++) {
        row[i] = (1 + i % 3) * (.7 * common + random.gaussian());
      }
    }
    double[] c = new double[assets * assets];
    for (int i = 0; i < assets; i++) {
      for (int j = 0; j < assets; j++) {
        for (double[] row : x) {
          c[i * assets + j] += row[i] * row[j] / rows;
        }
      }
    }
    return c;
  }

  private static double[] marginal(double[] c, double[] w) {
    double[] out = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < w.length; j++) {
        out[i] += c[i * w.length + j] * w[j];
      }
    }
    return out;
  }

  @Property(tries = 200)
  void weightsAreAPortfolioAndDoNotDependOnTheUnit(
      @ForAll @IntRange(min = 2, max = 12) int assets, @ForAll long seed) {
    double[] c = covariance(assets, seed);
    double[] scaled = Arrays.stream(c).map(v -> v * 1e-4).toArray();
    for (IntFunction<RiskRule> kind : RULES) {
      double[] w = weights(kind.apply(assets), c);
      assertThat(Arrays.stream(w).sum()).isCloseTo(1, within(1e-9));
      assertThat(Arrays.stream(w).min().orElseThrow()).isNotNegative();
      assertThat(weights(kind.apply(assets), scaled)).containsExactly(w, within(1e-9));
    }
  }

  @Property(tries = 200)
  void minimumVarianceMeetsTheConditionsOfItsOptimum(
      @ForAll @IntRange(min = 2, max = 12) int assets, @ForAll long seed) {
    double[] c = covariance(assets, seed);
    double[] w = weights(new MinimumVariance(assets), c);
    double[] marginal = marginal(c, w);
    double variance = Softmax.dot(w, marginal, assets);
    for (int i = 0; i < assets; i++) {
      if (w[i] > 0) {
        assertThat(marginal[i]).isCloseTo(variance, within(1e-9 * variance));
      } else {
        assertThat(marginal[i]).isGreaterThanOrEqualTo(variance * (1 - 1e-9));
      }
    }
  }

  @Property(tries = 200)
  void riskContributionsAreEqual(
      @ForAll @IntRange(min = 2, max = 12) int assets, @ForAll long seed) {
    double[] c = covariance(assets, seed);
    double[] w = weights(new EqualRiskContribution(assets), c);
    double[] marginal = marginal(c, w);
    double variance = Softmax.dot(w, marginal, assets);
    for (int i = 0; i < assets; i++) {
      assertThat(w[i] * marginal[i] * assets / variance).isCloseTo(1, within(1e-8));
    }
  }

  @Test
  void kellyIsTheGrowthOptimumAndKeepsItsLimit() {
    double[] mean = {.0005, -.0002};
    double[] c = {.0001, .00002, .00002, .0002};
    double det = .0001 * .0002 - .00002 * .00002;
    double first = (.0002 * .0005 + .00002 * .0002) / det;
    double second = (-.00002 * .0005 - .0001 * .0002) / det;
    double[] w = new double[2];
    new Kelly(2, .5, 10).weights(mean, c, w);
    assertThat(w).containsExactly(new double[] {first / 2, second / 2}, within(1e-9));
    new Kelly(2, .5, 1).weights(mean, c, w);
    assertThat(Math.abs(w[0]) + Math.abs(w[1])).isCloseTo(1, within(1e-12));
    assertThat(w[0] / w[1]).isCloseTo(first / second, within(1e-9));
  }

  @Test
  void volatilityTargetScalesByTheWeightedRootMeanSquare() {
    VolatilityTarget rule = new VolatilityTarget(.01, .94, 2);
    double squares = 0;
    double weights = 0;
    for (int i = 0; i < 30; i++) {
      double r = (i % 3 - 1) * .02 + .001 * i;
      assertThat(rule.exposure()).isEqualTo(i < 20 ? 0 : rule.exposure());
      rule.update(r);
      squares = squares * .94 + r * r;
      weights = weights * .94 + 1;
    }
    assertThat(rule.volatility()).isCloseTo(Math.sqrt(squares / weights), within(1e-15));
    assertThat(rule.exposure()).isCloseTo(.01 / Math.sqrt(squares / weights), within(1e-12));
    rule.reset();
    for (int i = 0; i < 20; i++) {
      assertThat(rule.exposure()).isZero();
      rule.update(1e-6);
    }
    assertThat(rule.exposure()).as("the limit").isEqualTo(2);
  }

  @Test
  void whatIsNoCovarianceIsRefusedByName() {
    double[] singular = {1, 1, 1, 1};
    assertThatThrownBy(() -> weights(new MinimumVariance(2), singular))
        .hasMessageContaining("positive definite");
    assertThatThrownBy(() -> weights(new HierarchicalRiskParity(2), 0, 0, 0, 1))
        .hasMessageContaining("variance of asset 0");
  }
}
