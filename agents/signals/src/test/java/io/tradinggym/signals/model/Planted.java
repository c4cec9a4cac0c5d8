package io.tradinggym.signals.model;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows with a structure whose best AUC is known.
 *
 * @param best AUC that the law itself would have
 */
public record Planted(Table table, float[] targets, float[] weights, double best) {
  private interface Law {
    /** Whether the outcome is 1. */
    boolean one(float[] values, int row, RandomStream random);
  }

  private static Planted make(int rows, int width, RandomStreams streams, double best, Law law) {
    RandomStream random = streams.stream("planted");
    float[] values = new float[rows * width];
    float[] targets = new float[rows];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.gaussian();
    }
    for (int row = 0; row < rows; row++) {
      targets[row] = law.one(values, row, random) ? 1 : 0;
    }
    float[] ones = new float[rows];
    Arrays.fill(ones, 1);
    List<String> names = IntStream.range(0, width).mapToObj(i -> "f" + i).toList();
    return new Planted(
        new Table(names, IntStream.range(0, rows).mapToLong(i -> i).toArray(), values),
        targets,
        ones,
        best);
  }

  /** {@code r = rho f0 + sqrt(1 - rho^2) e, y = r > 0}. */
  public static Planted linear(double rho, int rows, int width, RandomStreams streams) {
    double best = 0.5 + 2 / Math.PI * Math.asin(rho / Math.sqrt(2));
    return make(
        rows,
        width,
        streams,
        best,
        (v, row, random) ->
            rho * v[row * width] + Math.sqrt(1 - rho * rho) * random.gaussian() > 0);
  }

  /** {@code P(1) = .5 + theta sign(f0 f1)}. */
  public static Planted xor(double theta, int rows, int width, RandomStreams streams) {
    return make(
        rows,
        width,
        streams,
        0.5 + theta,
        (v, row, random) ->
            random.bernoulli(0.5 + theta * Math.signum(v[row * width] * v[row * width + 1])));
  }

  /** {@code P(1) = .5 + theta sign(f0 of this row and of those before it, summed)}. */
  public static Planted sequence(
      double theta, int length, int rows, int width, RandomStreams streams) {
    return make(
        rows,
        width,
        streams,
        0.5 + theta,
        (v, row, random) -> {
          double sum = 0;
          for (int i = Math.max(0, row - length + 1); i <= row; i++) {
            sum += v[i * width];
          }
          return random.bernoulli(0.5 + theta * Math.signum(sum));
        });
  }

  /** Nothing. */
  public static Planted noise(int rows, int width, RandomStreams streams) {
    return make(rows, width, streams, 0.5, (v, row, random) -> random.bernoulli(0.5));
  }

  /** With a share of the values missing. */
  public Planted withGaps(double share, RandomStreams streams) {
    RandomStream random = streams.stream("gaps");
    float[] values = table.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = random.bernoulli(share) ? Float.NaN : values[i];
    }
    return new Planted(new Table(table.names(), table.times(), values), targets, weights, best);
  }
}
