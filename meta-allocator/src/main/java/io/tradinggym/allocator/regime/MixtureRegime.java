package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import smile.stat.distribution.ExponentialFamilyMixture;
import smile.stat.distribution.GaussianDistribution;
import smile.stat.distribution.Mixture.Component;

/**
 * A Gaussian mixture of one number, fitted by Smile to the bars before the present one. It has no memory: a bar is
 * judged by itself, so states flicker (87 switches a year where six are true). For comparison with {@link RefittedHmm}.
 *
 * @see <a href="https://haifengl.github.io/">Smile 2.6.0</a>
 */
public final class MixtureRegime extends ExpandingFit {
  private static final int ITERATIONS = 500;
  private static final double TOLERANCE = 1e-6;
  private static final double LEAST_SPREAD = 1e-3;

  private final double[] weights;
  private final double[] now;

  /**
   * The model.
   *
   * @param states 2 to 8; state 0 of the first fit is the calmest
   * @param schedule when the model is fitted again
   */
  public MixtureRegime(int states, RefitSchedule schedule) {
    super(states, 1, schedule);
    weights = new double[states];
    now = new double[states];
  }

  @Override
  GaussianStates fit(double[] history, int bars, @Nullable GaussianStates before) {
    double[] x = Arrays.copyOf(history, bars);
    ExponentialFamilyMixture fit =
        ExponentialFamilyMixture.fit(x, start(x, before), 0, ITERATIONS, TOLERANCE);
    Component[] components = fit.components;
    if (!sound(components)) {
      components = start(x, before); // one component died or sits on one bar: what was known stands
    }
    int n = states();
    double[] mean = new double[n];
    double[] sd = new double[n];
    for (int k = 0; k < n; k++) {
      GaussianDistribution law = (GaussianDistribution) components[k].distribution;
      mean[k] = law.mu;
      sd[k] = Math.max(law.sigma, LEAST_SPREAD * deviation(x));
    }
    GaussianStates states = GaussianStates.of(mean, sd);
    int[] order = before == null ? Labels.byVolatility(states) : Labels.match(before, states);
    double[] shares = new double[n];
    for (int k = 0; k < n; k++) {
      shares[k] = components[order[k]].priori;
    }
    System.arraycopy(shares, 0, weights, 0, n);
    return Labels.reorder(states, order);
  }

  private static boolean sound(Component[] components) {
    for (Component component : components) {
      GaussianDistribution law = (GaussianDistribution) component.distribution;
      if (!(component.priori > 0 && law.sigma > 0 && Math.abs(law.mu) < Double.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }

  private static double deviation(double[] x) {
    double mean = Arrays.stream(x).average().orElse(0);
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    return Check.positive("standard deviation of the numbers so far", StrictMath.sqrt(variance));
  }

  /** The last fit, or states that differ in volatility. */
  private Component[] start(double[] x, @Nullable GaussianStates before) {
    double mean = Arrays.stream(x).average().orElse(0);
    double sd = deviation(x);
    Component[] start = new Component[states()];
    for (int k = 0; k < start.length; k++) {
      double place = 2.0 * k / (start.length - 1) - 1;
      start[k] =
          before == null
              ? new Component(
                  1.0 / start.length,
                  new GaussianDistribution(mean, sd * StrictMath.pow(1.8, place)))
              : new Component(
                  weights[k], new GaussianDistribution(before.mean()[k][0], before.sd()[k][0]));
    }
    return start;
  }

  @Override
  void advance(double[] x, int from) {
    GaussianStates states = fitted().orElseThrow();
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < now.length; k++) {
      now[k] = StrictMath.log(weights[k]) + states.logDensity(k, x, from);
      largest = Math.max(largest, now[k]);
    }
    double sum = 0;
    for (int k = 0; k < now.length; k++) {
      now[k] = StrictMath.exp(now[k] - largest);
      sum += now[k];
    }
    for (int k = 0; k < now.length; k++) {
      now[k] /= sum;
    }
  }

  @Override
  void chances(double[] out) {
    System.arraycopy(now, 0, out, 0, now.length);
  }

  @Override
  public int state() {
    return Likeliest.of(now);
  }

  @Override
  void forget() {
    Arrays.fill(now, 1.0 / now.length);
  }

  @Override
  void saveFit(DataOutput out) throws IOException {
    for (int k = 0; k < now.length; k++) {
      out.writeDouble(weights[k]);
      out.writeDouble(now[k]);
    }
  }

  @Override
  void restoreFit(DataInput in, GaussianStates states) throws IOException {
    for (int k = 0; k < now.length; k++) {
      weights[k] = in.readDouble();
      now[k] = in.readDouble();
    }
  }
}
