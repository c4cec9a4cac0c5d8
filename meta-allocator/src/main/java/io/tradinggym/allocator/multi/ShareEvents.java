package io.tradinggym.allocator.multi;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CorporateActions;
import io.tradinggym.trading.Settlement;

/** In the morning, at yesterday's marks: shares go ex dividend, then split, and options on them are adjusted. */
final class ShareEvents implements Settlement {
  private final MultiBook book;
  private final MultiTape tape;
  private final Account account;

  ShareEvents(MultiBook book) {
    this.book = book;
    tape = book.tape();
    account = book.account();
  }

  @Override
  public Phase phase() {
    return Phase.INSIDE_BAR;
  }

  @Override
  public void settle(int bar, RandomStream random) {
    for (int share = 0; share < book.perpetual(); share++) {
      long dividend = tape.dividend(share);
      if (dividend > 0) {
        CorporateActions.dividend(account, share, dividend);
      }
      int shares = tape.splitShares(share);
      if (shares != tape.splitOf(share)) {
        CorporateActions.split(account, share, shares, tape.splitOf(share));
        if (share < book.desks()) {
          book.desk(share).contracts().split(shares);
        }
      }
    }
  }
}
