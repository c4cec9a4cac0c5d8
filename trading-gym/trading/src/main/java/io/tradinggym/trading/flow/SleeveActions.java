package io.tradinggym.trading.flow;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;

/**
 * What happens to positions without a trade, sleeve by sleeve: the account's own rules, of the lots that the first
 * sleeves hold together, less those of one sleeve less.
 */
final class SleeveActions {
  private static final long FUNDING_ONE = 100_000_000;

  private final SleeveBooks books;
  private final Account account;
  private final long[] moved;

  SleeveActions(SleeveBooks books) {
    this.books = books;
    account = books.account;
    moved = new long[books.sleeves];
  }

  /** What all sleeves receive together. */
  long dividend(int asset, long perUnit) {
    long held = 0;
    long before = 0;
    for (int sleeve = 0; sleeve < books.sleeves; sleeve++) {
      held = Math.addExact(held, books.lots(sleeve, asset));
      long after = Parts.floor(perUnit, held, account.lotsPerUnit(asset));
      books.accrue(sleeve, account.currency(asset), after - before);
      before = after;
    }
    return before;
  }

  /** What all sleeves receive together. */
  long funding(int asset, long rate) {
    long held = 0;
    long before = 0;
    for (int sleeve = 0; sleeve < books.sleeves; sleeve++) {
      held = Math.addExact(held, books.lots(sleeve, asset));
      long exposure = account.notional(asset, held);
      long received = rate > 0 ? -exposure : exposure;
      long after = Parts.floor(Math.abs(rate), received, FUNDING_ONE);
      books.pay(sleeve, account.currency(asset), after - before);
      before = after;
    }
    return before;
  }

  void split(int asset, long numerator, long denominator, long newMark) {
    long price = Math.multiplyExact(newMark, account.tickLotValue(asset));
    long held = 0;
    long lotsBefore = 0;
    long paidBefore = 0;
    for (int sleeve = 0; sleeve < books.sleeves; sleeve++) {
      int at = books.at(sleeve, asset);
      held = Math.addExact(held, books.lots[at]);
      long due = Math.multiplyExact(held, numerator);
      long lotsAfter = due / denominator;
      long paidAfter = Math.floorDiv(Math.multiplyExact(price, due % denominator), denominator);
      long inLieu = paidAfter - paidBefore;
      books.lots[at] = lotsAfter - lotsBefore;
      books.cost[at] = books.lots[at] == 0 ? 0 : Math.subtractExact(books.cost[at], inLieu);
      books.pay(sleeve, account.currency(asset), inLieu);
      lotsBefore = lotsAfter;
      paidBefore = paidAfter;
    }
  }

  void exercised(int option, long contracts) {
    books.weighByLots(option, contracts > 0 ? 1 : -1);
    long whole = Parts.whole(books.weights);
    long before = 0;
    for (int sleeve = 0; sleeve < books.sleeves; sleeve++) {
      long after = before + books.weights[sleeve];
      moved[sleeve] = Parts.share(contracts, after, whole) - Parts.share(contracts, before, whole);
      before = after;
    }
    deliver(option);
  }

  void ended(int option, boolean abandoned) {
    OptionContract contract = (OptionContract) account.instrument(option);
    boolean worthless =
        abandoned || contract.intrinsic(account.mark(account.underlying(option))) == 0;
    for (int sleeve = 0; sleeve < books.sleeves; sleeve++) {
      moved[sleeve] = books.lots(sleeve, option);
      if (worthless) {
        books.trade(sleeve, option, -moved[sleeve], 0, 0);
      }
    }
    if (!worthless) {
      deliver(option);
    }
  }

  /** Exercises contracts, by sleeve; what is delivered is in proportion to them, so that nothing is rounded. */
  private void deliver(int option) {
    OptionContract contract = (OptionContract) account.instrument(option);
    int underlying = account.underlying(option);
    boolean inCash = contract.settlement() == Settlement.CASH;
    long worth = inCash ? contract.intrinsic(account.mark(underlying)) : 0;
    long perContract = Math.multiplyExact(contract.multiplier(), account.lotsPerUnit(underlying));
    long strike = account.notionalAt(underlying, contract.strikeTicks(), 1);
    for (int sleeve = 0; sleeve < books.sleeves; sleeve++) {
      long contracts = moved[sleeve];
      long received = Math.multiplyExact(worth, -contracts);
      books.trade(sleeve, option, -contracts, received, received);
      if (!inCash) {
        long lots = Math.multiplyExact(contracts, perContract);
        long bought = contract.right() == Right.CALL ? lots : -lots;
        long closing = SleeveBooks.closing(books.lots(sleeve, underlying), bought);
        books.trade(
            sleeve,
            underlying,
            bought,
            Math.multiplyExact(strike, bought),
            Math.multiplyExact(strike, closing));
      }
    }
  }

  void replaced(int asset, int successor, long factor) {
    for (int sleeve = 0; sleeve < books.sleeves; sleeve++) {
      int from = books.at(sleeve, asset);
      int to = books.at(sleeve, successor);
      books.lots[to] = Math.multiplyExact(books.lots[from], factor);
      books.cost[to] = books.cost[from];
      books.lots[from] = 0;
      books.cost[from] = 0;
    }
  }
}
