package io.tradinggym.crypto.liquidation;

import io.tradinggym.crypto.margin.MarginTiers;
import io.tradinggym.crypto.margin.ScheduledMargin;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.market.instrument.Perpetual;
import java.util.List;
import java.util.stream.Stream;

/** A closed world of a trader, others, a market maker and an insurance fund. */
final class Desk implements Exit {
  static final Currency USDT = new Currency("USDT");
  static final Currency BTC = new Currency("BTC");
  static final Perpetual LINEAR = new Perpetual("BTCUSDT-PERP", BTC, USDT, Money.UNITS / 10, 1_000);
  static final Perpetual OTHER =
      new Perpetual("ETHUSDT-PERP", new Currency("ETH"), USDT, Money.UNITS / 100, 1_000);
  static final InversePerpetual INVERSE =
      new InversePerpetual(
          "BTCUSD-PERP", BTC, new Currency("USD"), Money.UNITS / 10, Money.of("1"));

  final List<Instrument> instruments;
  final ScheduledMargin margin;
  final Account trader;
  final Account maker;
  final Account fund;
  final Account[] others;
  final Waterfall waterfall;
  long quote = NOBODY;
  int cancelled;

  Desk(List<Instrument> instruments, MarginTiers tiers, LiquidationTerms terms, int others) {
    this.instruments = instruments;
    margin = new ScheduledMargin(instruments.stream().map(any -> tiers).toList());
    trader = account();
    maker = account();
    fund = account();
    this.others = Stream.generate(this::account).limit(others).toArray(Account[]::new);
    waterfall = new Waterfall(margin, terms, this, fund, new Deleveraging(this.others));
  }

  private Account account() {
    return new Account(instruments, instruments.getFirst().currency(), margin);
  }

  /** Both sides of a trade. */
  static void deal(Account buyer, Account seller, int asset, long lots, long ticks) {
    buyer.trade(asset, lots, ticks, 0, 0);
    seller.trade(asset, -lots, ticks, 0, 0);
  }

  Stream<Account> everybody() {
    return Stream.concat(Stream.of(trader, maker, fund), Stream.of(others));
  }

  void mark(int asset, long ticks) {
    everybody().forEach(account -> account.mark(asset, ticks));
  }

  long money() {
    return everybody().mapToLong(Account::equity).sum();
  }

  LiquidationStep liquidate(Account account) {
    return waterfall.run(account, () -> cancelled++);
  }

  @Override
  public long price(int asset, long lots) {
    return quote;
  }

  @Override
  public void filled(int asset, long lots, long ticks) {
    maker.trade(asset, -lots, ticks, 0, 0);
  }
}
