package io.tradinggym.signals.score;

import java.util.stream.IntStream;

/** Scores of probabilities against outcomes, 1 or 0. */
public final class Scores {
  private static final double LEAST = 1e-15;

  private Scores() {}

  static void check(int[] outcomes, double[] scores) {
    if (outcomes.length != scores.length || outcomes.length == 0) {
      throw new IllegalArgumentException(
          "there must be as many scores as outcomes and at least one, were "
              + scores.length
              + " and "
              + outcomes.length);
    }
    for (int i = 0; i < outcomes.length; i++) {
      if ((outcomes[i] != 0 && outcomes[i] != 1) || Double.isNaN(scores[i])) {
        throw new IllegalArgumentException(
            "outcome must be 0 or 1 and its score a number, was "
                + outcomes[i]
                + " and "
                + scores[i]
                + " in row "
                + i);
      }
    }
  }

  /** Indices by ascending score. */
  static int[] order(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((a, b) -> Double.compare(scores[a], scores[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Ranks from 1, those of ties at their mean. */
  static double[] midranks(double[] values) {
    int[] order = order(values);
    double[] ranks = new double[values.length];
    for (int i = 0; i < order.length; ) {
      int j = i;
      while (j < order.length && values[order[j]] == values[order[i]]) {
        j++;
      }
      for (int k = i; k < j; k++) {
        ranks[order[k]] = (i + j + 1) / 2.0;
      }
      i = j;
    }
    return ranks;
  }

  /**
   * {@return the area under the ROC curve: the chance that a 1 scores above a 0, ties half}
   *
   * @param outcomes 0 or 1, one a row
   * @param scores one a row, any scale
   * @throws IllegalArgumentException unless there are outcomes of both kinds
   */
  public static double auc(int[] outcomes, double[] scores) {
    check(outcomes, scores);
    double[] ranks = midranks(scores);
    double sum = 0;
    long ones = 0;
    for (int i = 0; i < outcomes.length; i++) {
      sum += outcomes[i] * ranks[i];
      ones += outcomes[i];
    }
    long zeros = outcomes.length - ones;
    if (ones == 0 || zeros == 0) {
      throw new IllegalArgumentException(
          "AUC needs outcomes of both kinds, were " + ones + " ones and " + zeros + " zeros");
    }
    return (sum - ones * (ones + 1) / 2.0) / ((double) ones * zeros);
  }

  /**
   * {@return the standard error of the AUC from the placements of each kind among the other; rows must be independent}
   *
   * @param outcomes 0 or 1, one a row
   * @param scores one a row, any scale
   * @see <a href="https://doi.org/10.2307/2531595">DeLong, DeLong and Clarke-Pearson (1988)</a>
   */
  public static double delongError(int[] outcomes, double[] scores) {
    double auc = auc(outcomes, scores);
    double[] all = midranks(scores);
    double variance = 0;
    for (int kind = 0; kind <= 1; kind++) {
      int k = kind;
      int[] own = IntStream.range(0, outcomes.length).filter(i -> outcomes[i] == k).toArray();
      double[] within = midranks(IntStream.of(own).mapToDouble(i -> scores[i]).toArray());
      double others = outcomes.length - own.length;
      double squares = 0;
      for (int i = 0; i < own.length; i++) {
        double below = (all[own[i]] - within[i]) / others;
        double placement = kind == 1 ? below : 1 - below;
        squares += (placement - auc) * (placement - auc);
      }
      variance += own.length > 1 ? squares / (own.length - 1) / own.length : 0;
    }
    return Math.sqrt(variance);
  }

  /**
   * {@return the standard error of the AUC where scores say nothing and rows are independent}
   *
   * @param ones number of rows of outcome 1, &gt;= 1
   * @param zeros number of rows of outcome 0, &gt;= 1
   */
  public static double nullError(int ones, int zeros) {
    return Math.sqrt((ones + zeros + 1.0) / (12.0 * ones * zeros));
  }

  /**
   * {@return the mean of {@code -ln} of the probability of what came}
   *
   * @param outcomes 0 or 1, one a row
   * @param probabilities one a row, in [0, 1]
   */
  public static double logLoss(int[] outcomes, double[] probabilities) {
    check(outcomes, probabilities);
    double sum = 0;
    for (int i = 0; i < outcomes.length; i++) {
      double p = Math.min(1 - LEAST, Math.max(LEAST, probabilities[i]));
      sum -= StrictMath.log(outcomes[i] == 1 ? p : 1 - p);
    }
    return sum / outcomes.length;
  }

  /**
   * {@return the mean squared distance of probability and outcome}
   *
   * @param outcomes 0 or 1, one a row
   * @param probabilities one a row, in [0, 1]
   */
  public static double brier(int[] outcomes, double[] probabilities) {
    check(outcomes, probabilities);
    double sum = 0;
    for (int i = 0; i < outcomes.length; i++) {
      double distance = probabilities[i] - outcomes[i];
      sum += distance * distance;
    }
    return sum / outcomes.length;
  }

  /**
   * {@return the share of outcomes that a threshold guesses right, 0 to 1}
   *
   * @param outcomes 0 or 1, one a row
   * @param probabilities one a row, in [0, 1]
   * @param threshold probability above which 1 is guessed
   */
  public static double accuracy(int[] outcomes, double[] probabilities, double threshold) {
    check(outcomes, probabilities);
    int right = 0;
    for (int i = 0; i < outcomes.length; i++) {
      right += (probabilities[i] > threshold ? 1 : 0) == outcomes[i] ? 1 : 0;
    }
    return (double) right / outcomes.length;
  }
}
