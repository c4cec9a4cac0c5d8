package io.tradinggym.allocator.multi;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.SimulatedBoard;
import io.tradinggym.options.chain.ChainLaw;
import io.tradinggym.options.chain.SimulatedChain;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** One lane of a {@link MultiMarket}: boards, prices of the other shares in cents, the perpetual and its funding. */
final class CorrelatedPrices implements Resumable {
  /** Days of memory of the funding rate. */
  private static final double FUNDING_MEMORY = 5;

  private final MultiMarket market;
  private final SimulatedBoard[] boards;
  private final int[] sessions;
  private final long[] cents;
  private final double[] lastReturn;
  private double perpetual;
  private double funding;
  private int session;

  CorrelatedPrices(MultiMarket market, int strikes) {
    this.market = market;
    sessions = OptionMarket.sessions();
    ChainLaw law = market.options().chain(MultiMarket.EXPIRIES, strikes);
    boards = new SimulatedBoard[market.optionable()];
    for (int i = 0; i < boards.length; i++) {
      boards[i] = new SimulatedBoard(market.options(), new SimulatedChain(law), sessions);
    }
    cents = new long[market.plain()];
    lastReturn = new double[market.shares() + 1];
  }

  void start(RandomStream random, int steps) {
    session = random.integer(sessions.length - steps - 1);
    for (SimulatedBoard board : boards) {
      board.begin(random, session);
    }
    Arrays.fill(cents, Math.round(100 * OptionMarket.START));
    Arrays.fill(lastReturn, 0);
    perpetual = MultiMarket.PERPETUAL_START;
    funding = market.funding() + market.fundingDeviation() * random.gaussian();
  }

  /** To the next session's close; returns the days that passed. */
  int advance(RandomStream random) {
    int days = sessions[session + 1] - sessions[session];
    session++;
    double common = Math.sqrt(market.correlation()) * random.gaussian();
    double own = Math.sqrt(1 - market.correlation());
    for (int i = 0; i < boards.length; i++) {
      double before = boards[i].spotCents();
      boards[i].advance(random, common + own * random.gaussian());
      lastReturn[i] = StrictMath.log(boards[i].spotCents() / before);
    }
    double years = days / OptionMarket.DAYS_PER_YEAR;
    OptionMarket law = market.options();
    double drift = (law.rate() - law.dividendYield() + law.drift()) * years;
    for (int i = 0; i < cents.length; i++) {
      double move = move(law.volatility(), years, common + own * random.gaussian()) + drift;
      long now = Math.max(1, Math.round(cents[i] * StrictMath.exp(move)));
      lastReturn[boards.length + i] = StrictMath.log((double) now / cents[i]);
      cents[i] = now;
    }
    double move = move(market.perpetual(), years, common + own * random.gaussian());
    perpetual = Math.max(1, Math.rint(10 * perpetual * StrictMath.exp(move)) / 10);
    lastReturn[lastReturn.length - 1] = move;
    double kept = StrictMath.exp(-days / FUNDING_MEMORY);
    double shock = market.fundingDeviation() * Math.sqrt(1 - kept * kept) * random.gaussian();
    funding = market.funding() + kept * (funding - market.funding()) + shock;
    return days;
  }

  private static double move(double volatility, double years, double shock) {
    double deviation = volatility * Math.sqrt(years);
    return deviation * shock - 0.5 * deviation * deviation;
  }

  boolean hasNext() {
    return session + 1 < sessions.length;
  }

  int day() {
    return sessions[session];
  }

  SimulatedBoard board(int i) {
    return boards[i];
  }

  /** Close of a share, cents. */
  long cents(int share) {
    return share < boards.length ? boards[share].spotCents() : cents[share - boards.length];
  }

  /** Mark of the perpetual, tenths. */
  long perpetualTicks() {
    return Math.round(10 * perpetual);
  }

  /** Rate of the next stamps, 1e-8. */
  long fundingRate() {
    return Math.round(1e8 * funding);
  }

  /** Log return of the last session, of a share or, last, of the perpetual. */
  double lastReturn(int asset) {
    return lastReturn[asset];
  }

  /** Usual deviation of a day's log return. */
  double deviation(int asset) {
    boolean share = asset < lastReturn.length - 1;
    return (share ? market.options().volatility() : market.perpetual()) / Math.sqrt(252);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (SimulatedBoard board : boards) {
      board.save(out);
    }
    for (long price : cents) {
      out.writeLong(price);
    }
    for (double last : lastReturn) {
      out.writeDouble(last);
    }
    out.writeDouble(perpetual);
    out.writeDouble(funding);
    out.writeInt(session);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (SimulatedBoard board : boards) {
      board.restore(in);
    }
    for (int i = 0; i < cents.length; i++) {
      cents[i] = in.readLong();
    }
    for (int i = 0; i < lastReturn.length; i++) {
      lastReturn[i] = in.readDouble();
    }
    perpetual = in.readDouble();
    funding = in.readDouble();
    session = in.readInt();
  }
}
