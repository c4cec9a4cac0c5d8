package io.tradinggym.options.chain;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.util.Require;
import io.tradinggym.market.Exponential;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.BlackScholesBatch;
import io.tradinggym.options.pricing.OptionColumns;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.surface.SimulatedSurface;
import io.tradinggym.options.surface.SurfaceLaw;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * An option chain that follows a simulated spot and variance: expiries come and go, strikes are added where the spot
 * moves, every contract on the screen has a fair value, Greeks, bid and offer. The state of a {@link ChainLaw} in one
 * lane: allocates nothing after construction, serves one thread. An expiry is priced when somebody asks for one of
 * its contracts.
 *
 * <p>The screen shows the nearest expiries with the strikes around the spot; contract 2r is the call and 2r + 1 the put
 * of row r, rows ascend by expiry, then strike. Indices hold until the next {@link #advance}; hold a contract by its
 * type, strike and expiry, and use {@link #indexOf} or the forms that take them, which also value what left the screen.
 *
 * <p>Time is measured in days: the integer d is the close of day d (epoch days, see {@link
 * java.time.LocalDate#toEpochDay()}), d - 0.5 is twelve hours before it. At the close of its day an option has expired
 * and has left the screen.
 *
 * <p>Fair values are European Black-Scholes at the surface's volatility, so calls and puts obey parity exactly; in
 * an American class they are not below intrinsic value, a stand-in for early exercise that is right where exercise is
 * certain and too low before. Greeks are European. Bids are rounded down and offers up, so that what is free of
 * arbitrage at fair values cannot be arbitraged at quotes.
 */
public final class SimulatedChain implements ChainQuotes, Resumable {
  private static final double DAYS_PER_YEAR = 365;
  private static final int CENTS = 100;

  private final ChainLaw law;
  private final SimulatedSurface surface;
  private final BlackScholesBatch pricer = new BlackScholesBatch();
  private final Screen screen;
  private final OptionColumns rows;
  private final double[] fair;
  private final double[] delta;
  private final double[] theta;
  private final int[] bidCents;
  private final int[] askCents;

  /** Whether an expiry of the screen is priced as of now. */
  private final boolean[] priced;

  private double time;
  private double stress = 1;

  /** The stress that the present quotes were made under. */
  private double quoted = 1;

  private double lastFair;
  private double lastVolatility;
  private double lastVega;
  private int lastBidCents;
  private int lastAskCents;

  /**
   * A chain without contracts; {@link #reset} comes first.
   *
   * @param law surface, listing, ticks and quotes
   */
  public SimulatedChain(ChainLaw law) {
    this.law = law;
    surface = new SimulatedSurface(law.surface());
    screen = new Screen(law);
    rows = new OptionColumns(law.capacity() / 2);
    Arrays.fill(rows.rate, law.surface().rate());
    Arrays.fill(rows.dividendYield, law.surface().dividendYield());
    fair = new double[law.capacity()];
    delta = new double[law.capacity()];
    theta = new double[law.capacity()];
    bidCents = new int[law.capacity()];
    askCents = new int[law.capacity()];
    priced = new boolean[law.shownExpiries()];
  }

  /**
   * Starts an episode, {@link #reset(int, double, double, double)}, with the announcements' clock at 0.
   *
   * @param day epoch day, in the range of the law's expiries
   * @param spot price of the underlying, &gt; 0
   * @param variance instantaneous, a year, >= 0
   */
  public void reset(int day, double spot, double variance) {
    reset(day, spot, variance, 0);
  }

  /**
   * Starts an episode at the close of a day.
   *
   * @param day epoch day, in the range of the law's expiries
   * @param spot price of the underlying, > 0
   * @param variance instantaneous, a year, >= 0
   * @param clock years since the clock of the announcements began
   */
  public void reset(int day, double spot, double variance, double clock) {
    surface.reset(spot, variance, clock);
    screen.reset();
    time = day;
    stress = 1;
    quote();
  }

  /**
   * Moves on to a later time; expiries and strikes come and go, and all is quoted anew.
   *
   * @param newTime in days, at least the last; see above
   * @param spot price of the underlying, > 0
   * @param variance instantaneous, a year, >= 0
   */
  public void advance(double newTime, double spot, double variance) {
    if (!(newTime >= time)) {
      throw new IllegalArgumentException("time must not go back from " + time + ", was " + newTime);
    }
    surface.advance(spot, variance, (newTime - time) / DAYS_PER_YEAR);
    time = newTime;
    quote();
  }

  /**
   * Multiplies the width of quotes from the next {@link #advance} until {@link #reset}; 1 in calm markets.
   *
   * @param factor of the width, > 0
   */
  public void stress(double factor) {
    Require.that(factor > 0, "stress must be > 0", factor);
    stress = factor;
  }

  /** {@return the surface that contracts are priced by} */
  public SimulatedSurface surface() {
    return surface;
  }

  /** {@return the recipe that this is the state of} */
  public ChainLaw law() {
    return law;
  }

  /** {@return the present time in days, {@code d} the close of epoch day d} */
  public double time() {
    return time;
  }

  @Override
  public int size() {
    return 2 * screen.rows();
  }

  @Override
  public OptionType type(int contract) {
    return (contract & 1) == 0 ? OptionType.CALL : OptionType.PUT;
  }

  @Override
  public double strike(int contract) {
    return rows.strike[contract >> 1];
  }

  @Override
  public int expiryDay(int contract) {
    return screen.day(contract >> 1);
  }

  @Override
  public double years(int contract) {
    price(contract);
    return rows.years[contract >> 1];
  }

  @Override
  public double bid(int contract) {
    price(contract);
    return bidCents[contract] / (double) CENTS;
  }

  @Override
  public double ask(int contract) {
    price(contract);
    return askCents[contract] / (double) CENTS;
  }

  /**
   * {@return the bid in cents; 0 if there is none}
   *
   * @param contract index of the contract, from 0
   */
  public int bidCents(int contract) {
    price(contract);
    return bidCents[contract];
  }

  /**
   * {@return the offer in cents}
   *
   * @param contract index of the contract, from 0
   */
  public int askCents(int contract) {
    price(contract);
    return askCents[contract];
  }

  @Override
  public double openInterest(int contract) {
    price(contract);
    int row = contract >> 1;
    double years = rows.years[row];
    double deviation = rows.volatility[row] * Math.sqrt(years);
    double k = StrictMath.log(rows.strike[row] / surface.forward(years));
    double z = deviation > 0 ? k / deviation : 0;
    return law.liquidity().openInterest(rows.strike[row], z, years * DAYS_PER_YEAR);
  }

  @Override
  public double volume(int contract) {
    return law.liquidity().volume(openInterest(contract), years(contract) * DAYS_PER_YEAR);
  }

  @Override
  public double impliedVolatility(int contract) {
    price(contract);
    return rows.volatility[contract >> 1];
  }

  /**
   * {@return the model value, per unit of the underlying}
   *
   * @param contract index of the contract, from 0
   */
  public double fair(int contract) {
    price(contract);
    return fair[contract];
  }

  /**
   * {@return the delta, dV/dS: units of the underlying}
   *
   * @param contract index of the contract, from 0
   */
  public double delta(int contract) {
    price(contract);
    return delta[contract];
  }

  /**
   * {@return the gamma, d2V/dS2}
   *
   * @param contract index of the contract, from 0
   */
  public double gamma(int contract) {
    price(contract);
    return rows.gamma[contract >> 1];
  }

  /**
   * {@return the vega, dV/dsigma, per 1.00 of volatility}
   *
   * @param contract index of the contract, from 0
   */
  public double vega(int contract) {
    price(contract);
    return rows.vega[contract >> 1];
  }

  /**
   * {@return the theta, dV/dt, per year}
   *
   * @param contract index of the contract, from 0
   */
  public double theta(int contract) {
    price(contract);
    return theta[contract];
  }

  /**
   * {@return the contract's index on the screen, or -1 if it is not shown}
   *
   * @param type call or put
   * @param strike per share, &gt; 0
   * @param expiryDay last day, epoch day
   */
  public int indexOf(OptionType type, double strike, int expiryDay) {
    int row = screen.row(strike, expiryDay);
    return row < 0 ? -1 : 2 * row + (type == OptionType.CALL ? 0 : 1);
  }

  /**
   * {@return the model value of any contract, shown or not, per unit of the underlying; what exercise pays from its
   * expiry on}
   *
   * @param type call or put
   * @param strike per share, &gt; 0
   * @param expiryDay last day, epoch day
   */
  public double fair(OptionType type, double strike, int expiryDay) {
    int index = indexOf(type, strike, expiryDay);
    if (index >= 0) {
      return fair(index);
    }
    double intrinsic = type.payoff(surface.spot(), strike);
    double years = (expiryDay - time) / DAYS_PER_YEAR;
    if (years <= 0) {
      return intrinsic;
    }
    double volatility = surface.impliedVolatility(strike, years);
    SurfaceLaw s = law.surface();
    double european =
        BlackScholes.price(
            type, surface.spot(), strike, years, s.rate(), s.dividendYield(), volatility);
    return law.american() ? Math.max(european, intrinsic) : european;
  }

  /**
   * {@return the bid for any contract, shown or not, in cents; from its expiry on what exercise pays, rounded down}
   *
   * @param type call or put
   * @param strike per share, &gt; 0
   * @param expiryDay last day, epoch day
   */
  public int bidCents(OptionType type, double strike, int expiryDay) {
    int index = indexOf(type, strike, expiryDay);
    if (index >= 0) {
      return bidCents(index);
    }
    double cents = CENTS * fair(type, strike, expiryDay);
    return expiryDay <= time
        ? (int) Math.floor(cents)
        : law.ticks().down(cents - halfWidth(strike, expiryDay, cents));
  }

  /**
   * {@return the offer for any contract, shown or not, in cents; from its expiry on what exercise pays, rounded up}
   *
   * @param type call or put
   * @param strike per share, &gt; 0
   * @param expiryDay last day, epoch day
   */
  public int askCents(OptionType type, double strike, int expiryDay) {
    int index = indexOf(type, strike, expiryDay);
    if (index >= 0) {
      return askCents(index);
    }
    double cents = CENTS * fair(type, strike, expiryDay);
    return expiryDay <= time
        ? (int) Math.ceil(cents)
        : law.ticks().up(cents + halfWidth(strike, expiryDay, cents));
  }

  /**
   * Works a contract that is not shown out once: {@link #lastFair}, {@link #lastBidCents} and {@link #lastAskCents} are
   * what {@link #fair(OptionType, double, int)} and its like say of it.
   *
   * @param type call or put
   * @param strike per share, &gt; 0
   * @param expiryDay last day, epoch day
   */
  public void work(OptionType type, double strike, int expiryDay) {
    double years = (expiryDay - time) / DAYS_PER_YEAR;
    double spot = surface.spot();
    double r = law.surface().rate();
    double q = law.surface().dividendYield();
    double volatility = years > 0 ? surface.impliedVolatility(strike, years) : 0;
    lastVolatility = volatility;
    lastVega = BlackScholes.vega(spot, strike, years, r, q, volatility);
    double intrinsic = type.payoff(spot, strike);
    if (years <= 0) {
      lastFair = intrinsic;
      lastBidCents = (int) Math.floor(CENTS * intrinsic);
      lastAskCents = (int) Math.ceil(CENTS * intrinsic);
      return;
    }
    double european = BlackScholes.price(type, spot, strike, years, r, q, volatility);
    lastFair = law.american() ? Math.max(european, intrinsic) : european;
    double cents = CENTS * lastFair;
    OptionType out = strike >= surface.forward(years) ? OptionType.CALL : OptionType.PUT;
    double delta = BlackScholes.delta(out, spot, strike, years, r, q, volatility);
    double days = years * DAYS_PER_YEAR;
    double byVega = lastVega * law.width().inVolatility(days) * law.width().wing(delta);
    double half = halfWidth(cents, byVega, days);
    lastBidCents = law.ticks().down(cents - half);
    lastAskCents = law.ticks().up(cents + half);
  }

  /** {@return the model value of the contract that was worked out last, per unit of the underlying} */
  public double lastFair() {
    return lastFair;
  }

  /**
   * {@return the implied volatility of the contract that was worked out last, a year, as a fraction; 0 at its expiry}
   */
  public double lastVolatility() {
    return lastVolatility;
  }

  /** {@return the vega of the contract that was worked out last, dV/dsigma per 1.00 of volatility} */
  public double lastVega() {
    return lastVega;
  }

  /** {@return the bid for the contract that was worked out last, in cents} */
  public int lastBidCents() {
    return lastBidCents;
  }

  /** {@return the offer for the contract that was worked out last, in cents} */
  public int lastAskCents() {
    return lastAskCents;
  }

  private double halfWidth(double strike, int expiryDay, double cents) {
    double years = (expiryDay - time) / DAYS_PER_YEAR;
    double volatility = surface.impliedVolatility(strike, years);
    SurfaceLaw s = law.surface();
    double r = s.rate();
    double q = s.dividendYield();
    OptionType out = strike >= surface.forward(years) ? OptionType.CALL : OptionType.PUT;
    double delta = BlackScholes.delta(out, surface.spot(), strike, years, r, q, volatility);
    double vega = BlackScholes.vega(surface.spot(), strike, years, r, q, volatility);
    double days = years * DAYS_PER_YEAR;
    return halfWidth(cents, vega * law.width().inVolatility(days) * law.width().wing(delta), days);
  }

  /**
   * Half of a quote's width in cents.
   *
   * @param byVega what market makers want for the uncertainty of volatility, price units
   */
  private double halfWidth(double cents, double byVega, double days) {
    double byVolatility = CENTS * byVega;
    double byPrice = law.width().share() * law.width().stress() * cents;
    double wanted = stress * (byVolatility > byPrice ? byVolatility : byPrice);
    // Rounding away from the fair value may add a step on each side.
    int tick = law.ticks().cents(cents + 0.5 * wanted);
    if (wanted <= QuoteWidth.ALWAYS_ALLOWED - 2 * tick) {
      return 0.5 * (wanted > tick ? wanted : tick);
    }
    double limit = QuoteWidth.limitCents(cents, days) - 2 * tick;
    double width = wanted < limit ? wanted : limit;
    double allowed = QuoteWidth.limitCents(cents - 0.5 * width, days) - 2 * tick;
    width = width < allowed ? width : allowed;
    return 0.5 * (width > tick ? width : tick);
  }

  private void quote() {
    quoted = stress;
    screen.show(time, surface.spot(), rows.strike);
    Arrays.fill(priced, false);
  }

  /** Prices the expiry of a contract, if that was not done yet. */
  private void price(int contract) {
    int row = contract >> 1;
    int slot = 0;
    while (row >= screen.from(slot + 1)) {
      slot++;
    }
    if (!priced[slot]) {
      priced[slot] = true;
      double next = stress;
      stress = quoted;
      value(slot);
      pricer.value(rows, screen.from(slot), screen.from(slot + 1));
      contracts(slot);
      stress = next;
    }
  }

  /** The inputs of the out-of-the-money option of each row. */
  private void value(int slot) {
    int from = screen.from(slot);
    int to = screen.from(slot + 1);
    double years = (screen.slotDay(slot) - time) / DAYS_PER_YEAR;
    double spot = surface.spot();
    double forward = surface.forward(years);
    surface.impliedVolatilities(years, screen.logStrikes(), from, to, rows.volatility);
    for (int row = from; row < to; row++) {
      rows.sign[row] = rows.strike[row] >= forward ? 1 : -1;
      rows.spot[row] = spot;
      rows.years[row] = years;
    }
  }

  /** Call and put of each row: one was priced, the other follows by parity. */
  private void contracts(int slot) {
    SurfaceLaw s = law.surface();
    double years = (screen.slotDay(slot) - time) / DAYS_PER_YEAR;
    double days = years * DAYS_PER_YEAR;
    double growth = Exponential.of(-s.dividendYield() * years);
    double discount = Exponential.of(-s.rate() * years);
    double asset = surface.spot() * growth;
    double volatility = law.width().inVolatility(days);
    int to = screen.from(slot + 1);
    for (int row = screen.from(slot); row < to; row++) {
      double cash = rows.strike[row] * discount;
      double carry = s.rate() * cash - s.dividendYield() * asset;
      double out = rows.delta[row];
      double byVega = rows.vega[row] * volatility * law.width().wing(out);
      int call = 2 * row;
      int put = call + 1;
      if (rows.sign[row] > 0) {
        delta[call] = out;
        delta[put] = out - growth;
        theta[call] = rows.theta[row];
        theta[put] = rows.theta[row] + carry;
        quote(call, rows.price[row], byVega, days);
        quote(put, rows.price[row] - (asset - cash), byVega, days);
      } else {
        delta[call] = out + growth;
        delta[put] = out;
        theta[call] = rows.theta[row] - carry;
        theta[put] = rows.theta[row];
        quote(call, rows.price[row] + (asset - cash), byVega, days);
        quote(put, rows.price[row], byVega, days);
      }
    }
  }

  private void quote(int contract, double european, double byVega, double days) {
    double value = european;
    if (law.american()) {
      value = Math.max(value, type(contract).payoff(surface.spot(), strike(contract)));
    }
    fair[contract] = value;
    double cents = CENTS * value;
    double half = halfWidth(cents, byVega, days);
    bidCents[contract] = law.ticks().down(cents - half);
    askCents[contract] = law.ticks().up(cents + half);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    surface.save(out);
    screen.save(out);
    out.writeDouble(time);
    out.writeDouble(stress);
    out.writeDouble(quoted);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    surface.restore(in);
    screen.restore(in);
    time = in.readDouble();
    double next = in.readDouble();
    stress = in.readDouble();
    quote();
    stress = next;
  }
}
