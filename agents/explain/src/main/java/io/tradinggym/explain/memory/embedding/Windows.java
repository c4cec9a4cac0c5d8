package io.tradinggym.explain.memory.embedding;

/** What windows of numbers are brought to before they are compared. */
public final class Windows {
  /** Below this a window has no shape: it does not move. */
  private static final double STILL = 1e-12;

  private Windows() {}

  /**
   * {@return the natural logarithms of a window of prices}
   *
   * @param prices closes, &gt; 0 in the window
   * @param from index of the window's first price
   * @param window number of prices, &gt;= 1
   * @throws IllegalArgumentException naming a price that is not above 0
   */
  public static double[] logs(double[] prices, int from, int window) {
    double[] logs = new double[window];
    for (int i = 0; i < window; i++) {
      if (!(prices[from + i] > 0)) {
        throw new IllegalArgumentException("a price must be > 0, was " + prices[from + i]);
      }
      logs[i] = Math.log(prices[from + i]);
    }
    return logs;
  }

  /**
   * Brings a window to mean 0 and standard deviation 1; to all 0 if it does not move. Of two such windows
   * of W numbers the squared distance is {@code 2 W (1 - correlation)}.
   *
   * @param window any numbers; not changed
   * @return the normalised window, as long
   */
  public static double[] normalised(double[] window) {
    double mean = 0;
    for (double value : window) {
      mean += value / window.length;
    }
    double square = 0;
    for (double value : window) {
      square += (value - mean) * (value - mean) / window.length;
    }
    double deviation = Math.sqrt(square);
    double[] out = new double[window.length];
    for (int i = 0; i < window.length && deviation > STILL; i++) {
      out[i] = (window[i] - mean) / deviation;
    }
    return out;
  }

  /**
   * {@return the piecewise aggregate approximation: means of equal segments, a number on a border counted in part}
   * Scaled by the root of the segment's length, so that distances come near those of the windows and never exceed them.
   *
   * @param window any numbers; not changed
   * @param segments number of segments, 1 to the window's length
   * @see <a href="https://doi.org/10.1007/PL00011669">Keogh et al. (2001), Dimensionality reduction for fast similarity
   *     search in large time series databases</a>
   */
  public static double[] aggregated(double[] window, int segments) {
    double length = (double) window.length / segments;
    double[] out = new double[segments];
    for (int segment = 0; segment < segments; segment++) {
      double from = segment * length;
      double to = from + length;
      for (int i = (int) from; i < Math.min(window.length, Math.ceil(to)); i++) {
        double part = Math.min(i + 1, to) - Math.max(i, from);
        out[segment] += window[i] * part;
      }
      out[segment] *= Math.sqrt(length) / length;
    }
    return out;
  }

  /**
   * {@return the standard deviation of the steps of a window}
   *
   * @param window numbers, such as log prices, at least two
   */
  public static double stepDeviation(double[] window) {
    double mean = (window[window.length - 1] - window[0]) / (window.length - 1);
    double square = 0;
    for (int i = 1; i < window.length; i++) {
      double step = window[i] - window[i - 1] - mean;
      square += step * step / (window.length - 1);
    }
    return Math.sqrt(square);
  }
}
