package io.tradinggym.crypto.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.trading.TradingInfo;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Interest and liquidation of CryptoSpot-v1 on bars whose every number is known. */
class CryptoSpotTest {
  private static final double CAPITAL = 100_000;
  private static final double YEAR_HOURS = 8_760;

  /** Units of 1e-8 are rounded once an hour. */
  private static final double ROUNDING = 1e-6;

  private static Environment make(IntToDoubleFunction price, double leverage) {
    Options options =
        Hours.options(CryptoOptions.SPOT, Hours.market(Hours.spot(price)))
            .set(CryptoOptions.ACTIONS, ActionMode.WEIGHT)
            .set(CryptoOptions.SPOT_FEE, 0.0)
            .set(CryptoOptions.SPOT_LEVERAGE, leverage)
            .set(CryptoOptions.SPOT_SHORTS, true)
            .set(CryptoOptions.INTEREST_RATE, 0.2)
            .set(CryptoOptions.BORROW_RATE, 0.08);
    return Gym.make(CryptoSpotEnvironment.ID, all -> options);
  }

  @Test
  void borrowedMoneyCostsInterestOnInterest() {
    try (Environment env = make(i -> Hours.PRICE, 2)) {
      env.reset(1);
      double debt = CAPITAL;
      while (!env.ended()) {
        env.step(new float[] {1});
        double interest = debt * 0.2 / YEAR_HOURS;
        debt += interest;
        assertThat(env.last().info(TradingInfo.CARRY)).isCloseTo(interest, within(ROUNDING));
        assertThat(env.last().info(TradingInfo.CASH)).isCloseTo(-debt, within(ROUNDING));
        assertThat(env.last().info(TradingInfo.FUNDING)).isZero();
      }
      assertThat(env.last().info(TradingInfo.EQUITY))
          .isCloseTo(2 * CAPITAL - debt, within(ROUNDING));
    }
  }

  @Test
  void borrowedCoinsCostTheirRateOfWhatTheyAreWorth() {
    try (Environment env = make(i -> Hours.PRICE, 1)) {
      env.reset(1);
      double left = CAPITAL;
      while (!env.ended()) {
        env.step(new float[] {-1});
        left -= CAPITAL * 0.08 / YEAR_HOURS;
        assertThat(env.last().info(TradingInfo.position(0))).isEqualTo(-2);
        assertThat(env.last().info(TradingInfo.EQUITY)).isCloseTo(left, within(ROUNDING));
      }
    }
  }

  @Test
  void ownMoneyCostsNothing() {
    try (Environment env = make(i -> Hours.PRICE, 1)) {
      env.reset(1);
      while (!env.ended()) {
        env.step(new float[] {1});
        assertThat(env.last().info(TradingInfo.EQUITY)).isEqualTo(CAPITAL);
      }
      assertThat(env.endReason()).isEqualTo(EndReason.END_OF_DATA);
    }
  }

  /** Three times equity: after a fall by 28 % no more than a tenth of it stands behind. */
  @Test
  void whoHasBorrowedTooMuchIsLiquidatedBeforeTheObservation() {
    try (Environment env = make(i -> i < 10 ? Hours.PRICE : 0.72 * Hours.PRICE, 3)) {
      env.reset(1);
      while (!env.ended()) {
        env.step(new float[] {1});
      }
      assertThat(env.endReason()).isEqualTo(EndReason.MARGIN_CALL);
      assertThat(env.last().info(TradingInfo.GROSS)).isZero();
      assertThat(env.last().info(TradingInfo.EQUITY)).isBetween(15_000.0, 16_000.0);
    }
  }
}
