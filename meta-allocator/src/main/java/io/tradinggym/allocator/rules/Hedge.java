package io.tradinggym.allocator.rules;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Exponential weights: {@code w_i ~ exp(-eta L_i)}, L the sum of the expert's losses. The same as following the leader
 * regularised by entropy.
 *
 * <p>For losses in [0, 1] the regret to the best of N experts after T rounds is at most {@code ln N / eta + eta T / 8},
 * with {@link #forHorizon} {@code sqrt(T ln N / 2)}.
 *
 * @see <a href="https://doi.org/10.1006/jcss.1997.1504">Freund and Schapire (1997)</a>
 */
public final class Hedge implements ExpertRule {
  private final double eta;
  private final double[] scores;

  /**
   * The rule with a learning rate.
   *
   * @param experts number of experts, at least 2
   * @param eta learning rate per unit of loss, &gt; 0
   */
  public Hedge(int experts, double eta) {
    scores = new double[Check.size(experts)];
    this.eta = Check.positive("eta", eta);
  }

  /**
   * {@return the rule at the rate that is best for so many rounds of losses in [0, 1]: {@code sqrt(8 ln N / T)}}
   *
   * @param experts number of experts, &gt;= 2
   * @param rounds number of rounds, &gt;= 1
   */
  public static Hedge forHorizon(int experts, long rounds) {
    return new Hedge(experts, StrictMath.sqrt(8 * StrictMath.log(experts) / Math.max(rounds, 1)));
  }

  /**
   * {@return the most regret after so many rounds of losses in [0, 1]}
   *
   * @param rounds number of rounds, &gt;= 1
   */
  public double regretBound(long rounds) {
    return StrictMath.log(scores.length) / eta + eta * rounds / 8;
  }

  @Override
  public int size() {
    return scores.length;
  }

  @Override
  public void weights(double[] out) {
    Softmax.apply(scores, out);
  }

  @Override
  public void update(double[] losses) {
    Check.finite(losses, scores.length);
    for (int i = 0; i < scores.length; i++) {
      scores[i] -= eta * losses[i];
    }
  }

  @Override
  public void reset() {
    Arrays.fill(scores, 0);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    State.save(out, scores);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    State.restore(in, scores);
  }
}
