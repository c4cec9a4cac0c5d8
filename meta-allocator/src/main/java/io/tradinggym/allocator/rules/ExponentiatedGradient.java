package io.tradinggym.allocator.rules;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Multiplicative steps along the gradient of log wealth: {@code w_i ~ w_i exp(eta x_i / (w . x))}.
 *
 * <p>If no price relative of a round is below {@code r} times the largest, log wealth after T rounds is at most {@code
 * ln N / eta + eta T / (8 r^2)} behind that of the best constant mix.
 *
 * @see <a href="https://doi.org/10.1111/1467-9965.00058">Helmbold, Schapire, Singer and Warmuth (1998)</a>
 */
public final class ExponentiatedGradient implements PortfolioRule {
  private final double eta;
  private final double[] weights;
  private final double[] scores;

  /**
   * The rule.
   *
   * @param assets number of assets, at least 2
   * @param eta learning rate, &gt; 0; the paper uses 0.05
   */
  public ExponentiatedGradient(int assets, double eta) {
    weights = new double[Check.size(assets)];
    scores = new double[assets];
    this.eta = Check.positive("eta", eta);
    reset();
  }

  /**
   * {@return the most nats behind the best constant mix after so many rounds}
   *
   * @param rounds number of rounds, &gt;= 1
   * @param r least ratio of two price relatives of a round, in (0, 1]
   */
  public double regretBound(long rounds, double r) {
    return StrictMath.log(weights.length) / eta + eta * rounds / (8 * r * r);
  }

  @Override
  public int size() {
    return weights.length;
  }

  @Override
  public void weights(double[] out) {
    System.arraycopy(weights, 0, out, 0, weights.length);
  }

  @Override
  public void update(double[] relatives) {
    Check.relatives(relatives, weights.length);
    double growth = Softmax.dot(weights, relatives, weights.length);
    for (int i = 0; i < weights.length; i++) {
      scores[i] = StrictMath.log(weights[i]) + eta * relatives[i] / growth;
    }
    Softmax.apply(scores, weights);
  }

  @Override
  public void reset() {
    Arrays.fill(weights, 1.0 / weights.length);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    State.save(out, weights);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    State.restore(in, weights);
  }
}
