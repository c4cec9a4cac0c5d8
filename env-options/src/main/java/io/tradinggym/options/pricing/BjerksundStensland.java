package io.tradinggym.options.pricing;

/**
 * American options with a continuous yield in closed form: the value of exercising at a flat boundary (1993), or at
 * one that changes once (2002). Both are lower bounds: 1993 &lt;= 2002 &lt;= true value. The 2002 form is off by some
 * 0.2 % of the price at worst and needs no iteration: the choice for quoting many contracts; {@link LeisenReimerTree}
 * is the choice for marks.
 *
 * <p>Notation as in the papers: b = r - q cost of carry, beta the exponent of the perpetual option, I the boundary,
 * alpha(I) = (I - K) I^(-beta).
 *
 * @see <a href="https://doi.org/10.1016/0927-5398(93)90009-D">Bjerksund and Stensland (1993)</a>
 * @see <a href="https://openaccess.nhh.no/nhh-xmlui/handle/11250/163938">Bjerksund and Stensland (2002)</a>
 */
public final class BjerksundStensland {
  private static final double SPLIT = 0.5 * (Math.sqrt(5) - 1);

  /** The log-price at both times, and with one of them reflected. */
  private static final BivariateNormal TOGETHER = new BivariateNormal(Math.sqrt(SPLIT));

  private static final BivariateNormal OPPOSED = new BivariateNormal(-Math.sqrt(SPLIT));

  private BjerksundStensland() {}

  /**
   * {@return the value with one flat boundary (1993)} Arguments as in {@link BlackScholes#price}, all but rates
   * positive.
   *
   * @param type call or put
   * @param spot price of the underlying, &gt; 0
   * @param strike in the unit of the spot, &gt; 0
   * @param years to expiry, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility a year, as a fraction, &gt; 0
   */
  public static double flat(
      OptionType type,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    return price(false, type, spot, strike, years, rate, dividendYield, volatility);
  }

  /**
   * {@return the value with two flat boundaries (2002)} Arguments as in {@link BlackScholes#price}, all but rates
   * positive.
   *
   * @param type call or put
   * @param spot price of the underlying, &gt; 0
   * @param strike in the unit of the spot, &gt; 0
   * @param years to expiry, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility a year, as a fraction, &gt; 0
   */
  public static double twoStep(
      OptionType type,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    return price(true, type, spot, strike, years, rate, dividendYield, volatility);
  }

  private static double price(
      boolean twoStep,
      OptionType type,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    Checks.requirePositive("spot", spot);
    Checks.requirePositive("strike", strike);
    Checks.requirePositive("years", years);
    Checks.requirePositive("volatility", volatility);
    double european =
        BlackScholes.price(type, spot, strike, years, rate, dividendYield, volatility);
    double floor = Math.max(european, type.payoff(spot, strike));
    // A put is the call on the strike, paid with the spot, rates exchanged.
    boolean call = type == OptionType.CALL;
    double s = call ? spot : strike;
    double k = call ? strike : spot;
    double r = call ? rate : dividendYield;
    double q = call ? dividendYield : rate;
    if (q <= 0) {
      // Waiting costs nothing, so the right to exercise early is worth nothing, or (r < q) cannot
      // be bounded this way.
      return floor;
    }
    Boundary boundary = new Boundary(k, years, r, r - q, volatility);
    double flat = boundary.flat(s);
    // Both are lower bounds; close to the boundary the flat one can be the better.
    double value = twoStep ? Math.max(boundary.twoStep(s), flat) : flat;
    return value >= floor && value < Double.POSITIVE_INFINITY ? value : floor;
  }

  /** One contract's constants; a call in the transformed problem. */
  private record Boundary(double k, double t, double r, double b, double sigma) {

    double variance() {
      return sigma * sigma;
    }

    double beta() {
      double m = 0.5 - b / variance();
      return m + Math.sqrt(m * m + 2 * r / variance());
    }

    double perpetual() {
      double beta = beta();
      return beta / (beta - 1) * k;
    }

    double atExpiry() {
      return Math.max(k, r / (r - b) * k);
    }

    double flat(double s) {
      double start = atExpiry();
      double end = perpetual();
      double h = -(b * t + 2 * sigma * Math.sqrt(t)) * start / (end - start);
      double trigger = start + (end - start) * -StrictMath.expm1(h);
      if (s >= trigger) {
        return s - k;
      }
      double beta = beta();
      return (trigger - k) * StrictMath.pow(s / trigger, beta)
          - (trigger - k) * scaledPhi(s, t, beta, trigger, trigger)
          + phi(s, t, 1, trigger, trigger)
          - phi(s, t, 1, k, trigger)
          - k * phi(s, t, 0, trigger, trigger)
          + k * phi(s, t, 0, k, trigger);
    }

    double twoStep(double s) {
      double t1 = SPLIT * t;
      double start = atExpiry();
      double end = perpetual();
      double pull = k * k / ((end - start) * start);
      // I1 holds in the later part [t1, T], I2 before.
      double i1 =
          start + (end - start) * -StrictMath.expm1(-(b * t1 + 2 * sigma * Math.sqrt(t1)) * pull);
      double i2 =
          start + (end - start) * -StrictMath.expm1(-(b * t + 2 * sigma * Math.sqrt(t)) * pull);
      if (s >= i2) {
        return s - k;
      }
      double beta = beta();
      double alpha1 = (i1 - k) * StrictMath.pow(i1 / s, -beta);
      return (i2 - k) * StrictMath.pow(s / i2, beta)
          - (i2 - k) * scaledPhi(s, t1, beta, i2, i2)
          + phi(s, t1, 1, i2, i2)
          - phi(s, t1, 1, i1, i2)
          - k * phi(s, t1, 0, i2, i2)
          + k * phi(s, t1, 0, i1, i2)
          + alpha1 * bracket(s, t1, beta, i1, i2)
          - alpha1 * joint(s, beta, i1, i2, i1, t1)
          + psi(s, 1, i1, i2, i1, t1)
          - psi(s, 1, k, i2, i1, t1)
          - k * psi(s, 0, i1, i2, i1, t1)
          + k * psi(s, 0, k, i2, i1, t1);
    }

    /** phi(s, t, beta, h, i) i^(-beta): its growth rate lambda is 0 by the definition of beta. */
    private double scaledPhi(double s, double time, double gamma, double h, double i) {
      return StrictMath.pow(s / i, gamma) * bracket(s, time, gamma, h, i);
    }

    /** Value of s^gamma at {@code time} on paths that end below h and never touch i. */
    private double phi(double s, double time, double gamma, double h, double i) {
      return StrictMath.exp(growth(gamma) * time)
          * StrictMath.pow(s, gamma)
          * bracket(s, time, gamma, h, i);
    }

    private double psi(double s, double gamma, double h, double i2, double i1, double t1) {
      return StrictMath.exp(growth(gamma) * t)
          * StrictMath.pow(s, gamma)
          * joint(s, gamma, h, i2, i1, t1);
    }

    /** Of the mean of s^gamma, discounted; gamma is 0 or 1 here, where the variance adds nothing. */
    private double growth(double gamma) {
      return gamma * b - r;
    }

    private double drift(double gamma) {
      return b + (gamma - 0.5) * variance();
    }

    private double kappa(double gamma) {
      return 2 * b / variance() + 2 * gamma - 1;
    }

    private double bracket(double s, double time, double gamma, double h, double i) {
      double deviation = sigma * Math.sqrt(time);
      double d = -(StrictMath.log(s / h) + drift(gamma) * time) / deviation;
      double reflection = StrictMath.log(i / s);
      return Normal.cdf(d)
          - powerTimesCdf(kappa(gamma) * reflection, d - 2 * reflection / deviation);
    }

    /** The probability of {@link #bracket} for the two periods: below i1 at t1 and below h at t, never touching. */
    private double joint(double s, double gamma, double h, double i2, double i1, double t1) {
      double early = sigma * Math.sqrt(t1);
      double late = sigma * Math.sqrt(t);
      double shift1 = drift(gamma) * t1;
      double shift = drift(gamma) * t;
      double kappa = kappa(gamma);
      double e1 = (StrictMath.log(s / i1) + shift1) / early;
      double e2 = (StrictMath.log(i2 * i2 / (s * i1)) + shift1) / early;
      double e3 = (StrictMath.log(s / i1) - shift1) / early;
      double e4 = (StrictMath.log(i2 * i2 / (s * i1)) - shift1) / early;
      double f1 = (StrictMath.log(s / h) + shift) / late;
      double f2 = (StrictMath.log(i2 * i2 / (s * h)) + shift) / late;
      double f3 = (StrictMath.log(i1 * i1 / (s * h)) + shift) / late;
      double f4 = (StrictMath.log(s * i1 * i1 / (h * i2 * i2)) + shift) / late;
      return TOGETHER.cdf(-e1, -f1)
          - StrictMath.pow(i2 / s, kappa) * TOGETHER.cdf(-e2, -f2)
          - StrictMath.pow(i1 / s, kappa) * OPPOSED.cdf(-e3, -f3)
          + StrictMath.pow(i1 / i2, kappa) * OPPOSED.cdf(-e4, -f4);
    }

    /** exp(log) N(d), where the first factor may overflow while the second vanishes. */
    private static double powerTimesCdf(double log, double d) {
      if (d > -5) {
        return StrictMath.exp(log) * Normal.cdf(d);
      }
      return Normal.INVERSE_SQRT_2PI * StrictMath.exp(log - 0.5 * d * d) * Normal.mills(-d);
    }
  }
}
