package io.tradinggym.allocator.rules;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Exponential weights that never give an expert up: after each round a share alpha of the weight is handed round, so
 * that the rule follows a best expert that changes.
 *
 * <pre>
 *   v_i ~ w_i exp(-eta l_i)
 *   w_i = (1 - alpha) v_i + alpha / N                       {@link Share#ALL}
 *   w_i = (1 - alpha) v_i + alpha (1 - v_i) / (N - 1)       {@link Share#OTHERS}
 * </pre>
 *
 * <p>With losses {@code -ln(price relative)}, eta 1 and {@link Share#OTHERS} its wealth is exactly the mixture over all
 * paths that switch with probability alpha.
 *
 * @see <a href="https://doi.org/10.1023/A:1007424614876">Herbster and Warmuth (1998)</a>
 */
public final class FixedShare implements ExpertRule {
  /** Whom the shared weight goes to. */
  public enum Share {
    /** All experts alike, the one that gives included. */
    ALL,
    /** All others alike. */
    OTHERS
  }

  private final double eta;
  private final double alpha;
  private final Share share;
  private final double[] weights;
  private final double[] scores;

  /**
   * The rule.
   *
   * @param experts number of experts, at least 2
   * @param eta learning rate per unit of loss, &gt; 0
   * @param alpha share of the weight that is handed round after each round, in [0, 1]; about switches / rounds
   * @param share how weight is shared
   */
  public FixedShare(int experts, double eta, double alpha, Share share) {
    weights = new double[Check.size(experts)];
    scores = new double[experts];
    this.eta = Check.positive("eta", eta);
    this.alpha = Check.within("alpha", alpha, 0, 1);
    this.share = share;
    reset();
  }

  /**
   * {@return the rule at the rates that are best against the best sequence of experts with so many switches, for
   * losses in [0, 1]: {@code alpha = k / (T - 1)} and the eta that makes {@link #regretBound} least}
   *
   * @param experts number of experts, &gt;= 2
   * @param rounds number of rounds, &gt;= 1
   * @param switches changes of the best expert, 0 to rounds - 1
   */
  public static FixedShare forSwitches(int experts, int rounds, int switches) {
    double alpha = Check.within("switches", switches, 0, rounds - 1.0) / Math.max(rounds - 1, 1);
    double eta = StrictMath.sqrt(8 * complexity(experts, rounds, switches) / rounds);
    return new FixedShare(experts, eta, alpha, Share.ALL);
  }

  /**
   * {@return the most regret of {@link #forSwitches} to the best sequence with so many switches: {@code sqrt(T/2 [(k+1)
   * ln N + (T-1) H(k/(T-1))])}, H the entropy in nats}
   *
   * @param experts number of experts, &gt;= 2
   * @param rounds number of rounds, &gt;= 1
   * @param switches changes of the best expert, 0 to rounds - 1
   */
  public static double regretBound(int experts, int rounds, int switches) {
    return StrictMath.sqrt(rounds / 2.0 * complexity(experts, rounds, switches));
  }

  /**
   * {@return the most nats of log wealth behind the best sequence of assets with so many switches, at eta 1 and {@link
   * Share#OTHERS}: {@code ln N + k ln(N-1) + (T-1) H(k/(T-1))}}
   *
   * @param assets number of assets, &gt;= 2
   * @param rounds number of rounds, &gt;= 1
   * @param switches changes of the best asset, 0 to rounds - 1
   */
  public static double wealthBound(int assets, int rounds, int switches) {
    return StrictMath.log(assets)
        + switches * StrictMath.log(assets - 1.0)
        + switchingEntropy(rounds, switches);
  }

  private static double complexity(int experts, int rounds, int switches) {
    return (switches + 1) * StrictMath.log(experts) + switchingEntropy(rounds, switches);
  }

  private static double switchingEntropy(int rounds, int switches) {
    int chances = rounds - 1;
    double stays = chances - switches;
    double nats = 0;
    if (switches > 0) {
      nats -= switches * StrictMath.log((double) switches / chances);
    }
    if (stays > 0) {
      nats -= stays * StrictMath.log(stays / chances);
    }
    return nats;
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
  public void update(double[] losses) {
    Check.finite(losses, weights.length);
    for (int i = 0; i < weights.length; i++) {
      scores[i] = StrictMath.log(weights[i]) - eta * losses[i];
    }
    Softmax.apply(scores, weights);
    double each = share == Share.ALL ? alpha / weights.length : alpha / (weights.length - 1);
    double kept = share == Share.ALL ? 1 - alpha : 1 - alpha - each;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = kept * weights[i] + each;
    }
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
