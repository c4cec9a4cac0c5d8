package io.tradinggym.experiments.signals;

import io.tradinggym.data.series.PriceBars;
import io.tradinggym.experiments.statistics.Drawdowns;
import io.tradinggym.experiments.statistics.Returns;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CashOnly;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.exchange.BarExchange;
import io.tradinggym.market.exchange.Fill;
import io.tradinggym.market.exchange.FillListener;
import io.tradinggym.market.exchange.Order;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.trading.flow.FlowListener;
import io.tradinggym.trading.flow.OrderFlow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A signal traded through the exchange with costs of two basis points each way, all in, one position at a time: a
 * close above the threshold buys at the next open; it is sold at the open after it was held for as many days as the
 * signal looks ahead, or before at a stop below its entry. The stop of the entry day stands below the close of the
 * signal, for the entry is not known when the orders are sent; from that day's close on it stands below the entry.
 *
 * @param first index of the bar at whose close the first decision fell
 * @param equity account at the close of each bar from the first on, USD
 * @param trades in order
 */
record SignalBacktest(int first, double[] equity, List<Trade> trades) {
  private static final double DAYS = 252;
  private static final int PARTICIPATION = 1_000;

  /** Working at a time: one to enter or leave, and its stop. */
  private static final int ORDERS = 4;

  // Fees by the share mean nothing on prices that are adjusted for splits.
  private static final Costs COSTS = Costs.basisPoints(1, 1);

  /**
   * One position.
   *
   * @param signal index of the bar whose close gave the signal
   * @param entry index of the bar of the purchase
   * @param exit index of the bar of the sale
   * @param stopped whether the stop sold
   * @param shares how many were bought
   * @param profit after all costs, USD
   * @param simpleReturn profit over what was put in, a fraction
   */
  record Trade(
      int signal,
      int entry,
      int exit,
      boolean stopped,
      long shares,
      double profit,
      double simpleReturn) {}

  /**
   * What is traded.
   *
   * @param threshold above which it buys
   * @param hold days from the entry to the sale
   * @param money at the start, USD
   */
  record Rule(double threshold, int hold, double money) {}

  /** Trades the bars from one on. */
  static SignalBacktest run(
      PriceBars bars, int first, IntToDoubleFunction signal, IntToDoubleFunction stop, Rule rule) {
    return new Walk(bars, first, rule).trade(signal, stop);
  }

  /** Buys at the first open with all the money, and keeps it. */
  static SignalBacktest hold(PriceBars bars, int first, Rule rule) {
    return new Walk(bars, first, new Rule(rule.threshold, bars.size(), rule.money))
        .trade(bar -> 1, bar -> Double.NaN);
  }

  double totalReturn() {
    return equity[equity.length - 1] / equity[0] - 1;
  }

  /** A year, risk-free rate 0; NaN where nothing was traded. */
  double sharpe() {
    return trades.isEmpty() && totalReturn() == 0
        ? Double.NaN
        : Returns.sharpe(Returns.ofEquity(equity), 0, DAYS);
  }

  double maxDrawdown() {
    return Drawdowns.of(equity).maximum();
  }

  double winRate() {
    return trades.stream()
        .mapToDouble(trade -> trade.profit > 0 ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /** Mean profit of trades that won over mean loss of the others; NaN without either. */
  double winOverLoss() {
    double win =
        trades.stream()
            .mapToDouble(Trade::simpleReturn)
            .filter(r -> r > 0)
            .average()
            .orElse(Double.NaN);
    double loss =
        trades.stream()
            .mapToDouble(Trade::simpleReturn)
            .filter(r -> r <= 0)
            .average()
            .orElse(Double.NaN);
    return win / -loss;
  }

  /** One pass over the bars. */
  private static final class Walk implements FlowListener {
    private final int first;
    private final int size;
    private final Rule rule;
    private final Equity share;
    private final MarketData data;
    private final Account account;
    private final OrderFlow flow;
    private final List<Trade> trades = new ArrayList<>();
    private int bar;
    private int signalled;
    private int entered;
    private long bought;
    private double paid;
    private long ids;
    private long stopId;
    private double distance;

    Walk(PriceBars bars, int first, Rule rule) {
      this.first = first;
      this.rule = rule;
      size = bars.size();
      share = Equity.adjusted("SIGNAL");
      data = ReplayMarket.of(List.of(series(share, bars)), DAYS).data();
      account = new Account(List.of(share), share.currency(), new CashOnly());
      account.reset(Math.round(rule.money * Money.UNITS));
      BarExchange exchange =
          new BarExchange(data, account, COSTS, PARTICIPATION, FillListener.NONE);
      exchange.reset(first);
      flow = new OrderFlow(exchange, account, null, ORDERS);
      flow.listener(this);
      flow.reset();
    }

    private static Series series(Equity share, PriceBars bars) {
      return new Series(
          share,
          IntStream.range(0, bars.size()).mapToLong(bars::closeTime).toArray(),
          column(bars, bars::open),
          column(bars, bars::high),
          column(bars, bars::low),
          column(bars, bars::close),
          column(bars, bars::volume));
    }

    private static double[] column(PriceBars bars, IntToDoubleFunction of) {
      return IntStream.range(0, bars.size()).mapToDouble(of).toArray();
    }

    SignalBacktest trade(IntToDoubleFunction signal, IntToDoubleFunction stop) {
      double[] equity = new double[size - first];
      equity[0] = rule.money;
      for (bar = first; bar + 1 < size; ) {
        decide(signal, stop);
        bar++;
        flow.advance(data.closeTime(bar));
        equity[bar - first] = (double) account.equity() / Money.UNITS;
      }
      return new SignalBacktest(first, equity, List.copyOf(trades));
    }

    private void decide(IntToDoubleFunction signal, IntToDoubleFunction stop) {
      if (account.lots(0) > 0) {
        if (bar - entered + 1 >= rule.hold) {
          flow.cancel(stopId);
          flow.submit(0, Order.market(++ids, 0, -account.lots(0)));
        } else if (bar == entered && distance > 0) {
          flow.cancel(stopId);
          protect(paid / bought - distance, account.lots(0));
        }
      } else if (signal.applyAsDouble(bar) > rule.threshold) {
        enter(stop.applyAsDouble(bar));
      }
    }

    private void enter(double below) {
      double close = share.toPrice(data.close(0, bar));
      long shares = (long) (account.equity() / (close * Money.UNITS));
      if (shares < 1) {
        return;
      }
      signalled = bar;
      distance = below;
      bought = 0;
      paid = 0;
      long entry = ++ids;
      flow.submit(0, Order.market(entry, 0, shares));
      if (below > 0 && below < close) {
        stopId = ++ids;
        flow.submit(
            0,
            Order.stop(stopId, 0, -shares, share.toTicks(close - below)).reduceOnly().after(entry));
      }
    }

    private void protect(double price, long lots) {
      stopId = ++ids;
      flow.submit(0, Order.stop(stopId, 0, -lots, Math.max(1, share.toTicks(price))).reduceOnly());
    }

    @Override
    public void filled(int sleeve, Fill fill) {
      long lots = fill.lots();
      double worth =
          lots * share.toPrice(fill.ticks())
              + (double) (fill.commission() + fill.charged()) / Money.UNITS;
      if (lots > 0) {
        entered = bar;
        bought += lots;
        paid += worth;
        return;
      }
      double part = paid * -lots / bought;
      double profit = -worth - part;
      trades.add(
          new Trade(signalled, entered, bar, fill.order() == stopId, -lots, profit, profit / part));
    }
  }

  @Override
  public String toString() {
    return trades.size() + " trades, " + Arrays.stream(equity).reduce((a, b) -> b).orElse(0);
  }
}
