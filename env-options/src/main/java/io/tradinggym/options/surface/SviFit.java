package io.tradinggym.options.surface;

import io.tradinggym.api.util.Require;
import io.tradinggym.market.process.calibrate.NelderMead;
import java.util.function.ToDoubleFunction;

/**
 * A smile calibrated to quotes of one expiry.
 *
 * <p>Quasi-explicit calibration: with y = (k - m) / sigma the smile w = a + d y + c sqrt(y^2 + 1), c = b sigma, d =
 * rho b sigma, is linear in (a, d, c), so for given (m, sigma) the weighted least squares under |d| &lt;= c and c +
 * |d| &lt;= 2 sigma (Lee's bound) are solved exactly, and only (m, sigma) are searched, from several starts.
 *
 * <p>If that smile allows a butterfly in the checked range, the search is repeated with a penalty on it; the first
 * result stands, with its failed check, if none without is found.
 *
 * @param smile the fitted parameters
 * @param error root of the weighted mean squared error, in total variance
 * @param butterfly the arbitrage check over the quoted range, widened by half of it on both sides
 * @see <a href="https://zeliade.com/wp-content/uploads/whitepapers/zwp-0005-SVICalibration.pdf">Zeliade (2009)</a>
 */
public record SviFit(SviSlice smile, double error, ButterflyCheck butterfly) {
  private static final int CHECK_POINTS = 401;
  private static final int COARSE = 80;
  private static final double ROOM = 1e-3;
  private static final double STEEP = 1000;
  private static final double FLAT = 1e-3;
  private static final double[] SHIFTS = {0.2, 0.5, 0.8};
  private static final double[] WIDTHS = {0.05, 0.2, 0.6};

  /**
   * Fits total variances.
   *
   * @param k log-moneyness of the quotes, ascending, at least five
   * @throws IllegalArgumentException if the columns are not of one length >= 5
   * @param variance total implied variance of each, &gt; 0
   * @param weight of each quote, > 0, for example vega over half the spread
   * @return the fit and how far it is off
   */
  public static SviFit of(double[] k, double[] variance, double[] weight) {
    int n = k.length;
    if (n < 5 || variance.length != n || weight.length != n) {
      throw new IllegalArgumentException(
          "k, variance and weight must have the same length >= 5, were "
              + n
              + ", "
              + variance.length
              + " and "
              + weight.length);
    }
    for (int i = 0; i < n; i++) {
      Require.that(i == 0 || k[i] > k[i - 1], "k must ascend, entry " + i, k[i]);
      Require.that(variance[i] > 0, "variance must be > 0, entry " + i, variance[i]);
      Require.that(weight[i] > 0, "weight must be > 0, entry " + i, weight[i]);
    }
    double margin = 0.5 * (k[n - 1] - k[0]);
    double low = k[0] - margin;
    double high = k[n - 1] + margin;
    SviLeastSquares inner = new SviLeastSquares(k, variance, weight);
    SviFit free = search(k, inner, inner::error, low, high);
    if (free.butterfly().holds()) {
      return free;
    }
    double level = free.smile().totalVariance(0.5 * (low + high));
    SviFit penalised =
        search(
            k,
            inner,
            point -> {
              double error = inner.error(point);
              double arbitrage = arbitrage(inner.slice(), low, high);
              return error * (1 + STEEP * arbitrage) + FLAT * level * level * arbitrage;
            },
            low,
            high);
    return penalised.butterfly().holds() ? penalised : free;
  }

  private static SviFit search(
      double[] k,
      SviLeastSquares inner,
      ToDoubleFunction<double[]> objective,
      double low,
      double high) {
    double range = k[k.length - 1] - k[0];
    double[] best = {k[0] + 0.5 * range, StrictMath.log(0.2 * range)};
    double least = Double.POSITIVE_INFINITY;
    for (double shift : SHIFTS) {
      for (double width : WIDTHS) {
        double[] start = {k[0] + shift * range, StrictMath.log(width * range)};
        double[] point =
            NelderMead.minimise(objective, start, new double[] {0.1 * range, 0.3}, 800, 1e-16);
        double found = objective.applyAsDouble(point);
        if (found < least) {
          least = found;
          best = point;
        }
      }
    }
    inner.error(best);
    SviSlice slice = inner.slice();
    ButterflyCheck check = ButterflyCheck.of(slice, low, high, CHECK_POINTS);
    return new SviFit(slice, inner.residual(slice), check);
  }

  /** How far Durrleman's function falls below a small positive number on a coarse grid. */
  private static double arbitrage(SviSlice slice, double low, double high) {
    double worst = ROOM;
    for (int i = 0; i <= COARSE; i++) {
      worst = Math.min(worst, slice.durrleman(low + (high - low) * i / COARSE));
    }
    return ROOM - worst;
  }
}
