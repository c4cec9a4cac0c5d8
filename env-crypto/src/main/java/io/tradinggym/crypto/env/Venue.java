package io.tradinggym.crypto.env;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CashOnly;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.exchange.BarExchange;
import io.tradinggym.market.exchange.FillListener;
import io.tradinggym.market.exchange.VenueRules;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.trading.flow.OrderFlow;
import io.tradinggym.trading.trace.TradeTrace;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** An inventory of one coin and cash on one venue: what is there can be traded, nothing is lent. */
final class Venue {
  private final Bars bars;
  private final Account account;
  private final BarExchange exchange;
  private final OrderFlow flow;
  private final TradeTrace trace;

  Venue(Instrument instrument, Bars bars, Costs costs, int participation) {
    this.bars = bars;
    account = new Account(List.of(instrument), instrument.currency(), new CashOnly());
    exchange = new BarExchange(bars, account, costs, participation, FillListener.NONE);
    flow = new OrderFlow(exchange, account, null, VenueRules.ANY.slots());
    trace = new TradeTrace(account);
    account.listener(trace);
    flow.listener(trace);
  }

  /** So much worth, half of it in coins, at the close of a bar. */
  void open(int bar, long capital) {
    trace.clear();
    trace.time(bars.closeTime(bar));
    account.reset(capital);
    exchange.reset(bar);
    flow.reset();
    long lots = capital / 2 / account.notionalAt(0, bars.close(0, bar), 1);
    account.trade(0, lots, bars.close(0, bar), 0, 0);
    account.beginStep();
    trace.mark();
  }

  /** What is done here. */
  TradeTrace trace() {
    return trace;
  }

  void beginStep() {
    account.beginStep();
  }

  /** Orders lots at the market, negative to sell. */
  void order(long lots) {
    flow.target(0, 0, account.lots(0) + lots);
    flow.send();
  }

  void step() {
    long next = bars.closeTime(exchange.now() + 1);
    trace.time(next);
    flow.advance(next);
    trace.mark();
  }

  /** Coins leave or arrive: their worth at the mark leaves the venue's capital, or joins it. */
  void move(long lots) {
    long worth = account.notionalAt(0, account.mark(0), lots);
    if (lots < 0) {
      account.trade(0, lots, account.mark(0), 0, 0);
      account.deposit(0, worth);
    } else {
      account.deposit(0, worth);
      account.trade(0, lots, account.mark(0), 0, 0);
    }
  }

  /** Cash leaves or arrives, money units. */
  void pay(long amount) {
    account.deposit(0, amount);
  }

  long lots() {
    return account.lots(0);
  }

  long cash() {
    return account.cash();
  }

  long equity() {
    return account.equity();
  }

  /** Worth of lots at the mark, money units. */
  long worth(long lots) {
    return account.notional(0, lots);
  }

  long traded() {
    return account.stepTraded();
  }

  long fees() {
    return account.stepFees();
  }

  long realised() {
    return account.stepRealised();
  }

  double coins() {
    return (double) account.lots(0) / account.lotsPerUnit(0);
  }

  double price() {
    return Money.toDouble(account.mark(0) * account.tickSize(0));
  }

  boolean tradable() {
    return bars.traded(0, exchange.now());
  }

  void save(DataOutput out) throws IOException {
    exchange.save(out);
    account.save(out);
  }

  void restore(DataInput in) throws IOException {
    exchange.restore(in);
    flow.reset();
    trace.clear();
    trace.time(exchange.time());
    account.restore(in);
  }
}
