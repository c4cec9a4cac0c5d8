package io.tradinggym.options.trading;

import static io.tradinggym.options.trading.ListedContracts.CENT;
import static io.tradinggym.options.trading.ListedContracts.millis;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Entry;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.lifecycle.AssignmentLaw;
import io.tradinggym.options.lifecycle.ContractLife;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What passes between two closes, in the order that the market has it: assignment in the evening, the move of the
 * market, interest and dividends, expiry at the next close; and if the exchange's margin is not met then, everything is
 * traded away, which is the answer.
 */
final class Session implements Resumable {
  private static final int SHARE = 0;

  private final OptionBoard board;
  private final OptionDesk desk;
  private final Account account;
  private final ContractLife life;
  private long assigned;
  private long exercised;
  private long excess;

  Session(OptionBoard board, OptionDesk desk, AccountTerms terms) {
    this.board = board;
    this.desk = desk;
    account = desk.account();
    life = new ContractLife(account, desk.contracts(), new AssignmentLaw(1, terms.stray()));
  }

  void begin() {
    assigned = 0;
    exercised = 0;
    excess = account.equity();
  }

  /** To the close of the next session; whether the account was closed out. */
  boolean pass(RandomStream random) {
    int day = board.day();
    assign(random);
    board.advance(random);
    desk.today();
    desk.contracts().mark();
    carry(board.day() - day);
    settle();
    boolean called = desk.holds() && account.equity() < account.maintenanceMargin();
    excess = account.equity() - account.maintenanceMargin();
    if (called) {
      desk.close();
      excess = account.equity();
    }
    desk.mark();
    return called;
  }

  /** After today's close: contracts sold are assigned where their holders exercise. */
  void assign(RandomStream random) {
    assigned += life.assign(SHARE, millis(board.day()), 0, random);
    desk.contracts().drop();
  }

  /** Interest and dividends since the day before, in whole cents, rounded down. */
  void carry(int days) {
    double years = days / OptionMarket.DAYS_PER_YEAR;
    if (board.rate() > 0) {
      double cents = (double) Math.floorDiv(account.cash(), CENT);
      pay(Account.NO_ASSET, Entry.INTEREST, cents * StrictMath.expm1(board.rate() * years));
    }
    if (board.dividendYield() > 0 && desk.shares() != 0) {
      double cents = (double) desk.shares() * board.spotCents();
      pay(SHARE, Entry.DIVIDENDS, cents * StrictMath.expm1(board.dividendYield() * years));
    }
  }

  private void pay(int asset, Entry reason, double cents) {
    account.income(asset, 0, Entry.CASH, reason, (long) Math.floor(cents) * CENT);
  }

  /**
   * At today's close: what expires is exercised by exception from a cent in the money on. Shares that the account could
   * not have bought are sold at once.
   */
  void settle() {
    life.expire(SHARE, millis(board.day()));
    exercised += life.exercised();
    assigned += life.assigned();
    desk.contracts().drop();
    boolean delivered = life.exercised() + life.assigned() > 0;
    if (delivered && desk.shares() != 0 && !desk.carries()) {
      desk.sellShares();
    }
  }

  /** Equity beyond what was needed to keep what was held at the last close, before anything was traded; money units. */
  long excess() {
    return excess;
  }

  /** Contracts assigned so far. */
  long assigned() {
    return assigned;
  }

  /** Contracts exercised so far. */
  long exercised() {
    return exercised;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(assigned);
    out.writeLong(exercised);
    out.writeLong(excess);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    assigned = in.readLong();
    exercised = in.readLong();
    excess = in.readLong();
  }
}
