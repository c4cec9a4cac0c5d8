package io.tradinggym.trading.flow;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.AccountListener;
import io.tradinggym.market.account.Borrowing;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.account.Closeout;
import io.tradinggym.market.account.CorporateActions;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.exchange.Exchange;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.market.exchange.Order;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.market.instrument.SpotPair;
import io.tradinggym.trading.trace.TradeTrace;
import java.util.List;

/** An account of one instrument of each kind in three currencies, kept in sleeves, to which anything may happen. */
final class SleeveWorld {
  static final int SHARE = 0;
  static final int FOREIGN = 1;
  static final int CALL = 2;
  static final int PUT = 3;
  static final int SPLIT_CALL = 4;
  static final int LINEAR = 5;
  static final int ISOLATED = 6;
  static final int INVERSE = 7;
  static final int COIN = 8;
  static final int KINDS = 24;

  private static final Currency EUR = new Currency("EUR");
  private static final Currency BTC = new Currency("BTC");
  private static final Equity STOCK = Equity.printed("AAA");
  private static final long TENTH = Money.UNITS / 10;

  final Account account =
      new Account(
          List.of(
              STOCK,
              new Equity("SAP", EUR, Money.UNITS / 100, 100),
              option("CALL", Right.CALL, Settlement.PHYSICAL, 10_000, 100),
              option("PUT", Right.PUT, Settlement.CASH, 10_000, 100),
              option("CALL2", Right.CALL, Settlement.PHYSICAL, 5_000, 100),
              new Perpetual("LINEAR", BTC, Currency.USD, TENTH, 1_000),
              new Perpetual("ALONE", BTC, Currency.USD, TENTH, 1_000),
              new InversePerpetual("INVERSE", BTC, Currency.USD, TENTH, Money.of("100")),
              new SpotPair("BTC/USD", BTC, Currency.USD, TENTH, 1_000)),
          Currency.USD,
          FlatMargin.leverage(10));
  final Sleeves sleeves;
  final InstantExchange exchange;
  final OrderFlow flow;
  private final RandomStream random;
  private long nextOrder = 1;

  final TradeTrace trace;

  /** @param kept whether the account is kept in sleeves, or only its flow is looked at */
  SleeveWorld(int count, boolean kept, RandomStream random) {
    this.random = random;
    sleeves = new Sleeves(account, count);
    exchange = new InstantExchange(account);
    trace = new TradeTrace(account, kept);
    trace.listen(true);
    flow = new OrderFlow(exchange, account, null, kept ? sleeves : null, 64);
    flow.listener(trace);
    account.listener(kept ? AccountListener.both(sleeves, trace) : trace);
    sleeves.clear();
    account.reset(Money.of("1000000"));
    account.isolation().set(ISOLATED, true);
    for (int asset = 0; asset < account.assets(); asset++) {
      exchange.middle[asset] = price(asset);
      account.mark(asset, exchange.middle[asset]);
    }
    if (!kept) {
      return;
    }
    long[] weights = new long[count];
    for (int sleeve = 0; sleeve < count; sleeve++) {
      weights[sleeve] = 1L + random.integer(5);
    }
    sleeves.divide(weights);
  }

  private static OptionContract option(
      String symbol, Right right, Settlement settlement, long strike, long multiplier) {
    return new OptionContract(
        symbol, STOCK, right, Style.AMERICAN, settlement, strike, 0, Money.UNITS / 100, multiplier);
  }

  private long price(int asset) {
    Instrument instrument = account.instrument(asset);
    return instrument instanceof OptionContract
        ? 1 + random.integer(3_000)
        : 9_000 + random.integer(2_000);
  }

  /** One event of any kind; what does not apply now is left out. */
  void live() {
    int asset = random.integer(account.assets());
    long lots = random.integer(401) - 200L;
    switch (random.integer(KINDS)) {
      case 0, 1, 2, 3, 4, 5 -> flow.target(random.integer(sleeves.count()), asset, lots);
      case 6, 7, 8 -> trade();
      case 9 -> order(asset, lots);
      case 10, 11 -> mark(asset);
      case 12 -> new Carry(30_000, 60_000, 5_000).accrue(account, 1 + random.integer(5));
      case 13 -> account.settle();
      case 14 ->
          CorporateActions.dividend(account, asset == 1 ? FOREIGN : SHARE, random.integer(1 << 30));
      case 15 ->
          CorporateActions.split(account, SHARE, 1 + random.integer(7), 1 + random.integer(7));
      case 16 -> Carry.fund(account, LINEAR + random.integer(3), random.integer(200_001) - 100_000);
      case 17 -> end(CALL + random.integer(3));
      case 18 -> exercise(CALL + random.integer(3));
      case 19 -> liquidate(LINEAR + random.integer(3));
      case 20 -> new Borrowing(50_000, 70_000).charge(account, random.integer(1 << 30));
      case 21 -> money();
      case 22 -> around(asset, lots);
      default -> exchange.closeOut(asset);
    }
  }

  private void trade() {
    exchange.part = random.integer(4) == 0 ? random.integer(101) : 100;
    exchange.spread = random.integer(30);
    exchange.commission = random.integer(1_000_000_000) - 100_000_000L;
    exchange.charged = random.integer(1_000_000);
    for (int asset = 0; asset < account.assets(); asset++) {
      exchange.middle[asset] = price(asset) + 30;
    }
    flow.send();
    flow.advance(exchange.now + 1);
  }

  private void order(int asset, long lots) {
    if (lots != 0) {
      int sleeve = random.integer(sleeves.count());
      flow.submit(sleeve, Order.market(nextOrder++, asset, lots));
      Legs legs = new Legs().add(SHARE, 1).add(CALL, -1);
      flow.submit(sleeve, nextOrder++, legs, lots, Exchange.NO_LIMIT);
    }
  }

  private void mark(int asset) {
    account.mark(asset, price(asset));
    account.rate(1, 100 + random.integer(30), 100);
    account.rate(2, 9_000 + random.integer(2_000), 10);
  }

  private void end(int option) {
    if (random.integer(3) == 0) {
      CorporateActions.abandon(account, option);
    } else {
      CorporateActions.expire(account, option);
    }
    account.mark(option, price(option));
  }

  private void exercise(int option) {
    long held = Math.abs(account.lots(option));
    if (held > 0) {
      CorporateActions.exercise(account, option, 1 + random.integer((int) Math.min(held, 1000)));
    }
    boolean free = account.lots(SPLIT_CALL) == 0;
    for (int sleeve = 0; sleeve < sleeves.count(); sleeve++) {
      free &= sleeves.lots(sleeve, SPLIT_CALL) == 0;
    }
    if (free) {
      CorporateActions.adjust(account, CALL, SPLIT_CALL, 2, 1);
    }
  }

  private void liquidate(int asset) {
    long held = account.lots(asset);
    if (held != 0) {
      long part = 1L + random.integer((int) Math.min(Math.abs(held), 1000));
      Closeout.reduce(account, asset, held > 0 ? -part : part, price(asset));
      Closeout.fee(account, asset, random.integer(1_000_000));
      Closeout.cover(account, asset, random.integer(1_000_000));
    }
  }

  private void money() {
    long amount = random.integer(1 << 30);
    switch (random.integer(4)) {
      case 0 -> account.deposit(random.integer(3), amount);
      case 1 -> account.convert(0, amount, 1 + random.integer(2), amount / 3);
      case 2 -> {
        if (account.isolation().margin(ISOLATED) >= 0) {
          account.isolation().add(ISOLATED, amount);
        }
      }
      default -> {
        int to = random.integer(sleeves.count());
        sleeves.transfer(random.integer(sleeves.count()), to, random.integer(3), amount);
      }
    }
  }

  /** A trade that nobody told the order flow of. */
  private void around(int asset, long lots) {
    account.trade(asset, lots, price(asset), random.integer(1000), random.integer(1000));
  }
}
