package io.tradinggym.options.execution;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.WhatIf;
import io.tradinggym.market.cost.Commission;

/**
 * Trades {@link Combo}s against quotes: all legs at once at the prices of a {@link FillConvention}, or none. A leg
 * without the quote it needs is never filled, nor one whose bid is not below its offer. A buyer where nobody bids
 * pays the offer.
 *
 * <p>Afterwards equity must be what the account's margin model asks to open the positions ({@link
 * Account#affords(WhatIf, long)}); an order that only makes positions smaller and needs no more than before, or that
 * widens no deficiency, is always taken. An option that was never
 * marked is marked at its price; the underlying must be marked. There is no impact and no
 * queue: the quote's size is not asked. For one thread; an order allocates nothing.
 */
public final class ComboDesk {
  /** No limit on what an order may cost. */
  public static final long ANY = Long.MAX_VALUE;

  private final Account account;
  private final LegQuotes quotes;
  private final FillConvention fills;
  private final OptionCommission commission;
  private final Commission shareCommission;
  private final long[] prices = new long[Combo.MOST_LEGS];
  private final long[] charges = new long[Combo.MOST_LEGS];
  private int refused;
  private long net;
  private long fees;

  /**
   * A desk for one account.
   *
   * @param shareCommission of legs in the underlying
   */
  public ComboDesk(
      Account account,
      LegQuotes quotes,
      FillConvention fills,
      OptionCommission commission,
      Commission shareCommission) {
    this.account = account;
    this.quotes = quotes;
    this.fills = fills;
    this.commission = commission;
    this.shareCommission = shareCommission;
  }

  /** Buys (or, negative, sells) so many combinations at what they cost. */
  public ComboResult execute(Combo combo, long count, long now) {
    return execute(combo, count, ANY, now);
  }

  /**
   * Buys (or, negative, sells) so many combinations.
   *
   * @param limit the most that one may cost before fees, in the direction of the trade, money units; negative is the
   *     least that must be received
   * @param now epoch milliseconds
   */
  public ComboResult execute(Combo combo, long count, long limit, long now) {
    ComboResult result = preview(combo, count, limit, now);
    if (result == ComboResult.FILLED) {
      for (int leg = 0; leg < combo.legs(); leg++) {
        long quantity = combo.ratio(leg) * count;
        account.trade(combo.asset(leg), quantity, prices[leg], charges[leg], 0);
      }
    }
    return result;
  }

  /**
   * What {@link #execute} would do, without doing it; {@link #price}, {@link #net} and {@link #fees} tell the terms.
   */
  public ComboResult preview(Combo combo, long count, long limit, long now) {
    if (count == 0 || combo.legs() == 0) {
      throw new IllegalArgumentException(
          "an order needs legs and lots, had " + combo.legs() + " legs and " + count + " lots");
    }
    ComboResult priced = price(combo, count, now);
    if (priced != ComboResult.FILLED) {
      return priced;
    }
    if (net > limit) {
      return ComboResult.LIMIT;
    }
    charge(combo, count, now);
    return affords(combo, count, now) ? ComboResult.FILLED : ComboResult.MARGIN;
  }

  private ComboResult price(Combo combo, long count, long now) {
    net = 0;
    fees = 0;
    for (int leg = 0; leg < combo.legs(); leg++) {
      refused = leg;
      int asset = combo.asset(leg);
      long each = count > 0 ? combo.ratio(leg) : -combo.ratio(leg);
      if (account.options().is(asset) && account.options().expiry(asset) <= now) {
        return ComboResult.EXPIRED;
      }
      long bid = Math.max(quotes.bid(asset), 0);
      long ask = quotes.ask(asset);
      if (ask <= 0 || (each < 0 && bid == 0)) {
        return ComboResult.NO_QUOTE;
      }
      if (bid >= ask) {
        return ComboResult.LOCKED;
      }
      prices[leg] = at(each > 0, bid, ask, fills.share(combo.legs(), quotes.volume(asset)));
      net = Math.addExact(net, account.notionalAt(asset, prices[leg], each));
    }
    refused = -1;
    return ComboResult.FILLED;
  }

  private static long at(boolean buys, long bid, long ask, int share) {
    if (buys && bid == 0) {
      return ask;
    }
    long paid = Money.shareUp(ask - bid, share, FillConvention.WHOLE);
    return buys ? bid + paid : ask - paid;
  }

  private void charge(Combo combo, long count, long now) {
    long options = 0;
    int option = -1;
    for (int leg = 0; leg < combo.legs(); leg++) {
      int asset = combo.asset(leg);
      long quantity = Math.multiplyExact(combo.ratio(leg), count);
      if (account.options().is(asset)) {
        long premium = Math.multiplyExact(prices[leg], account.tickSize(asset));
        charges[leg] = commission.charge(quantity, premium);
        options += charges[leg];
        option = option < 0 ? leg : option;
      } else {
        long value = Math.abs(account.notionalAt(asset, prices[leg], quantity));
        long perUnit = account.lotsPerUnit(asset);
        charges[leg] = shareCommission.charge(value, quantity, perUnit, false, now);
        fees += charges[leg];
      }
    }
    if (option >= 0) {
      charges[option] += Math.max(commission.least() - options, 0);
      fees += Math.max(commission.least(), options);
    }
  }

  private boolean affords(Combo combo, long count, long now) {
    account.time(now);
    WhatIf then = account.whatIf();
    long costs = fees;
    for (int leg = 0; leg < combo.legs(); leg++) {
      int asset = combo.asset(leg);
      long quantity = Math.multiplyExact(combo.ratio(leg), count);
      then.trade(asset, quantity);
      if (account.mark(asset) == 0) {
        account.mark(asset, prices[leg]);
      }
      long gain = account.notionalAt(asset, account.mark(asset) - prices[leg], quantity);
      costs = Math.subtractExact(costs, account.toBase(account.currency(asset), gain));
    }
    return account.affords(then, costs);
  }

  /** The leg that was refused, -1 if none was. */
  public int refusedLeg() {
    return refused;
  }

  /** Price of a leg, ticks. */
  public long price(int leg) {
    return prices[leg];
  }

  /** What one combination costs before fees, in the direction of the trade, money units; negative is received. */
  public long net() {
    return net;
  }

  /** Commissions of the whole order, money units. */
  public long fees() {
    return fees;
  }
}
