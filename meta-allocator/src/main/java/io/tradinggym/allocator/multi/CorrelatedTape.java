package io.tradinggym.allocator.multi;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.SimulatedBoard;
import io.tradinggym.options.chain.ChainLaw;
import io.tradinggym.options.chain.SimulatedChain;
import io.tradinggym.options.trading.ListedContracts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** One lane of a {@link CorrelatedMarket}. */
final class CorrelatedTape implements MultiTape {
  /** Days of memory of the funding rate. */
  private static final double FUNDING_MEMORY = 5;

  /** Funding stamps a day. */
  private static final int STAMPS = 3;

  private static final double SESSIONS_PER_YEAR = 252;
  private static final int[][] SPLITS = {{2, 1}, {3, 1}, {3, 2}, {1, 10}};

  private final CorrelatedMarket market;
  private final SimulatedBoard[] boards;
  private final int[] sessions;
  private final int shares;
  private final PlainShare[] plain;
  private final double[] lastReturn;
  private double perpetual;
  private double funding;
  private long applied;
  private int session;
  private int days;

  /** A share without options. */
  private static final class PlainShare {
    long cents;
    int splitShares = 1;
    int splitOf = 1;
    boolean gone;

    void start() {
      cents = Math.round(100 * OptionMarket.START);
      gone = false;
      whole();
    }

    void whole() {
      splitShares = 1;
      splitOf = 1;
    }

    /** Moves by a log return; what it really was, in cents. */
    double move(double move) {
      long now = Math.max(1, Math.round(cents * StrictMath.exp(move)));
      double real = StrictMath.log((double) now / cents);
      cents = now;
      return real;
    }

    void split(int[] terms) {
      splitShares = terms[0];
      splitOf = terms[1];
      cents = Math.max(1, Math.floorDiv(cents * splitOf + splitShares / 2, splitShares));
    }
  }

  CorrelatedTape(CorrelatedMarket market) {
    this.market = market;
    sessions = OptionMarket.sessions();
    ChainLaw law = market.options().chain(CorrelatedMarket.EXPIRIES, OptionMarket.STRIKES);
    boards = new SimulatedBoard[market.optionable()];
    for (int i = 0; i < boards.length; i++) {
      boards[i] = new SimulatedBoard(market.options(), new SimulatedChain(law), sessions);
    }
    plain = new PlainShare[market.plain()];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = new PlainShare();
    }
    shares = boards.length + plain.length;
    lastReturn = new double[shares + 1];
  }

  @Override
  public MarketKind kind() {
    return MarketKind.SIMULATED;
  }

  @Override
  public void start(RandomStream random, int steps) {
    session = random.integer(sessions.length - steps - 1);
    for (SimulatedBoard board : boards) {
      board.begin(random, session);
    }
    for (PlainShare share : plain) {
      share.start();
    }
    Arrays.fill(lastReturn, 0);
    days = 0;
    perpetual = CorrelatedMarket.PERPETUAL_START;
    funding = market.funding() + market.fundingDeviation() * random.gaussian();
  }

  @Override
  public void advance(RandomStream random) {
    days = sessions[session + 1] - sessions[session];
    session++;
    applied = rate(funding);
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
    for (int i = 0; i < plain.length; i++) {
      double move = move(law.volatility(), years, common + own * random.gaussian()) + drift;
      lastReturn[boards.length + i] = plain[i].gone ? 0 : plain[i].move(move);
      happen(plain[i], random);
    }
    double move = move(market.perpetual(), years, common + own * random.gaussian());
    perpetual = Math.max(1, Math.rint(10 * perpetual * StrictMath.exp(move)) / 10);
    lastReturn[shares] = move;
    double kept = StrictMath.exp(-days / FUNDING_MEMORY);
    double shock = market.fundingDeviation() * Math.sqrt(1 - kept * kept) * random.gaussian();
    funding = market.funding() + kept * (funding - market.funding()) + shock;
  }

  /** A share may split or leave the market at today's close. */
  private void happen(PlainShare share, RandomStream random) {
    share.whole();
    double chance = random.uniform() * SESSIONS_PER_YEAR;
    if (share.gone || chance >= market.splits() + market.delistings()) {
      return;
    }
    if (chance < market.splits()) {
      share.split(SPLITS[random.integer(SPLITS.length)]);
    } else {
      share.gone = true;
    }
  }

  private static double move(double volatility, double years, double shock) {
    double deviation = volatility * Math.sqrt(years);
    return deviation * shock - 0.5 * deviation * deviation;
  }

  @Override
  public boolean hasNext() {
    return session + 1 < sessions.length;
  }

  @Override
  public int day() {
    return sessions[session];
  }

  @Override
  public long time() {
    return ListedContracts.millis(day());
  }

  @Override
  public int days() {
    return days;
  }

  @Override
  public OptionBoard board(int share) {
    return boards[share];
  }

  @Override
  public long ticks(int asset) {
    if (asset < boards.length) {
      return boards[asset].spotCents();
    }
    return asset == shares ? Math.round(10 * perpetual) : plain[asset - boards.length].cents;
  }

  @Override
  public boolean trades(int asset) {
    return !gone(asset);
  }

  @Override
  public boolean gone(int asset) {
    return asset >= boards.length && asset < shares && plain[asset - boards.length].gone;
  }

  /** Every session pays its part of a continuous yield. */
  @Override
  public long dividend(int share) {
    if (gone(share)) {
      return 0;
    }
    double years = days / OptionMarket.DAYS_PER_YEAR;
    double paid = StrictMath.expm1(market.options().dividendYield() * years);
    return (long)
        (ticks(share) * paid * ListedContracts.CENT * splitShares(share) / splitOf(share));
  }

  /** A yield has no ex-date. */
  @Override
  public long dividendAhead(int share) {
    return 0;
  }

  @Override
  public int splitShares(int share) {
    return share < boards.length ? 1 : plain[share - boards.length].splitShares;
  }

  @Override
  public int splitOf(int share) {
    return share < boards.length ? 1 : plain[share - boards.length].splitOf;
  }

  @Override
  public int stamps() {
    return STAMPS * days;
  }

  @Override
  public long fundingRate() {
    return applied;
  }

  @Override
  public double fundingAhead() {
    return rate(funding);
  }

  private static long rate(double funding) {
    return Math.round(1e8 * funding);
  }

  @Override
  public double lastReturn(int asset) {
    return lastReturn[asset];
  }

  @Override
  public double deviation(int asset) {
    double yearly = asset < shares ? market.options().volatility() : market.perpetual();
    return yearly / Math.sqrt(SESSIONS_PER_YEAR);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (SimulatedBoard board : boards) {
      board.save(out);
    }
    for (PlainShare share : plain) {
      out.writeLong(share.cents);
      out.writeBoolean(share.gone);
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
    for (PlainShare share : plain) {
      share.start();
      share.cents = in.readLong();
      share.gone = in.readBoolean();
    }
    for (int i = 0; i < lastReturn.length; i++) {
      lastReturn[i] = in.readDouble();
    }
    perpetual = in.readDouble();
    funding = in.readDouble();
    session = in.readInt();
  }
}
