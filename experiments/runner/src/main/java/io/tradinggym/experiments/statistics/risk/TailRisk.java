package io.tradinggym.experiments.statistics.risk;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Value at risk (the loss exceeded with probability 1 - confidence) and expected shortfall (the mean loss beyond it)
 * of a return with mean 0 and standard deviation 1. A loss is positive. For mean m and deviation s the loss is {@code
 * s * value - m}. Confidence lies in (0, 1), 0.99 for VaR99.
 *
 * @see <a href="https://press.princeton.edu/books/hardcover/9780691166278">McNeil, Frey and Embrechts (2015),
 *     Quantitative Risk Management, section 2.3.4</a>
 */
public final class TailRisk {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private TailRisk() {}

  /** Normal value at risk: z. */
  public static double normalValueAtRisk(double confidence) {
    return quantile(NORMAL, confidence);
  }

  /** Normal expected shortfall: phi(z) / (1 - confidence). */
  public static double normalExpectedShortfall(double confidence) {
    return NORMAL.density(normalValueAtRisk(confidence)) / (1 - confidence);
  }

  /**
   * Value at risk of Student's law scaled to variance 1: t sqrt((v - 2) / v).
   *
   * @param degrees of freedom v, > 2, or there is no variance
   */
  public static double studentValueAtRisk(double confidence, double degrees) {
    return quantile(student(degrees), confidence) * unitVariance(degrees);
  }

  /**
   * Expected shortfall of Student's law scaled to variance 1: f(t) / (1 - confidence) (v + t^2) / (v - 1) sqrt((v - 2)
   * / v).
   */
  public static double studentExpectedShortfall(double confidence, double degrees) {
    TDistribution law = student(degrees);
    double t = quantile(law, confidence);
    return law.density(t)
        / (1 - confidence)
        * (degrees + t * t)
        / (degrees - 1)
        * unitVariance(degrees);
  }

  /**
   * Cornish-Fisher quantile of a standardised return, z + (z^2 - 1) S / 6 + (z^3 - 3z) K / 24 - (2z^3 - 5z) S^2 / 36,
   * z the normal quantile of p.
   *
   * <p>S and K are parameters of the expansion; they are near the law's skewness and excess kurtosis only when small.
   *
   * @param p in (0, 1); 0.01 gives a return far below zero, whose negative is VaR99
   * @param skewness S
   * @param excessKurtosis K, 0 for a normal law
   * @throws IllegalArgumentException where the expansion is no quantile function, see {@link #cornishFisherIsMonotone}
   */
  public static double cornishFisherQuantile(double p, double skewness, double excessKurtosis) {
    if (!cornishFisherIsMonotone(skewness, excessKurtosis)) {
      throw new IllegalArgumentException(
          "skewness and excessKurtosis must lie where the expansion rises with p, were "
              + skewness
              + " and "
              + excessKurtosis);
    }
    double z = quantile(NORMAL, p);
    double cube = z * z * z;
    return z
        + (z * z - 1) * skewness / 6
        + (cube - 3 * z) * excessKurtosis / 24
        - (2 * cube - 5 * z) * skewness * skewness / 36;
  }

  /**
   * Whether the expansion rises with p everywhere: its derivative in z, a parabola, is nowhere below zero.
   *
   * @see <a href="https://doi.org/10.2139/ssrn.1997178">Maillard (2012), A User's Guide to the Cornish Fisher
   *     Expansion</a>
   */
  public static boolean cornishFisherIsMonotone(double skewness, double excessKurtosis) {
    double squared = skewness * skewness;
    double curvature = excessKurtosis / 8 - squared / 6;
    double constant = 1 - excessKurtosis / 8 + 5 * squared / 36;
    return curvature >= 0 && squared / 9 <= 4 * curvature * constant;
  }

  private static TDistribution student(double degrees) {
    if (!(degrees > 2) || Double.isInfinite(degrees)) {
      throw new IllegalArgumentException("degrees must be > 2 and finite, was " + degrees);
    }
    return TDistribution.of(degrees);
  }

  private static double unitVariance(double degrees) {
    return Math.sqrt((degrees - 2) / degrees);
  }

  private static double quantile(ContinuousDistribution law, double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("probability must lie in (0, 1), was " + p);
    }
    return law.inverseCumulativeProbability(p);
  }
}
