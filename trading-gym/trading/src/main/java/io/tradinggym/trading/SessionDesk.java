package io.tradinggym.trading;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.trading.flow.OrderFlow;
import io.tradinggym.trading.trace.Traced;
import io.tradinggym.trading.trace.TradeTrace;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One lane's account in a market of sessions whose quotes can be dealt on. A step, from one close to the next:
 *
 * <pre>
 *   orders at today's quotes -> settlement before the open (the evening) -> the market moves
 *   -> settlement inside the bar (the morning, at yesterday's marks) -> the account is marked
 *   -> settlement at the close
 * </pre>
 *
 * <p>What is settled, and in which order, the market says: a list of {@link Settlement}s; the bar that they are told is
 * the number of the step in its episode.
 *
 * @param <T> what sends the orders
 */
public final class SessionDesk<T extends SessionTrader> implements Desk, Traced {
  /** Rewards are handed amounts in cents. */
  private static final double CENT = Money.UNITS / 100.0;

  private final SessionMarket market;
  private final Account account;
  private final OrderFlow flow;
  private final TradeTrace trace;
  private final T trader;
  private final long capital;
  private final int steps;
  private final List<Settlement> day;
  private final Settlement[] all;
  private final Settlement[] beforeOpen;
  private final Settlement[] morning;
  private final Settlement[] atClose;
  private long equity;
  private int step;
  private boolean called;

  /**
   * A desk for one lane.
   *
   * @param market where prices come from, the lane's own
   * @param flow the way of the account's orders to its exchange
   * @param trace of the account that the flow trades for; listens to account and flow
   * @param trader sends the orders
   * @param capital starting cash, money units, > 0
   * @param steps sessions of an episode, >= 1
   * @param day makes the events of the market's day, in the order in which they happen
   */
  public SessionDesk(
      SessionMarket market,
      OrderFlow flow,
      TradeTrace trace,
      T trader,
      long capital,
      int steps,
      Function<SessionDesk<T>, List<Settlement>> day) {
    this.market = market;
    this.flow = flow;
    this.trace = trace;
    this.trader = trader;
    this.capital = capital;
    this.steps = steps;
    account = trace.account();
    this.day = List.copyOf(day.apply(this));
    all = this.day.toArray(Settlement[]::new);
    beforeOpen = in(Settlement.Phase.BEFORE_OPEN);
    morning = in(Settlement.Phase.INSIDE_BAR);
    atClose = in(Settlement.Phase.AT_CLOSE);
  }

  private Settlement[] in(Settlement.Phase phase) {
    return day.stream().filter(event -> event.phase() == phase).toArray(Settlement[]::new);
  }

  @Override
  public void open(RandomStream random) {
    market.start(random, steps);
    step = 0;
    called = false;
    trace.clear();
    trace.time(market.time());
    flow.clear();
    account.reset(capital);
    flow.reset();
    trader.begin();
    for (Settlement event : all) {
      event.open(step);
    }
    look();
  }

  private void look() {
    equity = account.equity();
    trader.look();
    trace.mark();
  }

  @Override
  public void trade(RandomStream random) {
    account.beginStep();
    step++;
    called = false;
    trader.trade();
    flow.cross();
    for (Settlement event : beforeOpen) {
      event.settle(step, random);
    }
    market.advance(random);
    trace.time(market.time());
    for (Settlement event : morning) {
      event.settle(step, random);
    }
    trader.mark();
    flow.advance(market.time());
    for (Settlement event : atClose) {
      event.settle(step, random);
    }
  }

  @Override
  public void value(RewardInput flows) {
    flows.equityBefore = counted();
    look();
    flows.equityAfter = counted();
    flows.traded = account.stepTraded() / CENT;
    flows.fees = account.stepFees() / CENT;
    flows.carry = account.stepCarry() / CENT;
    flows.gross = account.gross() / CENT;
    flows.benchmarkReturn = 0;
  }

  /** Tells that everything was traded away for want of margin: so ends the episode. */
  public void marginCall() {
    called = true;
  }

  @Override
  public EndReason end() {
    if (equity <= 0) {
      return EndReason.RUIN;
    }
    return called
        ? EndReason.MARGIN_CALL
        : market.hasNext() ? EndReason.NONE : EndReason.END_OF_DATA;
  }

  /**
   * {@return the event of a kind among those of the day}
   *
   * @param <S> the class of the event
   * @param kind class or interface; the first event of it counts
   * @throws IllegalArgumentException if the market has none
   */
  public <S extends Settlement> S event(Class<S> kind) {
    return Settlement.of(kind, day);
  }

  /**
   * {@return all events of a kind among those of the day, in their order}
   *
   * @param <S> the class of the events
   * @param kind class or interface; may have none
   */
  public <S extends Settlement> List<S> events(Class<S> kind) {
    return day.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** {@return what sends the orders} */
  public T trader() {
    return trader;
  }

  /** {@return the account} */
  public Account account() {
    return account;
  }

  /** The trace of its account. */
  @Override
  public List<TradeTrace> traces() {
    return List.of(trace);
  }

  /** {@return where prices come from} */
  public SessionMarket market() {
    return market;
  }

  @Override
  public double equity() {
    return Money.toDouble(equity);
  }

  @Override
  public double counted() {
    return equity / CENT;
  }

  /** {@return the equity, money units} */
  public long worth() {
    return equity;
  }

  /** {@return the starting cash, money units} */
  public long capital() {
    return capital;
  }

  /** {@return the part of the episode that is left, in [0, 1]} */
  public double timeLeft() {
    return Math.max(steps - step, 0) / (double) steps;
  }

  @Override
  public String render() {
    return String.format(Locale.ROOT, "equity %.2f, %s", equity(), trader);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    market.save(out);
    account.save(out);
    out.writeInt(step);
    trader.save(out);
    for (Settlement event : day) {
      event.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    market.restore(in);
    account.restore(in);
    step = in.readInt();
    flow.reset();
    trader.restore(in);
    for (Settlement event : day) {
      event.restore(in, step);
    }
    trace.clear();
    trace.time(market.time());
    look();
  }
}
