package io.tradinggym.allocator.rules;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Prod with a rate of its own for each expert, set from what was seen:
 *
 * <pre>
 *   p_i ~ eta_i w_i,   eta_i = min(1/2, sqrt(ln N / (1 + S_i))),   S_i = sum of r_i^2,   r_i = own loss - expert's loss
 *   w_i = (w_i (1 + eta_i r_i))^(eta_i' / eta_i)       eta' the rate of the next round
 * </pre>
 *
 * @see <a href="http://proceedings.mlr.press/v35/gaillard14.html">Gaillard, Stoltz and Van Erven (2014), algorithm
 *     3</a>
 */
public final class MlProd implements ExpertRule {
  private final double logExperts;
  private final double[] logs;
  private final double[] squares;
  private final double[] weights;
  private final double[] scores;

  /**
   * The rule.
   *
   * @param experts number of experts, at least 2
   */
  public MlProd(int experts) {
    logs = new double[Check.size(experts)];
    squares = new double[experts];
    weights = new double[experts];
    scores = new double[experts];
    logExperts = StrictMath.log(experts);
  }

  /**
   * {@return the most regret to an expert after so many rounds of losses in [0, 1]: corollary 4 of the paper}
   *
   * @param squares S of the expert: the sum of the squared differences of its losses from those of the rule
   * @param rounds number of rounds, &gt;= 1
   */
  public double regretBound(double squares, long rounds) {
    int n = logs.length;
    double c =
        3 * logExperts + StrictMath.log(1 + n / (2 * Math.E) * (1 + StrictMath.log(rounds + 1.0)));
    return c / StrictMath.sqrt(logExperts) * StrictMath.sqrt(1 + squares) + 2 * c;
  }

  @Override
  public int size() {
    return logs.length;
  }

  @Override
  public void weights(double[] out) {
    for (int i = 0; i < logs.length; i++) {
      scores[i] = logs[i] + StrictMath.log(rate(squares[i]));
    }
    Softmax.apply(scores, out);
  }

  @Override
  public void update(double[] losses) {
    Check.unit(losses, logs.length);
    weights(weights);
    double mine = Softmax.dot(weights, losses, logs.length);
    for (int i = 0; i < logs.length; i++) {
      double r = mine - losses[i];
      double before = rate(squares[i]);
      squares[i] += r * r;
      logs[i] = (logs[i] + StrictMath.log1p(before * r)) * (rate(squares[i]) / before);
    }
  }

  private double rate(double sum) {
    return Math.min(0.5, StrictMath.sqrt(logExperts / (1 + sum)));
  }

  @Override
  public void reset() {
    Arrays.fill(logs, 0);
    Arrays.fill(squares, 0);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    State.save(out, logs);
    State.save(out, squares);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    State.restore(in, logs);
    State.restore(in, squares);
  }
}
