package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A state is left when the evidence against it exceeds a penalty. The online recursion of the statistical jump model,
 * with fixed states and minus log densities as costs:
 *
 * <pre>
 *   V_k &lt;- min(V_k, min_j V_j + lambda) + cost_k(x),      state = argmin V
 * </pre>
 *
 * <p>With two states this is a clipped CUSUM: {@code D <- clip(D, -lambda, lambda) + cost_0 - cost_1}, state 1 where D
 * &gt; 0. (The fit of a jump model, a dynamic programme over the whole sample, knows the future; it is not offered.)
 *
 * @see <a href="https://doi.org/10.1016/j.patrec.2020.06.014">Nystrup, Lindstroem and Madsen (2020)</a>
 */
public final class OnlineJumpModel implements RegimeModel {
  private final GaussianStates seen;
  private final double lambda;
  private final double[] values;

  /**
   * The model.
   *
   * @param seen what is seen in each state
   * @param lambda evidence that a switch takes, nats, &gt; 0; about 2 to 4 for days
   */
  public OnlineJumpModel(GaussianStates seen, double lambda) {
    this.seen = seen;
    this.lambda = Check.positive("lambda", lambda);
    values = new double[seen.states()];
  }

  @Override
  public int states() {
    return values.length;
  }

  @Override
  public int dimensions() {
    return seen.dimensions();
  }

  @Override
  public void update(double[] x) {
    Check.observation(x, dimensions());
    update(x, 0);
  }

  /** The same from an index on. */
  void update(double[] x, int from) {
    double least = least();
    for (int k = 0; k < values.length; k++) {
      values[k] = Math.min(values[k], least + lambda) - seen.logDensity(k, x, from);
    }
    double after = least(); // only differences matter
    for (int k = 0; k < values.length; k++) {
      values[k] -= after;
    }
  }

  private double least() {
    double least = values[0];
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  @Override
  public void probabilities(double[] out) {
    Arrays.fill(out, 0, values.length, 0);
    out[state()] = 1;
  }

  @Override
  public int state() {
    int best = 0;
    for (int k = 1; k < values.length; k++) {
      best = values[k] < values[best] ? k : best;
    }
    return best;
  }

  @Override
  public void reset() {
    Arrays.fill(values, 0);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
  }
}
