package io.tradinggym.allocator.regime;

/** The index of the largest number, the first of equals. */
final class Likeliest {
  private Likeliest() {}

  static int of(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
