package io.tradinggym.experiments.search;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Density of points, from some that were seen: a mixture with one law around each point and one wide law over
 * everything. A law is a product over the parameters: a normal one cut off at 0 and 1, of deviation {@value #WIDTH}
 * n^(-1/(4 + d)) for n laws over d parameters, at least {@value #NARROWEST}; of a choice, the value seen and a share
 * for all. So what is good only together is drawn together.
 */
final class ParzenEstimate {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** The latest so many points count fully; older ones less. */
  private static final int RECENT = 25;

  private static final double WIDTH = 0.1;
  private static final double NARROWEST = 0.02;

  private final List<Parameter> parameters;
  private final double[][] seen;
  private final double[] weight;
  private final double deviation;
  private final double[][] mass;

  /**
   * @param parameters what is chosen
   * @param seen places of the parameters, the earliest point first
   */
  ParzenEstimate(List<Parameter> parameters, double[][] seen) {
    this.parameters = parameters;
    this.seen = seen;
    int laws = seen.length + 1;
    weight = weights(seen.length);
    deviation = Math.clamp(WIDTH * Math.pow(laws, -1.0 / (4 + parameters.size())), NARROWEST, 1);
    mass = new double[laws][parameters.size()];
    for (int law = 0; law < laws; law++) {
      for (int i = 0; i < parameters.size(); i++) {
        mass[law][i] = below(law, i, 1) - below(law, i, 0);
      }
    }
  }

  /** Shares of the points and, last, of the law over everything. */
  private static double[] weights(int n) {
    double[] weights = new double[n + 1];
    double sum = 1;
    for (int i = 0; i < n; i++) {
      int old = n - RECENT;
      // From 1/n for the first to 1 for those that are recent.
      weights[i] = i >= old || old < 2 ? 1 : 1.0 / n + (1 - 1.0 / n) * i / (old - 1);
      sum += weights[i];
    }
    weights[n] = 1;
    for (int i = 0; i <= n; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  private double center(int law, int parameter) {
    return law < seen.length ? seen[law][parameter] : 0.5;
  }

  private double deviation(int law) {
    return law < seen.length ? deviation : 1;
  }

  private double below(int law, int parameter, double place) {
    return NORMAL.cumulativeProbability((place - center(law, parameter)) / deviation(law));
  }

  /** Draws places of the parameters. */
  void draw(RandomGenerator random, double[] places) {
    double u = random.nextDouble();
    int law = 0;
    while (law < weight.length - 1 && u >= weight[law]) {
      u -= weight[law++];
    }
    for (int i = 0; i < places.length; i++) {
      Parameter parameter = parameters.get(i);
      double v = random.nextDouble();
      double place = v;
      if (parameter.kind() != Parameter.Kind.CHOICE) {
        double p = below(law, i, 0) + v * mass[law][i];
        place =
            Math.clamp(
                center(law, i) + deviation(law) * NORMAL.inverseCumulativeProbability(p), 0, 1);
      } else if (law < seen.length && v < own(parameter)) {
        place = center(law, i);
      } else {
        place = random.nextDouble();
      }
      places[i] =
          parameter.count() == 0 ? place : (parameter.cell(place) + 0.5) / parameter.count();
    }
  }

  /** Share of a law of a choice that goes to the value it was seen with, before all values share the rest. */
  private double own(Parameter parameter) {
    return 1 - 1.0 / (seen.length + 1 + 1.0 / parameter.count());
  }

  /** Logarithm of the density at places of the parameters; of the probability of values where they are counted. */
  double log(double[] places) {
    double[] logs = new double[weight.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int law = 0; law < logs.length; law++) {
      double log = Math.log(weight[law]);
      for (int i = 0; i < places.length; i++) {
        log += Math.log(density(law, i, places[i]));
      }
      logs[law] = log;
      largest = Math.max(largest, log);
    }
    double top = largest;
    return top == Double.NEGATIVE_INFINITY
        ? top
        : top + Math.log(Arrays.stream(logs).map(log -> Math.exp(log - top)).sum());
  }

  private double density(int law, int i, double place) {
    Parameter parameter = parameters.get(i);
    int values = parameter.count();
    if (parameter.kind() == Parameter.Kind.CHOICE) {
      double own = law < seen.length ? own(parameter) : 0;
      boolean same = law < seen.length && parameter.cell(place) == parameter.cell(seen[law][i]);
      return (same ? own : 0) + (1 - own) / values;
    }
    if (values > 0) {
      int cell = parameter.cell(place);
      double to = below(law, i, (cell + 1.0) / values);
      return (to - below(law, i, (double) cell / values)) / mass[law][i];
    }
    double z = (place - center(law, i)) / deviation(law);
    return NORMAL.density(z) / deviation(law) / mass[law][i];
  }
}
