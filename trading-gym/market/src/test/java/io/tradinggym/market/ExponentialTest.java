package io.tradinggym.market;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialTest {
  @Property
  void everyBitIsThatOfTheStrictExponential(
      @ForAll long bits, @ForAll @DoubleRange(min = -760, max = 760) double size) {
    double part = (bits >> 10) * 0x1p-53;
    for (double scale : new double[] {1, 1e-3, 0x1p-26, 30, 710, size}) {
      assertSame(scale * part);
    }
  }

  @Property
  void everyNumberHasABit(@ForAll long bits) {
    assertSame(Double.longBitsToDouble(bits));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        Double.MIN_VALUE,
        0x1p-27,
        0x1p-28,
        700,
        707,
        708.4,
        709.79,
        745.2,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY
      })
  void endsAndCornersAreThoseOfTheStrictExponential(double x) {
    for (double each : new double[] {x, Math.nextUp(x), Math.nextDown(x)}) {
      assertSame(each);
      assertSame(-each);
    }
  }

  /** Halves of ln 2, where another power of 2 is taken out, and where the algorithm looks at half of the bits. */
  @Test
  void besideEveryTurnTheBitsAreThoseOfTheStrictExponential() {
    double ln2 = StrictMath.log(2);
    for (int half = -40; half <= 40; half++) {
      for (double edge : new double[] {half * ln2 / 2, half, upperHalf(half * ln2 / 2)}) {
        double x = edge - 20 * Math.ulp(edge);
        for (int i = 0; i < 40; i++) {
          assertSame(x);
          x = Math.nextUp(x);
        }
      }
    }
  }

  /** The next larger size that ends in 32 zeros. */
  private static double upperHalf(double x) {
    return Double.longBitsToDouble(((Double.doubleToRawLongBits(x) >> 32) + 1) << 32);
  }

  private static void assertSame(double x) {
    assertThat(Double.doubleToRawLongBits(Exponential.of(x)))
        .as("exp of %s", x)
        .isEqualTo(Double.doubleToRawLongBits(StrictMath.exp(x)));
  }
}
