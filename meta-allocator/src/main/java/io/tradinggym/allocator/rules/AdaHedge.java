package io.tradinggym.allocator.rules;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Hedge that sets its own rate, {@code eta = ln N / Delta}, from the sum Delta of its mixability gaps: what a round
 * cost beyond the mix loss {@code -ln(sum w exp(-eta l)) / eta}. At Delta = 0 eta is infinite: the leaders share alike.
 *
 * <p>The regret is at most {@code 2 Delta}, always and for losses of any range; Delta itself stays small where losses
 * are easy.
 *
 * @see <a href="https://jmlr.org/papers/v15/rooij14a.html">De Rooij, Van Erven, Gruenwald and Koolen (2014)</a>
 */
public final class AdaHedge implements ExpertRule {
  private final double[] losses;
  private final double[] weights;
  private final double[] scores;
  private double delta;

  /**
   * The rule.
   *
   * @param experts number of experts, at least 2
   */
  public AdaHedge(int experts) {
    losses = new double[Check.size(experts)];
    weights = new double[experts];
    scores = new double[experts];
  }

  /** {@return the sum of the mixability gaps so far; twice of it bounds the regret} */
  public double delta() {
    return delta;
  }

  @Override
  public int size() {
    return losses.length;
  }

  @Override
  public void weights(double[] out) {
    double least = least(losses);
    if (delta == 0) {
      int leaders = 0;
      for (double loss : losses) {
        leaders += loss == least ? 1 : 0;
      }
      for (int i = 0; i < losses.length; i++) {
        out[i] = losses[i] == least ? 1.0 / leaders : 0;
      }
      return;
    }
    double eta = StrictMath.log(losses.length) / delta;
    for (int i = 0; i < losses.length; i++) {
      scores[i] = -eta * (losses[i] - least);
    }
    Softmax.apply(scores, out);
  }

  @Override
  public void update(double[] round) {
    Check.finite(round, losses.length);
    weights(weights);
    double mine = Softmax.dot(weights, round, losses.length);
    double mix = delta == 0 ? leastOfLeaders(round) : mixLoss(round);
    delta += Math.max(0, mine - mix);
    for (int i = 0; i < losses.length; i++) {
      losses[i] += round[i];
    }
  }

  /** The limit of the mix loss at an infinite rate: how much the least sum of losses grows. */
  private double leastOfLeaders(double[] round) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < losses.length; i++) {
      least = Math.min(least, losses[i] + round[i]);
    }
    return least - least(losses);
  }

  private double mixLoss(double[] round) {
    double eta = StrictMath.log(losses.length) / delta;
    double least = least(round);
    double sum = 0;
    for (int i = 0; i < losses.length; i++) {
      sum += weights[i] * StrictMath.exp(-eta * (round[i] - least));
    }
    return least - StrictMath.log(sum) / eta;
  }

  private static double least(double[] values) {
    double least = values[0];
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  @Override
  public void reset() {
    Arrays.fill(losses, 0);
    delta = 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    State.save(out, losses);
    out.writeDouble(delta);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    State.restore(in, losses);
    delta = in.readDouble();
  }
}
