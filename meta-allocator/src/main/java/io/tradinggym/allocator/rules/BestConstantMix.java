package io.tradinggym.allocator.rules;

import java.util.Arrays;

/**
 * The constant mix with the most log wealth over given rounds, in hindsight: what portfolio rules are measured against,
 * and the growth-optimal mix of a market when the rounds are scenarios of it.
 *
 * <p>Where it stands the mean gain {@code g_i = mean(x_i / (w . x))} of every instrument is at most 1, and 1 for those
 * it holds; {@code sum w_i g_i = 1} for all weights, so that the largest gain less 1 bounds what is still missing
 * (Cover). These conditions are solved by an interior-point method with Newton's steps.
 *
 * @see <a href="https://doi.org/10.1109/TIT.1984.1056869">Cover (1984)</a>
 * @see <a href="https://doi.org/10.1017/CBO9780511804441">Boyd and Vandenberghe (2004), 11.7</a>
 */
public final class BestConstantMix {
  private static final double MISSING = 1e-12;
  private static final int ITERATIONS = 200;

  /** Part by which curvature is larger in a step, for instruments that are alike. */
  private static final double RIDGE = 1e-12;

  /** How much nearer to the conditions a step aims, and how far towards a weight of 0 it goes. */
  private static final double NEARER = 0.1;

  private static final double SHORT_OF_ZERO = 0.99;

  private final double[][] relatives;
  private final int size;
  private final double[] weights;
  private final double[] slack;
  private final double[] gains;
  private final double[] scaled;
  private final double[] move;
  private final double[] slackMove;
  private final double[] curvature;

  private BestConstantMix(double[][] relatives, int size) {
    this.relatives = relatives;
    this.size = size;
    weights = new double[size];
    slack = new double[size];
    gains = new double[size];
    scaled = new double[size];
    move = new double[size];
    slackMove = new double[size];
    curvature = new double[size * size];
    Arrays.fill(weights, 1.0 / size);
    Arrays.fill(slack, 1);
  }

  /**
   * {@return the weights of the best mix, one an asset, none negative, sum 1}
   *
   * @param relatives price relatives by round and asset, &gt; 0; at least one round
   */
  public static double[] weights(double[][] relatives) {
    if (relatives.length == 0) {
      throw new IllegalArgumentException("the best mix of no rounds is not defined");
    }
    int assets = relatives[0].length;
    for (double[] round : relatives) {
      Check.relatives(round, assets);
    }
    BestConstantMix search = new BestConstantMix(relatives, assets);
    double[] best = search.weights.clone();
    double least = search.look();
    for (int i = 0; least > MISSING && i < ITERATIONS && search.step(); i++) {
      double left = search.look();
      if (left < least) {
        least = left;
        System.arraycopy(search.weights, 0, best, 0, assets);
      }
    }
    return best;
  }

  /** Gains and the (negative) curvature of mean log wealth at the weights; returns how much of it may be missing. */
  private double look() {
    Arrays.fill(gains, 0);
    Arrays.fill(curvature, 0);
    for (double[] round : relatives) {
      double growth = Softmax.dot(weights, round, size);
      for (int i = 0; i < size; i++) {
        scaled[i] = round[i] / growth;
      }
      for (int i = 0; i < size; i++) {
        gains[i] += scaled[i];
        for (int j = 0; j <= i; j++) {
          curvature[i * size + j] += scaled[i] * scaled[j];
        }
      }
    }
    double largest = 0;
    for (int i = 0; i < size; i++) {
      gains[i] /= relatives.length;
      largest = Math.max(largest, gains[i]);
      for (int j = 0; j <= i; j++) {
        curvature[i * size + j] /= relatives.length;
      }
    }
    return largest - 1;
  }

  /**
   * A Newton step for {@code g + slack = 1, w slack = target}, as far as weights and slacks stay above 0; then weights
   * are scaled to 1.
   *
   * @return false if rounding leaves no step
   */
  private boolean step() {
    double target = NEARER * Softmax.dot(weights, slack, size) / size;
    for (int i = 0; i < size; i++) {
      curvature[i * size + i] *= 1 + RIDGE;
      curvature[i * size + i] += slack[i] / weights[i];
      move[i] = gains[i] - 1 + target / weights[i];
    }
    Cholesky.factor(curvature, size, size);
    Cholesky.solve(curvature, size, size, move);
    double part = 1;
    for (int i = 0; i < size; i++) {
      slackMove[i] = (target - slack[i] * move[i]) / weights[i] - slack[i];
      part = Math.min(part, upTo(weights[i], move[i]));
      part = Math.min(part, upTo(slack[i], slackMove[i]));
    }
    if (!(part > 0)) {
      return false;
    }
    double sum = 0;
    for (int i = 0; i < size; i++) {
      weights[i] += part * move[i];
      slack[i] += part * slackMove[i];
      sum += weights[i];
    }
    Softmax.scale(weights, size, 1 / sum);
    return true;
  }

  private static double upTo(double value, double move) {
    return move < 0 ? SHORT_OF_ZERO * value / -move : 1;
  }

  /**
   * {@return the log wealth of a constant mix over the rounds, nats; the wealth is 1 at first}
   *
   * @param relatives price relatives by round and asset, &gt; 0
   * @param weights one an asset, fractions of wealth, sum 1
   */
  public static double logWealth(double[][] relatives, double[] weights) {
    double sum = 0;
    for (double[] round : relatives) {
      sum += StrictMath.log(Softmax.dot(weights, round, weights.length));
    }
    return sum;
  }
}
