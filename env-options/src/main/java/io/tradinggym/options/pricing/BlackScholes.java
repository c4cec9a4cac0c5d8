package io.tradinggym.options.pricing;

import io.tradinggym.api.util.Require;
import io.tradinggym.market.Exponential;

/**
 * European options on an asset with a continuous dividend yield (Black, Scholes and Merton, 1973).
 *
 * <p>V = c [S e^(-qT) N(c d1) - K e^(-rT) N(c d2)], c = +1 for a call, -1 for a put,
 * d1 = [ln(S/K) + (r - q + s^2/2) T] / (s sqrt T), d2 = d1 - s sqrt T.
 *
 * <p>The price is computed as intrinsic value plus the out-of-the-money price, which keeps its full relative accuracy
 * (about 1e-15 for given d1) down to 1e-300. Spot, strike, years and volatility may be anything in [0, infinity],
 * rate and yield anything finite; the result is never NaN. Where nothing is random any more (no time, no volatility,
 * or the strike tens of standard deviations away) delta is that of the intrinsic value (one half exactly at the
 * strike) and what would be a point mass at the strike is left out: gamma and its relatives are 0.
 */
public final class BlackScholes {
  private BlackScholes() {}

  /**
   * {@return the value today, in the unit of spot and strike}
   *
   * @param type call or put
   * @param spot price of the underlying, >= 0
   * @param strike >= 0
   * @param years to expiry, >= 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility a year, as a fraction, >= 0
   * @throws IllegalArgumentException if spot, strike, years or volatility is negative, or any argument NaN
   */
  public static double price(
      OptionType type,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    check(spot, strike, years, rate, dividendYield, volatility);
    double asset = discounted(spot, dividendYield, years);
    return price(type, asset, discounted(strike, rate, years), deviation(volatility, years));
  }

  /**
   * The value from what matters: discounted legs and total standard deviation.
   *
   * @param asset present value of the asset delivered, S e^(-qT), &gt;= 0
   * @param cash present value of the strike, K e^(-rT), &gt;= 0
   * @param deviation sigma sqrt(T), &gt;= 0
   */
  static double price(OptionType type, double asset, double cash, double deviation) {
    double intrinsic = intrinsic(type, asset, cash);
    boolean extreme =
        Math.min(asset, cash) == 0 || Math.max(asset, cash) == Double.POSITIVE_INFINITY;
    if (deviation == 0 || extreme) {
      return intrinsic;
    }
    if (deviation == Double.POSITIVE_INFINITY) {
      return type == OptionType.CALL ? asset : cash;
    }
    double moneyness = Math.abs(logRatio(asset, cash));
    double timeValue =
        Math.sqrt(asset)
            * Math.sqrt(cash)
            * NormalisedBlack.price(moneyness / deviation, 0.5 * deviation);
    return intrinsic + timeValue;
  }

  /**
   * {@return the price and all derivatives to third order}
   *
   * @param type call or put
   * @param spot price of the underlying, >= 0
   * @param strike >= 0
   * @param years to expiry, >= 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility a year, as a fraction, >= 0
   * @throws IllegalArgumentException if spot, strike, years or volatility is negative, or any argument NaN
   */
  public static Greeks greeks(
      OptionType type,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    check(spot, strike, years, rate, dividendYield, volatility);
    double asset = discounted(spot, dividendYield, years);
    double cash = discounted(strike, rate, years);
    double deviation = deviation(volatility, years);
    double price = price(type, asset, cash, deviation);
    int c = type.sign();

    double d1 = d1(asset, cash, deviation);
    double d2 = d1 == Double.POSITIVE_INFINITY && deviation == d1 ? -deviation : d1 - deviation;
    double n1 = Normal.cdf(c * d1);
    double n2 = Normal.cdf(c * d2);
    double spotDiscount = discounted(1, dividendYield, years);
    double strikeDiscount = discounted(1, rate, years);
    double delta = c * product(spotDiscount, n1);
    double dualDelta = -c * product(strikeDiscount, n2);
    double carry =
        product(dividendYield, c * product(asset, n1)) - product(rate, c * product(cash, n2));
    double rho = product(years, c * product(cash, n2));
    double dividendRho = -product(years, c * product(asset, n1));

    double density = Normal.pdf(d1);
    boolean flat =
        deviation == 0 || density == 0 || asset == 0 || asset == Double.POSITIVE_INFINITY;
    if (flat) {
      return new Greeks(
          price,
          delta,
          0,
          0,
          determined(carry),
          rho,
          dividendRho,
          0,
          0,
          product(dividendYield, delta),
          0,
          0,
          0,
          0,
          0,
          dualDelta,
          0,
          n2);
    }
    double rootYears = Math.sqrt(years);
    double gamma = spotDiscount * density / (spot * deviation);
    double vega = asset * density * rootYears;
    double theta = -asset * density * volatility / (2 * rootYears) + carry;
    double d1d2 = d1 * d2;
    // How d1 moves as the time to expiry grows by one year.
    double drift = (2 * (rate - dividendYield) * years - d2 * deviation) / (2 * years * deviation);
    double vanna = -spotDiscount * density * d2 / volatility;
    double vomma = vega * d1d2 / volatility;
    double charm = dividendYield * delta - spotDiscount * density * drift;
    double veta = vega * (dividendYield + d1 * drift - 0.5 / years);
    double speed = -gamma / spot * (d1 / deviation + 1);
    double zomma = gamma * (d1d2 - 1) / volatility;
    double color = gamma * (dividendYield + d1 * drift + 0.5 / years);
    double ultima = -vega / volatility / volatility * (d1d2 * (1 - d1d2) + d1 * d1 + d2 * d2);
    double dualGamma = strikeDiscount * Normal.pdf(d2) / (strike * deviation);
    return new Greeks(
        price,
        delta,
        gamma,
        vega,
        determined(theta),
        rho,
        dividendRho,
        determined(vanna),
        determined(vomma),
        determined(charm),
        determined(veta),
        determined(speed),
        determined(zomma),
        determined(color),
        determined(ultima),
        dualDelta,
        determined(dualGamma),
        n2);
  }

  /** Terms that overflow against each other (spots and times of 1e-300) leave nothing that could be known. */
  private static double determined(double greek) {
    return Double.isNaN(greek) ? 0 : greek;
  }

  /**
   * {@return the delta alone: c e^(-qT) N(c d1)}
   *
   * @throws IllegalArgumentException if spot, strike, years or volatility is negative, or any argument NaN
   * @param type call or put
   * @param spot price of the underlying, >= 0
   * @param strike >= 0
   * @param years to expiry, >= 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility a year, as a fraction, >= 0
   */
  public static double delta(
      OptionType type,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    check(spot, strike, years, rate, dividendYield, volatility);
    double d1 =
        d1(
            discounted(spot, dividendYield, years),
            discounted(strike, rate, years),
            deviation(volatility, years));
    return type.sign() * product(discounted(1, dividendYield, years), Normal.cdf(type.sign() * d1));
  }

  /**
   * {@return the vega alone, per 1.00 of volatility: S e^(-qT) n(d1) sqrt(T)}
   *
   * @param spot price of the underlying, >= 0
   * @param strike >= 0
   * @param years to expiry, >= 0
   * @throws IllegalArgumentException if spot, strike, years or volatility is negative, or any argument NaN
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility a year, as a fraction, >= 0
   */
  public static double vega(
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    check(spot, strike, years, rate, dividendYield, volatility);
    double asset = discounted(spot, dividendYield, years);
    double d1 = d1(asset, discounted(strike, rate, years), deviation(volatility, years));
    return product(product(asset, Normal.pdf(d1)), Math.sqrt(years));
  }

  /** What exercise against discounted legs pays, without NaN for infinite legs. */
  private static double intrinsic(OptionType type, double asset, double cash) {
    return asset == cash ? 0 : Math.max(type.sign() * (asset - cash), 0);
  }

  /** d1 with its limits: infinite of the right sign without randomness, 0 exactly at the strike. */
  private static double d1(double asset, double cash, double deviation) {
    if (deviation == Double.POSITIVE_INFINITY) {
      return deviation;
    }
    double x = logRatio(asset, cash);
    return x == 0 ? 0.5 * deviation : x / deviation + 0.5 * deviation;
  }

  /** ln(a / b), to full relative accuracy near a = b; 0 for equal arguments, 0 and infinity included. */
  static double logRatio(double a, double b) {
    if (a == b) {
      return 0;
    }
    double ratio = a / b;
    if (ratio > 0.5 && ratio < 2) {
      return StrictMath.log1p((a - b) / b);
    }
    return ratio > 1e-300 && ratio < 1e300
        ? StrictMath.log(ratio)
        : StrictMath.log(a) - StrictMath.log(b);
  }

  /** amount e^(-rate years), where nothing stays nothing however long it grows. */
  private static double discounted(double amount, double rate, double years) {
    return product(amount, Exponential.of(-product(rate, years)));
  }

  private static double deviation(double volatility, double years) {
    return product(volatility, Math.sqrt(years));
  }

  /** The product in which 0 wins over infinity. */
  private static double product(double a, double b) {
    return a == 0 || b == 0 ? 0 : a * b;
  }

  private static void check(
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    Require.that(spot >= 0, "spot must be >= 0", spot);
    Require.that(strike >= 0, "strike must be >= 0", strike);
    Require.that(years >= 0, "years must be >= 0", years);
    Checks.requireFinite("rate", rate);
    Checks.requireFinite("dividendYield", dividendYield);
    Require.that(volatility >= 0, "volatility must be >= 0", volatility);
  }
}
