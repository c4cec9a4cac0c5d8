package io.tradinggym.allocator.multi;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.options.margin.AccountMargin;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.trading.ChainVenue;
import io.tradinggym.options.trading.ListedContracts;
import io.tradinggym.options.trading.OptionDesk;
import io.tradinggym.trading.flow.Sleeves;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one account: shares at Regulation T, options on them strategy by strategy, the perpetual at a fifth, all against
 * the same equity; and the way of its orders.
 */
final class MultiBook {
  private static final int PERPETUAL_LEVERAGE = 5;

  /** A slot for what takes a contract's place when its share splits. */
  private static final int SPLITTING = 1;

  /** An order that margin does not allow is cut by halves down to such a part of it. */
  private static final int PARTS = 64;

  private final MultiTape tape;
  private final Account account;
  private final @Nullable Sleeves sleeves;
  private final ChainVenue venue;
  private final OptionDesk[] desks;
  private final Commission[] commissions;
  private final int perpetual;
  private final Legs legs = new Legs();

  MultiBook(MultiMarket market, MultiTask task, MultiTape tape) {
    this(market, task, tape, 0);
  }

  /** @param count of sleeves that the account is kept in; 0 for none */
  MultiBook(MultiMarket market, MultiTask task, MultiTape tape, int count) {
    this.tape = tape;
    List<Instrument> instruments = market.instruments();
    perpetual = market.shares();
    account =
        new Account(
            instruments,
            instruments.getFirst().currency(),
            new AccountMargin(
                share -> ExchangeMargin.EQUITY, FlatMargin.leverage(PERPETUAL_LEVERAGE)),
            SPLITTING + OptionDesk.SLOTS * market.optionable());
    sleeves = count == 0 ? null : new Sleeves(account, count);
    ListedContracts[] contracts = new ListedContracts[market.optionable()];
    for (int share = 0; share < contracts.length; share++) {
      contracts[share] = new ListedContracts(tape.board(share), account, share, this::holds);
    }
    commissions = commissions(task, instruments.size());
    MultiQuotes quotes = new MultiQuotes(tape, account, contracts, instruments.size());
    venue = new ChainVenue(account, quotes, task.account(), asset -> commissions[asset], sleeves);
    desks = new OptionDesk[contracts.length];
    for (int share = 0; share < desks.length; share++) {
      desks[share] = new OptionDesk(tape.board(share), venue, contracts[share]);
    }
  }

  private boolean holds(int asset) {
    boolean any = account.lots(asset) != 0;
    for (int sleeve = 0; sleeves != null && sleeve < sleeves.count() && !any; sleeve++) {
      any = sleeves.lots(sleeve, asset) != 0;
    }
    return any;
  }

  private static Commission[] commissions(MultiTask task, int instruments) {
    Commission share = OptionDesk.shareCommission(task.account());
    Commission[] all = new Commission[instruments];
    for (int asset = 0; asset < instruments - 1; asset++) {
      all[asset] = share;
    }
    double part = task.perpetualCost();
    all[instruments - 1] =
        (notional, lots, perUnit, maker, time) -> (long) Math.ceil(part * notional);
    return all;
  }

  void begin() {
    venue.begin(tape.time());
    mark();
  }

  /** Marks at today's close. */
  void mark() {
    account.time(tape.time());
    for (int asset = desks.length; asset <= perpetual; asset++) {
      long ticks = tape.ticks(asset);
      if (ticks > 0) {
        account.mark(asset, ticks);
      }
    }
    for (OptionDesk desk : desks) {
      desk.contracts().mark();
    }
  }

  /**
   * Trades a share or the perpetual to a part of the equity at today's close; what margin does not allow is cut. Shares
   * that calls are sold on are bought back with the calls, not before.
   */
  void target(int asset, double part) {
    if (!tape.trades(asset)) {
      return;
    }
    long each = account.notionalAt(asset, account.mark(asset), 1);
    long held = account.lots(asset);
    long missing = Math.round(part * account.equity() / each) - held;
    int cut = PARTS;
    while (cut > 0 && missing * cut / PARTS != 0 && !fits(asset, missing * cut / PARTS)) {
      cut /= 2;
    }
    long lots = missing * cut / PARTS;
    if (lots != 0) {
      venue.target(asset, held + lots);
    }
  }

  private boolean fits(int asset, long lots) {
    long notional = Math.abs(account.notionalAt(asset, account.mark(asset), lots));
    long perUnit = account.lotsPerUnit(asset);
    long fee = commissions[asset].charge(notional, lots, perUnit, false, account.time());
    return account.affords(asset, account.lots(asset) + lots, fee);
  }

  /** Trades a share away that has left the market, at its last price. */
  void delist(int share) {
    long lots = account.lots(share);
    if (lots != 0) {
      venue.delist(legs.clear().add(share, -lots));
    }
  }

  /** Trades everything away at the quotes. */
  void liquidate() {
    for (OptionDesk desk : desks) {
      desk.liquidate();
    }
    for (int asset = desks.length; asset <= perpetual; asset++) {
      long lots = account.lots(asset);
      if (lots != 0) {
        venue.liquidate(legs.clear().add(asset, -lots));
      }
    }
  }

  boolean holdsAny() {
    for (int asset = 0; asset < account.assets(); asset++) {
      if (account.lots(asset) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Sub-books of the account. */
  Sleeves sleeves() {
    return Objects.requireNonNull(sleeves, "the account is not kept in sleeves");
  }

  MultiTape tape() {
    return tape;
  }

  Account account() {
    return account;
  }

  ChainVenue venue() {
    return venue;
  }

  /** The options of a share. */
  OptionDesk desk(int share) {
    return desks[share];
  }

  /** Shares with options. */
  int desks() {
    return desks.length;
  }

  /** Asset of the perpetual, after the shares. */
  int perpetual() {
    return perpetual;
  }

  /** Different options held. */
  int contracts() {
    int sum = 0;
    for (OptionDesk desk : desks) {
      sum += desk.size();
    }
    return sum;
  }
}
