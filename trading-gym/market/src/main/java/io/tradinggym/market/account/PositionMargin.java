package io.tradinggym.market.account;

/**
 * Margin of each position alone, added up. An account keeps the sums and works out only what has changed since it was
 * asked last, so that a question costs the same however many positions there are.
 */
public interface PositionMargin extends MarginModel {
  /** The sum over all positions, but no less than {@link #least}. */
  @Override
  default long initial(Account account, Lots lots) {
    long sum = 0;
    for (int asset = 0; asset < account.assets(); asset++) {
      long held = lots.lots(asset);
      if (held != 0 && !account.isolation().on(asset)) {
        sum = Math.addExact(sum, inBase(account, asset, initial(account, asset, held)));
      }
    }
    return Math.max(sum, least(account, lots));
  }

  /** The sum over all positions. */
  @Override
  default long maintenance(Account account, Lots lots) {
    long sum = 0;
    for (int asset = 0; asset < account.assets(); asset++) {
      long held = lots.lots(asset);
      if (held != 0 && !account.isolation().on(asset)) {
        sum = Math.addExact(sum, inBase(account, asset, maintenance(account, asset, held)));
      }
    }
    return sum;
  }

  /**
   * {@return the equity that an account needs to open anything, however little its positions need: {@link
   * MinimumEquity} where US rules apply, else 0} Money units of the base currency.
   *
   * @param account whose marks and rates count
   * @param lots of each asset, held or as they would be
   */
  default long least(Account account, Lots lots) {
    return 0;
  }

  /** A requirement in the base currency, rounded up. */
  private static long inBase(Account account, int asset, long amount) {
    // Negated twice: toBase rounds down, and what is needed is rounded up.
    return -account.toBase(account.currency(asset), -amount);
  }
}
