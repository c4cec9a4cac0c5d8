package io.tradinggym.market.account;

import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a listed option as plain numbers, to list it without making an {@link OptionContract}. Reused: an
 * account copies what it needs. As made: an American contract on 100 shares, delivered, quoted in cents.
 */
public final class OptionTerms {
  /** Empty at first. */
  public OptionTerms() {}

  private static final long CENT = 1_000_000;

  Right right = Right.CALL;
  Style style = Style.AMERICAN;
  Settlement settlement = Settlement.PHYSICAL;
  long strike;
  long expiry;
  long tickSize = CENT;
  long multiplier = 100;

  /** A name that was given; null where the contract is named after its terms. */
  @Nullable String symbol;

  /**
   * Sets which side may be exercised, at what price and until when; forgets a given name.
   *
   * @param newRight call or put
   * @param strikeTicks strike in ticks of the underlying, > 0
   * @param newExpiry last moment of trading, UTC epoch milliseconds
   * @return these terms
   */
  public OptionTerms of(Right newRight, long strikeTicks, long newExpiry) {
    right = newRight;
    strike = strikeTicks;
    expiry = newExpiry;
    symbol = null;
    return this;
  }

  /**
   * Sets when it may be exercised and what is delivered.
   *
   * @param newStyle American or European
   * @param newSettlement what exercise delivers: the underlying, or money
   * @return these terms
   */
  public OptionTerms exercise(Style newStyle, Settlement newSettlement) {
    style = newStyle;
    settlement = newSettlement;
    return this;
  }

  /**
   * Sets how it is counted.
   *
   * @param newTickSize of the premium, money units per one of the underlying, > 0
   * @param newMultiplier units of the underlying per contract, > 0
   * @return these terms
   */
  public OptionTerms lot(long newTickSize, long newMultiplier) {
    tickSize = newTickSize;
    multiplier = newMultiplier;
    return this;
  }

  /** Those of a contract. */
  OptionTerms of(OptionContract contract) {
    return of(contract.right(), contract.strikeTicks(), contract.expiry())
        .exercise(contract.style(), contract.settlement())
        .lot(contract.tickSize(), contract.multiplier());
  }

  /**
   * {@return the contract of these terms}
   *
   * @param underlying what it is written on; it gives the contract its name where none was given
   */
  public OptionContract contract(Instrument underlying) {
    return new OptionContract(
        symbol != null ? symbol : name(underlying),
        underlying,
        right,
        style,
        settlement,
        strike,
        expiry,
        tickSize,
        multiplier);
  }

  private String name(Instrument underlying) {
    String day = Instant.ofEpochMilli(expiry).toString().substring(0, "2000-01-01".length());
    double price = underlying.toPrice(strike);
    String at = price == Math.rint(price) ? String.valueOf((long) price) : String.valueOf(price);
    return String.join(" ", underlying.symbol(), day, right == Right.CALL ? "C" : "P", at);
  }

  void check() {
    if (strike <= 0 || tickSize <= 0 || multiplier <= 0) {
      throw new IllegalArgumentException(
          "strike, tick and multiplier must be > 0, were %d, %d and %d"
              .formatted(strike, tickSize, multiplier));
    }
  }
}
