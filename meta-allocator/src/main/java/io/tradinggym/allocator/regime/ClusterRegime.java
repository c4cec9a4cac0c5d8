package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import smile.clustering.KMeans;
import smile.math.MathEx;

/**
 * k-means clusters, fitted by Smile to the bars before the present one, scaled by their standard deviations; a bar
 * belongs to the nearest centre. It has no memory and knows no chances: feed it what changes slowly, such as the
 * volatility of the last 20 bars.
 *
 * @see <a href="https://haifengl.github.io/">Smile 2.6.0</a>
 */
public final class ClusterRegime extends ExpandingFit {
  private static final int ITERATIONS = 100;
  private static final double TOLERANCE = 1e-6;
  private static final double LEAST_SPREAD = 1e-12;

  private final long seed;
  private final double[] scale;
  private int state;

  /**
   * The model.
   *
   * @param states 2 to 8; state 0 of the first fit has the least first number
   * @param dimensions numbers in an observation, at least 1
   * @param schedule when the model is fitted again
   * @param seed of the first centres, any number
   */
  public ClusterRegime(int states, int dimensions, RefitSchedule schedule, long seed) {
    super(states, dimensions, schedule);
    this.seed = seed;
    scale = new double[dimensions];
  }

  @Override
  GaussianStates fit(double[] history, int bars, @Nullable GaussianStates before) {
    int n = dimensions();
    for (int d = 0; d < n; d++) {
      double mean = 0;
      for (int t = 0; t < bars; t++) {
        mean += history[t * n + d] / bars;
      }
      double squares = 0;
      for (int t = 0; t < bars; t++) {
        double gap = history[t * n + d] - mean;
        squares += gap * gap / bars;
      }
      scale[d] = squares > 0 ? StrictMath.sqrt(squares) : 1;
    }
    double[][] scaled = new double[bars][n];
    for (int t = 0; t < bars; t++) {
      for (int d = 0; d < n; d++) {
        scaled[t][d] = history[t * n + d] / scale[d];
      }
    }
    MathEx.setSeed(seed);
    KMeans fit = KMeans.fit(scaled, states(), ITERATIONS, TOLERANCE);
    GaussianStates states = states(fit, scaled);
    return Labels.reorder(
        states, before == null ? Labels.byMean(states) : Labels.match(before, states));
  }

  private GaussianStates states(KMeans fit, double[][] scaled) {
    double[][] mean = new double[states()][dimensions()];
    double[][] sd = new double[states()][dimensions()];
    for (int d = 0; d < dimensions(); d++) {
      for (int k = 0; k < states(); k++) {
        double squares = 0;
        int count = 0;
        for (int t = 0; t < scaled.length; t++) {
          if (fit.y[t] == k) {
            double gap = scaled[t][d] - fit.centroids[k][d];
            squares += gap * gap;
            count++;
          }
        }
        mean[k][d] = fit.centroids[k][d] * scale[d];
        double spread = count == 0 ? 0 : StrictMath.sqrt(squares / count);
        sd[k][d] = Math.max(spread, LEAST_SPREAD) * scale[d];
      }
    }
    return new GaussianStates(mean, sd);
  }

  @Override
  void advance(double[] x, int from) {
    GaussianStates states = fitted().orElseThrow();
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < states(); k++) {
      double distance = 0;
      for (int d = 0; d < dimensions(); d++) {
        double gap = (x[from + d] - states.mean()[k][d]) / scale[d];
        distance += gap * gap;
      }
      if (distance < least) {
        least = distance;
        state = k;
      }
    }
  }

  @Override
  void chances(double[] out) {
    Arrays.fill(out, 0, states(), 0);
    out[state] = 1;
  }

  @Override
  public int state() {
    return state;
  }

  @Override
  void forget() {
    state = 0;
  }

  @Override
  void saveFit(DataOutput out) throws IOException {
    for (double value : scale) {
      out.writeDouble(value);
    }
    out.writeInt(state);
  }

  @Override
  void restoreFit(DataInput in, GaussianStates states) throws IOException {
    for (int d = 0; d < scale.length; d++) {
      scale[d] = in.readDouble();
    }
    state = in.readInt();
  }
}
