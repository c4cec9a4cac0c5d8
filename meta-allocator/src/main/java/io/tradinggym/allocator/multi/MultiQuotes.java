package io.tradinggym.allocator.multi;

import io.tradinggym.market.account.Account;
import io.tradinggym.options.execution.LegQuotes;
import io.tradinggym.options.trading.ListedContracts;

/** Quotes of everything that the account trades: contracts at their board's, shares and the perpetual at the close. */
final class MultiQuotes implements LegQuotes {
  private static final long NOT_QUOTED = -1;

  private final MultiTape tape;
  private final Account account;
  private final ListedContracts[] contracts;
  private final int fixed;

  MultiQuotes(MultiTape tape, Account account, ListedContracts[] contracts, int fixed) {
    this.tape = tape;
    this.account = account;
    this.contracts = contracts;
    this.fixed = fixed;
  }

  @Override
  public long bid(int asset) {
    if (asset >= fixed) {
      return contracts[account.underlying(asset)].bid(asset);
    }
    return tape.trades(asset) || tape.gone(asset) ? tape.ticks(asset) : NOT_QUOTED;
  }

  @Override
  public long ask(int asset) {
    return asset < fixed ? tape.ticks(asset) : contracts[account.underlying(asset)].ask(asset);
  }

  @Override
  public long step(int asset) {
    return asset < fixed ? 1 : contracts[account.underlying(asset)].step(asset);
  }
}
