package io.tradinggym.options.trading;

import static io.tradinggym.options.trading.ListedContracts.CENT;
import static io.tradinggym.options.trading.ListedContracts.MULTIPLIER;
import static io.tradinggym.options.trading.ListedContracts.millis;

import io.tradinggym.api.Resumable;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.ListedOptions;
import io.tradinggym.market.account.Lots;
import io.tradinggym.market.account.WhatIf;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.execution.Combo;
import io.tradinggym.options.execution.ComboDesk;
import io.tradinggym.options.execution.ComboResult;
import io.tradinggym.options.execution.OptionCommission;
import io.tradinggym.options.margin.AccountMargin;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.trading.trace.TradeTrace;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders on a board's contracts and its share, in an {@link Account} under exchange margin: all legs of an order are
 * filled at today's quotes, or none. Allocates nothing after construction.
 */
public final class OptionDesk implements Resumable {
  /** Different contracts held at most: those of a strategy, or two straddles and what they roll into. */
  public static final int SLOTS = 2 * StrategyKind.LEGS;

  /** Brokers charge an order at least so much, if they charge anything. */
  private static final long LEAST_COMMISSION = Money.UNITS;

  private final OptionBoard board;
  private final AccountTerms terms;
  private final Account account;
  private final int share;
  private final ListedContracts contracts;
  private final ComboDesk combos;
  private final @Nullable TradeTrace trace;
  private final Combo combo = new Combo();
  private WhatIf then;
  private long supposed;
  private long costs;

  OptionDesk(OptionBoard board, AccountTerms terms) {
    this(
        board,
        terms,
        new Account(
            List.of(Equity.printed("SHARE")),
            Currency.USD,
            new AccountMargin(ExchangeMargin.EQUITY),
            SLOTS),
        0,
        true);
  }

  /**
   * A desk of one underlying among others in an account.
   *
   * @param share the underlying's asset, a {@link Equity#printed} share
   */
  public OptionDesk(OptionBoard board, AccountTerms terms, Account account, int share) {
    this(board, terms, account, share, false);
  }

  /** @param alone whether the account is this desk's, which then keeps its trace */
  private OptionDesk(
      OptionBoard board, AccountTerms terms, Account account, int share, boolean alone) {
    this.board = board;
    this.terms = terms;
    this.account = account;
    this.share = share;
    then = account.whatIf();
    contracts = new ListedContracts(board, account, share);
    long each = Math.round(terms.commission() * Money.UNITS);
    combos =
        new ComboDesk(
            account,
            contracts,
            terms.fills().convention(),
            new OptionCommission(each, each, each, each > 0 ? LEAST_COMMISSION : 0),
            (notional, lots, perUnit, maker, time) -> shareCosts(notional));
    trace = alone ? new TradeTrace(account) : null;
    if (trace != null) {
      account.listener(trace);
      combos.listener(fill -> trace.filled(0, fill));
    }
  }

  /** The trace of an account that is this desk's alone. */
  List<TradeTrace> traces() {
    return trace == null ? List.of() : List.of(trace);
  }

  /** A day begins. */
  void today() {
    if (trace != null) {
      trace.time(now());
    }
  }

  /** The account is valued at the close of a day. */
  void mark() {
    if (trace != null) {
      trace.mark();
    }
  }

  /** In whole cents, rounded up. */
  private long shareCosts(long notional) {
    long cents = notional / CENT;
    return (long) Math.ceil(terms.stockCost() * cents) * CENT;
  }

  void begin() {
    if (trace != null) {
      trace.clear();
    }
    today();
    account.reset(Math.round(Money.UNITS / CENT * terms.cash()) * CENT);
    restart();
  }

  /** Begins an episode of an account that somebody else has reset. */
  public void restart() {
    costs = 0;
    contracts.mark();
  }

  /** Opens so many units of a strategy, its shares with it unless some are held; whether it was filled. */
  public boolean open(StrategyOrder order, int units) {
    combo.clear();
    if (order.kind.withShares() && shares() == 0) {
      combo.add(share, MULTIPLIER);
    }
    for (int leg = 0; leg < order.legs.length; leg++) {
      combo.add(contracts.list(order.legs[leg]), order.side(leg));
    }
    boolean filled = execute(units);
    contracts.drop();
    return filled;
  }

  private boolean execute(long count) {
    boolean filled = combos.execute(combo, count, now()) == ComboResult.FILLED;
    count(filled ? count : 0);
    return filled;
  }

  /** What the order that was filled cost against the marks. */
  private void count(long filled) {
    if (filled != 0) {
      costs += combos.cost(combo, filled);
    }
  }

  /** One order that buys (sells, if negative) calls and puts; asks for no margin. Whether it was filled. */
  boolean trade(Quoted call, int calls, Quoted put, int puts) {
    combo.clear();
    add(call, calls);
    add(put, puts);
    boolean filled = combo.legs() == 0 || fill();
    contracts.drop();
    return filled;
  }

  private void add(Quoted contract, int count) {
    if (count != 0) {
      combo.add(contracts.list(contract), count);
    }
  }

  private boolean fill() {
    boolean filled = combo.legs() > 0 && combos.fill(combo, 1, now()) == ComboResult.FILLED;
    count(filled ? 1 : 0);
    return filled;
  }

  /** Trades shares until nothing is won or lost by a small move of the spot, to the nearest share. */
  void hedge() {
    tradeShares(hedged(account.positions()) - shares());
  }

  /** Shares that take the delta of options away. */
  private long hedged(Lots lots) {
    double delta = 0;
    for (int i = 0; i < size(); i++) {
      delta += lots.lots(asset(i)) * quote(i).delta;
    }
    return Math.round(-MULTIPLIER * delta);
  }

  /** Begins to ask what would come of several orders. */
  void suppose() {
    then = account.whatIf();
    supposed = 0;
  }

  /** Supposes what {@link #trade} does; whether it would be filled. */
  boolean supposeTrade(Quoted call, int calls, Quoted put, int puts) {
    combo.clear();
    add(call, calls);
    add(put, puts);
    return combo.legs() == 0 || supposeFill();
  }

  private boolean supposeFill() {
    boolean filled = combos.quote(combo, 1, now()) == ComboResult.FILLED;
    if (filled) {
      supposed += combos.cost(combo, 1);
      for (int leg = 0; leg < combo.legs(); leg++) {
        then.trade(combo.asset(leg), combo.ratio(leg));
      }
    }
    return filled;
  }

  /** Whether the margin to open would be met after all that was supposed, and a hedge. */
  boolean carriesSupposed() {
    long count = hedged(then) - then.lots(share);
    if (count != 0) {
      combo.clear().add(share, count);
      supposeFill();
    }
    boolean carries = account.equity() - supposed >= account.buyingPower().initial(then);
    contracts.drop();
    return carries;
  }

  /** Whether everything held can be traded away now. */
  public boolean closable() {
    for (int i = 0; i < size(); i++) {
      if (!quoted(asset(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean quoted(int asset) {
    return contracts.bid(asset) >= 0 && contracts.ask(asset) >= 0;
  }

  /**
   * Trades all contracts away; those without a quote go at their mark, which happens only when the account is closed.
   */
  public void closeOptions() {
    combo.clear();
    for (int i = 0; i < size(); i++) {
      int asset = asset(i);
      if (quoted(asset)) {
        combo.add(asset, -account.lots(asset));
      } else {
        account.trade(asset, -account.lots(asset), account.mark(asset), 0, 0);
      }
    }
    fill();
    contracts.drop();
  }

  public void close() {
    closeOptions();
    sellShares();
  }

  void sellShares() {
    tradeShares(-shares());
  }

  private void tradeShares(long count) {
    if (count != 0) {
      combo.clear().add(share, count);
      fill();
    }
  }

  /** Whether equity is what the positions need to be opened. */
  boolean carries() {
    return account.equity() >= account.initialMargin();
  }

  private long now() {
    return millis(board.day());
  }

  Account account() {
    return account;
  }

  public ListedContracts contracts() {
    return contracts;
  }

  /** Cash, shares at the close, and options at their marks; money units. */
  long equity() {
    return account.equity();
  }

  /** Different contracts held. */
  public int size() {
    return options().count(share);
  }

  private ListedOptions options() {
    return account.options();
  }

  private int asset(int i) {
    return options().get(share, i);
  }

  /** Contracts held of the ith option. */
  public long contracts(int i) {
    return account.lots(asset(i));
  }

  /** What the board says of the ith option. */
  public Quoted quote(int i) {
    return contracts.quote(asset(i));
  }

  public long shares() {
    return account.lots(share);
  }

  /** Whether anything is held. */
  boolean holds() {
    return size() > 0 || shares() != 0;
  }

  /** Paid so far for trading away from the marks, commissions included; money units. */
  public long costs() {
    return costs;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    account.save(out);
    out.writeLong(costs);
  }

  /** After the board, which quotes what is held. */
  @Override
  public void restore(DataInput in) throws IOException {
    account.restore(in);
    costs = in.readLong();
    contracts.restore();
  }
}
