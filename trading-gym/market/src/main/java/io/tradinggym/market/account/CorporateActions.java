package io.tradinggym.market.account;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;

/** What happens to positions without a trade: dividends, splits, exercise, assignment and expiry of options. */
public final class CorporateActions {
  private CorporateActions() {}

  /**
   * Goes ex dividend: longs are owed it, shorts owe it, until {@link Account#settle} pays. The caller marks the drop of
   * the price.
   *
   * @param account whose position it is
   * @param asset index of the asset, from 0
   * @param perUnit money units per share, >= 0; what is owed to the account is rounded down, what it owes up
   */
  public static void dividend(Account account, int asset, long perUnit) {
    account.listener().dividend(asset, perUnit);
    long lots = account.lots(asset);
    long lotsPerUnit = account.lotsPerUnit(asset);
    long amount =
        lots >= 0
            ? Money.shareDown(perUnit, lots, lotsPerUnit)
            : -Money.shareUp(perUnit, -lots, lotsPerUnit);
    account.income(asset, account.currency(asset), Entry.ACCRUED, Entry.DIVIDENDS, amount);
  }

  /**
   * Splits shares: {@code numerator} new ones for {@code denominator} old ones (4 for 1; 1 for 10 is a reverse split).
   * Lots left over are paid in cash at the new mark. Equity is unchanged if the old mark divides into whole new ticks;
   * otherwise the new mark is the nearest, and equity moves by that rounding.
   *
   * @param account whose position it is
   * @param asset index of a share, from 0
   * @param numerator new shares, &gt;= 1
   * @param denominator old shares that they stand for, &gt;= 1
   * @throws IllegalArgumentException if one is not so, or the asset is no share
   */
  public static void split(Account account, int asset, long numerator, long denominator) {
    if (numerator <= 0 || denominator <= 0) {
      throw new IllegalArgumentException(
          "split must be > 0 for > 0, was " + numerator + " for " + denominator);
    }
    if (!(account.instrument(asset) instanceof Equity)) {
      throw new IllegalArgumentException(
          account.instrument(asset).symbol() + " is no share and cannot be split");
    }
    long old = Math.multiplyExact(account.mark(asset), denominator);
    long mark =
        Math.max(Math.floorDiv(Math.addExact(old, numerator / 2), numerator), old > 0 ? 1 : 0);
    account.listener().split(asset, numerator, denominator, mark);
    long due = Math.multiplyExact(account.lots(asset), numerator);
    long lots = due / denominator;
    // The rest, in parts of a lot, at the new mark; down for a long, up for a short.
    long price = Math.multiplyExact(mark, account.tickLotValue(asset));
    long inLieu = Math.floorDiv(Math.multiplyExact(price, due % denominator), denominator);
    account.restate(asset, lots, mark, inLieu);
  }

  /**
   * Exercises so many contracts held, or is assigned so many sold: they vanish, and the underlying is delivered at the
   * strike, or the intrinsic value at the underlying's mark is paid in cash.
   *
   * @param account whose position it is
   * @param option index of the option's asset
   * @param contracts > 0, at most those held or sold
   * @throws IllegalArgumentException if there are not so many, or the asset is no option
   */
  public static void exercise(Account account, int option, long contracts) {
    options(account, option);
    long held = account.lots(option);
    if (contracts <= 0 || contracts > Math.abs(held)) {
      throw new IllegalArgumentException(
          "cannot exercise %d of %d contracts of %s"
              .formatted(contracts, held, account.instrument(option).symbol()));
    }
    long signed = held > 0 ? contracts : -contracts;
    account.listener().exercised(option, signed);
    deliver(account, option, signed);
  }

  private static void deliver(Account account, int option, long signed) {
    TradeReason reason = signed > 0 ? TradeReason.EXERCISE : TradeReason.ASSIGNMENT;
    ListedOptions options = account.options();
    int underlying = account.underlying(option);
    if (options.settlement(option) == Settlement.CASH) {
      long worth = options.intrinsic(option, account.mark(underlying));
      account.exchange(reason, option, -signed, worth);
      return;
    }
    long units = Math.multiplyExact(signed, options.multiplier(option));
    long bought = options.right(option) == Right.CALL ? units : -units;
    long lots = Math.multiplyExact(bought, account.lotsPerUnit(underlying));
    account.exchange(reason, option, -signed, 0);
    long each = account.notionalAt(underlying, options.strike(option), 1);
    account.exchange(reason, underlying, lots, each);
  }

  /**
   * Ends an option at the underlying's mark: in the money it is exercised or assigned, else it is worth nothing.
   *
   * @param account whose position it is
   * @param option index of the option's asset
   * @throws IllegalArgumentException if it is no option
   */
  public static void expire(Account account, int option) {
    ListedOptions options = options(account, option);
    account.listener().ended(option, false);
    long held = account.lots(option);
    if (held != 0) {
      if (options.intrinsic(option, account.mark(account.underlying(option))) > 0) {
        deliver(account, option, held);
      } else {
        account.exchange(TradeReason.EXPIRY, option, -held, 0);
      }
    }
    account.mark(option, 0);
  }

  /**
   * Ends an option that nobody exercises, whatever it is worth: the whole position is worth nothing.
   *
   * @param account whose position it is
   * @param option index of the option's asset
   * @throws IllegalArgumentException if it is no option
   */
  public static void abandon(Account account, int option) {
    options(account, option);
    account.listener().ended(option, true);
    account.exchange(TradeReason.EXPIRY, option, -account.lots(option), 0);
    account.mark(option, 0);
  }

  /**
   * Replaces a position in an option by one in the contract that a split of the underlying made of it: as many units of
   * the new share are delivered at the same total strike. Its cost stays, and its mark is divided as a share's is; the
   * position in the underlying is split by {@link #split}.
   *
   * @param account whose position it is
   * @param option index of the option's asset
   * @param successor index of an option of the same kind and expiry, its strike divided by the split (to the nearest
   *     tick), not yet held; its multiplier divides the units that a contract now stands for
   * @param numerator new shares, &gt;= 1
   * @param denominator old shares that they stand for, &gt;= 1
   * @throws IllegalArgumentException if the split does not make one of the other, or the successor is held
   */
  public static void adjust(
      Account account, int option, int successor, long numerator, long denominator) {
    options(account, option);
    ListedOptions all = options(account, successor);
    long units = Math.multiplyExact(all.multiplier(option), numerator);
    long unitsEach = Math.multiplyExact(all.multiplier(successor), denominator);
    long strikeError =
        Math.subtractExact(
            Math.multiplyExact(all.strike(successor), numerator),
            Math.multiplyExact(all.strike(option), denominator));
    if (numerator <= 0
        || denominator <= 0
        || option == successor
        || account.underlying(option) != account.underlying(successor)
        || !all.sameKind(option, successor)
        || units % unitsEach != 0
        || Math.abs(strikeError) > numerator / 2) {
      throw new IllegalArgumentException(
          String.format(
              "a split of %d for %d does not make %s of %s",
              numerator, denominator, account.instrument(successor), account.instrument(option)));
    }
    if (account.lots(successor) != 0) {
      throw new IllegalArgumentException(
          account.instrument(successor).symbol()
              + " is held already: "
              + account.lots(successor)
              + " contracts");
    }
    long old = Math.multiplyExact(account.mark(option), denominator);
    long mark = Math.floorDiv(Math.addExact(old, numerator / 2), numerator);
    account.listener().replaced(option, successor, units / unitsEach);
    account.replace(option, successor, units / unitsEach, mark);
  }

  private static ListedOptions options(Account account, int asset) {
    if (!account.options().is(asset)) {
      throw new IllegalArgumentException(account.instrument(asset).symbol() + " is no option");
    }
    return account.options();
  }
}
