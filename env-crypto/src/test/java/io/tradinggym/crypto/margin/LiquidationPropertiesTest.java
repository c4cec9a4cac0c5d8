package io.tradinggym.crypto.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.Money;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/**
 * The liquidation price is where equity meets the maintenance margin, in every tier, on both sides, of both contracts.
 */
class LiquidationPropertiesTest {
  /** Of the worth: money is rounded to 1e-8, doubles to 1e-16. */
  private static final double CLOSE = 1e-9;

  /** Worths from 100 to a billion, so that all tiers are met. */
  private static double worth(double exponent) {
    return StrictMath.pow(10, exponent);
  }

  private static double maintenance(double worth) {
    return Money.toDouble(Tables.BTC_2024.maintenance(Money.ofRounded(worth)));
  }

  @Property
  void linearEquityIsTheMaintenanceMarginAtTheLiquidationPrice(
      @ForAll @DoubleRange(min = 2, max = 9) double exponent,
      @ForAll @DoubleRange(min = 0.01, max = 1e5) double entry,
      @ForAll @IntRange(min = 1, max = 125) int leverage,
      @ForAll boolean held) {
    double quantity = (held ? 1 : -1) * worth(exponent) / entry;
    double wallet = worth(exponent) / leverage;
    double price = LiquidationPrice.linear(wallet, quantity, entry, Tables.BTC_2024);
    Assume.that(price > 0 && Math.abs(quantity) * price < 1.8e9);
    double equity = wallet + quantity * (price - entry);
    double worth = Math.abs(quantity) * price;
    assertThat(equity).isCloseTo(maintenance(worth), within(CLOSE * (1 + worth(exponent) + worth)));
    double broke = LiquidationPrice.linear(wallet, quantity, entry, 0, 0);
    assertThat(held ? price - broke : broke - price)
        .as("bankruptcy lies beyond")
        .isGreaterThanOrEqualTo(-CLOSE * entry);
  }

  @Property
  void inverseEquityIsTheMaintenanceMarginAtTheLiquidationPrice(
      @ForAll @DoubleRange(min = 2, max = 9) double exponent,
      @ForAll @DoubleRange(min = 0.01, max = 1e5) double entry,
      @ForAll @IntRange(min = 1, max = 125) int leverage,
      @ForAll boolean held) {
    double coins = worth(exponent);
    double contracts = (held ? 1 : -1) * coins * entry;
    double wallet = coins / leverage;
    double price = LiquidationPrice.inverse(wallet, contracts, entry, Tables.BTC_2024);
    Assume.that(Double.isFinite(price) && Math.abs(contracts) / price < 1.8e9);
    double equity = wallet + contracts * (1 / entry - 1 / price);
    double worth = Math.abs(contracts) / price;
    assertThat(equity).isCloseTo(maintenance(worth), within(CLOSE * (1 + coins + worth)));
    double broke = LiquidationPrice.inverse(wallet, contracts, entry, 0, 0);
    assertThat(held ? price - broke : broke - price)
        .as("bankruptcy lies beyond")
        .isGreaterThanOrEqualTo(-CLOSE * entry);
  }

  @Property
  void theMaintenanceMarginHasNoJumps(@ForAll @IntRange(min = 0, max = 10) int tier) {
    long edge = Tables.BTC_2024.tiers().get(tier).upTo();
    long below = Tables.BTC_2024.maintenance(edge);
    long above = Tables.BTC_2024.maintenance(edge + 1);
    assertThat(above - below).isBetween(0L, 1L);
  }
}
