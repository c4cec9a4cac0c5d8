package io.tradinggym.options.chain;

import io.tradinggym.options.surface.VolatilitySurface;
import java.util.List;

/**
 * A chain's surface in four numbers, to be observed beside prices.
 *
 * @param atm volatility at the forward of 30 days, a fraction
 * @param skew volatility of the put of delta -0.25 less that of the call of delta 0.25, 30 days
 * @param term volatility at the forward of 90 days less that of 30; NaN where no expiry is beyond 60 days
 * @param index volatility of a variance swap of 30 days as the VIX is made, a fraction; NaN where 30 days do not lie
 *     between two expiries
 */
public record SurfaceSummary(double atm, double skew, double term, double index) {
  private static final double MONTH = 30 / 365.0;
  private static final double QUARTER = 90 / 365.0;
  private static final double FAR_ENOUGH = 60 / 365.0;

  /** The quartile of the normal law: N(d1) = 0.25 there. */
  private static final double QUARTILE = -0.6744897501960817;

  private static final double WIDEST = 10;
  private static final int HALVINGS = 60;

  /**
   * {@return the summary of a chain, by its own forwards and smiles}
   *
   * @param chain quotes of one moment
   * @throws IllegalArgumentException if no expiry has enough quotes
   */
  public static SurfaceSummary of(ChainQuotes chain) {
    ImpliedForwards forwards = ImpliedForwards.of(chain);
    ChainSurface fitted = ChainSurface.of(chain, forwards);
    VolatilitySurface surface = fitted.surface();
    List<ExpiryFit> fits = fitted.fits();
    double atm = surface.volatility(0, MONTH);
    double skew = atDelta(surface, -QUARTILE) - atDelta(surface, QUARTILE);
    double farthest = fits.getLast().forward().years();
    double term = farthest < FAR_ENOUGH ? Double.NaN : surface.volatility(0, QUARTER) - atm;
    return new SurfaceSummary(atm, skew, term, VarianceStrip.index(chain, forwards, MONTH));
  }

  /** The volatility where d1 has a value, found by halving. */
  private static double atDelta(VolatilitySurface surface, double d1) {
    double width = surface.volatility(0, MONTH) * Math.sqrt(MONTH);
    double low = -WIDEST * width;
    double high = WIDEST * width;
    for (int i = 0; i < HALVINGS; i++) {
      double k = 0.5 * (low + high);
      double deviation = surface.volatility(k, MONTH) * Math.sqrt(MONTH);
      // d1 falls as the strike rises.
      if (-k / deviation + 0.5 * deviation > d1) {
        low = k;
      } else {
        high = k;
      }
    }
    return surface.volatility(0.5 * (low + high), MONTH);
  }
}
