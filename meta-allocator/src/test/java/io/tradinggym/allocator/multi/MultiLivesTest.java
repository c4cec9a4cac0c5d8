package io.tradinggym.allocator.multi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.AccountListener;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.account.Closeout;
import io.tradinggym.market.account.CorporateActions;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.account.ListedOptions;
import io.tradinggym.market.account.OptionTerms;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.options.execution.ComboDesk;
import io.tradinggym.options.execution.ComboResult;
import io.tradinggym.options.execution.FillConvention;
import io.tradinggym.options.execution.LegQuotes;
import io.tradinggym.options.execution.OptionCommission;
import io.tradinggym.options.lifecycle.AssignmentLaw;
import io.tradinggym.options.lifecycle.ContractLife;
import io.tradinggym.options.lifecycle.SplitTerms;
import io.tradinggym.options.margin.AccountMargin;
import io.tradinggym.options.margin.ExchangeMargin;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Lives of one cross-margined account: trades, spreads, early assignment, dividends, splits, funding, interest, margin
 * calls, expiry, shares that are listed and leave. After every event the books balance, and fills plus cash flows are
 * the change in cash, to the unit. {@code -Dtradinggym.tries=1000000} lives a million.
 */
class MultiLivesTest {
  private static final int SHARES = 2;
  private static final int PERPETUAL = 2;
  private static final int DAYS = 8;
  private static final long DAY = 24 * 60 * 60 * 1000L;
  private static final long CENT = Money.UNITS / 100;
  private static final long[][] SPLITS = {{4, 1}, {3, 2}, {1, 10}};

  private enum Event {
    TRADE,
    REFUSED,
    SPREAD,
    ASSIGNED,
    EXPIRED,
    DIVIDEND,
    SPLIT,
    FUNDING,
    CALL,
    DELISTED
  }

  /** Cash, position by position and posting by posting. */
  private static final class Told implements AccountListener {
    long cash;

    @Override
    public void traded(
        TradeReason reason,
        int asset,
        long lots,
        long perLot,
        long commission,
        long charged,
        long realised,
        long moved) {
      cash += moved;
    }

    @Override
    public void posted(int asset, int currency, Entry debit, Entry credit, long amount) {
      cash += debit == Entry.CASH ? amount : 0;
      cash -= credit == Entry.CASH ? amount : 0;
    }
  }

  private static final class Life implements LegQuotes {
    final RandomStream random;
    final Set<Event> seen;
    final Told told = new Told();
    final Account account =
        new Account(
            List.of(
                Equity.printed("AAA"),
                Equity.printed("BBB"),
                new Perpetual("PERP", new Currency("COIN"), Currency.USD, Money.UNITS / 100, 100)),
            Currency.USD,
            new AccountMargin(share -> ExchangeMargin.EQUITY, FlatMargin.leverage(10)),
            24);
    final ListedOptions options = account.options();

    /** Asked about all positions anew, every time. */
    final AccountMargin anew =
        new AccountMargin(share -> ExchangeMargin.EQUITY, FlatMargin.leverage(10));

    final ComboDesk desk;
    final ContractLife life;
    final Legs combo = new Legs();
    int visitor = -1;

    Life(long seed, Set<Event> seen) {
      this.seen = seen;
      random = RandomStreams.of(seed).stream("life");
      account.listener(told);
      desk =
          new ComboDesk(
              account,
              this,
              FillConvention.BY_LEGS,
              OptionCommission.INTERACTIVE_BROKERS,
              Commission.NONE);
      life =
          new ContractLife(
              account,
              (holder, option, dividend, years) -> random.bernoulli(0.3),
              new AssignmentLaw(1, 0.05));
    }

    void live() {
      account.reset(Money.UNITS * (3_000 + random.integer(100_000)));
      told.cash = account.cash();
      account.time(0);
      for (int asset = 0; asset <= PERPETUAL; asset++) {
        account.mark(asset, 8_000 + random.integer(4_000));
      }
      for (int day = 1; day <= DAYS; day++) {
        for (int i = 0; i < 4; i++) {
          order(day);
          check();
        }
        pass(day);
      }
      close();
      assertThat(account.gross()).isZero();
      assertThat(account.equity()).isEqualTo(account.cash());
    }

    private void order(int day) {
      if (random.bernoulli(0.5)) {
        spread(day);
        return;
      }
      int asset = visitor < 0 ? random.integer(PERPETUAL + 1) : visitor;
      long lots = (random.integer(41) - 20L) * (asset == PERPETUAL ? 100 : 10);
      long fee = random.integer(1_000_000);
      if (account.affords(asset, account.lots(asset) + lots, fee)) {
        account.trade(asset, lots, account.mark(asset), fee, random.integer(100));
        seen.add(Event.TRADE);
        assertThat(lots == 0 || account.lots(asset) == 0 || account.equity() > 0).isTrue();
      } else {
        seen.add(Event.REFUSED);
      }
    }

    /** One to four options on a share, with or without shares. */
    private void spread(int day) {
      int share = random.integer(SHARES);
      combo.clear();
      int legs = 1 + random.integer(4);
      for (int i = 0; i < legs; i++) {
        int option = option(share, day);
        boolean isNew = option >= 0;
        for (int leg = 0; leg < combo.count(); leg++) {
          isNew &= combo.asset(leg) != option;
        }
        if (isNew) {
          combo.add(option, random.bernoulli(0.5) ? 1 : -1);
        }
      }
      if (combo.count() > 0 && random.bernoulli(0.2)) {
        combo.add(share, 100);
      }
      if (combo.count() > 0) {
        long count = 1L + random.integer(5);
        long missing = account.initialMargin() - account.equity();
        if (desk.execute(combo, count, account.time()) == ComboResult.FILLED) {
          seen.add(combo.count() > 1 ? Event.SPREAD : Event.TRADE);
          boolean carried = account.equity() >= account.initialMargin();
          assertThat(carried || missing > 0).as("margin of what was opened").isTrue();
        }
      }
    }

    /** Listed when it is needed; -1 if there is no room. */
    private int option(int share, int day) {
      Right right = random.bernoulli(0.5) ? Right.CALL : Right.PUT;
      long strike = Math.max(1, account.mark(share) * (80 + 5L * random.integer(9)) / 100);
      long expiry = (day + 1L + random.integer(4)) * DAY;
      int found = options.find(share, right, strike, expiry);
      if (found >= 0) {
        return found;
      }
      for (int slot = PERPETUAL + 1; slot < account.assets(); slot++) {
        if (!account.listed(slot)) {
          int asset = account.list(share, new OptionTerms().of(right, strike, expiry));
          account.mark(asset, Math.max(1, bid(asset) + 1));
          return asset;
        }
      }
      return -1;
    }

    private void pass(int day) {
      long now = day * DAY;
      long[] dividends = new long[SHARES];
      for (int share = 0; share < SHARES; share++) {
        dividends[share] = random.bernoulli(0.3) ? random.integer(200) * CENT : 0;
      }
      move();
      account.time(now);
      check();
      for (int share = 0; share < SHARES; share++) {
        if (life.evening(share, now, dividends[share], random) > 0) {
          seen.add(Event.ASSIGNED);
        }
        check();
        if (dividends[share] > 0 && account.lots(share) != 0) {
          CorporateActions.dividend(account, share, dividends[share]);
          seen.add(Event.DIVIDEND);
        }
        if (random.bernoulli(0.1)) {
          split(share, SPLITS[random.integer(SPLITS.length)]);
          check();
        }
      }
      drop();
      if (account.lots(PERPETUAL) != 0) {
        Carry.fund(account, PERPETUAL, random.integer(200_000) - 100_000L);
        seen.add(Event.FUNDING);
      }
      new Carry(40_000, 60_000, 3_000).accrue(account, 1);
      check();
      account.settle();
      visit();
      check();
      if (account.mustLiquidate()) {
        seen.add(Event.CALL);
        close();
      }
      check();
    }

    private void move() {
      for (int asset = 0; asset < account.assets(); asset++) {
        if (account.listed(asset) && !options.is(asset)) {
          long mark = account.mark(asset);
          account.mark(asset, Math.max(50, mark * (85 + random.integer(31)) / 100));
        }
      }
      for (int share = 0; share < SHARES; share++) {
        for (int i = 0; i < options.count(share); i++) {
          int option = options.get(share, i);
          account.mark(option, Math.max(1, (bid(option) + ask(option)) / 2));
        }
      }
    }

    private void split(int share, long[] terms) {
      for (int i = options.count(share) - 1; i >= 0; i--) {
        int option = options.get(share, i);
        boolean delivers = options.multiplier(option) * terms[0] % terms[1] == 0;
        boolean room = false;
        for (int slot = PERPETUAL + 1; slot < account.assets(); slot++) {
          room |= !account.listed(slot);
        }
        if (!delivers || !room) {
          return;
        }
      }
      for (int i = options.count(share) - 1; i >= 0; i--) {
        int option = options.get(share, i);
        if (account.lots(option) == 0) {
          account.delist(option);
        }
      }
      int count = options.count(share);
      int[] before = new int[count];
      for (int i = 0; i < count; i++) {
        before[i] = options.get(share, i);
      }
      if (2 * count + 2 > account.assets() - PERPETUAL - 1 - options.count(1 - share)) {
        return;
      }
      CorporateActions.split(account, share, terms[0], terms[1]);
      for (int option : before) {
        OptionContract old = (OptionContract) account.instrument(option);
        int successor =
            account.list(SplitTerms.adjusted(old, old.symbol() + " adj", terms[0], terms[1]));
        CorporateActions.adjust(account, option, successor, terms[0], terms[1]);
        account.delist(option);
      }
      seen.add(Event.SPLIT);
    }

    /** A share comes, is traded, and leaves the market at its last price. */
    private void visit() {
      if (visitor >= 0 && random.bernoulli(0.5)) {
        account.trade(visitor, -account.lots(visitor), account.mark(visitor), 0, 0);
        account.delist(visitor);
        visitor = -1;
        seen.add(Event.DELISTED);
      } else if (visitor < 0 && random.bernoulli(0.3)) {
        for (int slot = PERPETUAL + 1; slot < account.assets() && visitor < 0; slot++) {
          if (!account.listed(slot)) {
            visitor = account.list(Equity.printed("VISITOR"));
            account.mark(visitor, 5_000);
          }
        }
      }
    }

    private void drop() {
      for (int share = 0; share < SHARES; share++) {
        for (int i = options.count(share) - 1; i >= 0; i--) {
          int option = options.get(share, i);
          if (account.lots(option) == 0) {
            account.delist(option);
            seen.add(Event.EXPIRED);
          }
        }
      }
    }

    private void close() {
      for (int asset = account.assets() - 1; asset >= 0; asset--) {
        if (account.lots(asset) != 0) {
          Closeout.reduce(account, asset, -account.lots(asset), account.mark(asset));
          Closeout.fee(account, asset, random.integer(1_000));
        }
      }
      check();
    }

    private void check() {
      account.verify();
      assertThat(told.cash).as("fills and cash flows").isEqualTo(account.cash());
      assertThat(account.initialMargin())
          .as("running sums of margin")
          .isEqualTo(anew.initial(account, account.positions()));
      assertThat(account.maintenanceMargin())
          .isEqualTo(anew.maintenance(account, account.positions()));
    }

    @Override
    public long bid(int asset) {
      if (!options.is(asset)) {
        return account.mark(asset);
      }
      long inside = options.intrinsic(asset, account.mark(account.underlying(asset)));
      return inside / (CENT * options.multiplier(asset)) + asset % 5;
    }

    @Override
    public long ask(int asset) {
      return options.is(asset) ? bid(asset) + 4 : account.mark(asset);
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void booksBalanceAndCashIsWhatFillsAndFlowsSay(@ForAll long seed) {
    new Life(seed, EnumSet.noneOf(Event.class)).live();
  }

  @Example
  void livesSeeEverything() {
    Set<Event> seen = EnumSet.noneOf(Event.class);
    for (long seed = 0; seed < 300; seed++) {
      new Life(seed, seen).live();
    }
    assertThat(seen).containsExactlyInAnyOrder(Event.values());
  }
}
