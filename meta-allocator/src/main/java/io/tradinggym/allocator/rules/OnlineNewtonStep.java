package io.tradinggym.allocator.rules;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Newton steps on log wealth, projected back in the metric of the curvature:
 *
 * <pre>
 *   g = x / (w . x),   A = I + sum g g',   b = (1 + 1/beta) sum g
 *   w = (1 - eta) argmin over the simplex of (y - delta A^-1 b)' A (y - delta A^-1 b)  +  eta / N
 * </pre>
 *
 * <p>Its regret to the best constant mix grows with the logarithm of time, at a cost of N^3 a round.
 *
 * @see <a href="https://doi.org/10.1145/1143844.1143846">Agarwal, Hazan, Kale and Schapire (2006)</a>
 */
public final class OnlineNewtonStep implements PortfolioRule {
  private final double eta;
  private final double beta;
  private final double delta;
  private final double[] weights;
  private final double[] target;
  private final double[] curvature;
  private final double[] step;
  private final SimplexQuadratic simplex;

  /**
   * The rule.
   *
   * @param assets number of assets, at least 2
   * @param eta share that is always spread evenly, in [0, 1]
   * @param beta caution of the step, &gt; 0
   * @param delta size of the step, &gt; 0
   */
  public OnlineNewtonStep(int assets, double eta, double beta, double delta) {
    weights = new double[Check.size(assets)];
    target = new double[assets];
    step = new double[assets];
    curvature = new double[assets * assets];
    simplex = new SimplexQuadratic(assets);
    this.eta = Check.within("eta", eta, 0, 1);
    this.beta = Check.positive("beta", beta);
    this.delta = Check.positive("delta", delta);
    reset();
  }

  /**
   * {@return the rule at the settings that the authors use in their experiments: eta 0, beta 1, delta 1/8}
   *
   * @param assets number of assets, at least 2
   */
  public static OnlineNewtonStep standard(int assets) {
    return new OnlineNewtonStep(assets, 0, 1, 0.125);
  }

  /**
   * {@return the rule at the settings with a proof, where no price relative of a round is below r times the
   * largest}
   *
   * @param assets number of assets, at least 2
   * @param r least price relative of a round over the largest, in (0, 1]
   */
  public static OnlineNewtonStep proven(int assets, double r) {
    return new OnlineNewtonStep(assets, 0, r / (8 * StrictMath.sqrt(assets)), 1);
  }

  /**
   * {@return the most nats of {@link #proven} behind the best constant mix after so many rounds: theorem 1 of the
   * paper}
   *
   * @param assets number of assets, at least 2
   * @param rounds number of rounds, &gt;= 1
   * @param r as {@link #proven} was given it, in (0, 1]
   */
  public static double regretBound(int assets, long rounds, double r) {
    return 10
        * StrictMath.pow(assets, 1.5)
        / r
        * StrictMath.log(Math.max(Math.E, assets * rounds / (r * r)));
  }

  @Override
  public int size() {
    return weights.length;
  }

  @Override
  public void weights(double[] out) {
    for (int i = 0; i < weights.length; i++) {
      out[i] = (1 - eta) * weights[i] + eta / weights.length;
    }
  }

  @Override
  public void update(double[] relatives) {
    int n = weights.length;
    Check.relatives(relatives, n);
    weights(step);
    double growth = Softmax.dot(step, relatives, n);
    for (int i = 0; i < n; i++) {
      target[i] += (1 + 1 / beta) * relatives[i] / growth;
      for (int j = 0; j < n; j++) {
        curvature[i * n + j] += relatives[i] / growth * (relatives[j] / growth);
      }
    }
    for (int i = 0; i < n; i++) {
      step[i] = delta * target[i];
    }
    simplex.minimise(curvature, step, weights);
  }

  @Override
  public void reset() {
    int n = weights.length;
    Arrays.fill(weights, 1.0 / n);
    Arrays.fill(target, 0);
    Arrays.fill(curvature, 0);
    for (int i = 0; i < n; i++) {
      curvature[i * n + i] = 1;
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    State.save(out, weights);
    State.save(out, target);
    State.save(out, curvature);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    State.restore(in, weights);
    State.restore(in, target);
    State.restore(in, curvature);
  }
}
