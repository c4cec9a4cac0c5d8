package io.tradinggym.examples.lessons.twin;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.RegT;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.exchange.BarExchange;
import io.tradinggym.market.exchange.Fill;
import io.tradinggym.market.exchange.Order;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.process.GeometricBrownian;
import io.tradinggym.market.process.SimulatedMarket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lessons 1 and 2: one account of 100,000 dollars, one share on simulated bars from 100 dollars, and its exchange. */
public final class OrderDesk {
  /** Money at the start, dollars. */
  public static final double CAPITAL = 100_000;

  private final Bars bars;
  private final Account account;
  private final BarExchange exchange;
  private final List<Filled> fills = new ArrayList<>();
  private int bar;

  /**
   * A fill, in shares and dollars.
   *
   * @param bar in which it happened
   * @param shares negative for a sale
   * @param price paid or received
   * @param middle what the price would have been without spread and slippage
   * @param commission of the broker
   */
  public record Filled(int bar, long shares, double price, double middle, double commission) {}

  /**
   * A desk at the close of the first bar.
   *
   * @param days bars to come, &gt;= 2
   * @param path draws the prices
   * @param costs of trading
   */
  public OrderDesk(int days, RandomStream path, Costs costs) {
    SimulatedMarket market =
        SimulatedMarket.of(GeometricBrownian.noise(1, 0.2, 252)).bars(days + 1).history(0).build();
    MarketTape tape = market.tape();
    tape.next(path);
    bars = tape.bars();
    account = new Account(market.instruments(), Currency.USD, new RegT());
    account.reset(Money.of("100000"));
    exchange =
        new BarExchange(
            bars,
            account,
            List.of(costs),
            BarExchange.UNLIMITED,
            this::filled,
            io.tradinggym.market.exchange.VenueRules.ANY);
    exchange.reset(0);
  }

  private void filled(Fill fill) {
    fills.add(
        new Filled(
            bar,
            fill.lots(),
            fill.ticks() / 100.0,
            fill.reference() / 100.0,
            dollars(fill.commission() + fill.charged())));
  }

  /** Submits an order; it works from the next bar on. Prices of orders are in cents. */
  public void submit(Order order) {
    exchange.submit(order);
  }

  /** Goes on to the close of the next bar; false at the end. */
  public boolean next() {
    if (bar + 1 >= bars.length()) {
      return false;
    }
    bar++;
    exchange.advance(bars.closeTime(bar));
    return true;
  }

  /** Goes on to the end. */
  public void finish() {
    boolean more = true;
    while (more) {
      more = next();
    }
  }

  /** Fills so far. */
  public List<Filled> fills() {
    return List.copyOf(fills);
  }

  /** The closing price, cents. */
  public long close() {
    return bars.close(0, bar);
  }

  /** Open, high, low and close of a bar, dollars. */
  public double[] ohlc(int of) {
    return new double[] {
      bars.open(0, of) / 100.0,
      bars.high(0, of) / 100.0,
      bars.low(0, of) / 100.0,
      bars.close(0, of) / 100.0
    };
  }

  /** What the account is worth, dollars. */
  public double equity() {
    return dollars(account.equity());
  }

  /** The books, dollars, without the accounts that are empty. Their sum is 0. */
  public Map<Entry, Double> books() {
    Map<Entry, Double> books = new EnumMap<>(Entry.class);
    for (Entry entry : Entry.values()) {
      long balance = account.balance(0, entry);
      if (balance != 0) {
        books.put(entry, dollars(balance));
      }
    }
    return books;
  }

  private static double dollars(long units) {
    return (double) units / Money.UNITS;
  }
}
