package io.tradinggym.trading.flow;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.exchange.Fill;

/** Books what the sleeves trade at one price, and tells of each one's part. */
final class SleeveTrades {
  private final SleeveBooks books;
  private final Account account;
  private final SleeveFill part = new SleeveFill();
  private FlowListener listener = FlowListener.NONE;

  SleeveTrades(SleeveBooks books) {
    this.books = books;
    account = books.account;
  }

  void listener(FlowListener told) {
    listener = told;
  }

  /** What follows belongs to an order and a time, epoch milliseconds. */
  void begin(long time, long order) {
    part.time = time;
    part.order = order;
    part.maker = false;
  }

  /** Sleeves trade with each other. */
  void cross(int asset, long[] quantities, long ticks) {
    market(asset, quantities, ticks, ticks, TradeReason.CROSS, 0, 0);
  }

  /** Sleeves trade in the market. */
  void market(Fill fill, long[] quantities) {
    part.maker = fill.maker();
    market(
        fill.asset(),
        quantities,
        fill.ticks(),
        fill.reference(),
        fill.reason(),
        fill.commission(),
        fill.charged());
  }

  /** Trades of all sleeves at one price; costs are shared by lots. */
  void market(
      int asset,
      long[] quantities,
      long ticks,
      long reference,
      TradeReason reason,
      long commission,
      long charged) {
    long whole = Parts.whole(quantities);
    long sum = 0;
    long size = 0;
    for (int sleeve = 0; sleeve < books.sleeves; sleeve++) {
      long quantity = quantities[sleeve];
      if (quantity == 0) {
        continue;
      }
      long before = account.paid(asset, ticks, sum);
      sum = Math.addExact(sum, quantity);
      long paid = Math.subtractExact(account.paid(asset, ticks, sum), before);
      long closing = SleeveBooks.closing(books.lots(sleeve, asset), quantity);
      long paidToClose = closing == quantity ? paid : account.paid(asset, ticks, closing);
      long after = size + Math.abs(quantity);
      part.commission =
          Parts.share(commission, after, whole) - Parts.share(commission, size, whole);
      part.charged = Parts.share(charged, after, whole) - Parts.share(charged, size, whole);
      size = after;
      part.realised = books.trade(sleeve, asset, quantity, paid, paidToClose);
      books.pay(sleeve, account.currency(asset), -Math.addExact(part.commission, part.charged));
      part.asset = asset;
      part.lots = quantity;
      part.ticks = ticks;
      part.reference = reference;
      part.reason = reason;
      long worse = quantity > 0 ? ticks - reference : reference - ticks;
      long slipped = worse == 0 ? 0 : account.moved(asset, reference, Math.abs(worse), quantity);
      part.slippage = Math.addExact(worse < 0 ? -slipped : slipped, part.charged);
      listener.filled(sleeve, part);
    }
  }

  /** Settles in cash what sleeves' contracts realised and the account's did not. */
  void settle(int asset) {
    long open = books.contract(asset) ? books.unsettled(asset) : 0;
    if (open == 0) {
      return;
    }
    books.weighByLots(asset, 0);
    long whole = Parts.whole(books.weights);
    long before = 0;
    for (int sleeve = 0; sleeve < books.sleeves; sleeve++) {
      long after = before + books.weights[sleeve];
      long amount = Parts.share(open, after, whole) - Parts.share(open, before, whole);
      before = after;
      if (amount != 0) {
        int at = books.at(sleeve, asset);
        books.cost[at] = Math.addExact(books.cost[at], amount);
        books.pay(sleeve, account.currency(asset), amount);
        listener.settled(sleeve, asset, amount);
      }
    }
  }
}
