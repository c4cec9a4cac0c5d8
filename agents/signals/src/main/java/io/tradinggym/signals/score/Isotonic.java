package io.tradinggym.signals.score;

import java.util.Arrays;

/**
 * The non-decreasing function nearest to the outcomes in squares, by pooling neighbours that violate the order; linear
 * between the scores that were seen, constant beyond.
 *
 * @see <a href="https://doi.org/10.1145/775047.775151">Zadrozny and Elkan (2002)</a>
 */
public final class Isotonic implements Calibrator {
  private final double[] scores;
  private final double[] values;

  private Isotonic(double[] scores, double[] values) {
    this.scores = scores;
    this.values = values;
  }

  /**
   * {@return the fit; rows of the same score are pooled first}
   *
   * @param outcomes 0 or 1, one a row
   * @param scores one a row, any scale
   */
  public static Isotonic fit(int[] outcomes, double[] scores) {
    Scores.check(outcomes, scores);
    int[] order = Scores.order(scores);
    double[] knots = new double[order.length];
    double[] mean = new double[order.length];
    double[] weight = new double[order.length];
    int[] members = new int[order.length];
    int groups = 0;
    for (int i = 0; i < order.length; ) {
      int j = i;
      int ones = 0;
      while (j < order.length && scores[order[j]] == scores[order[i]]) {
        ones += outcomes[order[j++]];
      }
      knots[groups] = scores[order[i]];
      mean[groups] = (double) ones / (j - i);
      weight[groups++] = j - i;
      i = j;
    }
    int blocks = 0;
    for (int group = 0; group < groups; group++) {
      double value = mean[group];
      double heavy = weight[group];
      int size = 1;
      while (blocks > 0 && mean[blocks - 1] >= value) {
        blocks--;
        value = (value * heavy + mean[blocks] * weight[blocks]) / (heavy + weight[blocks]);
        heavy += weight[blocks];
        size += members[blocks];
      }
      mean[blocks] = value;
      weight[blocks] = heavy;
      members[blocks++] = size;
    }
    double[] values = new double[groups];
    int at = 0;
    for (int block = 0; block < blocks; block++) {
      Arrays.fill(values, at, at + members[block], mean[block]);
      at += members[block];
    }
    return new Isotonic(Arrays.copyOf(knots, groups), values);
  }

  @Override
  public double probability(double score) {
    int at = Arrays.binarySearch(scores, score);
    if (at >= 0) {
      return values[at];
    }
    int above = -at - 1;
    if (above == 0) {
      return values[0];
    }
    if (above == scores.length) {
      return values[above - 1];
    }
    double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
    return values[above - 1] + share * (values[above] - values[above - 1]);
  }
}
