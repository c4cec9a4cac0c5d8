package io.tradinggym.allocator.rules;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * One arm a round, and only its reward is seen: {@code p_i = (1 - gamma) w_i / sum w + gamma / K}, and the chosen arm's
 * weight grows by {@code exp(gamma / K x reward / p)}.
 *
 * <p>For rewards in [0, 1] the expected regret to the best arm is at most {@code (e - 1) gamma G + K ln K / gamma}, G
 * the best arm's sum; with {@link #forHorizon} at most {@code 2.63 sqrt(T K ln K)}.
 *
 * @see <a href="https://doi.org/10.1137/S0097539701398375">Auer, Cesa-Bianchi, Freund and Schapire (2002)</a>
 */
public final class Exp3 implements Resumable {
  private final double gamma;
  private final double[] scores;
  private final double[] probabilities;

  /**
   * The rule.
   *
   * @param arms number of arms, at least 2
   * @param gamma share of exploration, in (0, 1]
   */
  public Exp3(int arms, double gamma) {
    scores = new double[Check.size(arms)];
    probabilities = new double[arms];
    this.gamma = Check.within("gamma", gamma, Double.MIN_NORMAL, 1);
    refresh();
  }

  /**
   * {@return the rule with the exploration that is best for so many rounds: {@code min(1, sqrt(K ln K / ((e - 1)
   * T)))}}
   *
   * @param arms number of arms, &gt;= 2
   * @param rounds number of rounds, &gt;= 1
   */
  public static Exp3 forHorizon(int arms, long rounds) {
    double share = StrictMath.sqrt(arms * StrictMath.log(arms) / ((Math.E - 1) * rounds));
    return new Exp3(arms, Math.min(1, share));
  }

  /**
   * {@return the most expected regret of {@link #forHorizon}, in units of reward}
   *
   * @param arms number of arms, &gt;= 2
   * @param rounds number of rounds, &gt;= 1
   */
  public static double regretBound(int arms, long rounds) {
    return 2 * StrictMath.sqrt(Math.E - 1) * StrictMath.sqrt(rounds * arms * StrictMath.log(arms));
  }

  /** {@return how many arms there are} */
  public int size() {
    return scores.length;
  }

  /**
   * Writes the chance of each arm in the coming round.
   *
   * @param out receives one chance an arm, sum 1
   */
  public void probabilities(double[] out) {
    System.arraycopy(probabilities, 0, out, 0, probabilities.length);
  }

  /**
   * Draws the arm of the coming round.
   *
   * @param random the stream to draw from
   * @return the index of the arm, from 0
   */
  public int choose(RandomStream random) {
    double left = random.uniform();
    int last = probabilities.length - 1;
    for (int arm = 0; arm < last; arm++) {
      left -= probabilities[arm];
      if (left < 0) {
        return arm;
      }
    }
    return last;
  }

  /**
   * Takes in a round.
   *
   * @param arm index of the arm that was chosen by {@link #choose}
   * @param reward of that arm, in [0, 1]
   */
  public void update(int arm, double reward) {
    Check.within("arm", arm, 0, scores.length - 1.0);
    Check.within("reward", reward, 0, 1);
    scores[arm] += gamma / scores.length * reward / probabilities[arm];
    refresh();
  }

  private void refresh() {
    Softmax.apply(scores, probabilities);
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] = (1 - gamma) * probabilities[i] + gamma / scores.length;
    }
  }

  /** Forgets all rounds. */
  public void reset() {
    Arrays.fill(scores, 0);
    refresh();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    State.save(out, scores);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    State.restore(in, scores);
    refresh();
  }
}
