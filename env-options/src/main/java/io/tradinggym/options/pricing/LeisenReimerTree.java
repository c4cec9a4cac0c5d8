package io.tradinggym.options.pricing;

/**
 * American and European options on the binomial tree of Leisen and Reimer (1996), with cash dividends.
 *
 * <p>The up probabilities are the Peizer-Pratt inversions of N(d1) and N(d2), so that the tree is centred at the
 * strike and the European error falls as 1/n^2. With 201 steps an American price is good to a few 1e-4 of a percent
 * of the strike; take 501 and more for reference values.
 *
 * <p>Holds scratch memory, reused across calls: {@link #price} allocates nothing, and one instance serves one thread.
 *
 * @see <a href="https://doi.org/10.1080/13504869600000015">Leisen and Reimer (1996)</a>
 */
public final class LeisenReimerTree {
  /** Walking the spots back through the tree costs an ulp a step. */
  private static final double ROUNDING = 1e-11;

  private final int steps;
  private final double[] spots;
  private final double[] values;
  private double delta;
  private double gamma;
  private double theta;
  private boolean exerciseNow;

  /**
   * A tree.
   *
   * @param steps of the tree, odd, in [3, 10001]
   */
  public LeisenReimerTree(int steps) {
    if (steps < 3 || steps > 10_001 || steps % 2 == 0) {
      throw new IllegalArgumentException("steps must be odd and in [3, 10001], was " + steps);
    }
    this.steps = steps;
    this.spots = new double[steps + 1];
    this.values = new double[steps + 1];
  }

  /**
   * {@return the price of the American option without cash dividends, in the unit of spot and strike}
   *
   * @param type call or put
   * @param spot price of the underlying, &gt; 0
   * @param strike in the unit of the spot, &gt; 0
   * @param years to expiry, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility a year, as a fraction, &gt; 0
   */
  public double american(
      OptionType type,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    return price(
        type, true, spot, strike, years, rate, dividendYield, volatility, CashDividends.NONE);
  }

  /**
   * {@return the price, in the unit of spot and strike; afterwards {@link #delta}, {@link #gamma}, {@link #theta} and
   * {@link #exerciseNow} belong to it}
   *
   * @param type call or put
   * @param american whether the holder may exercise before expiry
   * @param spot &gt; 0, and more than the present value of the dividends
   * @param strike in the unit of the spot, &gt; 0
   * @param years to expiry, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility a year, as a fraction, &gt; 0
   * @param dividends cash dividends on top of the yield, seen by the exercise decision at every step
   * @throws IllegalArgumentException if spot, strike, years or volatility is not positive and finite
   */
  public double price(
      OptionType type,
      boolean american,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility,
      CashDividends dividends) {
    Checks.requirePositive("spot", spot);
    Checks.requirePositive("strike", strike);
    Checks.requirePositive("years", years);
    Checks.requirePositive("volatility", volatility);
    double escrow = dividends.presentValue(0, years, rate);
    double risky = spot - escrow;
    Checks.requirePositive("spot less the present value of the dividends", risky);

    // The step: probabilities by Peizer-Pratt, moves that keep the forward.
    int c = type.sign();
    double dt = years / steps;
    double deviation = volatility * Math.sqrt(years);
    double d1 =
        (StrictMath.log(risky / strike) + (rate - dividendYield) * years) / deviation
            + 0.5 * deviation;
    double up = peizerPratt(d1 - deviation);
    double growth = StrictMath.exp((rate - dividendYield) * dt);
    double u = growth * peizerPratt(d1) / up;
    double d = (growth - up * u) / (1 - up);
    if (!(up > 0 && up < 1 && d > 0 && u > d)) {
      return certain(type, american, spot, strike, years, rate, dividendYield, volatility);
    }
    double discount = StrictMath.exp(-rate * dt);
    double discountedUp = discount * up;
    double discountedDown = discount * (1 - up);

    // Expiry: spots from the lowest node up, each the geometric mean path's value.
    double ratio = u / d;
    // Not pow, which allocates until it is compiled.
    double lowest = risky * StrictMath.exp(steps * StrictMath.log(d));
    for (int i = 0; i <= steps; i++) {
      spots[i] = i == 0 ? lowest : spots[i - 1] * ratio;
      values[i] = Math.max(c * (spots[i] - strike), 0);
    }

    // Back to today; at step n a node's spot is the later one's divided by d.
    double inverse = 1 / d;
    for (int n = steps - 1; n >= 0; n--) {
      double time = n * dt;
      double ahead = american ? dividends.presentValue(time, years, rate) : 0;
      if (n == 1) {
        theta = values[1];
      }
      double paid = strike - ahead;
      for (int i = 0; i <= n; i++) {
        double hold = discountedDown * values[i] + discountedUp * values[i + 1];
        spots[i] *= inverse;
        double exercise = c * (spots[i] - paid);
        values[i] = american ? Math.max(hold, exercise) : hold;
      }
      if (n == 2) {
        gammaFromThreeNodes();
      }
      if (n == 1) {
        delta = (values[1] - values[0]) / (spots[1] - spots[0]);
      }
    }
    double shift = risky * u * d - risky;
    theta = (theta - values[0] - delta * shift - 0.5 * gamma * shift * shift) / (2 * dt);
    exerciseNow =
        american && values[0] <= type.payoff(spot, strike) * (1 + ROUNDING) && values[0] > 0;
    return values[0];
  }

  private void gammaFromThreeNodes() {
    double upper = (values[2] - values[1]) / (spots[2] - spots[1]);
    double lower = (values[1] - values[0]) / (spots[1] - spots[0]);
    gamma = 2 * (upper - lower) / (spots[2] - spots[0]);
  }

  /** So far from the strike that a probability rounds to 0 or 1: the option is a forward, or nothing. */
  private double certain(
      OptionType type,
      boolean american,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    double european =
        BlackScholes.price(type, spot, strike, years, rate, dividendYield, volatility);
    double exercise = american ? type.payoff(spot, strike) : 0;
    exerciseNow = exercise >= european && exercise > 0;
    gamma = 0;
    theta = 0;
    delta =
        exerciseNow
            ? type.sign()
            : BlackScholes.delta(type, spot, strike, years, rate, dividendYield, volatility);
    return Math.max(european, exercise);
  }

  /** {@return the delta of the last price, dV/dS} */
  public double delta() {
    return delta;
  }

  /** {@return the gamma of the last price, d2V/dS2} */
  public double gamma() {
    return gamma;
  }

  /** {@return the theta of the last price, dV/dt, per year} */
  public double theta() {
    return theta;
  }

  /** {@return whether exercising at once was worth at least as much as holding in the last price} */
  public boolean exerciseNow() {
    return exerciseNow;
  }

  /** Peizer-Pratt method 2: the success probability with which n trials resemble N(z). */
  private double peizerPratt(double z) {
    double scaled = z / (steps + 1.0 / 3 + 0.1 / (steps + 1));
    double root = Math.sqrt(-StrictMath.expm1(-scaled * scaled * (steps + 1.0 / 6)));
    return 0.5 + Math.copySign(0.5 * root, z);
  }
}
