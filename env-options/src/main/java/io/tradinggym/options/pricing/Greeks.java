package io.tradinggym.options.pricing;

/**
 * The value of a European option and its derivatives to third order.
 *
 * <p>S spot, K strike, T years, r rate, q dividend yield, s volatility, t calendar time (d/dt = -d/dT).
 *
 * @param price V, in the unit of spot and strike
 * @param delta dV/dS
 * @param gamma d2V/dS2
 * @param vega dV/ds, per 1.00 of volatility
 * @param theta dV/dt, per year
 * @param rho dV/dr, per 1.00 of rate
 * @param dividendRho dV/dq, per 1.00 of yield
 * @param vanna d2V/dS ds
 * @param vomma d2V/ds2
 * @param charm d2V/dS dt
 * @param veta d2V/ds dt
 * @param speed d3V/dS3
 * @param zomma d3V/dS2 ds
 * @param color d3V/dS2 dt
 * @param ultima d3V/ds3
 * @param dualDelta dV/dK
 * @param dualGamma d2V/dK2
 * @param exerciseProbability risk-neutral chance of finishing in the money, N(d2) for a call, N(-d2) for a put
 */
public record Greeks(
    double price,
    double delta,
    double gamma,
    double vega,
    double theta,
    double rho,
    double dividendRho,
    double vanna,
    double vomma,
    double charm,
    double veta,
    double speed,
    double zomma,
    double color,
    double ultima,
    double dualDelta,
    double dualGamma,
    double exerciseProbability) {

  /**
   * {@return the elasticity (lambda), delta S / V: percent the option moves when the spot moves one percent; 0 for a
   * worthless option}
   *
   * @param spot price of the underlying that these Greeks are of
   */
  public double elasticity(double spot) {
    return price == 0 ? 0 : delta * spot / price;
  }
}
