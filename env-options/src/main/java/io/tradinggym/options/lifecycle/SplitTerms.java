package io.tradinggym.options.lifecycle;

import io.tradinggym.market.instrument.OptionContract;

/** Terms of options after a split of their underlying, as the clearing house adjusts them. */
public final class SplitTerms {
  private SplitTerms() {}

  /**
   * {@return the contract that takes another's place; {@link io.tradinggym.market.account.CorporateActions#adjust}
   * moves a position there} Whole splits (4 for 1) make more contracts, others (3 for 2, 1 for 10) change how many
   * shares one delivers. The strike is divided by the split, to the nearest tick. For 1 for 10 the clearing house
   * leaves the strike and counts it on ten times the shares delivered; here it is multiplied by 10, which is the same
   * money.
   *
   * @param contract as it was before the split
   * @param symbol of the new contract
   * @param numerator new shares for {@code denominator} old ones, both > 0
   * @param denominator old shares that become the new ones, > 0
   * @throws IllegalArgumentException if a contract would not deliver whole shares
   */
  public static OptionContract adjusted(
      OptionContract contract, String symbol, long numerator, long denominator) {
    if (numerator <= 0 || denominator <= 0) {
      throw new IllegalArgumentException(
          "split must be > 0 for > 0, was " + numerator + " for " + denominator);
    }
    boolean whole = numerator % denominator == 0;
    long units = Math.multiplyExact(contract.multiplier(), numerator);
    if (!whole && units % denominator != 0) {
      throw new IllegalArgumentException(
          String.format(
              "a split of %d for %d leaves %s with parts of shares: %d of %d",
              numerator, denominator, contract.symbol(), units, denominator));
    }
    long strike = Math.multiplyExact(contract.strikeTicks(), denominator);
    return new OptionContract(
        symbol,
        contract.underlying(),
        contract.right(),
        contract.style(),
        contract.settlement(),
        Math.floorDiv(Math.addExact(strike, numerator / 2), numerator),
        contract.expiry(),
        contract.tickSize(),
        whole ? contract.multiplier() : units / denominator);
  }
}
