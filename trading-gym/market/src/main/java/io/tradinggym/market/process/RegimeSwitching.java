package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;

/**
 * A law under regimes that all assets share, such as calm and crisis: a Markov chain picks the regime s of each bar,
 * and the return is {@code drift_s + factor_s r} with r of the law beneath. A path starts in the chain's long-run
 * distribution.
 *
 * <p>Assumes that the variance law beneath does not know of the regime: it reacts to r, not to the scaled return.
 *
 * @see <a href="https://doi.org/10.2307/1912559">Hamilton (1989)</a>
 */
public final class RegimeSwitching implements PriceProcess {
  private static final double SUM = 1e-9;

  private final PriceProcess beneath;
  private final double[][] transition;
  private final double[] drift;
  private final double[] factor;
  private final double[] stationary;
  private final double rootMeanSquare;

  /**
   * The law.
   *
   * @param beneath the law within a regime
   * @param transition chance of regime j after regime i, regimes x regimes, rows sum to 1
   * @param drift added to each asset's log return of a bar, by regime
   * @param factor on the log returns beneath, > 0, by regime
   */
  public RegimeSwitching(
      PriceProcess beneath, double[][] transition, double[] drift, double[] factor) {
    int n = transition.length;
    this.beneath = beneath;
    this.drift = Checks.finite("drift", drift, n);
    this.factor = Checks.positive("factor", factor, n);
    this.transition = new double[n][];
    for (int i = 0; i < n; i++) {
      this.transition[i] = Checks.finite("transition row " + i, transition[i], n);
      double sum = Arrays.stream(transition[i]).sum();
      if (Arrays.stream(transition[i]).anyMatch(p -> p < 0) || Math.abs(sum - 1) > SUM) {
        throw new IllegalArgumentException(
            "transition row "
                + i
                + " must be chances that sum to 1, was "
                + Arrays.toString(transition[i]));
      }
    }
    stationary = longRun(this.transition);
    double square = 0;
    for (int s = 0; s < n; s++) {
      square += stationary[s] * factor[s] * factor[s];
    }
    rootMeanSquare = Math.sqrt(square);
  }

  /** Averages of the chain's distribution over many bars: converges for periodic chains too. */
  private static double[] longRun(double[][] transition) {
    int n = transition.length;
    double[] now = new double[n];
    Arrays.fill(now, 1.0 / n);
    for (int step = 0; step < 20_000; step++) {
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          next[j] += now[i] * (0.5 * transition[i][j] + (i == j ? 0.5 : 0));
        }
      }
      if (Arrays.equals(now, next)) {
        return now; // nothing would move it any more
      }
      now = next;
    }
    return now;
  }

  /**
   * {@return the long-run share of the bars spent in a regime, in [0, 1]}
   *
   * @param regime index of the regime, from 0
   */
  public double share(int regime) {
    return stationary[regime];
  }

  @Override
  public int assets() {
    return beneath.assets();
  }

  @Override
  public double typicalDeviation(int asset) {
    return beneath.typicalDeviation(asset) * rootMeanSquare;
  }

  @Override
  public String parameters() {
    return "regimes transition="
        + Arrays.deepToString(transition)
        + " drift="
        + Arrays.toString(drift)
        + " factor="
        + Arrays.toString(factor)
        + " of "
        + beneath.parameters();
  }

  @Override
  public Path path() {
    return new Walk();
  }

  private static int pick(double[] chances, double u) {
    int last = chances.length - 1;
    double sum = 0;
    for (int i = 0; i < last; i++) {
      sum += chances[i];
      if (u < sum) {
        return i;
      }
    }
    return last;
  }

  private final class Walk implements Path {
    private final Path path = beneath.path();
    private int regime;

    @Override
    public void start(RandomStream random) {
      path.start(random);
      regime = pick(stationary, random.uniform());
    }

    @Override
    public void step(RandomStream random, double[] logReturns, double[] deviations) {
      path.step(random, logReturns, deviations);
      for (int i = 0; i < logReturns.length; i++) {
        logReturns[i] = drift[regime] + factor[regime] * logReturns[i];
        deviations[i] *= factor[regime];
      }
      regime = pick(transition[regime], random.uniform());
    }
  }
}
