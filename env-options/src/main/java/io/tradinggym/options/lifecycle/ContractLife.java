package io.tradinggym.options.lifecycle;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CorporateActions;
import io.tradinggym.market.instrument.OptionContract;
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

  /**
   * The life of all options of an account.
   *
   * @param holders when exercise before expiry is worthwhile, for others and for the account
   * @param law how many of the others do it
   */
  public ContractLife(Account account, EarlyExercise holders, AssignmentLaw law) {
    this.account = account;
    this.holders = holders;
    this.law = law;
  }

  /**
   * Exercises the American contracts held on an underlying that are in the money, where that is worthwhile.
   *
   * @param now epoch milliseconds
   * @param dividend that goes ex tomorrow, money units per share, >= 0
   * @return contracts exercised
   */
  public long exercise(int underlying, long now, long dividend) {
    long exercised = 0;
    for (int asset = underlying + 1; asset < account.assets(); asset++) {
      long held = account.lots(asset);
      if (held > 0 && account.underlying(asset) == underlying) {
        OptionContract contract = (OptionContract) account.instrument(asset);
        if (contract.expiry() > now
            && contract.style() == Style.AMERICAN
            && contract.intrinsic(closing(underlying)) > 0
            && worthwhile(contract, underlying, now, dividend)) {
          CorporateActions.exercise(account, asset, held);
          exercised += held;
        }
      }
    }
    return exercised;
  }

  /**
   * Ends the options on an underlying that expire by now, and assigns others.
   *
   * @param now epoch milliseconds
   * @param dividend that goes ex tomorrow, money units per share, >= 0
   * @return contracts assigned before their expiry
   */
  public long evening(int underlying, long now, long dividend, RandomStream random) {
    long assigned = 0;
    for (int asset = underlying + 1; asset < account.assets(); asset++) {
      long held = account.lots(asset);
      if (held != 0 && account.underlying(asset) == underlying) {
        OptionContract contract = (OptionContract) account.instrument(asset);
        long worth = contract.intrinsic(closing(underlying));
        if (contract.expiry() <= now) {
          expire(asset, worth >= Math.multiplyExact(BY_EXCEPTION, contract.multiplier()));
        } else if (held < 0 && contract.style() == Style.AMERICAN && worth > 0) {
          boolean worthwhile = worthwhile(contract, underlying, now, dividend);
          long contracts = law.draw(-held, worthwhile, random);
          if (contracts > 0) {
            CorporateActions.exercise(account, asset, contracts);
            assigned += contracts;
          }
        }
      }
    }
    return assigned;
  }

  private void expire(int option, boolean byException) {
    if (byException) {
      CorporateActions.expire(account, option);
    } else {
      CorporateActions.abandon(account, option);
    }
  }

  private boolean worthwhile(OptionContract contract, int underlying, long now, long dividend) {
    double spot = account.instrument(underlying).toPrice(closing(underlying));
    return holders.worthwhile(
        contract, spot, Money.toDouble(dividend), (contract.expiry() - now) / YEAR);
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
