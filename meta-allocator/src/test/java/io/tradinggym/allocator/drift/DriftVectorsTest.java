package io.tradinggym.allocator.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Small examples worked out by an independent program, to the last digit printed. */
class DriftVectorsTest {
  private static final Offset<Double> PRINTED = within(6e-11);
  private static final double[] A = {.1, .4, .7, 1.2, 1.5, 2.1};
  private static final double[] B = {.6, 1.3, 1.9, 2.2, 2.8};

  @Test
  void populationStability() {
    double[] even = new double[10];
    Arrays.fill(even, .1);
    double[] actual = {.05, .07, .08, .1, .1, .12, .13, .12, .12, .11};
    assertThat(PopulationStability.index(even, actual)).isCloseTo(.0695838015, PRINTED);
    PopulationStability test = new PopulationStability(10);
    assertThat(test.threshold(.05, 100, 100)).isCloseTo(.338, within(.0005));
    assertThat(test.threshold(.05, 250, 250)).isCloseTo(.135, within(.0005));
    assertThat(test.threshold(.05, 1_000, 1_000)).isCloseTo(.034, within(.0005));
  }

  @Test
  void binsHoldEqualSharesOfTheReference() {
    double[] reference = new double[100];
    double[] sample = new double[100];
    for (int i = 0; i < 100; i++) {
      reference[i] = i;
      sample[i] = i < 50 ? 5 : 95;
    }
    // Ten bins of 10 against 50 in the first and 50 in the last, each lent half a number.
    double full = 50.5 / 105;
    double empty = .5 / 105;
    double share = 10.5 / 105;
    double expected =
        2 * (full - share) * Math.log(full / share) + 8 * (empty - share) * Math.log(empty / share);
    PopulationStability test = new PopulationStability(10);
    assertThat(test.statistic(reference, sample)).isCloseTo(expected, within(1e-12));
    assertThat(test.statistic(reference, reference)).isZero();
    assertThat(test.pValue(reference, sample)).isLessThan(1e-10);
  }

  @Test
  void kolmogorovSmirnov() {
    KolmogorovSmirnov test = new KolmogorovSmirnov();
    assertThat(test.statistic(A, B)).isCloseTo(.4666666667, PRINTED);
    assertThat(test.pValue(A, B)).isCloseTo(.474025974, within(6e-10));
    assertThat(test.pValue(B, A)).isCloseTo(.474025974, within(6e-10));
    assertThat(test.pValue(A, A)).as("no distance at all").isEqualTo(1);
  }

  @Test
  void meanDiscrepancy() {
    MeanDiscrepancy test = new MeanDiscrepancy(1, 99, 1);
    assertThat(test.statistic(A, B)).isCloseTo(.0520372681, PRINTED);
    assertThat(test.biased(A, B)).isCloseTo(.1930371157, PRINTED);
  }

  @Test
  void cutsOfAdwin() {
    assertThat(Adwin.cut(.002, 50, 50, .25)).isCloseTo(.6356610682, PRINTED);
    assertThat(Adwin.cut(.002, 200, 50, 1)).isCloseTo(.7999753430, PRINTED);
  }

  @Test
  void mixtureSprt() {
    double[] x = {.5, -.2, .9, .4, 1.1, -.1, .8, .3};
    double[] ratios = {.9170697231, Double.NaN, Double.NaN, .8297974947, 0, 0, 0, 1.0213349257};
    double[] widths = {5.5743197336, 0, 0, 1.8281974357, 0, 0, 0, 1.1529915033};
    MixtureSprt test = new MixtureSprt(.05, 1, .25);
    assertThat(test.halfWidth()).isInfinite();
    for (int i = 0; i < x.length; i++) {
      assertThat(test.update(x[i])).isFalse();
      if (i == 0 || i == 3 || i == 7) {
        assertThat(Math.exp(test.logRatio())).isCloseTo(ratios[i], PRINTED);
        assertThat(test.halfWidth()).isCloseTo(widths[i], PRINTED);
      }
    }
    assertThat(test.pValue()).isCloseTo(1 / 1.0213349257, within(1e-10));
    assertThat(test.mean()).isCloseTo(3.7 / 8, within(1e-15));
  }

  @Test
  void confidenceSequence() {
    ConfidenceSequence sequence = new ConfidenceSequence(.05, 250);
    assertThat(sequence.rho()).isCloseTo(.1874225219, PRINTED);
    assertThat(sequence.unitHalfWidth(100)).isCloseTo(.310371, within(6e-7));
    assertThat(sequence.unitHalfWidth(250)).isCloseTo(.191978, within(6e-7));
    assertThat(sequence.unitHalfWidth(1_000)).isCloseTo(.099253, within(6e-7));
    for (int i = 0; i < 100; i++) {
      sequence.update(i % 2 == 0 ? 3 : 1);
    }
    assertThat(sequence.mean()).isCloseTo(2, within(1e-12));
    assertThat(sequence.halfWidth()).isCloseTo(.310371 * Math.sqrt(100 / 99.0), within(1e-6));
    assertThat(sequence.rejected()).isTrue();
  }

  @Test
  void betting() {
    double[] y = {.7, .4, .9, .6, .8, .3, .9, .7};
    double[] money = {1.1, 1.045, 1.254, 1.3167, 1.514205, 1.3627845, 1.6353414, 1.7988755};
    BettingTest test = new BettingTest(.05, .5, .5);
    for (int i = 0; i < y.length; i++) {
      test.update(y[i]);
      assertThat(test.money()).isCloseTo(money[i], within(6e-8));
    }
    assertThatThrownBy(() -> test.update(1.2)).hasMessageContaining("1.2");
    assertThatThrownBy(() -> new BettingTest(.05, .5, 2)).hasMessageContaining("lambda");
  }
}
