package io.tradinggym.market;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogarithmTest {
  @Property
  void everyBitIsThatOfTheStrictLogarithm(@ForAll long bits) {
    assertSame(1 + (bits >> 11) * 0x1p-53);
  }

  @Property
  void everyBitIsThatOfTheStrictLogarithmCloseToOne(@ForAll long bits) {
    assertSame(1 + (bits >> 11) * 0x1p-70);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        1,
        -1,
        0.72,
        1.38,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN,
        0x1p-1022,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      })
  void endsAndCornersAreThoseOfTheStrictLogarithm(double x) {
    assertSame(x);
    assertSame(Math.nextUp(x));
    assertSame(Math.nextDown(x));
  }

  @Test
  void everyNumberBesideOneWhereTheAlgorithmBranchesIsThatOfTheStrictLogarithm() {
    for (double edge : new double[] {1 - 0x1p-20, 1 - 0x1p-21, 1, 1 + 0x1p-20, 1 + 0x1p-19}) {
      double x = edge - 50 * Math.ulp(edge);
      for (int i = 0; i < 100; i++) {
        assertSame(x);
        x = Math.nextUp(x);
      }
    }
  }

  private static void assertSame(double x) {
    assertThat(Double.doubleToRawLongBits(Logarithm.of(x)))
        .as("log of %s", x)
        .isEqualTo(Double.doubleToRawLongBits(StrictMath.log(x)));
  }
}
