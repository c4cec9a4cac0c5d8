package io.tradinggym.options.trading;

import static io.tradinggym.options.trading.ListedContracts.CENT;
import static io.tradinggym.options.trading.ListedContracts.MULTIPLIER;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.ListedOptions;
import io.tradinggym.market.account.Lots;
import io.tradinggym.market.account.WhatIf;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.margin.AccountMargin;
import io.tradinggym.options.margin.ExchangeMargin;
import java.util.List;

/**
 * Orders on a board's contracts and its share, in an {@link Account} under exchange margin: all legs of an order are
 * filled at today's quotes, or none. Allocates nothing after construction.
 */
public final class OptionDesk {
  /** Different contracts held at most: those of a strategy, or two straddles and what they roll into. */
  public static final int SLOTS = 2 * StrategyKind.LEGS;

  private final OptionBoard board;
  private final ChainVenue venue;
  private final Account account;
  private final ListedContracts contracts;
  private final int share;
  private final Legs legs = new Legs();
  private WhatIf then;
  private long supposed;

  /**
   * A desk of one underlying, be it alone in its account or among others.
   *
   * @param board tells of the underlying and its options
   * @param venue of the account, at quotes to which the contracts' belong
   * @param contracts of the board that the account lists
   */
  public OptionDesk(OptionBoard board, ChainVenue venue, ListedContracts contracts) {
    this.board = board;
    this.venue = venue;
    this.contracts = contracts;
    account = venue.account();
    share = contracts.share();
    then = account.whatIf();
  }

  /** A desk of the only underlying in an account of its own. */
  static OptionDesk alone(OptionBoard board, AccountTerms terms) {
    Account account =
        new Account(
            List.of(Equity.printed("SHARE")),
            Currency.USD,
            new AccountMargin(ExchangeMargin.EQUITY),
            SLOTS);
    ListedContracts contracts = new ListedContracts(board, account, 0);
    Commission shares = shareCommission(terms);
    return new OptionDesk(
        board, new ChainVenue(account, contracts, terms, asset -> shares), contracts);
  }

  /**
   * {@return the commission of shares: a part of their value, in whole cents, rounded up}
   *
   * @param terms tell the part
   */
  public static Commission shareCommission(AccountTerms terms) {
    double part = terms.stockCost();
    return (notional, lots, perUnit, maker, time) -> {
      long cents = notional / CENT;
      return (long) Math.ceil(part * cents) * CENT;
    };
  }

  /**
   * Opens so many units of a strategy, its shares with it unless some are held.
   *
   * @param order drawn up at today's quotes
   * @param units of the strategy, >= 1
   * @return whether it was filled
   */
  public boolean open(StrategyOrder order, int units) {
    return open(0, order, units);
  }

  /**
   * {@link #open(StrategyOrder, int)} for a sleeve of the account.
   *
   * @param sleeve index of the sleeve, from 0
   * @param order drawn up at today's quotes
   * @param units of the strategy, >= 1
   * @return whether it was filled
   */
  public boolean open(int sleeve, StrategyOrder order, int units) {
    legs.clear();
    if (order.kind.withShares() && shares() == 0) {
      legs.add(share, MULTIPLIER);
    }
    for (int leg = 0; leg < order.legs.length; leg++) {
      legs.add(contracts.list(order.legs[leg]), order.side(leg));
    }
    boolean filled = venue.open(sleeve, legs, units);
    contracts.drop();
    return filled;
  }

  /** One order that buys (sells, if negative) calls and puts; asks for no margin. Whether it was filled. */
  boolean trade(Quoted call, int calls, Quoted put, int puts) {
    legs.clear();
    add(call, calls);
    add(put, puts);
    boolean filled = legs.count() == 0 || venue.trade(legs);
    contracts.drop();
    return filled;
  }

  private void add(Quoted contract, int count) {
    if (count != 0) {
      legs.add(contracts.list(contract), count);
    }
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
    legs.clear();
    add(call, calls);
    add(put, puts);
    return legs.count() == 0 || supposeFill();
  }

  private boolean supposeFill() {
    boolean filled = venue.quotes(legs);
    if (filled) {
      supposed += venue.cost(legs);
      for (int leg = 0; leg < legs.count(); leg++) {
        then.trade(legs.asset(leg), legs.ratio(leg));
      }
    }
    return filled;
  }

  /** Whether the margin to open would be met after all that was supposed, and a hedge. */
  boolean carriesSupposed() {
    long count = hedged(then) - then.lots(share);
    if (count != 0) {
      legs.clear().add(share, count);
      supposeFill();
    }
    boolean carries = account.equity() - supposed >= account.buyingPower().initial(then);
    contracts.drop();
    return carries;
  }

  /** {@return whether everything held can be traded away now} */
  public boolean closable() {
    for (int i = 0; i < size(); i++) {
      int asset = asset(i);
      if (contracts.bid(asset) < 0 || contracts.ask(asset) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Trades all contracts away in one order, if each can be; see {@link #closable}. */
  public void closeOptions() {
    if (contractsAway().count() > 0) {
      venue.trade(legs);
    }
    contracts.drop();
  }

  private Legs contractsAway() {
    legs.clear();
    for (int i = 0; i < size(); i++) {
      // Sleeves may hold a contract against each other, of which the account has none.
      if (account.lots(asset(i)) != 0) {
        legs.add(asset(i), -account.lots(asset(i)));
      }
    }
    return legs;
  }

  /** Trades contracts and shares away. */
  public void close() {
    closeOptions();
    sellShares();
  }

  /** Trades contracts and shares away by force; contracts without a quote go at their mark. */
  public void liquidate() {
    venue.liquidate(contractsAway());
    contracts.drop();
    if (shares() != 0) {
      venue.liquidate(legs.clear().add(share, -shares()));
    }
  }

  void sellShares() {
    tradeShares(-shares());
  }

  private void tradeShares(long count) {
    if (count != 0) {
      venue.trade(legs.clear().add(share, count));
    }
  }

  /** Whether equity is what the positions need to be opened. */
  boolean carries() {
    return account.equity() >= account.initialMargin();
  }

  /** {@return what tells of the underlying and its options} */
  public OptionBoard board() {
    return board;
  }

  /** Where its orders go. */
  ChainVenue venue() {
    return venue;
  }

  /** The account. */
  Account account() {
    return account;
  }

  /** {@return the contracts that the account lists} */
  public ListedContracts contracts() {
    return contracts;
  }

  /** Cash, shares at the close, and options at their marks; money units. */
  long equity() {
    return account.equity();
  }

  /** {@return the number of different contracts listed} */
  public int size() {
    return options().count(share);
  }

  private ListedOptions options() {
    return account.options();
  }

  private int asset(int i) {
    return options().get(share, i);
  }

  /**
   * {@return the contracts held of a listed option; negative if sold}
   *
   * @param i index of the option, from 0, below {@link #size}
   */
  public long contracts(int i) {
    return account.lots(asset(i));
  }

  /**
   * {@return what the board says of a listed option}
   *
   * @param i index of the option, from 0, below {@link #size}
   */
  public Quoted quote(int i) {
    return contracts.quote(asset(i));
  }

  /** {@return the shares held, negative if short} */
  public long shares() {
    return account.lots(share);
  }

  /** {@return whether anything is held} */
  public boolean holds() {
    return size() > 0 || shares() != 0;
  }

  /** {@return what the account has paid so far for trading away from the marks, commissions included; money units} */
  public long costs() {
    return venue.costs();
  }
}
