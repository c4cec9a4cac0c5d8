package io.tradinggym.experiments.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A straight map from values to pixels, with round tick marks.
 *
 * @param from value at the first pixel
 * @param to value at the last
 * @param first pixel
 * @param last pixel
 */
record Scale(double from, double to, double first, double last) {
  double pixel(double value) {
    return first + (value - from) / (to - from) * (last - first);
  }

  /** Widened to a range that is not empty, with a little air. */
  static Scale around(double low, double high, double first, double last) {
    double span = high - low;
    double air = span > 0 ? span * 0.05 : Math.max(Math.abs(low) * 0.1, 1e-9);
    return new Scale(low - air, high + air, first, last);
  }

  /** About so many round values inside the range. */
  List<Double> ticks(int about) {
    double step = roundStep((to - from) / about);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(from / step); i * step <= to; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** 1, 2 or 5 times a power of ten, at least this. */
  private static double roundStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= least) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
