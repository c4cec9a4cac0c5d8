package io.tradinggym.options.hedging;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.options.board.ChainHistory;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.board.RecordedBoard;
import io.tradinggym.options.pricing.OptionType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A call of recorded chains, from a day on which it was quoted to its expiry: hedged at each day's spot, marked at the
 * mean of each day's quotes, settled at the first recorded close that is not before the expiry. Where the data end
 * before, the last mark stands. All prices are scaled so that the spot is 100 at the sale.
 */
public final class RecordedCall implements CallMarket {
  private static final double STEP_YEARS = 1 / 252.0;

  private final CallSales sales;
  private final RecordedBoard board;
  private final Quoted call = new Quoted();
  private int chosen;
  private int index;
  private int startDay;
  private double scale;
  private double deviation;
  private double volatility;
  private double value;
  private double delta;
  private double gamma;

  /**
   * A lane of a history.
   *
   * @param history recorded chains, in order of time
   * @param days to expiry that a sold call should have; of those quoted the nearest is taken
   * @throws IllegalArgumentException if no call was quoted on any day but the last
   */
  public RecordedCall(ChainHistory history, double days) {
    this(new CallSales(history, days));
  }

  RecordedCall(CallSales sales) {
    this.sales = sales;
    board = new RecordedBoard(sales.history(), 0, 0);
    sell(0);
  }

  @Override
  public void begin(RandomStream random) {
    sell(random.integer(sales.size()));
  }

  /** Goes to the nth of the sales. */
  void sell(int sale) {
    chosen = sale;
    CallSales.Sale what = sales.get(sale);
    index = what.index();
    board.show(index);
    startDay = board.day();
    scale = HedgingTask.SPOT / board.spotCents();
    call.name(OptionType.CALL, what.strikeCents(), what.expiryDay());
    mark();
    deviation = volatility * Math.sqrt(yearsLeft());
  }

  @Override
  public void advance(RandomStream random) {
    board.advance(random);
    index++;
    mark();
  }

  private void mark() {
    if (expired()) {
      long worth = call.worth(board.spotCents());
      value = scale * worth;
      delta = worth > 0 ? 1 : 0;
      gamma = 0;
      return;
    }
    board.quote(call);
    value = scale * call.markHalfCents / 2;
    volatility = call.volatility > 0 ? call.volatility : volatility;
    delta = call.delta;
    // Of a price in units of money, per unit of money.
    gamma = call.gamma / (100 * scale);
  }

  @Override
  public boolean expired() {
    return board.day() >= call.expiryDay;
  }

  @Override
  public boolean hasNext() {
    return index + 1 < sales.history().days();
  }

  @Override
  public int step() {
    return index - sales.get(chosen).index();
  }

  @Override
  public double stepYears() {
    return STEP_YEARS;
  }

  @Override
  public double yearsLeft() {
    return Math.max(call.expiryDay - board.day(), 0) / OptionMarket.DAYS_PER_YEAR;
  }

  @Override
  public double timeLeft() {
    return Math.max(call.expiryDay - board.day(), 0) / (double) (call.expiryDay - startDay);
  }

  @Override
  public double deviation() {
    return deviation;
  }

  @Override
  public double spot() {
    return scale * board.spotCents();
  }

  @Override
  public double logMoneyness() {
    return StrictMath.log(board.spotCents() / (double) call.strikeCents);
  }

  @Override
  public double value() {
    return value;
  }

  @Override
  public double volatility() {
    return volatility;
  }

  @Override
  public double delta() {
    return delta;
  }

  @Override
  public double gamma() {
    return gamma;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(chosen);
    out.writeInt(index);
    out.writeDouble(volatility);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    sell(in.readInt());
    index = in.readInt();
    volatility = in.readDouble();
    board.show(index);
    mark();
  }
}
