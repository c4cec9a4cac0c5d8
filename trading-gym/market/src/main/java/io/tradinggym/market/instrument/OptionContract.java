package io.tradinggym.market.instrument;

/**
 * A listed option; one lot is one contract.
 *
 * @param symbol such as {@code SPY 2026-12-18 C 600}
 * @param underlying what it is written on
 * @param right call or put
 * @param style American or European
 * @param settlement what exercise delivers
 * @param strikeTicks strike in ticks of the underlying, > 0
 * @param expiry last moment of trading, epoch milliseconds UTC
 * @param tickSize smallest step of the premium, money units per one of the underlying, > 0
 * @param multiplier units of the underlying per contract, > 0 (100 for US equity options)
 */
public record OptionContract(
    String symbol,
    Instrument underlying,
    Right right,
    Style style,
    Settlement settlement,
    long strikeTicks,
    long expiry,
    long tickSize,
    long multiplier)
    implements Instrument {

  /** Call or put. */
  public enum Right {
    /** The right to buy. */
    CALL,
    /** The right to sell. */
    PUT
  }

  /** When it may be exercised. */
  public enum Style {
    /** At any time. */
    AMERICAN,
    /** At expiry only. */
    EUROPEAN
  }

  /** What exercise delivers. */
  public enum Settlement {
    /** The underlying against the strike. */
    PHYSICAL,
    /** The difference in cash. */
    CASH
  }

  /** Checks the numbers. */
  public OptionContract {
    Steps.check(symbol, tickSize, 1);
    if (strikeTicks <= 0) {
      throw new IllegalArgumentException(symbol + ": strike must be > 0 ticks, was " + strikeTicks);
    }
    if (multiplier <= 0) {
      throw new IllegalArgumentException(symbol + ": multiplier must be > 0, was " + multiplier);
    }
  }

  @Override
  public Currency currency() {
    return underlying.currency();
  }

  @Override
  public long tickLotValue() {
    return Math.multiplyExact(tickSize, multiplier);
  }

  /**
   * {@return what exercise of one contract is worth at a price of the underlying, money units, >= 0}
   *
   * @param underlyingTicks price of the underlying in its ticks
   */
  public long intrinsic(long underlyingTicks) {
    long difference =
        right == Right.CALL ? underlyingTicks - strikeTicks : strikeTicks - underlyingTicks;
    return difference <= 0
        ? 0
        : Math.multiplyExact(Math.multiplyExact(difference, underlying.tickSize()), multiplier);
  }
}
