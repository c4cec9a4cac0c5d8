package io.tradinggym.crypto.margin;

import io.tradinggym.market.Money;
import java.util.List;

/**
 * A margin table by worth. The larger the position, the higher the rate and the lower the leverage:
 *
 * <pre>
 * maintenance = notional x rate_n - deduction_n
 * deduction_n = deduction_(n-1) + floor_n x (rate_n - rate_(n-1))
 * </pre>
 *
 * <p>The second line keeps the margin continuous where one row ends and the next begins; a table that breaks it is
 * refused.
 *
 * @see <a href="https://www.binance.com/en/futures/trading-rules/perpetual/leverage-margin">Binance: leverage and
 *     margin</a>
 */
public final class MarginTiers implements MarginSchedule {
  private final List<MarginTier> tiers;
  private final long[] upTo;
  private final long[] rate;
  private final int[] leverage;
  private final long[] deduction;

  /**
   * A table.
   *
   * @param tiers rows by rising notional
   * @throws IllegalArgumentException naming the first row that does not follow from the one before
   */
  public MarginTiers(List<MarginTier> tiers) {
    if (tiers.isEmpty()) {
      throw new IllegalArgumentException("a margin table needs at least one tier");
    }
    this.tiers = List.copyOf(tiers);
    upTo = tiers.stream().mapToLong(MarginTier::upTo).toArray();
    rate = tiers.stream().mapToLong(MarginTier::rate).toArray();
    leverage = tiers.stream().mapToInt(MarginTier::leverage).toArray();
    deduction = tiers.stream().mapToLong(MarginTier::deduction).toArray();
    for (int tier = 0; tier < upTo.length; tier++) {
      check(tier);
    }
  }

  private void check(int tier) {
    if (tier > 0
        && (upTo[tier] <= upTo[tier - 1]
            || rate[tier] < rate[tier - 1]
            || leverage[tier] > leverage[tier - 1])) {
      throw new IllegalArgumentException(
          "tier "
              + (tier + 1)
              + " must be larger than the one before, with no lower rate and no higher leverage;"
              + " was "
              + tiers.get(tier)
              + " after "
              + tiers.get(tier - 1));
    }
    long right =
        tier == 0
            ? 0
            : deduction[tier - 1]
                + Money.shareDown(upTo[tier - 1], rate[tier] - rate[tier - 1], ONE);
    if (deduction[tier] != right) {
      throw new IllegalArgumentException(
          "tier "
              + (tier + 1)
              + ": the deduction must be "
              + Money.format(right)
              + " for the margin to be continuous, was "
              + Money.format(deduction[tier]));
    }
    if (rate[tier] > ONE / leverage[tier]) {
      throw new IllegalArgumentException(
          "tier "
              + (tier + 1)
              + ": a leverage of "
              + leverage[tier]
              + " leaves no room for a maintenance rate of "
              + rate[tier]
              + " millionths");
    }
  }

  /**
   * {@return a table of one row for every position}
   *
   * @param rate of the maintenance margin, millionths, in [0, 1000000)
   * @param leverage highest, 1 to 1000
   */
  public static MarginTiers flat(long rate, int leverage) {
    return new MarginTiers(List.of(new MarginTier(Long.MAX_VALUE, rate, leverage, 0)));
  }

  /** {@return the rows, by rising worth} */
  public List<MarginTier> tiers() {
    return tiers;
  }

  /**
   * {@return the row that a worth falls into, from 0; the last one beyond the table}
   *
   * @param notional worth of the position, money units, >= 0
   */
  public int tierOf(long notional) {
    int tier = 0;
    while (tier < upTo.length - 1 && notional > upTo[tier]) {
      tier++;
    }
    return tier;
  }

  /**
   * {@return the worth above which a row holds, money units}
   *
   * @param tier row of the table, from 0
   */
  public long floor(int tier) {
    return tier == 0 ? 0 : upTo[tier - 1];
  }

  @Override
  public long maintenance(long notional, long lots, long lotsPerCoin) {
    int tier = tierOf(notional);
    return Money.shareUp(notional, rate[tier], ONE) - deduction[tier];
  }

  @Override
  public long initial(long notional, long lots, long lotsPerCoin, int chosen) {
    return Math.ceilDiv(notional, Math.min(chosen, leverage[tierOf(notional)]));
  }

  @Override
  public int leverageUpTo(long notional) {
    return leverage[tierOf(notional)];
  }

  @Override
  public int maxLeverage(long notional, long lots, long lotsPerCoin) {
    return notional > upTo[upTo.length - 1] ? 0 : leverage[tierOf(notional)];
  }
}
