package io.tradinggym.options.pricing;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BlackScholesPropertiesTest {
  /** Absolute, times spot plus strike: what cancels in each identity is of that size. */
  private static final double ROUNDING = 2e-15;

  private static final RecordComponent[] COMPONENTS = Greeks.class.getRecordComponents();

  @Property
  void callMinusPutIsTheForward(
      @ForAll @DoubleRange(min = 1, max = 1000) double s,
      @ForAll @DoubleRange(min = 1, max = 1000) double k,
      @ForAll @DoubleRange(min = 0, max = 5) double t,
      @ForAll @DoubleRange(min = -0.1, max = 0.2) double r,
      @ForAll @DoubleRange(min = -0.1, max = 0.2) double q,
      @ForAll @DoubleRange(min = 0, max = 3) double sigma) {
    double forward = s * Math.exp(-q * t) - k * Math.exp(-r * t);
    double difference =
        BlackScholes.price(CALL, s, k, t, r, q, sigma)
            - BlackScholes.price(PUT, s, k, t, r, q, sigma);
    assertThat(difference).isCloseTo(forward, within(ROUNDING * (s + k)));
  }

  @Property
  void valueObeysTheBlackScholesEquationAndItsBounds(
      @ForAll OptionType type,
      @ForAll @DoubleRange(min = 50, max = 200) double s,
      @ForAll @DoubleRange(min = 50, max = 200) double k,
      @ForAll @DoubleRange(min = 0.01, max = 5) double t,
      @ForAll @DoubleRange(min = -0.1, max = 0.2) double r,
      @ForAll @DoubleRange(min = -0.1, max = 0.2) double q,
      @ForAll @DoubleRange(min = 0.01, max = 3) double sigma) {
    Greeks g = BlackScholes.greeks(type, s, k, t, r, q, sigma);
    double diffusion = 0.5 * sigma * sigma * s * s * g.gamma();
    double residual = g.theta() + diffusion + (r - q) * s * g.delta() - r * g.price();
    assertThat(residual).isCloseTo(0, within(1e-14 * (s + k + Math.abs(g.theta()) + diffusion)));
    double bound = type == CALL ? s * Math.exp(-q * t) : k * Math.exp(-r * t);
    assertThat(g.price()).isBetween(0.0, bound * (1 + ROUNDING));
    assertThat(g.gamma()).isNotNegative();
    assertThat(g.vega()).isNotNegative();
  }

  @Property
  void priceIsMonotoneAndConvexInTheStrike(
      @ForAll OptionType type,
      @ForAll @DoubleRange(min = 20, max = 500) double k,
      @ForAll @DoubleRange(min = 0, max = 3) double t,
      @ForAll @DoubleRange(min = 0, max = 2) double sigma) {
    double low = BlackScholes.price(type, 100, k * 0.99, t, 0.03, 0.01, sigma);
    double mid = BlackScholes.price(type, 100, k, t, 0.03, 0.01, sigma);
    double high = BlackScholes.price(type, 100, k * 1.01, t, 0.03, 0.01, sigma);
    double slack = ROUNDING * (100 + k);
    assertThat(type.sign() * (low - high)).isGreaterThanOrEqualTo(-slack);
    assertThat(low + high - 2 * mid).isGreaterThanOrEqualTo(-slack);
  }

  @Property
  void priceGrowsWithVolatility(
      @ForAll OptionType type,
      @ForAll @DoubleRange(min = 20, max = 500) double k,
      @ForAll @DoubleRange(min = 0, max = 4) double sigma,
      @ForAll @DoubleRange(min = 0, max = 1) double more) {
    double base = BlackScholes.price(type, 100, k, 0.7, 0.03, 0.01, sigma);
    double higher = BlackScholes.price(type, 100, k, 0.7, 0.03, 0.01, sigma + more);
    assertThat(higher - base).isGreaterThanOrEqualTo(-ROUNDING * base);
  }

  @Test
  void extremeInputsNeverGiveNaN() throws ReflectiveOperationException {
    double[] extremes = {
      0, Double.MIN_VALUE, 1e-300, 1e-12, 0.2, 1, 100, 1e12, 1e300, Double.POSITIVE_INFINITY
    };
    double[] rates = {-1e12, -1, 0, 0.05, 1e12};
    for (OptionType type : OptionType.values()) {
      for (double s : extremes) {
        for (double k : extremes) {
          for (double t : extremes) {
            for (double sigma : extremes) {
              for (double r : rates) {
                for (double q : rates) {
                  Greeks g = BlackScholes.greeks(type, s, k, t, r, q, sigma);
                  if (anyNaN(g)) {
                    throw new AssertionError(
                        "NaN for "
                            + type
                            + " s "
                            + s
                            + " k "
                            + k
                            + " t "
                            + t
                            + " r "
                            + r
                            + " q "
                            + q
                            + " sigma "
                            + sigma
                            + ": "
                            + g);
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private static boolean anyNaN(Greeks g) throws ReflectiveOperationException {
    for (RecordComponent component : COMPONENTS) {
      if (Double.isNaN((double) component.getAccessor().invoke(g))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void refusesWhatIsNotAnOption() {
    assertThatThrownBy(() -> BlackScholes.price(CALL, 100, -1, 1, 0, 0, 0.2))
        .hasMessage("strike must be >= 0, was -1.0");
    assertThatThrownBy(() -> BlackScholes.price(CALL, 100, 100, 1, 0, 0, Double.NaN))
        .hasMessage("volatility must be >= 0, was NaN");
    assertThatThrownBy(
            () -> BlackScholes.price(CALL, 100, 100, 1, Double.POSITIVE_INFINITY, 0, 0.2))
        .hasMessage("rate must be finite, was Infinity");
  }
}
