package io.tradinggym.options.margin;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.MarginModel;

/** For accounts whose positions are judged together, by {@link AccountMargin}: alone they need nothing. */
public record NoMargin() implements MarginModel {
  @Override
  public long initial(Account account, int asset, long lots) {
    return 0;
  }

  @Override
  public long maintenance(Account account, int asset, long lots) {
    return 0;
  }
}
