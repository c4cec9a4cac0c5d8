package io.tradinggym.options.pricing;

/**
 * What a quoted price says about volatility: a number, or the reason why there is none.
 *
 * @param outcome whether the price determines a volatility
 * @param volatility per square root of a year, &gt;= 0; NaN unless the outcome is OK or LOW_INFORMATION
 * @see <a href="http://www.jaeckel.org/LetsBeRational.pdf">Jaeckel (2015), Let's be rational</a>
 */
public record ImpliedVolatility(Outcome outcome, double volatility) {
  /**
   * One rounding of the quoted price may move the volatility by this much, relatively, before the result is
   * flagged.
   */
  static final double LOW_INFORMATION = 1e-6;

  /** What a price can be. */
  public enum Outcome {
    /** The volatility is exact to a few units in the last place of what the price carries. */
    OK,
    /**
     * The price is so close to a bound that its last digit alone moves the volatility by more than one part in a
     * million. At exactly the intrinsic value the volatility is given as 0.
     */
    LOW_INFORMATION,
    /** The price lies below the discounted intrinsic value, or is not a number: no volatility explains it. */
    BELOW_INTRINSIC,
    /** The price reaches the discounted spot (call) or strike (put): no finite volatility explains it. */
    ABOVE_MAX;

    /** {@return whether there is a volatility} */
    public boolean hasVolatility() {
      return this == OK || this == LOW_INFORMATION;
    }
  }

  /**
   * {@return the volatility at which {@link BlackScholes#price} gives the price, or why there is none}
   *
   * @param type call or put
   * @param price quoted premium, in the unit of spot and strike
   * @param spot price of the underlying, > 0
   * @param strike > 0
   * @param years to expiry, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @throws IllegalArgumentException if spot, strike or years is not positive and finite, or a rate not finite
   */
  public static ImpliedVolatility of(
      OptionType type,
      double price,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield) {
    require(spot, strike, years, rate, dividendYield);
    double asset = spot * StrictMath.exp(-dividendYield * years);
    double cash = strike * StrictMath.exp(-rate * years);
    Outcome outcome = classify(type, price, asset, cash);
    if (!outcome.hasVolatility()) {
      return new ImpliedVolatility(outcome, Double.NaN);
    }
    double deviation = deviation(type, price, asset, cash);
    return new ImpliedVolatility(
        information(price, asset, cash, deviation), deviation / Math.sqrt(years));
  }

  /**
   * {@return the volatility that {@link #of} finds, a year, as a fraction; NaN without one; allocates nothing}
   *
   * @param type call or put
   * @param price quoted premium, in the unit of spot and strike
   * @param spot price of the underlying, &gt; 0
   * @param strike in the unit of the spot, &gt; 0
   * @param years to expiry, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @throws IllegalArgumentException if spot, strike or years is not positive and finite, or a rate not finite
   */
  public static double solve(
      OptionType type,
      double price,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield) {
    require(spot, strike, years, rate, dividendYield);
    double asset = spot * StrictMath.exp(-dividendYield * years);
    double cash = strike * StrictMath.exp(-rate * years);
    return classify(type, price, asset, cash).hasVolatility()
        ? deviation(type, price, asset, cash) / Math.sqrt(years)
        : Double.NaN;
  }

  private static void require(
      double spot, double strike, double years, double rate, double dividendYield) {
    Checks.requirePositive("spot", spot);
    Checks.requirePositive("strike", strike);
    Checks.requirePositive("years", years);
    Checks.requireFinite("rate", rate);
    Checks.requireFinite("dividendYield", dividendYield);
  }

  /** Whether the price lies within its bounds, by discounted legs. */
  static Outcome classify(OptionType type, double price, double asset, double cash) {
    boolean call = type == OptionType.CALL;
    if (!(price >= Math.max(call ? asset - cash : cash - asset, 0))) {
      return Outcome.BELOW_INTRINSIC;
    }
    return price >= (call ? asset : cash) ? Outcome.ABOVE_MAX : Outcome.OK;
  }

  /** Total standard deviation implied by a price within its bounds. */
  static double deviation(OptionType type, double price, double asset, double cash) {
    double timeValue = price - Math.max(type.sign() * (asset - cash), 0);
    if (!(timeValue > 0)) {
      return 0;
    }
    double unit = Math.sqrt(asset) * Math.sqrt(cash);
    double complement = Math.min(asset, cash) - timeValue;
    double x = Math.abs(BlackScholes.logRatio(asset, cash));
    return ImpliedDeviation.solve(x, timeValue / unit, complement / unit);
  }

  /** OK, or LOW_INFORMATION where one ulp of the price is worth too much volatility. */
  static Outcome information(double price, double asset, double cash, double deviation) {
    double x = BlackScholes.logRatio(asset, cash);
    double vega =
        Math.sqrt(asset)
            * Math.sqrt(cash)
            * NormalisedBlack.density(x / deviation, 0.5 * deviation);
    return Math.ulp(price) <= LOW_INFORMATION * deviation * vega
        ? Outcome.OK
        : Outcome.LOW_INFORMATION;
  }
}
