package io.tradinggym.market.process;

/** Checks that all laws share. */
final class Checks {
  private Checks() {}

  static double[] finite(String name, double[] values, int assets) {
    if (values.length != assets) {
      throw new IllegalArgumentException(
          name + " must hold one number for each of " + assets + " assets, has " + values.length);
    }
    for (int i = 0; i < assets; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(name + "[" + i + "] must be finite, was " + values[i]);
      }
    }
    return values.clone();
  }

  static double[] positive(String name, double[] values, int assets) {
    double[] copy = finite(name, values, assets);
    for (int i = 0; i < assets; i++) {
      if (!(copy[i] > 0)) {
        throw new IllegalArgumentException(name + "[" + i + "] must be > 0, was " + copy[i]);
      }
    }
    return copy;
  }

  static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be > 0 and finite, was " + value);
    }
    return value;
  }
}
