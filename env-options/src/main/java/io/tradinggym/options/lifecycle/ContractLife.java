package io.tradinggym.options.lifecycle;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CorporateActions;
import io.tradinggym.market.account.ListedOptions;
import io.tradinggym.market.instrument.OptionContract.Style;

/**
 * The evenings of an account's options, after the close, with the underlying marked at its closing (or settlement)
 * price:
 *
 * <ol>
 *   <li>{@link #exercise}: contracts held are exercised where that is optimal, if their owner wants it;
 *   <li>{@link #evening}: contracts that expire are exercised by exception when they are at least a cent in the
 *       money, and vanish otherwise; American ones sold are assigned at random;
 *   <li>the next morning's dividend ({@link CorporateActions#dividend}) finds the shares where assignment has left
 *       them: who was assigned on a call owes it.
 * </ol>
 *
 * <p>An owner who wants other than exercise by exception calls {@link CorporateActions#abandon} or {@link
 * CorporateActions#exercise} before the evening. Physical settlement trades the underlying at the strike, cash
 * settlement pays the intrinsic value; both at once, where the exchange takes a day. Nothing is checked against
 * margin: an assignment cannot be refused. Works without allocation.
 */
public final class ContractLife {
  /** The least value of one unit at expiry that is exercised without being asked for: $0.01, money units. */
  public static final long BY_EXCEPTION = Money.UNITS / 100;

  private static final double YEAR = 365.0 * 24 * 60 * 60 * 1000;

  private final Account account;
  private final EarlyExercise holders;
  private final AssignmentLaw law;
  private final ListedOptions options;
  private long exercised;
  private long assigned;

  /**
   * The life of all options of an account.
   *
   * @param account holds the options
   * @param holders when exercise before expiry is worthwhile, for others and for the account
   * @param law how many of the others do it
   */
  public ContractLife(Account account, EarlyExercise holders, AssignmentLaw law) {
    this.account = account;
    this.holders = holders;
    this.law = law;
    options = account.options();
  }

  /**
   * Exercises the American contracts held on an underlying that are in the money, where that is worthwhile.
   *
   * @param underlying index of the underlying, from 0
   * @param now epoch milliseconds UTC
   * @param dividend that goes ex tomorrow, money units per share, >= 0
   * @return the number of contracts exercised
   */
  public long exercise(int underlying, long now, long dividend) {
    long exercised = 0;
    for (int i = 0; i < options.count(underlying); i++) {
      int option = options.get(underlying, i);
      long held = account.lots(option);
      if (held > 0 && early(option, now) && worthwhile(option, now, dividend)) {
        CorporateActions.exercise(account, option, held);
        exercised += held;
      }
    }
    return exercised;
  }

  /**
   * Ends the options on an underlying that expire by now, then assigns others.
   *
   * @param underlying index of the underlying, from 0
   * @param now epoch milliseconds UTC
   * @param dividend that goes ex tomorrow, money units per share, >= 0
   * @param random for the lot among contracts sold
   * @return the number of contracts assigned before their expiry
   */
  public long evening(int underlying, long now, long dividend, RandomStream random) {
    expire(underlying, now);
    return assign(underlying, now, dividend, random);
  }

  /**
   * Ends the options on an underlying that expire by now: exercised by exception, or worth nothing. Of contracts that
   * were held and of those that were sold, {@link #exercised} and {@link #assigned} tell how many were exercised.
   *
   * @param underlying index of the underlying, from 0
   * @param now epoch milliseconds UTC
   */
  public void expire(int underlying, long now) {
    exercised = 0;
    assigned = 0;
    for (int i = 0; i < options.count(underlying); i++) {
      int option = options.get(underlying, i);
      long held = account.lots(option);
      if (options.expiry(option) <= now) {
        long least = Math.multiplyExact(BY_EXCEPTION, options.multiplier(option));
        if (options.intrinsic(option, closing(underlying)) >= least) {
          exercised += Math.max(held, 0);
          assigned += Math.max(-held, 0);
          CorporateActions.expire(account, option);
        } else {
          CorporateActions.abandon(account, option);
        }
      }
    }
  }

  /** {@return the number of contracts held that the last {@link #expire} exercised} */
  public long exercised() {
    return exercised;
  }

  /** {@return the number of contracts sold that the last {@link #expire} found exercised} */
  public long assigned() {
    return assigned;
  }

  /**
   * Assigns American contracts sold on an underlying that are in the money and live on.
   *
   * @param underlying index of the underlying, from 0
   * @param now epoch milliseconds UTC
   * @param dividend that goes ex tomorrow, money units per share, >= 0
   * @param random for the lot among contracts sold
   * @return the number of contracts assigned
   */
  public long assign(int underlying, long now, long dividend, RandomStream random) {
    long sum = 0;
    for (int i = 0; i < options.count(underlying); i++) {
      int option = options.get(underlying, i);
      long sold = -account.lots(option);
      if (sold > 0 && early(option, now)) {
        long contracts = law.draw(sold, worthwhile(option, now, dividend), random);
        if (contracts > 0) {
          CorporateActions.exercise(account, option, contracts);
          sum += contracts;
        }
      }
    }
    return sum;
  }

  /** Whether an option lives on, may be exercised today and pays something. */
  private boolean early(int option, long now) {
    return options.expiry(option) > now
        && options.style(option) == Style.AMERICAN
        && options.intrinsic(option, closing(account.underlying(option))) > 0;
  }

  private boolean worthwhile(int option, long now, long dividend) {
    double years = (options.expiry(option) - now) / YEAR;
    return holders.worthwhile(account, option, Money.toDouble(dividend), years);
  }

  private long closing(int underlying) {
    long ticks = account.mark(underlying);
    if (ticks <= 0) {
      throw new IllegalStateException(
          account.instrument(underlying).symbol() + " must be marked before its options settle");
    }
    return ticks;
  }
}
