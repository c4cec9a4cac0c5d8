package io.tradinggym.options.execution;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.account.WhatIf;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.exchange.ExecutionListener;
import io.tradinggym.market.exchange.FillListener;
import io.tradinggym.market.exchange.Legs;
import java.util.function.IntFunction;

/**
 * Trades {@link Legs} against quotes: all legs at once at the prices of a {@link FillConvention}, or none. A leg
 * without the quote it needs is never filled, nor an option whose bid is not below its offer. A buyer where nobody
 * bids pays the offer; contracts held that nobody bids for can be given away for nothing.
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
  private final IntFunction<Commission> others;
  private final long[] prices = new long[Legs.MOST];
  private final long[] charges = new long[Legs.MOST];
  private final LegFill fill;
  private ExecutionListener listener = FillListener.NONE;
  private int refused;
  private long net;
  private long fees;

  /**
   * A desk for one account.
   *
   * @param account the account that is traded for
   * @param quotes bid and ask of each leg
   * @param fills how much of the width of a quote is paid
   * @param commission of options, by contract
   * @param shareCommission of legs in the underlying
   */
  public ComboDesk(
      Account account,
      LegQuotes quotes,
      FillConvention fills,
      OptionCommission commission,
      Commission shareCommission) {
    this(account, quotes, fills, commission, asset -> shareCommission);
  }

  /**
   * A desk for one account of several underlyings.
   *
   * @param account the account that is traded for
   * @param quotes bid and ask of each leg
   * @param fills how much of the width of a quote is paid
   * @param commission of options, by contract
   * @param others gives the commission of what is no option, by asset
   */
  public ComboDesk(
      Account account,
      LegQuotes quotes,
      FillConvention fills,
      OptionCommission commission,
      IntFunction<Commission> others) {
    this.account = account;
    this.quotes = quotes;
    this.fills = fills;
    this.commission = commission;
    this.others = others;
    fill = new LegFill(account);
  }

  /**
   * Buys (or, negative, sells) so many combinations at what they cost.
   *
   * @param combo lots of each leg in one combination
   * @param count combinations to buy, or, negative, to sell (every leg the other way round); not 0
   * @param now epoch milliseconds UTC
   * @return filled, or why not; then the account is as it was
   */
  public ComboResult execute(Legs combo, long count, long now) {
    return execute(combo, count, ANY, now);
  }

  /**
   * Buys (or, negative, sells) so many combinations.
   *
   * @param combo lots of each leg in one combination
   * @param count combinations to buy, or, negative, to sell (every leg the other way round); not 0
   * @param limit the most that one may cost before fees, in the direction of the trade, money units of the legs'
   *     currency; negative is the least that must be received
   * @param now epoch milliseconds UTC
   * @return filled, or why not; then the account is as it was
   */
  public ComboResult execute(Legs combo, long count, long limit, long now) {
    ComboResult result = preview(combo, count, limit, now);
    if (result == ComboResult.FILLED) {
      book(combo, count, now);
    }
    return result;
  }

  /**
   * Buys (or, negative, sells) so many combinations and asks for no margin: to close an account out, and
   * where the caller has asked about more than this order.
   *
   * @param combo lots of each leg in one combination
   * @param count combinations to buy, or, negative, to sell (every leg the other way round); not 0
   * @param now epoch milliseconds UTC
   * @return filled, or why not; then the account is as it was
   */
  public ComboResult fill(Legs combo, long count, long now) {
    ComboResult result = price(combo, count, now);
    if (result == ComboResult.FILLED) {
      charge(combo, count, now);
      book(combo, count, now);
    }
    return result;
  }

  /**
   * {@return what {@link #fill} would do, without doing it; {@link #price}, {@link #net}, {@link #fees} and {@link
   * #cost} tell the terms}
   *
   * @param combo lots of each leg in one combination
   * @param count combinations to buy, or, negative, to sell (every leg the other way round); not 0
   * @param now epoch milliseconds UTC
   */
  public ComboResult quote(Legs combo, long count, long now) {
    ComboResult result = price(combo, count, now);
    if (result == ComboResult.FILLED) {
      charge(combo, count, now);
    }
    return result;
  }

  /**
   * {@return what an order that was priced last costs against the account's marks, fees included, money units of the
   * base currency}
   *
   * @param combo the one that was priced last
   * @param count of combinations, as it was priced
   */
  public long cost(Legs combo, long count) {
    long cost = fees;
    for (int leg = 0; leg < combo.count(); leg++) {
      int asset = combo.asset(leg);
      long quantity = Math.multiplyExact(combo.ratio(leg), count);
      long gain = account.notionalAt(asset, account.mark(asset) - prices[leg], quantity);
      cost = Math.subtractExact(cost, account.toBase(account.currency(asset), gain));
    }
    return cost;
  }

  private void book(Legs combo, long count, long now) {
    for (int leg = 0; leg < combo.count(); leg++) {
      book(combo.asset(leg), combo.ratio(leg) * count, leg, now);
    }
  }

  private void book(int asset, long lots, int leg, long now) {
    long middle = middle(asset);
    fill.time = now;
    fill.asset = asset;
    fill.lots = lots;
    fill.ticks = prices[leg];
    fill.reference = middle > 0 ? middle : account.mark(asset);
    fill.commission = charges[leg];
    fill.realised = account.trade(asset, lots, prices[leg], charges[leg], 0);
    listener.filled(fill);
  }

  /** Whether the quotes allow a trade; {@link ComboResult#FILLED} if they do. */
  ComboResult dealt(int asset, long lots, long now) {
    boolean option = account.options().is(asset);
    if (option && account.options().expiry(asset) <= now) {
      return ComboResult.EXPIRED;
    }
    long bid = quotes.bid(asset);
    long ask = quotes.ask(asset);
    boolean nobodyBids = lots < 0 && bid == 0 && account.lots(asset) < -lots;
    if (bid < 0 || ask <= 0 || nobodyBids) {
      return ComboResult.NO_QUOTE;
    }
    return bid > ask || (option && bid == ask) ? ComboResult.LOCKED : ComboResult.FILLED;
  }

  /** Trades at the account's mark, free of costs. */
  void bookAtMark(int asset, long lots, long now) {
    prices[0] = account.mark(asset);
    charges[0] = 0;
    book(asset, lots, 0, now);
  }

  /** Between bid and offer, rounded down to a tick; the offer where nobody bids, 0 without an offer. */
  long middle(int asset) {
    long ask = quotes.ask(asset);
    long bid = Math.max(0, quotes.bid(asset));
    return ask <= 0 ? 0 : bid == 0 ? ask : (bid + ask) / 2;
  }

  /**
   * Tells somebody of every leg that is filled from now on.
   *
   * @param told is told, instead of who was told before
   */
  public void listener(ExecutionListener told) {
    listener = told;
  }

  /** What follows belongs to an order. */
  void order(long id, TradeReason reason) {
    fill.order = id;
    fill.reason = reason;
  }

  /**
   * {@return what {@link #execute} would do, without doing it; {@link #price}, {@link #net} and {@link #fees} tell the
   * terms}
   *
   * @param combo lots of each leg in one combination
   * @param count combinations to buy, or, negative, to sell (every leg the other way round); not 0
   * @param limit the most that one may cost before fees, in the direction of the trade, money units of the legs'
   *     currency; negative is the least that must be received
   * @param now epoch milliseconds UTC
   */
  public ComboResult preview(Legs combo, long count, long limit, long now) {
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

  private ComboResult price(Legs combo, long count, long now) {
    if (count == 0 || combo.count() == 0) {
      throw new IllegalArgumentException(
          "an order needs legs and lots, had " + combo.count() + " legs and " + count + " lots");
    }
    net = 0;
    fees = 0;
    for (int leg = 0; leg < combo.count(); leg++) {
      refused = leg;
      int asset = combo.asset(leg);
      long each = count > 0 ? combo.ratio(leg) : -combo.ratio(leg);
      ComboResult dealt = dealt(asset, each * Math.abs(count), now);
      if (dealt != ComboResult.FILLED) {
        return dealt;
      }
      long bid = quotes.bid(asset);
      long ask = quotes.ask(asset);
      int share = fills.share(combo.count(), quotes.volume(asset));
      // For what nobody bids, nothing is received.
      prices[leg] =
          each < 0 && bid == 0
              ? 0
              : FillConvention.price(each > 0, bid, ask, share, quotes.step(asset));
      net = Math.addExact(net, account.notionalAt(asset, prices[leg], each));
    }
    refused = -1;
    return ComboResult.FILLED;
  }

  private void charge(Legs combo, long count, long now) {
    long options = 0;
    int option = -1;
    for (int leg = 0; leg < combo.count(); leg++) {
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
        charges[leg] = others.apply(asset).charge(value, quantity, perUnit, false, now);
        fees += charges[leg];
      }
    }
    if (option >= 0) {
      charges[option] += Math.max(commission.least() - options, 0);
      fees += Math.max(commission.least(), options);
    }
  }

  private boolean affords(Legs combo, long count, long now) {
    account.time(now);
    WhatIf then = account.whatIf();
    for (int leg = 0; leg < combo.count(); leg++) {
      int asset = combo.asset(leg);
      long quantity = Math.multiplyExact(combo.ratio(leg), count);
      then.trade(asset, quantity);
      if (account.mark(asset) == 0) {
        account.mark(asset, prices[leg]);
      }
    }
    return account.affords(then, cost(combo, count));
  }

  /** {@return the index, from 0, of the leg that was refused last, -1 if none was} */
  public int refusedLeg() {
    return refused;
  }

  /**
   * {@return the price of a leg of the order priced last, ticks}
   *
   * @param leg index of the leg in its combination, from 0
   */
  public long price(int leg) {
    return prices[leg];
  }

  /**
   * {@return what one combination of the order priced last costs before fees, in the direction of the trade, money
   * units; negative is received}
   */
  public long net() {
    return net;
  }

  /** {@return the commissions of the whole order priced last, money units} */
  public long fees() {
    return fees;
  }
}
