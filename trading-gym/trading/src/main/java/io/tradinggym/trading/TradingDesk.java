package io.tradinggym.trading;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.AccountListener;
import io.tradinggym.market.account.Positions;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.exchange.BarExchange;
import io.tradinggym.market.exchange.FillListener;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.trading.flow.OrderFlow;
import io.tradinggym.trading.flow.Sleeves;
import io.tradinggym.trading.trace.Traced;
import io.tradinggym.trading.trace.TradeTrace;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One lane's account on its exchange of bars. A step, from the close of one bar to the close of the next:
 *
 * <pre>
 *   target weights -> splits and dividends of t+1 -> orders sized at close t, through the order flow -> settlement
 *   before the open -> fills at the open of t+1, with costs -> settlement inside the bar -> marked at close t+1
 *   -> settlement at the close
 * </pre>
 *
 * <p>What is settled, and in which order, the market says: a list of {@link Settlement}s.
 *
 * <p>State is kept in columns, one entry an instrument: the last price, weights that are wanted, weights that are held,
 * whether each can be traded and whether it is listed.
 *
 * <p>The account may be kept in {@link Sleeves}: then a target is a part of its sleeve's equity, what sleeves want is
 * netted, and what they want of each other changes hands inside.
 */
public final class TradingDesk implements Desk, Traced {
  /** The weight that asks for nothing to be traded. */
  public static final double HOLD = Double.NaN;

  /** Shares of less equity are shown as shares of this, one cent. */
  public static final double SMALLEST_EQUITY = 0.01;

  /** A weight of 0.3 of an equity that divides evenly must not lose a lot to the last bit of a double. */
  private static final double ROUNDING = 1 + 1e-12;

  private final MarketCursor cursor;
  private final Bars bars;
  private final Account account;
  private final Positions positions;
  private final BarExchange exchange;
  private final OrderFlow flow;
  private final TradeTrace trace;
  private final @Nullable Sleeves sleeves;
  private final MarketDay day;
  private final EndReason[] reasons;
  private final long capital;
  private final double band;
  private final int assets;
  private final double[] lotValue;
  private final long[] close;
  private final double[] wanted;
  private final double[] held;
  private final boolean[] tradable;
  private final boolean[] listed;
  private final int[] goneFrom;
  private @Nullable Steering steering;
  private long realised;
  private double equity;
  private double gross;
  private int refused;
  private boolean called;
  private int ends;

  /**
   * A desk for one lane.
   *
   * @param cursor the lane's way through the market
   * @param rules what trading costs and what is allowed
   * @param day makes the events of the market's day, in the order in which they happen; account and exchange of the
   *     desk it is given are there, all else is not
   */
  public TradingDesk(
      MarketCursor cursor, DeskRules rules, Function<TradingDesk, List<Settlement>> day) {
    this(cursor, rules, 1, day);
  }

  /**
   * A desk for one lane whose account is kept in sleeves.
   *
   * @param cursor the lane's way through the market
   * @param rules what trading costs and what is allowed
   * @param count of sleeves, >= 1; one is the account itself. An episode begins with all cash in the first
   * @param day makes the events of the market's day, in the order in which they happen; account and exchange of the
   *     desk it is given are there, all else is not
   */
  public TradingDesk(
      MarketCursor cursor,
      DeskRules rules,
      int count,
      Function<TradingDesk, List<Settlement>> day) {
    this.cursor = cursor;
    bars = cursor.bars();
    List<Instrument> instruments = cursor.market().instruments();
    account = new Account(instruments, instruments.getFirst().currency(), rules.margin());
    positions = account.positions();
    exchange =
        new BarExchange(
            bars, account, rules.costs(), rules.participation(), FillListener.NONE, rules.venue());
    sleeves = count == 1 ? null : new Sleeves(account, count);
    flow = new OrderFlow(exchange, account, null, sleeves, rules.venue().slots());
    trace = new TradeTrace(account, sleeves != null);
    account.listener(sleeves == null ? trace : AccountListener.both(sleeves, trace));
    flow.listener(trace);
    capital = rules.capital();
    band = rules.band();
    reasons = rules.ends().toArray(EndReason[]::new);
    assets = instruments.size();
    lotValue = instruments.stream().mapToDouble(Instrument::tickLotValue).toArray();
    close = new long[assets];
    wanted = new double[count * assets];
    held = new double[assets];
    tradable = new boolean[assets];
    listed = new boolean[assets];
    goneFrom = new int[assets];
    lookWhatLeaves();
    List<Settlement> events = new ArrayList<>(day.apply(this));
    if (bars.hasActions()) {
      events.addFirst(new ShareActions(this));
    }
    this.day = new MarketDay(events);
  }

  @Override
  public void open(RandomStream random) {
    cursor.start(random);
    trace.clear();
    trace.time(cursor.time());
    if (sleeves != null) {
      sleeves.clear();
      Arrays.fill(wanted, HOLD);
    }
    account.reset(capital);
    day.open(cursor.bar());
    exchange.reset(cursor.bar());
    flow.reset();
    realised = 0;
    refused = 0;
    ends = 0;
    lookFirst();
    trace.mark();
    if (steering != null) {
      steering.opened();
    }
  }

  /** Looks at a close that no step led to. */
  private void lookFirst() {
    lookWhatLeaves();
    look();
  }

  private void lookWhatLeaves() {
    for (int asset = 0; asset < assets; asset++) {
      goneFrom[asset] = bars.goneFrom(asset);
    }
  }

  /**
   * Asks for so much of equity to be held of an instrument; {@link #HOLD} asks for nothing.
   *
   * @param asset index of the asset, from 0
   * @param weight share of equity, negative for a short position
   */
  public void target(int asset, double weight) {
    wanted[asset] = weight;
  }

  /**
   * Lets somebody say what is wanted in place of the actions, from the next episode on.
   *
   * @param who says what is wanted; null goes back to the actions
   */
  public void steer(@Nullable Steering who) {
    steering = who;
  }

  /**
   * Asks for so much of a sleeve's equity to be held of an instrument; {@link #HOLD} asks for nothing.
   *
   * @param sleeve index of the sleeve, from 0
   * @param asset index of the asset, from 0
   * @param weight share of the sleeve's equity, negative for a short position
   */
  public void target(int sleeve, int asset, double weight) {
    wanted[sleeve * assets + asset] = weight;
  }

  @Override
  public void trade(RandomStream random) {
    int now = cursor.bar();
    account.beginStep();
    called = false;
    ends = 0;
    if (steering != null) {
      steering.intend();
    }
    day.beforeOrders(now + 1, random);
    refused = sleeves == null ? order(account.equity()) : order(sleeves);
    day.beforeOpen(now + 1, random);
    exchange.fill();
    cursor.advance();
    trace.time(cursor.time());
    flow.cross();
    day.insideBar(now + 1, random);
    exchange.markAtClose();
    day.atClose(now + 1, random);
    flow.closed();
    trace.mark();
  }

  @Override
  public void value(RewardInput flows) {
    if (called && !holdsAny()) {
      end(EndReason.MARGIN_CALL);
    }
    realised += account.stepRealised();
    flows.equityBefore = equity;
    flows.benchmarkReturn = look();
    if (equity <= 0) {
      end(EndReason.RUIN);
    }
    flows.equityAfter = equity;
    flows.traded = Money.toDouble(account.stepTraded());
    flows.fees = Money.toDouble(account.stepFees());
    flows.carry = Money.toDouble(account.stepCarry());
    flows.gross = gross;
  }

  /** Returns how many targets were refused. */
  private int order(long worth) {
    int no = 0;
    for (int asset = 0; asset < assets; asset++) {
      double weight = wanted[asset];
      double lotWorth = close[asset] * lotValue[asset];
      boolean moves = Math.abs(weight - held[asset]) > band || weight == 0;
      if (moves && lotWorth > 0) {
        no += flow.order(asset, (long) (weight * worth / lotWorth * ROUNDING)) ? 0 : 1;
      }
    }
    return no;
  }

  private int order(Sleeves books) {
    for (int sleeve = 0; sleeve < books.count(); sleeve++) {
      double worth = Math.max(0, books.equity(sleeve));
      for (int asset = 0; asset < assets; asset++) {
        double lotWorth = close[asset] * lotValue[asset];
        double weight = wanted[sleeve * assets + asset];
        if (!Double.isNaN(weight) && lotWorth > 0) {
          flow.target(sleeve, asset, (long) (weight * worth / lotWorth * ROUNDING));
        }
      }
    }
    return flow.send();
  }

  /**
   * Looks at the new close: every column once a step.
   *
   * @return the benchmark, the return since the last look of the instruments that were listed then, in equal parts
   */
  private double look() {
    equity = Money.toDouble(account.equity());
    gross = Money.toDouble(positions.gross());
    double shown = divisor();
    int bar = cursor.bar();
    double sum = 0;
    int counted = 0;
    for (int asset = 0; asset < assets; asset++) {
      long before = close[asset];
      long now = bars.close(asset, bar);
      if (listed[asset]) {
        sum += (double) now / before - 1;
        counted++;
      }
      close[asset] = now;
      tradable[asset] = bars.traded(asset, bar);
      listed[asset] = now > 0 && bar < goneFrom[asset];
      held[asset] = Money.toDouble(positions.exposure(asset)) / shown;
    }
    return counted == 0 ? 0 : sum / counted;
  }

  /** The last price of a share is another one since it went ex dividend or was split. */
  void restated(int asset, long ticks) {
    close[asset] = ticks;
  }

  /** {@return whether any position is open} */
  public boolean holdsAny() {
    for (int asset = 0; asset < assets; asset++) {
      if (positions.lots(asset) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Tells that positions were closed for want of margin; if none is left at the step's end, so ends the episode. */
  public void marginCall() {
    called = true;
  }

  /**
   * Asks for the episode to end after this step, if the rules of the desk know the reason.
   *
   * @param reason why; ignored where it is none of {@link DeskRules#ends}
   */
  public void end(EndReason reason) {
    ends |= 1 << reason.code();
  }

  @Override
  public EndReason end() {
    if (ends != 0) {
      for (EndReason reason : reasons) {
        if ((ends & 1 << reason.code()) != 0) {
          return reason;
        }
      }
    }
    return cursor.outOfData() ? EndReason.END_OF_DATA : EndReason.NONE;
  }

  /**
   * {@return the event of a kind among those of the day}
   *
   * @param <S> the class of the event
   * @param kind class or interface; the first event of it counts
   * @throws IllegalArgumentException if the market has none
   */
  public <S extends Settlement> S event(Class<S> kind) {
    return Settlement.of(kind, day.events());
  }

  /** {@return the lane's way through the market} */
  public MarketCursor cursor() {
    return cursor;
  }

  /** {@return the account} */
  public Account account() {
    return account;
  }

  /** {@return the exchange, for those who settle: orders go through {@link #flow}} */
  public BarExchange exchange() {
    return exchange;
  }

  /**
   * {@return the sub-books of the account}
   *
   * @throws IllegalStateException if it is not kept in sleeves
   */
  public Sleeves sleeves() {
    if (sleeves == null) {
      throw new IllegalStateException("the account of this desk is not kept in sleeves");
    }
    return sleeves;
  }

  /** {@return the way of orders to the exchange} */
  public OrderFlow flow() {
    return flow;
  }

  /** The trace of its account. */
  @Override
  public List<TradeTrace> traces() {
    return List.of(trace);
  }

  /** {@return the number of instruments} */
  public int assets() {
    return assets;
  }

  @Override
  public double equity() {
    return equity;
  }

  /** Equity, or one cent if there is less: what shares of equity are shares of. */
  double divisor() {
    return equity > SMALLEST_EQUITY ? equity : SMALLEST_EQUITY;
  }

  /** {@return the sum of absolute position values, units of the account's currency} */
  public double gross() {
    return gross;
  }

  /** {@return the cash, units of the account's currency; negative when borrowed} */
  public double cash() {
    return Money.toDouble(account.cash());
  }

  /**
   * {@return the profit of closed positions since the account was opened, before fees; units of the account's currency}
   */
  public double realised() {
    return Money.toDouble(realised);
  }

  /** {@return the number of orders of the last step that the venue refused} */
  public int refused() {
    return refused;
  }

  /**
   * {@return the last price of an instrument, units of its currency}
   *
   * @param asset index of the asset, from 0
   */
  public double price(int asset) {
    return Money.toDouble(close[asset] * positions.tickSize(asset));
  }

  /**
   * {@return what is held of an instrument, shares or coins; negative when short}
   *
   * @param asset index of the asset, from 0
   */
  public double units(int asset) {
    return (double) positions.lots(asset) / positions.lotsPerUnit(asset);
  }

  /**
   * {@return the profit of the open position, units of the instrument's currency}
   *
   * @param asset index of the asset, from 0
   */
  public double unrealised(int asset) {
    return Money.toDouble(positions.unrealised(asset));
  }

  /**
   * {@return the position at the last valuation, as a share of equity; negative when short}
   *
   * @param asset index of the asset, from 0
   */
  public double weight(int asset) {
    return held[asset];
  }

  /**
   * {@return the weight of an instrument that was last asked for; {@link #HOLD} asks for nothing}
   *
   * @param asset index of the asset, from 0
   */
  public double asked(int asset) {
    return wanted[asset];
  }

  /** The column of target weights, for schemes that write all of it. */
  double[] wanted() {
    return wanted;
  }

  /** The column of what can be traded. */
  boolean[] tradable() {
    return tradable;
  }

  /** The column of what is listed: it has a price, and has not left the market. */
  boolean[] listed() {
    return listed;
  }

  /**
   * {@return whether the instrument has a price and has not left the market, be it halted or not}
   *
   * @param asset index of the asset, from 0
   */
  public boolean listed(int asset) {
    return listed[asset];
  }

  /**
   * {@return whether the instrument traded in the bar just seen}
   *
   * @param asset index of the asset, from 0
   */
  public boolean tradable(int asset) {
    return tradable[asset];
  }

  @Override
  public String render() {
    return String.format(
        "bar %d, equity %.2f, cash %.2f, gross %.2f", cursor.bar(), equity, cash(), gross);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    cursor.save(out);
    account.save(out);
    out.writeLong(realised);
    day.save(out);
    if (sleeves != null) {
      sleeves.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    cursor.restore(in);
    exchange.reset(cursor.bar());
    flow.reset();
    trace.clear();
    trace.time(cursor.time());
    account.restore(in);
    realised = in.readLong();
    day.restore(in, cursor.bar());
    if (sleeves != null) {
      sleeves.restore(in);
    }
    lookFirst();
  }

  /** Of a desk on a market that is replayed, whose account is not kept in sleeves. */
  @Override
  public Optional<LaneState> laneState() {
    if (!cursor.replays() || flow.laneState().isEmpty()) {
      return Optional.empty();
    }
    return account
        .laneState()
        .flatMap(
            books ->
                LaneState.all(List.of(exchange))
                    .flatMap(
                        orders -> day.laneState().map(events -> new State(books, orders, events))));
  }

  /**
   * Account and events, and what the desk itself looks at. Every part is named, so that the compiler sees one class at
   * each place.
   */
  private final class State implements LaneState {
    /** Last price, weight wanted, weight held, and whether it can be traded and is listed. */
    private static final int COLUMNS = 4;

    private static final int TRADABLE = 1;
    private static final int LISTED = 2;
    private static final int NUMBERS = 6;

    private final LaneState books;
    private final LaneState orders;
    private final LaneState events;
    private final boolean eventful;
    private final int atOrders;
    private final int atCursor;
    private final int atNumbers;
    private final int atColumns;
    private final int atEvents;

    State(LaneState books, LaneState orders, LaneState events) {
      this.books = books;
      this.orders = orders;
      this.events = events;
      eventful = events.size() > 0;
      atOrders = books.size();
      atCursor = atOrders + orders.size();
      atNumbers = atCursor + MarketCursor.STATE;
      atColumns = atNumbers + NUMBERS;
      atEvents = atColumns + COLUMNS * assets;
    }

    @Override
    public int size() {
      return atEvents + events.size();
    }

    @Override
    public void store(long[] row, int at) {
      books.store(row, at);
      orders.store(row, at + atOrders);
      cursor.store(row, at + atCursor);
      int next = at + atNumbers;
      row[next] = trace.time();
      row[next + 1] = realised;
      row[next + 2] = Double.doubleToRawLongBits(equity);
      row[next + 3] = Double.doubleToRawLongBits(gross);
      row[next + 4] = refused;
      row[next + 5] = (long) ends << 1 | (called ? 1 : 0);
      next = at + atColumns;
      for (int asset = 0; asset < assets; asset++) {
        row[next] = close[asset];
        row[next + 1] = Double.doubleToRawLongBits(wanted[asset]);
        row[next + 2] = Double.doubleToRawLongBits(held[asset]);
        row[next + 3] = (tradable[asset] ? TRADABLE : 0) | (listed[asset] ? LISTED : 0);
        next += COLUMNS;
      }
      if (eventful) {
        events.store(row, at + atEvents);
      }
    }

    @Override
    public void load(long[] row, int at) {
      books.load(row, at);
      orders.load(row, at + atOrders);
      cursor.load(row, at + atCursor);
      int next = at + atNumbers;
      trace.time(row[next]);
      realised = row[next + 1];
      equity = Double.longBitsToDouble(row[next + 2]);
      gross = Double.longBitsToDouble(row[next + 3]);
      refused = (int) row[next + 4];
      ends = (int) (row[next + 5] >> 1);
      called = (row[next + 5] & 1) != 0;
      next = at + atColumns;
      for (int asset = 0; asset < assets; asset++) {
        close[asset] = row[next];
        wanted[asset] = Double.longBitsToDouble(row[next + 1]);
        held[asset] = Double.longBitsToDouble(row[next + 2]);
        tradable[asset] = (row[next + 3] & TRADABLE) != 0;
        listed[asset] = (row[next + 3] & LISTED) != 0;
        next += COLUMNS;
      }
      if (eventful) {
        events.load(row, at + atEvents);
      }
    }
  }
}
