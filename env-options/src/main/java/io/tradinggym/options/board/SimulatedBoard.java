package io.tradinggym.options.board;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.Exponential;
import io.tradinggym.market.Logarithm;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.options.chain.SimulatedChain;
import io.tradinggym.options.pricing.BlackScholes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A {@link OptionMarket} in one lane. */
public final class SimulatedBoard implements OptionBoard {
  private static final int CENTS = 100;

  private final OptionMarket law;
  private final int[] sessions;
  private final SimulatedChain chain;
  private final SpotPath path = new SpotPath();
  private final int[] from;
  private final double[] volatility;
  private int expiries;
  private int session;
  private double spot;
  private double excess;

  /**
   * A lane of a market.
   *
   * @param law of spot, volatility premium and announcements
   * @param chain of {@link OptionMarket#chain}, the lane's own
   * @param sessions of {@link OptionMarket#sessions}
   */
  public SimulatedBoard(OptionMarket law, SimulatedChain chain, int[] sessions) {
    this.law = law;
    this.chain = chain;
    this.sessions = sessions;
    from = new int[chain.law().shownExpiries() + 1];
    volatility = new double[from.length];
  }

  @Override
  public MarketKind kind() {
    return MarketKind.SIMULATED;
  }

  @Override
  public void start(RandomStream random, int steps) {
    begin(random, random.integer(sessions.length - steps - 1));
  }

  /**
   * Goes to a session and starts a path there, at the market's first price.
   *
   * @param random the lane's stream
   * @param atSession index into the market's sessions, from 0
   */
  public void begin(RandomStream random, int atSession) {
    session = atSession;
    spot = OptionMarket.START;
    path.clear();
    for (int i = 0; i < SpotPath.LENGTH; i++) {
      path.add(law.volatility() * Math.sqrt(1 / 252.0) * random.gaussian());
    }
    excess = law.premiumVolatility() * random.gaussian();
    double phase = OptionMarket.QUARTER * random.uniform();
    chain.reset(sessions[session], spot, variance(), phase);
    layOut();
  }

  /** Over a weekend three days' worth of movement; announcements on the way make the spot jump. */
  @Override
  public void advance(RandomStream random) {
    advance(random, random.gaussian());
  }

  /**
   * Goes to the close of the next session, the spot moved by so many deviations beside announcements.
   *
   * @param random the lane's stream, for premium and announcements
   * @param shock of the spot, in standard deviations; drawn from N(0, 1) to be fair
   */
  public void advance(RandomStream random, double shock) {
    int days = sessions[session + 1] - sessions[session];
    session++;
    double years = days / OptionMarket.DAYS_PER_YEAR;
    double deviation = law.volatility() * Math.sqrt(years);
    double drift = (law.rate() - law.dividendYield() + law.drift()) * years;
    double move = drift - 0.5 * deviation * deviation + deviation * shock;
    double clock = chain.surface().clock();
    if (law.earnings() > 0 && next(clock) <= clock + years) {
      move += law.earnings() * (random.gaussian() - 0.5 * law.earnings());
    }
    double before = spot;
    spot = Math.max(Math.rint(spot * Exponential.of(move) * CENTS) / CENTS, 1.0 / CENTS);
    path.add(Logarithm.of(spot / before));
    if (law.premiumVolatility() > 0) {
      double kept = Exponential.of(-law.reversion() * years);
      double rho = law.correlation();
      double both = rho * shock + Math.sqrt(1 - rho * rho) * random.gaussian();
      excess = kept * excess + law.premiumVolatility() * Math.sqrt(1 - kept * kept) * both;
    }
    chain.advance(sessions[session], spot, variance());
    layOut();
  }

  private double variance() {
    double realised = law.volatility() * law.volatility();
    return realised * law.premium() * Exponential.of(excess);
  }

  /** Clock of the first announcement after a clock. */
  private static double next(double clock) {
    return OptionMarket.QUARTER * (1 + Math.floor(clock / OptionMarket.QUARTER));
  }

  private void layOut() {
    int last = -1;
    expiries = 0;
    for (int row = 0; row < chain.size() / 2; row++) {
      int day = chain.expiryDay(2 * row);
      if (day != last) {
        from[expiries++] = row;
        last = day;
      }
    }
    from[expiries] = chain.size() / 2;
    for (int n = 0; n < expiries; n++) {
      double years = years(expiryDay(n));
      volatility[n] = Math.sqrt(chain.surface().atTheMoney(years) / years);
    }
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
  public long spotCents() {
    return Math.round(CENTS * spot);
  }

  @Override
  public double rate() {
    return law.rate();
  }

  @Override
  public double dividendYield() {
    return law.dividendYield();
  }

  @Override
  public SpotPath path() {
    return path;
  }

  @Override
  public int expiries() {
    return expiries;
  }

  @Override
  public int expiryDay(int n) {
    return chain.expiryDay(2 * from[n]);
  }

  @Override
  public double volatility(int n) {
    return volatility[n];
  }

  @Override
  public double skew(int n) {
    if (law.smile() == SmileKind.FLAT) {
      return 0;
    }
    double years = years(expiryDay(n));
    double deviation = volatility(n) * Math.sqrt(years);
    double forward = chain.surface().forward(years);
    double move = Exponential.of(deviation);
    return chain.surface().impliedVolatility(forward / move, years)
        - chain.surface().impliedVolatility(forward * move, years);
  }

  @Override
  public int strikes(int n) {
    return from[n + 1] - from[n];
  }

  @Override
  public int strikeCents(int n, int i) {
    return (int) Math.rint(CENTS * chain.strike(2 * (from[n] + i)));
  }

  @Override
  public void quote(Quoted contract) {
    double strike = contract.strikeCents / (double) CENTS;
    int index = chain.indexOf(contract.type, strike, contract.expiryDay);
    if (index >= 0) {
      contract.bid = chain.bidCents(index);
      contract.ask = chain.askCents(index);
      contract.delta = chain.delta(index);
      contract.gamma = chain.gamma(index);
      contract.vega = chain.vega(index);
      contract.theta = chain.theta(index);
      contract.volatility = chain.impliedVolatility(index);
    } else {
      beyondTheScreen(contract, strike);
    }
    contract.markHalfCents = (long) contract.bid + contract.ask;
  }

  private void beyondTheScreen(Quoted contract, double strike) {
    chain.work(contract.type, strike, contract.expiryDay);
    contract.bid = chain.lastBidCents();
    contract.ask = chain.lastAskCents();
    double years = years(contract.expiryDay);
    double r = law.rate();
    double q = law.dividendYield();
    double volatility = chain.lastVolatility();
    contract.volatility = volatility;
    contract.delta = BlackScholes.delta(contract.type, spot, strike, years, r, q, volatility);
    contract.vega = chain.lastVega();
    double variance = volatility * volatility;
    boolean alive = variance * years > 0;
    contract.gamma = alive ? contract.vega / (spot * spot * volatility * years) : 0;
    // By the Black-Scholes equation.
    contract.theta =
        r * chain.lastFair()
            - (r - q) * spot * contract.delta
            - 0.5 * variance * spot * spot * contract.gamma;
  }

  private double years(int expiryDay) {
    return (expiryDay - sessions[session]) / OptionMarket.DAYS_PER_YEAR;
  }

  @Override
  public double announcement() {
    double clock = chain.surface().clock();
    return law.earnings() > 0 ? (next(clock) - clock) * OptionMarket.DAYS_PER_YEAR : Double.NaN;
  }

  @Override
  public double announcedMove() {
    return law.earnings() * Math.sqrt(law.earningsPremium());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    chain.save(out);
    path.save(out);
    out.writeInt(session);
    out.writeDouble(spot);
    out.writeDouble(excess);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    chain.restore(in);
    path.restore(in);
    session = in.readInt();
    spot = in.readDouble();
    excess = in.readDouble();
    layOut();
  }
}
