package io.tradinggym.crypto.venue;

import io.tradinggym.market.cost.Percent;
import java.util.List;

/**
 * Fees by class of customers.
 *
 * @param tiers the most expensive first, at least one
 * @param discount for paying in the venue's own coin, millionths of the fee, in [0, 1000000)
 */
public record FeeSchedule(List<FeeTier> tiers, long discount) {
  private static final long ONE = 1_000_000;

  /** Checks the numbers. */
  public FeeSchedule {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty()) {
      throw new IllegalArgumentException("a fee schedule needs at least one tier");
    }
    if (discount < 0 || discount >= ONE) {
      throw new IllegalArgumentException(
          "discount must be in [0, 1000000) millionths, was " + discount);
    }
  }

  /**
   * {@return the fees of a class of customers}
   *
   * @param name of the class, such as VIP0
   * @throws IllegalArgumentException if there is none of that name; names those that there are
   */
  public Percent of(String name) {
    return tier(name).commission();
  }

  /**
   * {@return the fees of a class, less the discount, rounded up to a millionth}
   *
   * @param name of the class, such as VIP0
   * @throws IllegalArgumentException if there is none of that name; names those that there are
   */
  public Percent discounted(String name) {
    FeeTier tier = tier(name);
    return new Percent(less(tier.maker()), less(tier.taker()));
  }

  private long less(long rate) {
    return Math.ceilDiv(rate * (ONE - discount), ONE);
  }

  private FeeTier tier(String name) {
    return tiers.stream()
        .filter(tier -> tier.name().equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no fee tier "
                        + name
                        + "; there are "
                        + tiers.stream().map(FeeTier::name).toList()));
  }
}
