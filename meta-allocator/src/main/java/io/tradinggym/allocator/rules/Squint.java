package io.tradinggym.allocator.rules;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.numbers.gamma.ErfDifference;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * Weights that learn all rates in [0, 1/2] at once, under the improper prior 1/eta on the rate:
 *
 * <pre>
 *   w_i ~ integral over 0..1/2 of exp(eta R_i - eta^2 V_i) d eta
 *       = sqrt(pi) exp(R^2 / 4V) [erf(R / 2 sqrt V) - erf((R - V) / 2 sqrt V)] / (2 sqrt V)
 *   R_i = sum of (own loss - expert's loss),   V_i = sum of their squares
 * </pre>
 *
 * <p>For losses in [0, 1]; its regret to an expert grows with the root of V, not of time, and there is nothing to tune.
 *
 * @see <a href="http://proceedings.mlr.press/v40/Koolen15a.html">Koolen and Van Erven (2015)</a>
 */
public final class Squint implements ExpertRule {
  /** Below, the closed form loses digits by cancellation and quadrature is exact. */
  private static final double SMALL_REGRET = 1;

  private static final double SMALL_VARIANCE = 0.01;
  private static final GaussJacobi RATES = GaussJacobi.beta(12, 1, 1);

  private final double[] regret;
  private final double[] variance;
  private final double[] weights;
  private final double[] scores;

  /**
   * The rule.
   *
   * @param experts number of experts, at least 2
   */
  public Squint(int experts) {
    regret = new double[Check.size(experts)];
    variance = new double[experts];
    weights = new double[experts];
    scores = new double[experts];
  }

  /**
   * {@return the most regret to an expert with this sum of squared differences, after so many rounds: theorem 3 of the
   * paper}
   *
   * @param variance V of the expert: the sum of the squared differences of its losses from those of the rule
   * @param rounds number of rounds, &gt;= 1
   */
  public double regretBound(double variance, long rounds) {
    double logs = StrictMath.log(rounds + 1.0);
    int n = regret.length;
    double spread = StrictMath.sqrt(2 * StrictMath.log((0.5 + logs) * n));
    return StrictMath.sqrt(2 * variance) * (1 + spread)
        + 5 * StrictMath.log(1 + (1 + 2 * logs) * n);
  }

  @Override
  public int size() {
    return regret.length;
  }

  @Override
  public void weights(double[] out) {
    for (int i = 0; i < regret.length; i++) {
      scores[i] = logEvidence(regret[i], variance[i]);
    }
    Softmax.apply(scores, out);
  }

  @Override
  public void update(double[] losses) {
    Check.unit(losses, regret.length);
    weights(weights);
    double mine = Softmax.dot(weights, losses, regret.length);
    for (int i = 0; i < regret.length; i++) {
      double r = mine - losses[i];
      regret[i] += r;
      variance[i] += r * r;
    }
  }

  /** Logarithm of the integral of {@code exp(eta R - eta^2 V)} over [0, 1/2]. */
  static double logEvidence(double r, double v) {
    if (Math.abs(r) <= SMALL_REGRET && v <= SMALL_VARIANCE) {
      double sum = 0;
      for (int k = 0; k < RATES.size(); k++) {
        double eta = RATES.node(k) / 2;
        sum += RATES.weight(k) * StrictMath.exp(eta * (r - eta * v));
      }
      return StrictMath.log(sum / 2);
    }
    double root = StrictMath.sqrt(v);
    double high = r / (2 * root);
    double low = (r - v) / (2 * root);
    double gap = r / 2 - v / 4; // = high^2 - low^2, without cancellation
    double log;
    if (high <= 0) {
      log = StrictMath.log(Erfcx.value(-high) - StrictMath.exp(gap) * Erfcx.value(-low));
    } else if (low >= 0) {
      log = gap + StrictMath.log(Erfcx.value(low) - StrictMath.exp(-gap) * Erfcx.value(high));
    } else {
      log = high * high + StrictMath.log(ErfDifference.value(low, high));
    }
    return log + 0.5 * StrictMath.log(Math.PI) - StrictMath.log(2 * root);
  }

  @Override
  public void reset() {
    Arrays.fill(regret, 0);
    Arrays.fill(variance, 0);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    State.save(out, regret);
    State.save(out, variance);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    State.restore(in, regret);
    State.restore(in, variance);
  }
}
