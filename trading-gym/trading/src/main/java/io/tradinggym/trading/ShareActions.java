package io.tradinggym.trading;

import io.tradinggym.api.LaneState;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CorporateActions;
import io.tradinggym.market.data.Bars;
import java.util.Optional;

/**
 * Dividends and splits of shares whose prices are as printed: the morning of an ex-date, at the close before.
 *
 * <pre>
 *   dividend d    longs are owed d a share, shorts owe it, paid before the open; the mark falls by d
 *   split n for m lots x n / m, mark x m / n; a part of a lot is paid in cash at the new mark
 * </pre>
 *
 * <p>Both leave equity as it is, but for the rounding of marks to ticks, so that orders are sized at ex prices in new
 * shares, and the return of a share from its ex price on is that of an adjusted close. Taxes on dividends are not
 * taken, and they are paid on the ex-date instead of weeks later. A desk has this event by itself where its bars have
 * any; others pay nothing for it.
 */
final class ShareActions implements Settlement {
  private final TradingDesk desk;
  private final Account account;
  private final Bars bars;

  ShareActions(TradingDesk desk) {
    this.desk = desk;
    account = desk.account();
    bars = desk.cursor().bars();
  }

  @Override
  public Phase phase() {
    return Phase.BEFORE_ORDERS;
  }

  @Override
  public void settle(int bar, RandomStream random) {
    for (int asset = 0; asset < bars.assets(); asset++) {
      long dividend = bars.dividend(asset, bar);
      int shares = bars.splitShares(asset, bar);
      int of = bars.splitOf(asset, bar);
      if (account.mark(asset) <= 0 || (dividend == 0 && shares == of)) {
        continue;
      }
      if (dividend > 0) {
        CorporateActions.dividend(account, asset, dividend);
        long tick = account.tickSize(asset);
        account.mark(asset, Math.max(1, account.mark(asset) - (dividend + tick / 2) / tick));
      }
      if (shares != of) {
        CorporateActions.split(account, asset, shares, of);
      }
      desk.restated(asset, account.mark(asset));
    }
    account.settle();
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
