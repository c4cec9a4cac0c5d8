package io.tradinggym.crypto.env;

import io.tradinggym.api.LaneState;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Borrowing;
import io.tradinggym.market.data.Bars;
import io.tradinggym.trading.Settlement;
import io.tradinggym.trading.TradingDesk;
import java.util.Optional;

/** Interest on borrowed money and coins, charged for every bar by the millisecond. */
final class Interest implements Settlement {
  private final Account account;
  private final Bars bars;
  private final Borrowing borrowing;

  Interest(TradingDesk desk, Borrowing borrowing) {
    account = desk.account();
    bars = desk.cursor().bars();
    this.borrowing = borrowing;
  }

  @Override
  public Phase phase() {
    return Phase.AT_CLOSE;
  }

  @Override
  public void settle(int bar, RandomStream random) {
    borrowing.charge(account, bars.closeTime(bar) - bars.closeTime(bar - 1));
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
