package io.tradinggym.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class MoneyTest {
  private static BigDecimal exact(long amount, long numerator, long denominator, RoundingMode way) {
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(numerator))
        .divide(BigDecimal.valueOf(denominator), 0, way);
  }

  @Property
  void sharesAreExactOrRefused(
      @ForAll @LongRange(max = Long.MAX_VALUE) long amount,
      @ForAll @LongRange(max = Long.MAX_VALUE) long numerator,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long denominator) {
    BigDecimal up = exact(amount, numerator, denominator, RoundingMode.UP);
    if (up.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      assertThatThrownBy(() -> Money.shareUp(amount, numerator, denominator))
          .isInstanceOf(ArithmeticException.class);
      return;
    }
    assertThat(Money.shareUp(amount, numerator, denominator)).isEqualTo(up.longValueExact());
    assertThat(Money.shareDown(amount, numerator, denominator))
        .isEqualTo(exact(amount, numerator, denominator, RoundingMode.DOWN).longValueExact());
  }

  /** A part of a position, all three of them large. */
  @Property
  void partsOfAWholeAreExact(
      @ForAll @LongRange(max = Long.MAX_VALUE) long amount,
      @ForAll @LongRange(max = Long.MAX_VALUE) long numerator,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long other) {
    long whole = Math.max(1, Math.max(numerator, other));
    long part = Math.min(numerator, other);
    assertThat(Money.shareDown(amount, part, whole))
        .isEqualTo(exact(amount, part, whole, RoundingMode.DOWN).longValueExact());
    assertThat(Money.shareUp(amount, part, whole))
        .isEqualTo(exact(amount, part, whole, RoundingMode.UP).longValueExact());
  }
}
