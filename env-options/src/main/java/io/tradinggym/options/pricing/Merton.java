package io.tradinggym.options.pricing;

import io.tradinggym.api.util.Require;

/**
 * Merton's jump diffusion: Brownian motion plus normal log-jumps N(mu, delta^2) that arrive at rate lambda.
 *
 * <p>Given n jumps the log-return is normal, so the price is a Poisson mixture of Black-Scholes prices: with
 * k = e^(mu + delta^2/2) - 1, l = lambda (1 + k), weights e^(-lT) (lT)^n / n!, rates r - lambda k + n ln(1 + k) / T and
 * variances s^2 + n delta^2 / T. The sum runs until what is left cannot change the last digit.
 *
 * @param volatility of the diffusion, a year, as a fraction, > 0
 * @param jump intensity and size of the jumps
 * @see <a href="https://doi.org/10.1016/0304-405X(76)90022-2">Merton (1976)</a>
 */
public record Merton(double volatility, Jump jump) implements LogReturnModel {
  private static final double NEGLIGIBLE = 1e-18;

  /** Checks the values. */
  public Merton {
    Require.that(volatility > 0, "volatility must be > 0", volatility);
  }

  /**
   * Log-normal jumps of the price.
   *
   * @param intensity lambda, jumps per year, &gt;= 0
   * @param mean mu of the log-jump
   * @param deviation delta of the log-jump, &gt;= 0
   */
  public record Jump(double intensity, double mean, double deviation) {
    /** Checks the values. */
    public Jump {
      Require.that(intensity >= 0, "intensity must be >= 0", intensity);
      Require.that(Math.abs(mean) < Double.POSITIVE_INFINITY, "mean must be finite", mean);
      Require.that(deviation >= 0, "deviation must be >= 0", deviation);
    }

    /** {@return k, the mean relative jump of the price, a fraction} */
    public double meanReturn() {
      return StrictMath.expm1(mean + 0.5 * deviation * deviation);
    }

    /** ln E[e^(i z Y)] per year of the compensated jumps. */
    Complex logCharacteristic(Complex z) {
      Complex iz = z.timesI();
      Complex exponent = iz.times(mean).plus(iz.times(iz).times(0.5 * deviation * deviation));
      return exponent.exp().minus(Complex.ONE).minus(iz.times(meanReturn())).times(intensity);
    }

    double variancePerYear() {
      return intensity * (mean * mean + deviation * deviation);
    }
  }

  /**
   * {@return the European price by the series, in the unit of spot and strike}
   *
   * @param type call or put
   * @param spot price of the underlying, &gt; 0
   * @param strike in the unit of the spot, &gt; 0
   * @param years to expiry, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   */
  public double price(
      OptionType type,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield) {
    Checks.requirePositive("years", years);
    double k = jump.meanReturn();
    double expected = jump.intensity() * (1 + k) * years;
    double sum = 0;
    double left = 1;
    for (int n = 0; left > NEGLIGIBLE || n <= expected; n++) {
      double weight = StrictMath.exp(n * StrictMath.log(expected) - expected - logFactorial(n));
      if (expected == 0) {
        weight = 1;
      }
      double drift = rate - jump.intensity() * k + n * StrictMath.log1p(k) / years;
      double variance = volatility * volatility + n * jump.deviation() * jump.deviation() / years;
      sum +=
          weight
              * BlackScholes.price(
                  type, spot, strike, years, drift, dividendYield, Math.sqrt(variance));
      left = n > expected ? weight : 1;
      if (expected == 0) {
        break;
      }
    }
    return sum;
  }

  private static double logFactorial(int n) {
    double sum = 0;
    for (int i = 2; i <= n; i++) {
      sum += StrictMath.log(i);
    }
    return sum;
  }

  @Override
  public Complex logCharacteristic(Complex z, double years) {
    Complex diffusion = z.timesI().plus(z.times(z)).times(-0.5 * volatility * volatility);
    return diffusion.plus(jump.logCharacteristic(z)).times(years);
  }

  @Override
  public double expectedVariance(double years) {
    return (volatility * volatility + jump.variancePerYear()) * years;
  }
}
