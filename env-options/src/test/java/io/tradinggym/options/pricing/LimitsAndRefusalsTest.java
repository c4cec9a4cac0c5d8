package io.tradinggym.options.pricing;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What prices come to at the ends of their arguments, and what is refused by name. */
class LimitsAndRefusalsTest {
  private interface Formula {
    Object of(double spot, double strike, double years, double rate, double yield, double sigma);
  }

  @Test
  void everyFormulaNamesWhatIsWrong() {
    List<Formula> formulas =
        List.of(
            (s, k, t, r, q, v) -> BlackScholes.price(CALL, s, k, t, r, q, v),
            (s, k, t, r, q, v) -> BlackScholes.greeks(PUT, s, k, t, r, q, v),
            (s, k, t, r, q, v) -> BlackScholes.delta(CALL, s, k, t, r, q, v),
            (s, k, t, r, q, v) -> BlackScholes.vega(s, k, t, r, q, v));
    String[] names = {"spot", "strike", "years", "rate", "dividendYield", "volatility"};
    for (Formula formula : formulas) {
      for (int i = 0; i < names.length; i++) {
        boolean rate = i == 3 || i == 4;
        double wrong = rate ? Double.POSITIVE_INFINITY : -1e-9;
        for (double value : new double[] {wrong, Double.NaN}) {
          double[] a = {100, 90, 1, 0.03, 0.01, 0.2};
          a[i] = value;
          assertThatThrownBy(() -> formula.of(a[0], a[1], a[2], a[3], a[4], a[5]))
              .hasMessage(
                  names[i] + (rate ? " must be finite" : " must be >= 0") + ", was " + value);
        }
      }
    }
  }

  /** A share that may go anywhere: the call is worth the share, the put the strike, and nobody exercises a call. */
  @Test
  void infiniteVolatilityIsTheUpperBound() {
    double share = 100 * Math.exp(-0.02);
    double cash = 90 * Math.exp(-0.05);
    double all = Double.POSITIVE_INFINITY;
    assertThat(BlackScholes.price(CALL, 100, 90, 1, 0.05, 0.02, all))
        .isCloseTo(share, within(1e-12));
    assertThat(BlackScholes.price(PUT, 100, 90, 1, 0.05, 0.02, all)).isCloseTo(cash, within(1e-12));
    assertThat(BlackScholes.greeks(CALL, 100, 90, 1, 0.05, 0.02, all).exerciseProbability())
        .isZero();
    assertThat(BlackScholes.greeks(PUT, 100, 90, 1, 0.05, 0.02, all).exerciseProbability())
        .isEqualTo(1);
    assertThat(BlackScholes.delta(CALL, 100, 90, 1, 0.05, 0.02, all))
        .isCloseTo(Math.exp(-0.02), within(1e-15));
  }

  @Test
  void logarithmsOfRatiosKeepTheirDigitsNearAndFar() {
    // ln(1 + x) = x - x^2/2 + x^3/3.
    double x = 1e-7;
    assertThat(BlackScholes.logRatio(1 + x, 1)).isCloseTo((1 + x) - 1 - x * x / 2, within(1e-21));
    assertThat(BlackScholes.logRatio(1e308, 1e-308)).isCloseTo(616 * Math.log(10), within(1e-12));
    assertThat(BlackScholes.logRatio(1e-308, 1e308)).isCloseTo(-616 * Math.log(10), within(1e-12));
    for (double ratio : new double[] {0.3, 0.5, 0.7, 1.9, 2, 5}) {
      assertThat(BlackScholes.logRatio(3 * ratio, 3)).isCloseTo(Math.log(ratio), within(1e-15));
    }
  }

  @Test
  void dividendsAscendFromNow() {
    assertThat(
            CashDividends.of(new double[] {0, 0, 1}, new double[] {1, 0, 2}).presentValue(0, 1, 0))
        .isEqualTo(2);
    double[][][] wrong = {
      {{-0.1}, {1}}, {{0.5, 0.4}, {1, 1}}, {{0.5, Double.NaN}, {1, 1}}, {{1}, {-0.01}}
    };
    for (double[][] columns : wrong) {
      assertThatThrownBy(() -> CashDividends.of(columns[0], columns[1]))
          .hasMessageContaining("ex-dates must ascend from 0");
    }
    assertThatThrownBy(() -> CashDividends.of(new double[2], new double[1]))
        .hasMessageContaining("the same length, were 2 and 1");
  }

  @Test
  void sabrTakesItsClosedRangeAndNoMore() {
    assertThat(new Sabr(0.2, 0, 0, 0).beta()).isZero();
    assertThat(new Sabr(0.2, 1, 0.5, -0.99).beta()).isEqualTo(1);
    double[][] wrong = {
      {0, 0.5, 0.5, 0},
      {0.2, -0.01, 0.5, 0},
      {0.2, 1.01, 0.5, 0},
      {0.2, 0.5, -0.01, 0},
      {0.2, 0.5, 0.5, 1},
      {0.2, 0.5, 0.5, -1},
      {Double.NaN, 0.5, 0.5, 0}
    };
    String[] names = {"alpha", "beta", "beta", "nu", "rho", "rho", "alpha"};
    for (int i = 0; i < wrong.length; i++) {
      double[] a = wrong[i];
      assertThatThrownBy(() -> new Sabr(a[0], a[1], a[2], a[3]))
          .hasMessageStartingWith(names[i] + " must be");
    }
    Sabr sabr = new Sabr(0.2, 0.7, 0.5, -0.3);
    for (double value : new double[] {0, -1, Double.NaN}) {
      assertThatThrownBy(() -> sabr.volatility(value, 100, 1)).hasMessageStartingWith("forward");
      assertThatThrownBy(() -> sabr.volatility(100, value, 1)).hasMessageStartingWith("strike");
      assertThatThrownBy(() -> sabr.kernelVolatility(value, 90, 1))
          .hasMessageStartingWith("forward");
      assertThatThrownBy(() -> sabr.kernelVolatility(100, value, 1))
          .hasMessageStartingWith("strike");
      assertThatThrownBy(() -> new HestonStep(new Heston(.04, 2, .05, .5, -.7), value, .03, .01))
          .hasMessageStartingWith("years");
    }
  }

  /** The skew at the forward is the same seen from a millionth and from a ten-thousandth away. */
  @ParameterizedTest
  @ValueSource(doubles = {-0.6, 0.4})
  void theSlopeThroughTheForwardIsThatBesideIt(double rho) {
    Sabr sabr = new Sabr(.2, 1, .6, rho);
    double near = slope(sabr, 2e-6);
    assertThat(near).isCloseTo(slope(sabr, 1e-4), within(1e-6));
    // With beta = 1 and no time left it is half of rho nu.
    assertThat(near).isCloseTo(rho * 0.6 / 2, within(1e-6));
  }

  private static double slope(Sabr sabr, double log) {
    return (sabr.volatility(100, 100 * Math.exp(log), 1e-9)
            - sabr.volatility(100, 100 * Math.exp(-log), 1e-9))
        / (2 * log);
  }

  /**
   * Andersen (2008), eq. 33, with a quarter of a year, kappa 2, sigma 0.5, rho -0.7: the variance at the end counts
   * 0.125 (2 (-0.7) / 0.5 - 0.5) - 1.4 = -1.8125, and the noise has the variance 0.125 (1 - 0.49) (v + v').
   */
  @Test
  void theLogReturnHangsOnTheVarianceReached() {
    HestonStep step = new HestonStep(new Heston(.04, 2, .05, .5, -.7), 0.25, .03, .01);
    double here = step.logReturn(.04, .05, 0);
    assertThat(step.logReturn(.04, .06, 0) - here).isCloseTo(-0.018125, within(1e-14));
    assertThat(step.logReturn(.04, .05, 2) - here)
        .isCloseTo(2 * Math.sqrt(0.125 * 0.51 * 0.09), within(1e-14));
    // A second step of other rates moves it by their difference alone.
    HestonStep other = new HestonStep(new Heston(.04, 2, .05, .5, -.7), 0.25, .07, .02);
    assertThat(other.logReturn(.04, .05, 0) - here).isCloseTo(0.25 * 0.03, within(1e-14));
  }

  @Test
  void modelsTakeTheirClosedRangesAndNoMore() {
    assertThat(new Heston(0, 1, 0, 0.5, 1).variance()).isZero();
    assertThat(new Heston(0.04, 1, 0.04, 0.5, -1).rho()).isEqualTo(-1);
    double[][] heston = {
      {-0.01, 1, 0.04, 0.5, 0}, {0.04, 0, 0.04, 0.5, 0}, {0.04, 1, -0.01, 0.5, 0},
      {0.04, 1, 0.04, 0, 0}, {0.04, 1, 0.04, 0.5, 1.01}, {0.04, 1, 0.04, 0.5, -1.01}
    };
    String[] names = {"variance", "kappa", "theta", "sigma", "rho", "rho"};
    for (int i = 0; i < heston.length; i++) {
      double[] a = heston[i];
      assertThatThrownBy(() -> new Heston(a[0], a[1], a[2], a[3], a[4]))
          .hasMessageStartingWith(names[i] + " must be");
    }
    Merton.Jump jump = new Merton.Jump(2, -0.1, 0.2);
    for (double wrong : new double[] {0, -0.1, Double.NaN}) {
      assertThatThrownBy(() -> new Merton(wrong, jump)).hasMessageStartingWith("volatility");
      assertThatThrownBy(() -> new Merton(0.2, jump).price(CALL, 100, 100, wrong, 0, 0))
          .hasMessageStartingWith("years");
      Heston model = new Heston(0.04, 1, 0.04, 0.5, -0.5);
      assertThatThrownBy(() -> model.price(CALL, wrong, 100, 1, 0, 0))
          .hasMessageStartingWith("spot");
      assertThatThrownBy(() -> model.price(CALL, 100, wrong, 1, 0, 0))
          .hasMessageStartingWith("strike");
      assertThatThrownBy(() -> model.price(CALL, 100, 100, wrong, 0, 0))
          .hasMessageStartingWith("years");
    }
  }

  @Test
  void jumpsOutOfRangeAreNamed() {
    for (double wrong : new double[] {-1e-9, Double.NaN}) {
      assertThatThrownBy(() -> new Merton.Jump(wrong, 0, 0)).hasMessageStartingWith("intensity");
      assertThatThrownBy(() -> new Merton.Jump(1, 0, wrong)).hasMessageStartingWith("deviation");
    }
    for (double wrong : new double[] {Double.POSITIVE_INFINITY, Double.NaN}) {
      assertThatThrownBy(() -> new Merton.Jump(1, wrong, 0)).hasMessageStartingWith("mean");
    }
    assertThat(new Merton.Jump(0, 0, 0).meanReturn()).isZero();
  }

  /** 0.04 and 2 jumps a year of 0.01 + 0.04 each: 0.14 a year. Without jumps the price is Black's. */
  @Test
  void jumpsAddTheirVarianceAndNoneAddNone() {
    Merton jumps = new Merton(0.2, new Merton.Jump(2, -0.1, 0.2));
    assertThat(jumps.expectedVariance(0.5)).isCloseTo(0.07, within(1e-15));
    Merton none = new Merton(0.2, new Merton.Jump(0, -0.1, 0.2));
    assertThat(none.price(PUT, 100, 95, 0.5, 0.03, 0.01))
        .isCloseTo(BlackScholes.price(PUT, 100, 95, 0.5, 0.03, 0.01, 0.2), within(1e-13));
    assertThat(none.expectedVariance(3)).isCloseTo(0.12, within(1e-15));
  }

  /** Many jumps are hardly to be told from a diffusion of the same variance: the series goes beyond its peak. */
  @Test
  void theSeriesOfJumpsGoesOnPastTheirMean() {
    Merton many = new Merton(0.1, new Merton.Jump(400, 0, 0.01));
    double variance = 0.01 + 400 * 0.0001;
    assertThat(many.price(CALL, 100, 100, 1, 0.02, 0))
        .isCloseTo(
            BlackScholes.price(CALL, 100, 100, 1, 0.02, 0, Math.sqrt(variance)), within(0.01));
    assertThat(many.price(CALL, 100, 100, 1, 0.02, 0))
        .isCloseTo(FourierPricer.price(many, CALL, 100, 100, 1, 0.02, 0), within(1e-8));
  }
}
