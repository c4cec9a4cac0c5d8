package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Correlated shocks of mean 0 and variance 1, normal or Student-t. Immutable.
 *
 * <p>Student-t: normal shocks z are divided by the root of a chi-square that all assets share, so that bad days come
 * together: {@code z_i sqrt((nu_i - 2) / W_i)}, where {@code W_i} is the chi-square quantile with {@code nu_i} degrees
 * of freedom at one common uniform. With equal nu it is the multivariate t, with tail dependence {@code 2
 * T_(nu+1)(-sqrt((nu+1)(1-rho)/(1+rho)))}; with unequal nu the grouped t, each margin exact.
 *
 * @see "Daul, De Giorgi, Lindskog and McNeil (2003), The grouped t-copula with an application to credit risk"
 */
public final class Shocks {
  private final Correlation correlation;
  private final double[] freedom;
  private final StudentScale @Nullable [] scales;

  private Shocks(Correlation correlation, double[] freedom, StudentScale @Nullable [] scales) {
    this.correlation = correlation;
    this.freedom = freedom;
    this.scales = scales;
  }

  /**
   * {@return normal shocks}
   *
   * @param correlation between assets
   */
  public static Shocks normal(Correlation correlation) {
    return new Shocks(correlation, new double[0], null);
  }

  /**
   * {@return Student-t shocks}
   *
   * @param correlation between assets
   * @param freedom degrees of freedom by asset, > 2; one number stands for all assets
   */
  public static Shocks student(Correlation correlation, double... freedom) {
    int n = correlation.assets();
    double[] nu = freedom.length == 1 ? new double[n] : Checks.positive("freedom", freedom, n);
    if (freedom.length == 1) {
      Arrays.fill(nu, freedom[0]);
    }
    StudentScale[] scales = new StudentScale[n];
    for (int i = 0; i < n; i++) {
      scales[i] = StudentScale.of(nu[i]);
    }
    return new Shocks(correlation, nu, scales);
  }

  /** {@return the number of assets} */
  public int assets() {
    return correlation.assets();
  }

  /** {@return how the shocks are correlated} */
  public Correlation correlation() {
    return correlation;
  }

  /**
   * Fills z with the shocks of one bar.
   *
   * @param random one normal number an asset is drawn, and for Student-t one more
   * @param z overwritten, one number an asset
   */
  public void draw(RandomStream random, double[] z) {
    correlation.draw(random, z);
    if (scales != null) {
      double common = random.gaussian();
      for (int i = 0; i < z.length; i++) {
        z[i] *= scales[i].at(common);
      }
    }
  }

  @Override
  public String toString() {
    return (scales == null ? "normal" : "student" + Arrays.toString(freedom))
        + " correlation="
        + correlation;
  }
}
