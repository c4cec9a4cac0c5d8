package io.tradinggym.market.account;

/**
 * Margin of each underlying together with the options on it, added up: a spread or a covered call is one question, and
 * what happens to one share leaves the requirement of all others as it was. An account keeps the sums and works out
 * only the underlyings that have changed.
 */
public interface UnderlyingMargin extends MarginModel {
  /**
   * Equity needed to open all positions in an underlying and its options.
   *
   * @param account whose marks and rates count; it stays as it is
   * @param underlying index of an asset that is listed and no option
   * @param lots of each asset that would be held
   * @return money units of the base currency, rounded up
   */
  long initial(Account account, int underlying, Lots lots);

  /**
   * {@return the equity below which all positions in an underlying and its options are liquidated, as {@link #initial}}
   *
   * @param account whose marks and rates count; it stays as it is
   * @param underlying index of an asset that is listed and no option
   * @param lots of each asset, held or as they would be
   */
  long maintenance(Account account, int underlying, Lots lots);

  /**
   * {@return the equity that an account needs to open anything, see {@link PositionMargin#least}}
   *
   * @param account whose marks and rates count
   * @param lots of each asset, held or as they would be
   */
  default long least(Account account, Lots lots) {
    return 0;
  }

  /** The sum over all underlyings, but no less than {@link #least}. */
  @Override
  default long initial(Account account, Lots lots) {
    long sum = 0;
    for (int asset = 0; asset < account.assets(); asset++) {
      if (account.listed(asset) && !account.options().is(asset)) {
        sum = Math.addExact(sum, initial(account, asset, lots));
      }
    }
    return Math.max(sum, least(account, lots));
  }

  /** The sum over all underlyings. */
  @Override
  default long maintenance(Account account, Lots lots) {
    long sum = 0;
    for (int asset = 0; asset < account.assets(); asset++) {
      if (account.listed(asset) && !account.options().is(asset)) {
        sum = Math.addExact(sum, maintenance(account, asset, lots));
      }
    }
    return sum;
  }
}
