package io.tradinggym.market.instrument;

/**
 * A currency or crypto asset that cash is held in.
 *
 * @param code 2 to 10 capitals or digits, a capital first, such as {@code USD}, {@code EUR}, {@code BTC}, {@code USDT}
 */
public record Currency(String code) {
  /** US dollar. */
  public static final Currency USD = new Currency("USD");

  /** Checks the code. */
  public Currency {
    if (!code.matches("[A-Z][A-Z0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "currency code must be 2 to 10 capitals or digits, was \"" + code + "\"");
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
