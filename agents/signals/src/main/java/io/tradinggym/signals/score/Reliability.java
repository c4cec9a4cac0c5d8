package io.tradinggym.signals.score;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities are what they say, by bins of equal width: the points of a reliability plot, and Murphy's parts
 * of the Brier score.
 *
 * @param bins those with at least one row, ascending
 * @param rows number of rows, in all bins
 * @param base share of ones among all rows, 0 to 1
 */
public record Reliability(List<Bin> bins, int rows, double base) {
  /**
   * Rows of a bin.
   *
   * @param count how many rows
   * @param probability their mean
   * @param frequency share of ones among them, 0 to 1
   */
  public record Bin(int count, double probability, double frequency) {}

  /**
   * Sorts rows into so many bins of [0, 1].
   *
   * @param outcomes 0 or 1, one a row
   * @param probabilities one a row, in [0, 1]
   * @param bins number of bins, &gt;= 1
   * @return the diagram
   */
  public static Reliability of(int[] outcomes, double[] probabilities, int bins) {
    Scores.check(outcomes, probabilities);
    if (bins < 1) {
      throw new IllegalArgumentException("bins must be >= 1, was " + bins);
    }
    int[] count = new int[bins];
    double[] sum = new double[bins];
    int[] ones = new int[bins];
    int total = 0;
    for (int i = 0; i < outcomes.length; i++) {
      int bin = Math.max(0, Math.min(bins - 1, (int) Math.floor(probabilities[i] * bins)));
      count[bin]++;
      sum[bin] += probabilities[i];
      ones[bin] += outcomes[i];
      total += outcomes[i];
    }
    List<Bin> filled = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      if (count[bin] > 0) {
        filled.add(new Bin(count[bin], sum[bin] / count[bin], (double) ones[bin] / count[bin]));
      }
    }
    return new Reliability(List.copyOf(filled), outcomes.length, (double) total / outcomes.length);
  }

  /** {@return Murphy's reliability: mean squared distance of what bins say and what came; 0 is honest} */
  public double reliability() {
    return bins.stream()
            .mapToDouble(
                bin -> {
                  double distance = bin.probability - bin.frequency;
                  return bin.count * distance * distance;
                })
            .sum()
        / rows;
  }

  /** {@return Murphy's resolution: mean squared distance of what came in bins and in all; more is better} */
  public double resolution() {
    return bins.stream()
            .mapToDouble(bin -> bin.count * (bin.frequency - base) * (bin.frequency - base))
            .sum()
        / rows;
  }

  /** {@return Murphy's uncertainty, {@code base (1 - base)}} */
  public double uncertainty() {
    return base * (1 - base);
  }

  /** {@return the expected calibration error: mean absolute distance of what bins say and what came, 0 to 1} */
  public double expectedError() {
    return bins.stream()
            .mapToDouble(bin -> bin.count * Math.abs(bin.probability - bin.frequency))
            .sum()
        / rows;
  }
}
