package io.tradinggym.crypto.margin;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.PositionMargin;
import java.util.List;

/**
 * Margins of perpetuals by a venue's tables, one for each asset, at the leverage that {@link Account#isolation()}
 * holds; where none was chosen, at the highest that the table allows for the size. The worth of a position is taken at
 * the mark, open orders need nothing.
 */
public final class ScheduledMargin implements PositionMargin {
  private static final long ONE = Money.UNITS;

  /** More than a double's product is off. */
  private static final double MORE = 1 + 1e-12;

  private final MarginSchedule[] schedules;
  private final MarginSchedule[] distinct;

  /** What every table lends at any size; 0 where it is not the worth alone that counts. */
  private final int least;

  /**
   * Margin by tables.
   *
   * @param schedules one for each asset of the account, in its order
   */
  public ScheduledMargin(List<? extends MarginSchedule> schedules) {
    this.schedules = schedules.toArray(MarginSchedule[]::new);
    distinct = schedules.stream().distinct().toArray(MarginSchedule[]::new);
    least = leverageUpTo(Long.MAX_VALUE);
  }

  /**
   * {@return an asset's table}
   *
   * @param asset index of the asset, from 0
   */
  public MarginSchedule schedule(int asset) {
    return schedules[asset];
  }

  @Override
  public long initial(Account account, int asset, long lots) {
    long notional = Math.abs(account.notional(asset, lots));
    int chosen = account.isolation().leverage(asset);
    return schedules[asset].initial(
        notional,
        size(account, asset, lots, notional),
        perCoin(account, asset),
        chosen == 0 ? Integer.MAX_VALUE : chosen);
  }

  @Override
  public long maintenance(Account account, int asset, long lots) {
    long notional = Math.abs(account.notional(asset, lots));
    return schedules[asset].maintenance(
        notional, size(account, asset, lots, notional), perCoin(account, asset));
  }

  @Override
  public boolean opensAny(Account account, long gross, long equity) {
    if (account.isolation().chosen()) {
      return false;
    }
    // Each position's requirement is rounded up.
    double free = equity - account.assets();
    return gross * MORE <= free * least || gross * MORE <= free * leverageUpTo(gross);
  }

  private int leverageUpTo(long gross) {
    int leverage = Integer.MAX_VALUE;
    for (MarginSchedule schedule : distinct) {
      leverage = Math.min(leverage, schedule.leverageUpTo(gross));
    }
    return leverage;
  }

  /**
   * {@return whether the table allows a position of that size at the chosen leverage, and if not, why}
   *
   * @param account tells the mark and the chosen leverage
   * @param asset index of the asset, from 0
   * @param lots position, in lots; negative for a short one
   */
  public LeverageCheck check(Account account, int asset, long lots) {
    long notional = Math.abs(account.notional(asset, lots));
    int most =
        schedules[asset].maxLeverage(
            notional, size(account, asset, lots, notional), perCoin(account, asset));
    if (most == 0) {
      return LeverageCheck.TOO_LARGE;
    }
    return account.isolation().leverage(asset) > most ? LeverageCheck.ABOVE_TIER : LeverageCheck.OK;
  }

  /** Size in lots; an inverse contract is counted by its worth, which is in coins. */
  private static long size(Account account, int asset, long lots, long notional) {
    return account.inverse(asset) ? notional : Math.abs(lots);
  }

  private static long perCoin(Account account, int asset) {
    return account.inverse(asset) ? ONE : account.lotsPerUnit(asset);
  }
}
