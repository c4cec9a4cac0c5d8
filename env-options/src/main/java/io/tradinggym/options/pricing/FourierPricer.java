package io.tradinggym.options.pricing;

/**
 * European options under any {@link LogReturnModel} by Lewis' formula, with Black's as control variate:
 *
 * <p>C = C_Black(w) - e^(-rT) sqrt(F K) / pi * integral over u in [0, inf) of
 * Re[e^(iuk) (phi(u - i/2) - phi_Black(u - i/2))] / (u^2 + 1/4), k = ln(F/K), w the expected variance.
 *
 * <p>Gauss-Legendre quadrature with 32 nodes on panels that double in width, cut so that no panel holds more than two
 * turns of the phase, until the integrand vanishes. Absolute error about 1e-12 of the forward.
 *
 * @see <a href="https://ssrn.com/abstract=276110">Lewis (2001), A simple option formula for general jump-diffusion</a>
 */
public final class FourierPricer {
  private static final double FIRST_PANEL = 0.5;
  private static final double TURN = 12;
  private static final double WIDTHS = 4;
  private static final double NEGLIGIBLE = 1e-17;
  private static final double FARTHEST = 1e7;
  private static final GaussLegendre NODES = GaussLegendre.of(32);

  private FourierPricer() {}

  /**
   * {@return the price of a European option, in the unit of spot and strike}
   *
   * @param model law of the log-return to expiry
   * @param type call or put
   * @param spot price of the underlying, > 0
   * @param strike > 0
   * @param years to expiry, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @throws IllegalArgumentException for arguments out of range
   */
  public static double price(
      LogReturnModel model,
      OptionType type,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield) {
    double[] result = new double[1];
    prices(model, type, spot, new double[] {strike}, years, rate, dividendYield, result);
    return result[0];
  }

  /**
   * Writes the prices of many strikes of one expiry, for little more than the price of one: the characteristic
   * function, which costs most, is evaluated once for all.
   *
   * @param model law of the log-return to expiry
   * @param type call or put
   * @param spot price of the underlying, &gt; 0
   * @param strikes each &gt; 0
   * @param years to expiry, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param result out: the prices, in the unit of spot and strike; at least as long as the strikes
   * @throws IllegalArgumentException for arguments out of range
   */
  public static void prices(
      LogReturnModel model,
      OptionType type,
      double spot,
      double[] strikes,
      double years,
      double rate,
      double dividendYield,
      double[] result) {
    Checks.requirePositive("spot", spot);
    Checks.requirePositive("years", years);
    int n = strikes.length;
    double asset = spot * StrictMath.exp(-dividendYield * years);
    double discount = StrictMath.exp(-rate * years);
    double[] k = new double[n];
    double widest = 0;
    for (int j = 0; j < n; j++) {
      Checks.requirePositive("strike", strikes[j]);
      k[j] = BlackScholes.logRatio(asset, strikes[j] * discount);
      widest = Math.max(widest, Math.abs(k[j]));
    }
    double variance = model.expectedVariance(years);
    double[] integral = integrals(model, k, widest, years, variance);
    for (int j = 0; j < n; j++) {
      double cash = strikes[j] * discount;
      double black = BlackScholes.price(type, asset, cash, Math.sqrt(variance));
      result[j] = Math.max(black - Math.sqrt(asset) * Math.sqrt(cash) / Math.PI * integral[j], 0);
    }
  }

  private static double[] integrals(
      LogReturnModel model, double[] k, double widest, double years, double variance) {
    // The phase of a characteristic function turns about as fast as the return is wide.
    double speed = widest + WIDTHS * Math.sqrt(variance);
    double[] sum = new double[k.length];
    double from = 0;
    while (from < FARTHEST) {
      double width = Math.min(Math.max(from, FIRST_PANEL), TURN / speed);
      double largest = 0;
      for (int i = 0; i < NODES.count(); i++) {
        double u = from + width * NODES.node(i);
        double square = u * u + 0.25;
        Complex log = model.logCharacteristic(new Complex(u, -0.5), years);
        double size = StrictMath.exp(log.re());
        double control = StrictMath.exp(-0.5 * variance * square);
        double weight = width * NODES.weight(i) / square;
        for (int j = 0; j < k.length; j++) {
          double angle = u * k[j];
          sum[j] +=
              weight * (size * StrictMath.cos(log.im() + angle) - control * StrictMath.cos(angle));
        }
        largest = Math.max(largest, Math.max(size, control) / square);
      }
      from += width;
      if (largest * from < NEGLIGIBLE) {
        break;
      }
    }
    return sum;
  }
}
