package io.tradinggym.allocator.rules;

/**
 * Minimises {@code x' A x / 2 - c' x} over weights that are not negative and sum to 1, A positive definite, by the
 * primal method of active sets: solve on the free weights, step until one of them would be negative, fix it at 0, free
 * it again if its gradient says so. Scratch, reused across calls.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-40065-5">Nocedal and Wright (2006), section 16.5</a>
 */
final class SimplexQuadratic {
  /** A multiplier above this is not negative but rounding. */
  private static final double ROUNDING = 1e-13;

  private final int size;
  private final boolean[] free;
  private final int[] index;
  private final double[] factor;
  private final double[] ones;
  private final double[] linear;
  private final double[] candidate;

  SimplexQuadratic(int size) {
    this.size = size;
    free = new boolean[size];
    index = new int[size];
    factor = new double[size * size];
    ones = new double[size];
    linear = new double[size];
    candidate = new double[size];
  }

  /**
   * Writes the minimiser.
   *
   * @param a size x size, row by row
   * @param c size
   * @param x feasible weights to begin with, replaced by the best
   * @throws IllegalArgumentException if A is not positive definite
   */
  void minimise(double[] a, double[] c, double[] x) {
    for (int i = 0; i < size; i++) {
      free[i] = x[i] > 0;
    }
    // Every pass lowers the objective or frees a weight that will: far fewer than the 2^N sets are
    // ever seen.
    for (int pass = 0; pass < 50 * size; pass++) {
      int count = gather();
      double multiplier = solve(a, c, count);
      int blocking = step(x, count);
      if (blocking >= 0) {
        free[blocking] = false;
        x[blocking] = 0;
        continue;
      }
      int release = mostNegative(a, c, x, multiplier);
      if (release < 0) {
        return;
      }
      free[release] = true;
    }
    throw new IllegalStateException(
        "the quadratic programme of " + size + " weights did not settle");
  }

  private int gather() {
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (free[i]) {
        index[count++] = i;
      }
    }
    return count;
  }

  /** Minimises on the free weights with their sum at 1; returns the multiplier of the sum. */
  private double solve(double[] a, double[] c, int count) {
    for (int i = 0; i < count; i++) {
      ones[i] = 1;
      linear[i] = c[index[i]];
      for (int j = 0; j <= i; j++) {
        factor[i * size + j] = a[index[i] * size + index[j]];
      }
    }
    Cholesky.factor(factor, count, size);
    Cholesky.solve(factor, count, size, ones);
    Cholesky.solve(factor, count, size, linear);
    double total = 0;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      total += ones[i];
      sum += linear[i];
    }
    double multiplier = (1 - sum) / total;
    for (int i = 0; i < count; i++) {
      candidate[i] = linear[i] + multiplier * ones[i];
    }
    return multiplier;
  }

  /** Moves towards the candidate as far as no weight is negative; returns the weight that stops it, or -1. */
  private int step(double[] x, int count) {
    double length = 1;
    int blocking = -1;
    for (int i = 0; i < count; i++) {
      double from = x[index[i]];
      if (candidate[i] < 0 && from / (from - candidate[i]) < length) {
        length = from / (from - candidate[i]);
        blocking = index[i];
      }
    }
    for (int i = 0; i < count; i++) {
      int at = index[i];
      x[at] = blocking < 0 ? candidate[i] : x[at] + length * (candidate[i] - x[at]);
    }
    return blocking;
  }

  /** The fixed weight whose growth lowers the objective most, or -1: then this is the minimum. */
  private int mostNegative(double[] a, double[] c, double[] x, double multiplier) {
    int found = -1;
    double least = -ROUNDING * Math.max(1, Math.abs(multiplier));
    for (int i = 0; i < size; i++) {
      if (!free[i]) {
        double gradient = -c[i] - multiplier;
        for (int j = 0; j < size; j++) {
          gradient += a[i * size + j] * x[j];
        }
        if (gradient < least) {
          least = gradient;
          found = i;
        }
      }
    }
    return found;
  }
}
