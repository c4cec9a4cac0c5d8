package io.tradinggym.market.account;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import io.tradinggym.market.instrument.Perpetual;
import java.util.List;

/** One of each kind of instrument, in two currencies. */
final class World {
  static final int SHARE = 0;
  static final int FOREIGN = 1;
  static final int CALL = 2;
  static final int PUT = 3;
  static final int PERPETUAL = 4;
  static final long STRIKE = 10_000;

  static final Equity STOCK = Equity.printed("SPY");
  static final Currency EUR = new Currency("EUR");
  static final List<Instrument> ALL =
      List.of(
          STOCK,
          new Equity("SAP", EUR, Money.UNITS / 100, 1),
          option("CALL", Right.CALL, Settlement.PHYSICAL),
          option("PUT", Right.PUT, Settlement.PHYSICAL),
          new Perpetual("BTC-PERP", new Currency("BTC"), Currency.USD, Money.UNITS / 10, 1_000));

  private World() {}

  static OptionContract option(String symbol, Right right, Settlement settlement) {
    return new OptionContract(
        symbol, STOCK, right, Style.EUROPEAN, settlement, STRIKE, 0, Money.UNITS / 100, 100);
  }

  static Account account(long dollars) {
    Account account = new Account(ALL, Currency.USD, FlatMargin.leverage(2));
    account.reset(dollars * Money.UNITS);
    return account;
  }
}
