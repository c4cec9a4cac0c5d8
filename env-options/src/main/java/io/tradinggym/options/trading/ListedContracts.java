package io.tradinggym.options.trading;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CorporateActions;
import io.tradinggym.market.account.ListedOptions;
import io.tradinggym.market.account.OptionTerms;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.execution.LegQuotes;
import io.tradinggym.options.lifecycle.EarlyExercise;
import io.tradinggym.options.pricing.LeisenReimerTree;
import io.tradinggym.options.pricing.OptionType;
import java.util.function.IntPredicate;

/**
 * The contracts of a board that an account lists, and what the board says of them today. A contract is listed when it
 * is first traded and delisted once nothing is held of it. Their tick is half a cent, so that the mean of two quotes is
 * a mark; they are quoted and traded in whole cents. The underlying trades at its close. Allocates nothing after
 * construction.
 */
public final class ListedContracts implements LegQuotes, EarlyExercise {
  /** Shares of a contract. */
  public static final int MULTIPLIER = 100;

  /** Money units of a cent. */
  public static final long CENT = Money.UNITS / 100;

  private static final long HALF_CENT = CENT / 2;
  private static final long DAY = 24 * 60 * 60 * 1000L;
  private static final int TREE_STEPS = 101;
  private static final double LEAST_VOLATILITY = 1e-4;

  private final OptionBoard board;
  private final Account account;
  private final int share;
  private final IntPredicate held;
  private final ListedOptions options;
  private final Quoted[] quotes;
  private final int[] splitting;
  private final OptionTerms terms = new OptionTerms().lot(HALF_CENT, MULTIPLIER);
  private final LeisenReimerTree tree = new LeisenReimerTree(TREE_STEPS);

  /**
   * Contracts of one underlying of an account.
   *
   * @param board tells of the underlying and its options
   * @param account lists the contracts
   * @param share index of the underlying's asset, a {@link io.tradinggym.market.instrument.Equity#printed} share
   */
  public ListedContracts(OptionBoard board, Account account, int share) {
    this(board, account, share, asset -> account.lots(asset) != 0);
  }

  /**
   * Contracts of one underlying of an account that is kept in sleeves.
   *
   * @param board tells of the underlying and its options
   * @param account lists the contracts
   * @param share index of the underlying's asset
   * @param held tells whether anybody holds an asset
   */
  public ListedContracts(OptionBoard board, Account account, int share, IntPredicate held) {
    this.held = held;
    this.board = board;
    this.account = account;
    this.share = share;
    options = account.options();
    quotes = new Quoted[account.assets()];
    splitting = new int[quotes.length];
    for (int asset = 0; asset < quotes.length; asset++) {
      quotes[asset] = new Quoted();
    }
  }

  /** {@return the index of the underlying's asset} */
  public int share() {
    return share;
  }

  /**
   * {@return the beginning of a day, epoch milliseconds UTC}
   *
   * @param day epoch day
   */
  public static long millis(int day) {
    return day * DAY;
  }

  /** Asset of a contract that was quoted today; listed if it was not. */
  int list(Quoted contract) {
    int asset = find(contract);
    if (asset < 0) {
      terms.of(right(contract), contract.strikeCents, millis(contract.expiryDay));
      asset = account.list(share, terms);
      quotes[asset].copy(contract);
      account.mark(asset, contract.markHalfCents);
    }
    return asset;
  }

  /** Asset of a contract, -1 if it is not listed. */
  int find(Quoted contract) {
    return options.find(share, right(contract), contract.strikeCents, millis(contract.expiryDay));
  }

  private static Right right(Quoted contract) {
    return contract.type == OptionType.CALL ? Right.CALL : Right.PUT;
  }

  /** Contracts held of an option, negative if sold. */
  int position(Quoted contract) {
    int asset = find(contract);
    return asset < 0 ? 0 : (int) account.lots(asset);
  }

  /**
   * {@return what the board says of a listed contract}
   *
   * @param asset index of the contract's asset
   */
  public Quoted quote(int asset) {
    return quotes[asset];
  }

  /** Looks at the board again and marks; due whenever the market has moved. */
  public void mark() {
    account.time(millis(board.day()));
    account.mark(share, board.spotCents());
    for (int i = 0; i < options.count(share); i++) {
      int asset = options.get(share, i);
      board.quote(quotes[asset]);
      account.mark(asset, quotes[asset].markHalfCents);
    }
  }

  /** Delists what is no longer held. */
  public void drop() {
    for (int i = options.count(share) - 1; i >= 0; i--) {
      int asset = options.get(share, i);
      if (!held.test(asset)) {
        account.delist(asset);
      }
    }
  }

  /** After account and board are restored: quotes what is listed. */
  public void restore() {
    for (int i = 0; i < options.count(share); i++) {
      int asset = options.get(share, i);
      quotes[asset].name(
          options.right(asset) == Right.CALL ? OptionType.CALL : OptionType.PUT,
          (int) options.strike(asset),
          (int) (options.expiry(asset) / DAY));
    }
    mark();
  }

  /** In ticks; negative where there is no quote. */
  @Override
  public long bid(int asset) {
    return asset == share ? board.spotCents() : 2L * quotes[asset].bid;
  }

  @Override
  public long ask(int asset) {
    return asset == share ? board.spotCents() : 2L * quotes[asset].ask;
  }

  @Override
  public long step(int asset) {
    return asset == share ? 1 : 2;
  }

  /**
   * The share splits: what is listed is replaced by so many times as many contracts at so many times less a strike. Due
   * before the market's new prices are marked.
   *
   * @param factor new shares for an old one, >= 2
   */
  public void split(int factor) {
    int count = options.count(share);
    for (int i = 0; i < count; i++) {
      splitting[i] = options.get(share, i);
    }
    for (int i = 0; i < count; i++) {
      int old = splitting[i];
      Quoted name = quotes[old];
      long strike = (options.strike(old) + factor / 2) / factor;
      terms.of(options.right(old), strike, options.expiry(old));
      int successor = account.list(share, terms);
      quotes[successor].name(name.type, (int) strike, name.expiryDay);
      CorporateActions.adjust(account, old, successor, factor, 1);
      account.delist(old);
    }
  }

  /**
   * Those who hold what was sold exercise when nothing is lost by it, at the board's interest and dividends, and what
   * goes ex tomorrow.
   */
  @Override
  public boolean worthwhile(Account holder, int option, double dividend, double years) {
    Quoted contract = quotes[option];
    boolean isCall = contract.type == OptionType.CALL;
    boolean waitingCosts = isCall ? board.dividendYield() > 0 || dividend > 0 : board.rate() > 0;
    double worth = contract.worth(board.spotCents());
    // A mark above exercise value shows time value without a tree.
    if (!waitingCosts
        || years <= 0
        || contract.markHalfCents > 2 * worth + contract.ask - contract.bid) {
      return false;
    }
    double alive =
        tree.american(
            contract.type,
            board.spotCents() - 100 * dividend,
            contract.strikeCents,
            years,
            board.rate(),
            board.dividendYield(),
            Math.max(contract.volatility, LEAST_VOLATILITY));
    return worth >= alive;
  }
}
