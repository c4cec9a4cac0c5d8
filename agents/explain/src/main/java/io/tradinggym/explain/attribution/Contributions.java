package io.tradinggym.explain.attribution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What each input contributes to the difference between a number at an observation and at a baseline.
 *
 * @param parts by input, in units of the number; together they should be the difference
 * @param difference the number at the observation less the number at the baseline
 */
@SuppressWarnings("ArrayRecordComponent") // Measurements, never compared.
public record Contributions(double[] parts, double difference) {
  /** Below this a difference is none, and its gap is told as it is. */
  private static final double NOTHING = 1e-12;

  /** {@return what the parts leave unexplained, as a share of the difference; 0 where they are complete} */
  public double gap() {
    double left = Math.abs(Arrays.stream(parts).sum() - difference);
    return Math.abs(difference) < NOTHING ? left : left / Math.abs(difference);
  }

  /**
   * {@return the part of an input in the sum of absolute parts, 0 to 1; 0 where all are 0}
   *
   * @param input index of the input, from 0
   */
  public double share(int input) {
    double sum = Arrays.stream(parts).map(Math::abs).sum();
    return sum == 0 ? 0 : Math.abs(parts[input]) / sum;
  }

  /** {@return the inputs by the size of their parts, the largest first; equal ones by number} */
  public int[] order() {
    return IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(parts[i])))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * {@return the contributions of groups of inputs, each the sum of its inputs'}
   *
   * @param groups indices of inputs, a row a group; what is in no group is left out
   */
  public Contributions grouped(int[][] groups) {
    double[] sums = new double[groups.length];
    for (int g = 0; g < groups.length; g++) {
      for (int input : groups[g]) {
        sums[g] += parts[input];
      }
    }
    return new Contributions(sums, difference);
  }
}
