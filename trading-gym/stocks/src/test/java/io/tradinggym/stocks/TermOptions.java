package io.tradinggym.stocks;

import io.tradinggym.api.Options;
import io.tradinggym.market.data.Market;
import io.tradinggym.testkit.Terms;

/** The terms of a test as options. */
final class TermOptions {
  private TermOptions() {}

  static Options of(Market market, Terms terms) {
    return Options.NONE
        .set(StockOptions.MARKET, market)
        .set(StockOptions.EPISODE, 0)
        .set(StockOptions.RANDOM_START, false)
        .set(StockOptions.SPREAD, 0.0)
        .set(StockOptions.CASH, terms.cash())
        .set(StockOptions.COMMISSION, terms.commission())
        .set(StockOptions.LEVERAGE, terms.leverage())
        .set(StockOptions.SHORTS, terms.shorts())
        .set(StockOptions.BORROW_RATE, terms.borrowRate())
        .set(StockOptions.INTEREST_RATE, terms.interestRate());
  }
}
