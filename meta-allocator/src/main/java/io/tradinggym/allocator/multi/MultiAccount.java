package io.tradinggym.allocator.multi;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.account.CorporateActions;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.lifecycle.AssignmentLaw;
import io.tradinggym.options.lifecycle.ContractLife;
import io.tradinggym.options.margin.AccountMargin;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.trading.ListedContracts;
import io.tradinggym.options.trading.OptionDesk;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The one account: shares at Regulation T, options on them strategy by strategy, the perpetual at a fifth, all against
 * the same equity. Knows the evenings and mornings that its positions have.
 */
final class MultiAccount implements Resumable {
  /** Funding stamps a day. */
  private static final int STAMPS = 3;

  private static final int MILLIONTHS = 1_000_000;

  /** Above the rate on cash, for negative cash; the fee for shares sold short. */
  private static final long SPREAD = 15_000;

  private static final long BORROW = 3_000;
  private static final int PERPETUAL_LEVERAGE = 5;
  private static final int PARTS = 64;

  private final CorrelatedPrices prices;
  private final MultiMarket market;
  private final MultiTask task;
  private final Account account;
  private final OptionDesk[] desks;
  private final ContractLife[] lives;
  private final Carry carry;
  private final int perpetual;
  private long assigned;
  private long exercised;

  MultiAccount(MultiMarket market, MultiTask task, CorrelatedPrices prices) {
    this.market = market;
    this.task = task;
    this.prices = prices;
    List<Instrument> fixed = new ArrayList<>();
    for (int i = 0; i < market.shares(); i++) {
      fixed.add(Equity.printed("S" + i));
    }
    perpetual = fixed.size();
    fixed.add(new Perpetual("PERP", new Currency("COIN"), Currency.USD, Money.UNITS / 10, 1_000));
    account =
        new Account(
            fixed,
            Currency.USD,
            new AccountMargin(
                share -> ExchangeMargin.EQUITY, FlatMargin.leverage(PERPETUAL_LEVERAGE)),
            OptionDesk.SLOTS * market.optionable());
    desks = new OptionDesk[market.optionable()];
    lives = new ContractLife[desks.length];
    for (int i = 0; i < desks.length; i++) {
      desks[i] = new OptionDesk(prices.board(i), task.account(), account, i);
      lives[i] =
          new ContractLife(
              account, desks[i].contracts(), new AssignmentLaw(1, task.account().stray()));
    }
    long rate = Math.round(MILLIONTHS * market.options().rate());
    carry = new Carry(rate, rate + SPREAD, BORROW);
  }

  void begin() {
    account.reset(Math.round(100 * task.account().cash()) * ListedContracts.CENT);
    mark();
    for (OptionDesk desk : desks) {
      desk.restart();
    }
    assigned = 0;
    exercised = 0;
  }

  private void mark() {
    account.time(ListedContracts.millis(prices.day()));
    for (int share = desks.length; share < market.shares(); share++) {
      account.mark(share, prices.cents(share));
    }
    account.mark(perpetual, prices.perpetualTicks());
    for (OptionDesk desk : desks) {
      desk.contracts().mark();
    }
  }

  /**
   * Trades a share or the perpetual to a part of the equity at today's close; what margin does not allow is cut. Shares
   * that calls are sold on are bought back with the calls, not before.
   */
  void target(int asset, double part) {
    long each = account.notionalAt(asset, account.mark(asset), 1);
    long wanted = Math.round(part * account.equity() / each);
    long held = account.lots(asset);
    int cut = PARTS;
    while (cut > 0 && !trade(asset, held, (wanted - held) * cut / PARTS)) {
      cut = cut == PARTS ? PARTS / 2 : cut / 2;
    }
  }

  private boolean trade(int asset, long held, long lots) {
    if (lots == 0) {
      return true;
    }
    long notional = Math.abs(account.notionalAt(asset, account.mark(asset), lots));
    double cost = asset == perpetual ? task.perpetualCost() : task.account().stockCost();
    long fee = (long) Math.ceil(cost * notional);
    boolean fits = account.affords(asset, held + lots, fee);
    if (fits) {
      account.trade(asset, lots, account.mark(asset), fee, 0);
    }
    return fits;
  }

  /** To the next close: assignment, the move, interest, dividends, funding, expiry; whether margin was called. */
  boolean pass(RandomStream random) {
    long now = account.time();
    for (int i = 0; i < desks.length; i++) {
      assigned += lives[i].assign(i, now, 0, random);
      desks[i].contracts().drop();
    }
    long rate = prices.fundingRate();
    int days = prices.advance(random);
    mark();
    pay(days, rate);
    for (int i = 0; i < desks.length; i++) {
      lives[i].expire(i, account.time());
      exercised += lives[i].exercised();
      assigned += lives[i].assigned();
      desks[i].contracts().drop();
    }
    boolean called = account.gross() != 0 && account.mustLiquidate();
    if (called) {
      close();
    }
    return called;
  }

  private void pay(int days, long rate) {
    carry.accrue(account, days);
    double years = days / OptionMarket.DAYS_PER_YEAR;
    double yield = StrictMath.expm1(market.options().dividendYield() * years);
    for (int share = 0; share < market.shares(); share++) {
      if (account.lots(share) != 0) {
        double perShare = prices.cents(share) * yield * ListedContracts.CENT;
        CorporateActions.dividend(account, share, (long) perShare);
      }
    }
    for (int stamp = 0; stamp < STAMPS * days; stamp++) {
      Carry.fund(account, perpetual, rate);
    }
    account.settle();
  }

  /** Trades everything away at the quotes. */
  void close() {
    for (OptionDesk desk : desks) {
      desk.closeOptions();
    }
    for (int asset = 0; asset <= perpetual; asset++) {
      long lots = -account.lots(asset);
      if (lots != 0) {
        long notional = Math.abs(account.notionalAt(asset, account.mark(asset), lots));
        double cost = asset == perpetual ? task.perpetualCost() : task.account().stockCost();
        account.trade(asset, lots, account.mark(asset), (long) Math.ceil(cost * notional), 0);
      }
    }
  }

  Account account() {
    return account;
  }

  OptionDesk desk(int i) {
    return desks[i];
  }

  /** Asset of the perpetual, after the shares. */
  int perpetual() {
    return perpetual;
  }

  long assigned() {
    return assigned;
  }

  long exercised() {
    return exercised;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    account.save(out);
    out.writeLong(assigned);
    out.writeLong(exercised);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    account.restore(in);
    assigned = in.readLong();
    exercised = in.readLong();
    for (OptionDesk desk : desks) {
      desk.contracts().restore();
    }
    mark();
  }
}
