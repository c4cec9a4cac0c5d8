package io.tradinggym.options.trading;

import static io.tradinggym.options.trading.ListedContracts.CENT;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Entry;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.trading.Settlement;
import java.io.DataInput;

/**
 * At the close: interest on cash and dividends of shares for the days since the last one, at the board's continuous
 * rates, in whole cents, rounded down.
 */
final class BoardCarry implements Settlement {
  private final OptionDesk desk;
  private final OptionBoard board;
  private final Account account;
  private int day;

  BoardCarry(OptionDesk desk) {
    this.desk = desk;
    board = desk.board();
    account = desk.account();
  }

  @Override
  public Phase phase() {
    return Phase.AT_CLOSE;
  }

  @Override
  public void open(int bar) {
    day = board.day();
  }

  @Override
  public void settle(int bar, RandomStream random) {
    double years = (board.day() - day) / OptionMarket.DAYS_PER_YEAR;
    day = board.day();
    if (board.rate() > 0) {
      double cents = (double) Math.floorDiv(account.cash(), CENT);
      pay(Account.NO_ASSET, Entry.INTEREST, cents * StrictMath.expm1(board.rate() * years));
    }
    if (board.dividendYield() > 0 && desk.shares() != 0) {
      double cents = (double) desk.shares() * board.spotCents();
      int share = desk.contracts().share();
      pay(share, Entry.DIVIDENDS, cents * StrictMath.expm1(board.dividendYield() * years));
    }
  }

  private void pay(int asset, Entry reason, double cents) {
    account.income(asset, 0, Entry.CASH, reason, (long) Math.floor(cents) * CENT);
  }

  @Override
  public void restore(DataInput in, int bar) {
    day = board.day();
  }
}
