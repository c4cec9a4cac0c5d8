package io.tradinggym.experiments.statistics.selection;

import java.util.ArrayList;
import java.util.List;

/**
 * Hansen, Lunde and Nason's model confidence set: the candidates that cannot be told from the best. While the test
 * finds the candidates left unequal, the one that looks worst is dropped; a candidate's p-value is the largest of the
 * tests up to the one after which it was dropped, and the last one's is 1. A difference that never varies is certain.
 *
 * @see <a href="https://doi.org/10.3982/ECTA5771">Hansen, Lunde and Nason (2011), The model confidence set</a>
 */
public final class ConfidenceSet {
  /** What is compared with what. */
  public enum Statistic {
    /** T_max: each candidate with the mean of those left. */
    MEAN,
    /** T_R: each candidate with each other. */
    RANGE
  }

  /**
   * One candidate's end.
   *
   * @param candidate its index
   * @param testPValue of the test that candidates left are equal, before it was dropped
   * @param pValue in the set at every confidence below 1 - pValue
   */
  public record Dropped(int candidate, double testPValue, double pValue) {}

  private final List<Dropped> order;

  private ConfidenceSet(List<Dropped> order) {
    this.order = List.copyOf(order);
  }

  /** Drops candidates until one is left; of candidates that never differ, the later ones first. */
  public static ConfidenceSet of(ResampledMeans means, Statistic statistic) {
    List<Integer> left = new ArrayList<>();
    for (int k = 0; k < means.candidates(); k++) {
      left.add(k);
    }
    List<Dropped> order = new ArrayList<>();
    double largest = 0;
    while (left.size() > 1) {
      Round round = statistic == Statistic.MEAN ? mean(means, left) : range(means, left);
      largest = Math.max(largest, round.pValue);
      order.add(new Dropped(left.remove(round.worst), round.pValue, largest));
    }
    order.add(new Dropped(left.getFirst(), 1, 1));
    return new ConfidenceSet(order);
  }

  /** Candidates in the order in which they were dropped; the last is the best. */
  public List<Dropped> order() {
    return order;
  }

  /** The candidates in the set, the best last. */
  public int[] at(double confidence) {
    return order.stream()
        .filter(dropped -> dropped.pValue > 1 - confidence)
        .mapToInt(Dropped::candidate)
        .toArray();
  }

  /** Result of one test; {@code worst} is a place among those left. */
  private record Round(int worst, double pValue) {}

  private static Round mean(ResampledMeans means, List<Integer> left) {
    int n = left.size();
    double[] behind = new double[n];
    double average = left.stream().mapToDouble(means::mean).average().orElseThrow();
    for (int i = 0; i < n; i++) {
      behind[i] = average - means.mean(left.get(i));
    }
    double[][] moved = new double[means.resamples()][n];
    double[] squares = new double[n];
    for (int b = 0; b < moved.length; b++) {
      double drawn = 0;
      for (int k : left) {
        drawn += means.mean(b, k) / n;
      }
      for (int i = 0; i < n; i++) {
        moved[b][i] = drawn - means.mean(b, left.get(i)) - behind[i];
        squares[i] += moved[b][i] * moved[b][i];
      }
    }
    double size = left.stream().mapToDouble(means::size).max().orElseThrow();
    int worst = n - 1;
    double statistic = Double.NEGATIVE_INFINITY;
    double[] error = new double[n];
    boolean[] varies = new boolean[n];
    for (int i = 0; i < n; i++) {
      error[i] = Math.sqrt(squares[i] / moved.length);
      double ratio = ResampledMeans.ratio(behind[i], error[i], size);
      varies[i] = Double.isFinite(ratio);
      if (ratio > statistic) {
        statistic = ratio;
        worst = i;
      }
    }
    int beyond = 0;
    for (double[] row : moved) {
      double extreme = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        extreme = varies[i] ? Math.max(extreme, row[i] / error[i]) : extreme;
      }
      beyond += ResampledMeans.reaches(extreme, statistic, 1) ? 1 : 0;
    }
    boolean equal = statistic == Double.NEGATIVE_INFINITY;
    return new Round(worst, equal ? 1 : (double) beyond / moved.length);
  }

  private static Round range(ResampledMeans means, List<Integer> left) {
    int n = left.size();
    double[] extreme = new double[means.resamples()];
    double statistic = 0;
    double furthest = Double.NEGATIVE_INFINITY;
    int worst = n - 1;
    double[] moved = new double[means.resamples()];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          double behind = means.mean(left.get(j)) - means.mean(left.get(i));
          double squares = 0;
          for (int b = 0; b < moved.length; b++) {
            moved[b] = means.mean(b, left.get(j)) - means.mean(b, left.get(i)) - behind;
            squares += moved[b] * moved[b];
          }
          double error = Math.sqrt(squares / moved.length);
          double size = Math.max(means.size(left.get(i)), means.size(left.get(j)));
          double ratio = ResampledMeans.ratio(behind, error, size);
          if (ratio > furthest) {
            statistic = Math.max(statistic, ratio);
            furthest = ratio;
            worst = i;
          }
          if (Double.isFinite(ratio)) {
            for (int b = 0; b < moved.length; b++) {
              extreme[b] = Math.max(extreme[b], moved[b] / error);
            }
          }
        }
      }
    }
    int beyond = 0;
    for (double value : extreme) {
      beyond += ResampledMeans.reaches(value, statistic, 1) ? 1 : 0;
    }
    boolean equal = furthest == Double.NEGATIVE_INFINITY;
    return new Round(worst, equal ? 1 : (double) beyond / moved.length);
  }
}
