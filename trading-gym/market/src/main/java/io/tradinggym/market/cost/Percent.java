package io.tradinggym.market.cost;

import io.tradinggym.market.Money;

/**
 * A share of the notional, for resting (maker) and for taking orders: {@code notional x rate}, rounded up.
 *
 * @param makerMillionths 1e-6 of the notional, at most 1,000,000 either way; negative is a rebate, rounded down
 * @param takerMillionths 1e-6 of the notional, 0 to 1,000,000; 1 basis point is 100
 */
public record Percent(long makerMillionths, long takerMillionths) implements Commission {
  private static final long ONE = 1_000_000;

  /** Binance spot, VIP 0: 10 basis points either way. */
  public static final Percent CRYPTO_SPOT = new Percent(1_000, 1_000);

  /** Binance USDT perpetuals, VIP 0: 2 basis points as maker, 5 as taker. */
  public static final Percent CRYPTO_PERPETUAL = new Percent(200, 500);

  /** Checks the rates. */
  public Percent {
    if (takerMillionths < 0 || takerMillionths > ONE || Math.abs(makerMillionths) > ONE) {
      throw new IllegalArgumentException(
          "rates must be within one million millionths and the taker's >= 0, were maker "
              + makerMillionths
              + ", taker "
              + takerMillionths);
    }
  }

  /**
   * {@return the same rate for makers and takers}
   *
   * @param rate basis points, 0 to 10,000
   */
  public static Percent basisPoints(long rate) {
    return new Percent(100 * rate, 100 * rate);
  }

  @Override
  public long charge(long notional, long lots, long lotsPerUnit, boolean maker, long time) {
    long rate = maker ? makerMillionths : takerMillionths;
    return rate >= 0 ? Money.shareUp(notional, rate, ONE) : -Money.shareDown(notional, -rate, ONE);
  }
}
