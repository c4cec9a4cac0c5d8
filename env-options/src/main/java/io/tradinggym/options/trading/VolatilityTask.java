package io.tradinggym.options.trading;

/**
 * What {@code VolatilityTrading-v1} asks of whoever trades it.
 *
 * @param account money, costs, length
 * @param limit straddles of each expiry, at most, long or short, in 1 .. 10000
 */
public record VolatilityTask(AccountTerms account, int limit) {
  /** Ten straddles of each expiry. */
  public static final VolatilityTask DEFAULT = new VolatilityTask(AccountTerms.DEFAULT, 10);

  /** Checks the values. */
  public VolatilityTask {
    if (limit < 1 || limit > 10_000) {
      throw new IllegalArgumentException("limit must be in 1 .. 10000, was " + limit);
    }
  }
}
