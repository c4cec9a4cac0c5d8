package io.tradinggym.options.chain;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The median with weights. */
final class RobustMedian {
  /** Of a normal distribution, standard deviation over median absolute deviation. */
  static final double NORMAL = 1.4826;

  private RobustMedian() {}

  /** The value at which half of the weight is reached; 0 without any weight. */
  static double of(double[] values, double[] weights) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double half = 0.5 * IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
    double sum = 0;
    for (int i : order) {
      sum += weights[i];
      if (sum >= half && half > 0) {
        return values[i];
      }
    }
    return 0;
  }
}
