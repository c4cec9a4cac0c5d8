package io.tradinggym.allocator.multi;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.trading.Settlement;

/** At the close: shares that have left the market are paid out at their last price, less normal costs. */
final class ShareDelisting implements Settlement {
  private final MultiBook book;

  ShareDelisting(MultiBook book) {
    this.book = book;
  }

  @Override
  public Phase phase() {
    return Phase.AT_CLOSE;
  }

  @Override
  public void settle(int bar, RandomStream random) {
    for (int share = book.desks(); share < book.perpetual(); share++) {
      if (book.tape().gone(share)) {
        book.delist(share);
      }
    }
  }
}
