package io.tradinggym.options.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The calls and puts of one expiry that share a strike, those nearest to the money, and the robust fits through them.
 */
final class ParityPairs {
  private static final int MOST = 16;
  private static final double REACH = 0.1;
  private static final int ITERATIONS = 20;

  /** Huber's constant: 95 % efficient if errors are normal. */
  private static final double HUBER = 1.345;

  /** A quote is not known better than this, relative to the strike. */
  private static final double FINEST = 1e-5;

  private record Pair(double strike, double difference, double width) {}

  private final int expiryDay;
  private final double years;
  private List<Pair> pairs = new ArrayList<>();

  ParityPairs(int expiryDay, double years) {
    this.expiryDay = expiryDay;
    this.years = years;
  }

  double years() {
    return years;
  }

  /** Takes a pair whose prices are both known. */
  void add(ChainQuotes chain, int call, int put) {
    double difference = chain.mid(call) - chain.mid(put);
    double width = chain.ask(call) - chain.bid(call) + chain.ask(put) - chain.bid(put);
    boolean noBid = chain.bid(call) == 0 || chain.bid(put) == 0;
    if (!Double.isNaN(difference) && !noBid) {
      double strike = chain.strike(call);
      double known = Double.isNaN(width) ? FINEST * strike : Math.max(width, FINEST * strike);
      pairs.add(new Pair(strike, difference, known));
    }
  }

  /** Keeps the pairs near the money; how many there are. */
  int select() {
    pairs.stream()
        .min(Comparator.comparingDouble(pair -> Math.abs(pair.difference())))
        .ifPresent(
            centre ->
                pairs =
                    pairs.stream()
                        .filter(p -> Math.abs(p.strike() / centre.strike() - 1) <= REACH)
                        .sorted(Comparator.comparingDouble(p -> Math.abs(p.difference())))
                        .limit(MOST)
                        .toList());
    return pairs.size();
  }

  /** Minus the slope of C - P in K. */
  double discount() {
    return -line()[1];
  }

  /** Standard error of the slope, at least rounding. */
  double slopeError() {
    double[] line = line();
    double mean = pairs.stream().mapToDouble(Pair::strike).average().orElse(0);
    double spread =
        pairs.stream().mapToDouble(p -> (p.strike() - mean) * (p.strike() - mean)).sum();
    double[] residuals =
        pairs.stream().mapToDouble(p -> p.difference() - line[0] - line[1] * p.strike()).toArray();
    return Math.max(deviation(residuals), FINEST * mean) / Math.sqrt(spread);
  }

  /** The forward for a known discount factor. */
  ImpliedForward forward(double discount) {
    double[] each =
        pairs.stream().mapToDouble(p -> p.strike() + p.difference() / discount).toArray();
    double centre = RobustMedian.of(each, precisions());
    double scale = 0;
    for (int i = 0; i < ITERATIONS; i++) {
      double level = centre;
      double[] residuals = java.util.Arrays.stream(each).map(x -> x - level).toArray();
      scale = deviation(residuals);
      double sum = 0;
      double weights = 0;
      for (int j = 0; j < each.length; j++) {
        double w = huber(residuals[j], scale) * precisions()[j];
        sum += w * each[j];
        weights += w;
      }
      centre = sum / weights;
    }
    return new ImpliedForward(expiryDay, years, centre, scale, pairs.size());
  }

  /** Level and slope by Huber's weights, iterated. */
  private double[] line() {
    double[] weight = precisions();
    double[] line = weighted(weight);
    for (int i = 0; i < ITERATIONS; i++) {
      double[] now = line;
      double[] residuals =
          pairs.stream().mapToDouble(p -> p.difference() - now[0] - now[1] * p.strike()).toArray();
      double scale = deviation(residuals);
      double[] robust = precisions();
      for (int j = 0; j < robust.length; j++) {
        robust[j] *= huber(residuals[j], scale);
      }
      line = weighted(robust);
    }
    return line;
  }

  private double[] weighted(double[] weight) {
    double w = 0;
    double wx = 0;
    double wy = 0;
    for (int i = 0; i < weight.length; i++) {
      w += weight[i];
      wx += weight[i] * pairs.get(i).strike();
      wy += weight[i] * pairs.get(i).difference();
    }
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < weight.length; i++) {
      double x = pairs.get(i).strike() - wx / w;
      xx += weight[i] * x * x;
      xy += weight[i] * x * (pairs.get(i).difference() - wy / w);
    }
    double slope = xy / xx;
    return new double[] {wy / w - slope * wx / w, slope};
  }

  private double[] precisions() {
    return pairs.stream().mapToDouble(p -> 1 / p.width()).toArray();
  }

  private static double huber(double residual, double scale) {
    double size = Math.abs(residual);
    return size <= HUBER * scale || scale == 0 ? 1 : HUBER * scale / size;
  }

  private static double deviation(double[] residuals) {
    double[] sizes = java.util.Arrays.stream(residuals).map(Math::abs).toArray();
    double[] ones = new double[sizes.length];
    java.util.Arrays.fill(ones, 1);
    return RobustMedian.NORMAL * RobustMedian.of(sizes, ones);
  }
}
