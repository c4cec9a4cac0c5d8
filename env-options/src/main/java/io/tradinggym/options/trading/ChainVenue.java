package io.tradinggym.options.trading;

import io.tradinggym.api.Resumable;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.AccountListener;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.exchange.Exchange;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.market.exchange.OrderResult;
import io.tradinggym.options.execution.ChainExchange;
import io.tradinggym.options.execution.ComboDesk;
import io.tradinggym.options.execution.ComboResult;
import io.tradinggym.options.execution.LegQuotes;
import io.tradinggym.options.execution.OptionCommission;
import io.tradinggym.trading.flow.OrderFlow;
import io.tradinggym.trading.flow.Sleeves;
import io.tradinggym.trading.trace.TradeTrace;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One account at the quotes of chains: orders go through its {@link OrderFlow} to a {@link ChainExchange} and are
 * filled at once or not at all; its {@link TradeTrace} listens. Allocates nothing after construction.
 */
public final class ChainVenue implements Resumable {
  /** Brokers charge an order at least so much, if they charge anything. */
  private static final long LEAST_COMMISSION = Money.UNITS;

  /** Orders are filled at once: one works at a time. */
  private static final int WORKING = 1;

  private final Account account;
  private final ComboDesk combos;
  private final ChainExchange exchange;
  private final OrderFlow flow;
  private final TradeTrace trace;
  private long orders;
  private long costs;

  /**
   * A venue of one account.
   *
   * @param account traded for; this venue becomes its listener
   * @param quotes bid and ask of all that it trades
   * @param terms at which price between bid and offer options are filled, and their commission
   * @param others gives the commission of what is no option, by asset
   */
  public ChainVenue(
      Account account, LegQuotes quotes, AccountTerms terms, IntFunction<Commission> others) {
    this(account, quotes, terms, others, null);
  }

  /**
   * A venue of one account that may be kept in sleeves.
   *
   * @param account traded for; this venue becomes its listener
   * @param quotes bid and ask of all that it trades
   * @param terms at which price between bid and offer options are filled, and their commission
   * @param others gives the commission of what is no option, by asset
   * @param sleeves sub-books of the account; null without
   */
  public ChainVenue(
      Account account,
      LegQuotes quotes,
      AccountTerms terms,
      IntFunction<Commission> others,
      @Nullable Sleeves sleeves) {
    this.account = account;
    long each = Math.round(terms.commission() * Money.UNITS);
    OptionCommission commission =
        new OptionCommission(each, each, each, each > 0 ? LEAST_COMMISSION : 0);
    combos = new ComboDesk(account, quotes, terms.fills().convention(), commission, others);
    exchange = new ChainExchange(account, combos);
    flow = new OrderFlow(exchange, account, null, sleeves, WORKING);
    trace = new TradeTrace(account, sleeves != null);
    account.listener(sleeves == null ? trace : AccountListener.both(sleeves, trace));
    flow.listener(trace);
  }

  /**
   * Begins an episode.
   *
   * @param time epoch milliseconds UTC
   */
  public void begin(long time) {
    exchange.reset(time);
    orders = 0;
    costs = 0;
  }

  /**
   * Sends one order that has to meet the margin to open.
   *
   * @param sleeve index of the sleeve that asks, from 0; 0 without sleeves
   * @param legs lots of each leg in one combination
   * @param count combinations to buy, or, negative, to sell; not 0
   * @return whether it was filled
   */
  public boolean open(int sleeve, Legs legs, long count) {
    return send(sleeve, legs, count, true);
  }

  /**
   * Sends one order for which no margin is asked: of a package that was asked about, or to close.
   *
   * @param legs lots to trade of each asset
   * @return whether it was filled
   */
  public boolean trade(Legs legs) {
    return send(0, legs, 1, false);
  }

  private boolean send(int sleeve, Legs legs, long count, boolean asksMargin) {
    exchange.asksMargin(asksMargin);
    OrderResult result = flow.submit(sleeve, ++orders, legs, count, Exchange.NO_LIMIT);
    exchange.asksMargin(true);
    boolean filled = result == OrderResult.ACCEPTED;
    costs += filled ? combos.cost(legs, count) : 0;
    return filled;
  }

  /**
   * Asks for so many lots of an asset to be held. No margin is asked: the sender has.
   *
   * @param asset index of the asset, from 0
   * @param lots the position wanted in all; negative for a short one
   * @return whether it was filled, or nothing had to be done
   */
  public boolean target(int asset, long lots) {
    exchange.asksMargin(false);
    flow.target(0, asset, lots);
    boolean filled = flow.send() == 0;
    exchange.asksMargin(true);
    return filled;
  }

  /**
   * Trades positions away by force; what cannot be traded goes at its mark.
   *
   * @param positions lots to trade of each asset, opposite to what is held
   */
  public void liquidate(Legs positions) {
    exchange.liquidate(positions);
  }

  /**
   * Trades away what has left the market, at its last price.
   *
   * @param positions lots to trade of each asset, opposite to what is held
   */
  public void delist(Legs positions) {
    exchange.delist(positions);
  }

  /** Whether an order would be filled for which no margin is asked; {@link #cost} tells at which cost. */
  boolean quotes(Legs legs) {
    return combos.quote(legs, 1, exchange.time()) == ComboResult.FILLED;
  }

  /** What the order that was asked about last costs against the marks, money units. */
  long cost(Legs legs) {
    return combos.cost(legs, 1);
  }

  /** {@return the account} */
  public Account account() {
    return account;
  }

  /** {@return the way of the account's orders to the exchange} */
  public OrderFlow flow() {
    return flow;
  }

  /** {@return what listens to account and flow} */
  public TradeTrace trace() {
    return trace;
  }

  /** {@return what was paid so far for trading away from the marks, commissions included; money units} */
  public long costs() {
    return costs;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    exchange.save(out);
    out.writeLong(orders);
    out.writeLong(costs);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    exchange.restore(in);
    orders = in.readLong();
    costs = in.readLong();
  }
}
