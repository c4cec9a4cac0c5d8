package io.tradinggym.trading;

import io.tradinggym.api.LaneState;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.data.Bars;
import java.util.Optional;

/** Interest and borrow fees by the calendar day, taken before the next open: what is bought there owes nothing yet. */
public final class DailyCarry implements Settlement {
  private static final long DAY_MILLIS = 86_400_000L;

  private final Carry carry;
  private final Account account;
  private final Bars bars;

  /**
   * At these rates.
   *
   * @param desk the desk whose account pays
   * @param carry rates of cash and of borrowed shares
   */
  public DailyCarry(TradingDesk desk, Carry carry) {
    this.carry = carry;
    account = desk.account();
    bars = desk.cursor().bars();
  }

  @Override
  public Phase phase() {
    return Phase.BEFORE_OPEN;
  }

  @Override
  public void settle(int bar, RandomStream random) {
    if (carry.accrues(account)) {
      carry.accrue(account, (int) (day(bar) - day(bar - 1)));
    }
    account.settle();
  }

  private long day(int bar) {
    return Math.floorDiv(bars.closeTime(bar), DAY_MILLIS);
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
