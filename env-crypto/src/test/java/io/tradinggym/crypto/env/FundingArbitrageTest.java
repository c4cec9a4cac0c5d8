package io.tradinggym.crypto.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.trading.TradingInfo;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Cash and carry: the profit is the sum of funding, less the fees, less the change of the premium. */
class FundingArbitrageTest {
  private static final double CAPITAL = 100_000;
  private static final double LEG = 50_000;
  private static final double RATE = Hours.RATE * 1e-8;
  private static final int STAMPS = 5;
  private static final double CENT = 0.01;

  private static Environment make(
      IntToDoubleFunction spot, IntToDoubleFunction perpetual, double fee) {
    Options options =
        Hours.options(
                CryptoOptions.BOTH, Hours.market(Hours.spot(spot), Hours.perpetual(perpetual)))
            .set(CryptoOptions.SPOT_FEE, 2 * fee)
            .set(CryptoOptions.TAKER, fee)
            .set(CryptoOptions.BAND, 0.2);
    return Gym.make(FundingArbitrageEnvironment.ID, all -> options);
  }

  private static double hold(Environment env) {
    env.reset(1);
    while (!env.ended()) {
      env.step(2);
    }
    return env.last().info(TradingInfo.EQUITY);
  }

  @Test
  void theHedgedPositionEarnsTheFundingAndPaysTheFees() {
    double fee = 0.0005;
    try (Environment env = make(i -> Hours.PRICE, i -> Hours.PRICE, fee)) {
      assertThat(hold(env)).isCloseTo(CAPITAL + STAMPS * RATE * LEG - 3 * fee * LEG, within(CENT));
      assertThat(env.last().info(TradingInfo.position(0))).isEqualTo(1);
      assertThat(env.last().info(TradingInfo.position(1))).isEqualTo(-1);
    }
  }

  /** Prices rise by a fifth: funding is paid on what the position is worth at its stamp, nothing else changes. */
  @Test
  void thePriceDoesNotMatter() {
    IntToDoubleFunction price = i -> Hours.PRICE * (1 + 0.2 * i / (Hours.COUNT - 1));
    double expected = CAPITAL;
    // The first order is filled at the open of bar 2.
    double coins = LEG / price.applyAsDouble(1);
    double lots = Math.floor(coins * 1000) / 1000;
    for (int bar = 7; bar < Hours.COUNT; bar += 8) {
      expected += lots * price.applyAsDouble(bar) * RATE;
    }
    try (Environment env = make(price, price, 0)) {
      assertThat(hold(env)).isCloseTo(expected, within(1.0));
    }
  }

  @Test
  void aPremiumThatClosesIsEarnedAndOneThatOpensIsPaid() {
    IntToDoubleFunction closing = i -> Hours.PRICE * (i < 20 ? 1.01 : 1);
    try (Environment env = make(i -> Hours.PRICE, closing, 0)) {
      double funding = RATE * (2 * 1.01 + 3) * Hours.PRICE * 0.99;
      assertThat(hold(env)).isCloseTo(CAPITAL + 0.99 * 0.01 * Hours.PRICE + funding, within(5.0));
    }
  }

  @Test
  void whoStaysOutKeepsWhatHeHas() {
    try (Environment env = make(i -> Hours.PRICE + i, i -> Hours.PRICE - i, 0.0005)) {
      env.reset(1);
      while (!env.ended()) {
        env.step(0);
      }
      assertThat(env.last().info(TradingInfo.EQUITY)).isEqualTo(CAPITAL);
    }
  }
}
