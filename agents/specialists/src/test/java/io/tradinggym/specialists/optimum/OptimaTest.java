package io.tradinggym.specialists.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.specialists.planted.MomentumLaw;
import io.tradinggym.specialists.planted.ReversionLaw;
import io.tradinggym.specialists.planted.TrendLaw;
import io.tradinggym.specialists.planted.VolatilityLaw;
import java.util.function.DoublePredicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The optima and their thresholds are those of an independent program. */
class OptimaTest {
  private static final Offset<Double> WEALTH = within(1.5e-4);

  /** Where a condition begins to hold, by bisection. */
  private static double edge(double low, double high, DoublePredicate holds) {
    double from = low;
    double to = high;
    for (int i = 0; i < 40; i++) {
      double middle = (from + to) / 2;
      if (holds.test(middle)) {
        to = middle;
      } else {
        from = middle;
      }
    }
    return to;
  }

  @ParameterizedTest
  @CsvSource({
    ".002, .0002, 60, true, .2220, .549, .478",
    ".002, .0010, 60, true, .2077, .609, .417",
    ".001, .0002, 60, true, .0520, .570, .482",
    ".001, .0010, 60, true, .0425, .623, .432",
    ".002, .0002, 60, false, .1112, .549, .478",
    ".002, .0002, 20, true, .1278, 0, 0"
  })
  void trend(
      double drift, double cost, double bars, boolean shorts, double value, double in, double out) {
    TrendOptimum optimum = new TrendOptimum(new TrendLaw(drift, .01, 1 / bars, cost, shorts, 252));
    assertThat(optimum.value(.5)).isCloseTo(value, WEALTH);
    if (in > 0) {
      assertThat(edge(0, 1, p -> optimum.act(0, p, 0) == 1)).isCloseTo(in, within(.002));
      assertThat(edge(0, 1, p -> optimum.act(0, p, 1) == 1)).isCloseTo(out, within(.002));
    }
  }

  @Test
  void withoutATrendTheBestIsToStayOut() {
    TrendOptimum optimum = new TrendOptimum(TrendLaw.standard().with(0, 2e-4));
    assertThat(optimum.value(.5)).isCloseTo(0, within(1e-12));
    assertThat(optimum.act(0, .5, 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "20, .2, .0002, true, .2898, .3022, .2569, -.093, .070",
    "20, .2, .0010, true, .2723, .2852, .2404, -.257, .233",
    "20, .2, .0002, false, .1543, .1605, .1378, -.093, .070",
    "5, .2, .0010, true, .5347, .5417, .5159, -.233, .210",
    "60, .2, .0002, true, .1493, .1699, 0, -.117, .093",
    "10, .1, .0005, true, .1986, .2034, 0, -.257, .233"
  })
  void reversion(
      double halfLife,
      double volatility,
      double cost,
      boolean shorts,
      double fromLevel,
      double stationary,
      double unknown,
      double in,
      double out) {
    ReversionLaw law = ReversionLaw.of(halfLife, volatility, cost, shorts, 252);
    ReversionOptimum known = ReversionOptimum.levelKnown(law);
    double sd = law.stationary();
    assertThat(known.value(0)).isCloseTo(fromLevel, within(5e-4));
    assertThat(known.value()).isCloseTo(stationary, within(5e-4));
    double enters = edge(-2, 2, x -> known.act(0, x * sd, 0) != 1);
    double leaves = edge(-2, 2, x -> known.act(0, x * sd, 1) != 1);
    assertThat(enters).isCloseTo(in, within(.025));
    assertThat(leaves).isCloseTo(out, within(.025));
    if (unknown > 0) {
      assertThat(ReversionOptimum.levelUnknown(law, 64).value()).isCloseTo(unknown, within(1.2e-3));
    }
  }

  @Test
  void parametersOfReversion() {
    ReversionLaw law = ReversionLaw.standard();
    assertThat(law.phi()).isCloseTo(.965936, within(5e-7));
    assertThat(law.noise()).isCloseTo(.012384, within(5e-7));
    assertThat(law.stationary()).isCloseTo(.04785, within(6e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, .2, .5, 13.53, .2215, .1872",
    "1.0, .1, .5, 5.95, .2124, .1901",
    "1.2, .2, .5, 14.42, .2285, .1932",
    "1.2, .2, 2, 10.81, .2426, .1787",
    "1.2, .001, .5, 4.79, 0, 0",
    "1.0, .001, .5, 0, 0, 0"
  })
  void volatility(
      double premium, double spread, double cost, double value, double sell, double buy) {
    VolatilityOptimum optimum = new VolatilityOptimum(VolatilityLaw.with(premium, spread, cost));
    assertThat(optimum.value()).isCloseTo(value, within(.011));
    if (sell > 0) {
      assertThat(edge(.1, .4, v -> optimum.act(0, v, 0) == -1)).isCloseTo(sell, within(.0015));
      assertThat(edge(.1, .4, v -> optimum.act(0, v, 0) != 1)).isCloseTo(buy, within(.0015));
    }
  }

  @Test
  void momentum() {
    MomentumLaw law = MomentumLaw.standard();
    assertThat(law.gain(0)).isCloseTo(.01373, within(6e-6));
    assertThat(law.gain(1)).isCloseTo(.02683, within(6e-6));
    assertThat(law.gain(2)).isEqualTo(law.gain(1));
    assertThat(new MomentumOptimum(law, 21).value()).isCloseTo(.1214, within(5e-4));
    MomentumLaw weak = law.with(.0006, 5e-4);
    assertThat(new MomentumOptimum(weak, 21).value()).isCloseTo(.0303, within(5e-4));
    assertThatThrownBy(() -> new MomentumOptimum(law.with(0, 5e-4), 21))
        .hasMessageContaining("drift > 0");
  }

  @Test
  void splinesReproduceWhatTheyGoThroughAndCubicsInside() {
    Spline spline = new Spline(-2, 2, 17);
    double[] weights = new double[17];
    spline.addWeights(.3, 1, weights);
    double sum = 0;
    double sine = 0;
    for (int i = 0; i < 17; i++) {
      sum += weights[i];
      sine += weights[i] * Math.sin(spline.node(i));
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(sine).isCloseTo(Math.sin(.3), within(2e-5));
    double[] node = new double[17];
    spline.addWeights(spline.node(5), 2, node);
    assertThat(node[5]).isCloseTo(2, within(1e-12));
  }
}
