package io.tradinggym.market.process.calibrate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * The downhill simplex: finds a minimum of a function of few numbers without derivatives. Points where the function is
 * infinite are outside.
 *
 * @see <a href="https://doi.org/10.1093/comjnl/7.4.308">Nelder and Mead (1965)</a>
 */
public final class NelderMead {
  private static final double SPREAD = 1e-10;

  private NelderMead() {}

  private record Vertex(double[] x, double value) {}

  /** The best point found from a start, with first steps of given sizes. */
  static double[] minimise(
      ToDoubleFunction<double[]> f, double[] start, double[] steps, int evaluations) {
    return minimise(f, start, steps, evaluations, SPREAD);
  }

  /**
   * {@return the best point found, a new array}
   *
   * @param f to be made small; infinite outside of where it is defined
   * @param start where to begin, a number a coordinate; stays as it is
   * @param steps from the start to the other corners, by coordinate, not 0
   * @param evaluations of the function after which no further round begins
   * @param spread it is done when the best and the worst corner differ by no more than this part of the best, >= 0
   */
  public static double[] minimise(
      ToDoubleFunction<double[]> f,
      double[] start,
      double[] steps,
      int evaluations,
      double spread) {
    int n = start.length;
    Vertex[] simplex = new Vertex[n + 1];
    for (int i = 0; i <= n; i++) {
      double[] x = start.clone();
      if (i > 0) {
        x[i - 1] += steps[i - 1];
      }
      simplex[i] = new Vertex(x, f.applyAsDouble(x));
    }
    for (int used = n + 1; used < evaluations; ) {
      Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
      Vertex best = simplex[0];
      Vertex worst = simplex[n];
      if (worst.value - best.value <= spread * Math.abs(best.value) + Double.MIN_NORMAL) {
        break;
      }
      double[] centre = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          centre[j] += simplex[i].x[j] / n;
        }
      }
      Vertex reflected = along(f, centre, worst.x, -1);
      used++;
      if (reflected.value < best.value) {
        Vertex expanded = along(f, centre, worst.x, -2);
        used++;
        simplex[n] = expanded.value < reflected.value ? expanded : reflected;
      } else if (reflected.value < simplex[n - 1].value) {
        simplex[n] = reflected;
      } else {
        Vertex contracted = along(f, centre, worst.x, reflected.value < worst.value ? -0.5 : 0.5);
        used++;
        if (contracted.value < Math.min(reflected.value, worst.value)) {
          simplex[n] = contracted;
        } else {
          for (int i = 1; i <= n; i++) {
            simplex[i] = along(f, best.x, simplex[i].x, 0.5);
          }
          used += n;
        }
      }
    }
    Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
    return simplex[0].x;
  }

  private static Vertex along(
      ToDoubleFunction<double[]> f, double[] from, double[] to, double share) {
    double[] x = new double[from.length];
    for (int j = 0; j < x.length; j++) {
      x[j] = from[j] + share * (to[j] - from[j]);
    }
    return new Vertex(x, f.applyAsDouble(x));
  }
}
