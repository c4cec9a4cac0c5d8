package io.tradinggym.agents.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Oracle: StrictMath in double, over a dense sweep of floats. */
class FloatMathTest {
  private static final double EXP_ULPS = 2;
  private static final double LOG_ULPS = 2;
  private static final double SIGMOID_ULPS = 3;
  private static final double TANH_ULPS = 6;

  private interface FloatFunction {
    float at(float x);
  }

  @Test
  void expStaysWithinTwoUlps() {
    assertThat(worst(FloatMath::exp, StrictMath::exp, -87.3f, 88.7f)).isLessThan(EXP_ULPS);
  }

  @Test
  void expOfTheDenormalRangeIsWithinTheSpacingThere() {
    for (float x = -103.9f; x < -87.3f; x += 0.001f) {
      assertThat(Math.abs(FloatMath.exp(x) - StrictMath.exp(x)))
          .isLessThan(2 * Float.MIN_VALUE + 1e-44);
    }
  }

  @Test
  void logStaysWithinTwoUlps() {
    assertThat(worst(FloatMath::log, StrictMath::log, 0.3f, 3f)).isLessThan(LOG_ULPS);
    double worst = 0;
    for (int bits = 1; bits < 0x7F800000 - 9973; bits += 9973) {
      float x = Float.intBitsToFloat(bits);
      worst = Math.max(worst, ulps(FloatMath.log(x), StrictMath.log(x)));
    }
    assertThat(worst).isLessThan(LOG_ULPS);
  }

  @Test
  void tanhStaysWithinAFewUlpsAndInsideTheUnitInterval() {
    assertThat(worst(FloatMath::tanh, StrictMath::tanh, -12f, 12f)).isLessThan(TANH_ULPS);
    for (float x = 1e-30f; x < 20; x *= 1.01f) {
      assertThat(ulps(FloatMath.tanh(x), StrictMath.tanh(x))).isLessThan(TANH_ULPS);
      assertThat(FloatMath.tanh(x)).isBetween(0f, 1f).isEqualTo(-FloatMath.tanh(-x));
    }
  }

  @Test
  void sigmoidStaysWithinAFewUlpsInBothTails() {
    assertThat(worst(FloatMath::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -80f, 30f))
        .isLessThan(SIGMOID_ULPS);
  }

  @Test
  void limitsAreExactAndNanStaysNan() {
    float inf = Float.POSITIVE_INFINITY;
    assertThat(FloatMath.exp(0)).isEqualTo(1f);
    assertThat(FloatMath.exp(-inf)).isZero();
    assertThat(FloatMath.exp(inf)).isEqualTo(inf);
    assertThat(FloatMath.exp(88.9f)).isEqualTo(inf);
    assertThat(FloatMath.log(1)).isZero();
    assertThat(FloatMath.log(0)).isEqualTo(-inf);
    assertThat(FloatMath.log(inf)).isEqualTo(inf);
    assertThat(FloatMath.log(-1)).isNaN();
    assertThat(FloatMath.tanh(inf)).isEqualTo(1f);
    assertThat(FloatMath.tanh(-inf)).isEqualTo(-1f);
    assertThat(FloatMath.sigmoid(-inf)).isZero();
    assertThat(FloatMath.sigmoid(inf)).isEqualTo(1f);
    assertThat(FloatMath.exp(Float.NaN)).isNaN();
    assertThat(FloatMath.log(Float.NaN)).isNaN();
    assertThat(FloatMath.tanh(Float.NaN)).isNaN();
    assertThat(FloatMath.sigmoid(Float.NaN)).isNaN();
  }

  private static double worst(FloatFunction f, DoubleUnaryOperator exact, float from, float to) {
    int steps = 400_000;
    double worst = 0;
    for (int i = 0; i <= steps; i++) {
      float x = (float) (from + (to - from) * (double) i / steps);
      worst = Math.max(worst, ulps(f.at(x), exact.applyAsDouble(x)));
    }
    return worst;
  }

  private static double ulps(float value, double exact) {
    return Math.abs(value - exact) / Math.ulp((float) exact);
  }
}
