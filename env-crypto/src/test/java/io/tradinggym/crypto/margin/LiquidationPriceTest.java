package io.tradinggym.crypto.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Prices solved by hand, both sides of both kinds, and where nothing liquidates. */
class LiquidationPriceTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  /** A coin at 100 on 20, 5 % to keep: 20 + (p - 100) = 0.05 p, and 20 + (100 - p) = 0.05 p. */
  @Test
  void linear() {
    assertThat(LiquidationPrice.linear(20, 1, 100, 0.05, 0)).isCloseTo(80 / 0.95, CLOSE);
    assertThat(LiquidationPrice.linear(20, -1, 100, 0.05, 0)).isCloseTo(120 / 1.05, CLOSE);
    // A deduction of 1 from the margin: 20 + (p - 100) = 0.05 p - 1.
    assertThat(LiquidationPrice.linear(20, 1, 100, 0.05, 1)).isCloseTo(79 / 0.95, CLOSE);
    assertThat(LiquidationPrice.linear(20, -1, 100, 0.05, 1)).isCloseTo(121 / 1.05, CLOSE);
    // Two coins on 40 are the same.
    assertThat(LiquidationPrice.linear(40, 2, 100, 0.05, 0)).isCloseTo(80 / 0.95, CLOSE);
    assertThat(LiquidationPrice.linear(101, 1, 100, 0.05, 0)).as("paid in full").isZero();
  }

  /** 1,000 at 100 are 10 coins, on 2: 2 + (10 - n) = 0.05 n for a long one's n coins, price 1,000 / n. */
  @Test
  void inverse() {
    assertThat(LiquidationPrice.inverse(2, 1_000, 100, 0.05, 0))
        .isCloseTo(1_000 / (12 / 1.05), CLOSE);
    assertThat(LiquidationPrice.inverse(2, -1_000, 100, 0.05, 0))
        .isCloseTo(1_000 / (8 / 0.95), CLOSE);
    assertThat(LiquidationPrice.inverse(2, 1_000, 100, 0.05, 0.5))
        .isCloseTo(1_000 / (12.5 / 1.05), CLOSE);
    assertThat(LiquidationPrice.inverse(12, -1_000, 100, 0.05, 0))
        .as("worth 10 coins, on 12")
        .isInfinite()
        .isPositive();
  }

  /** Margin of the entry: 5 of 20 must be left, so 15 may be lost on two coins. */
  @Test
  void linearByEntry() {
    assertThat(LiquidationPrice.linearByEntry(20, 2, 100, 5)).isEqualTo(92.5);
    assertThat(LiquidationPrice.linearByEntry(20, -2, 100, 5)).isEqualTo(107.5);
    assertThat(LiquidationPrice.linearByEntry(500, 2, 100, 5)).isZero();
  }

  /** 1.5 coins may be lost of 10: at 11.5 coins a long one, at 8.5 a short one. */
  @Test
  void inverseByEntry() {
    assertThat(LiquidationPrice.inverseByEntry(2, 1_000, 100, 0.5)).isCloseTo(1_000 / 11.5, CLOSE);
    assertThat(LiquidationPrice.inverseByEntry(2, -1_000, 100, 0.5)).isCloseTo(1_000 / 8.5, CLOSE);
    assertThat(LiquidationPrice.inverseByEntry(12, -1_000, 100, 0.5)).isInfinite().isPositive();
  }
}
