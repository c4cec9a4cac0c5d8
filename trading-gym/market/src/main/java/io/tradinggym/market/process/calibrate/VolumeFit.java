package io.tradinggym.market.process.calibrate;

import io.tradinggym.market.process.VolumeLaw;
import java.util.Arrays;

/** {@link VolumeLaw} by least squares on log volume around its yearly moving average, which takes out growth. */
final class VolumeFit {
  private static final int HALF_YEAR = 126;

  private VolumeFit() {}

  /**
   * Fits a sample.
   *
   * @param volume of the bar of each return
   * @param lots median volume that the law shall have
   */
  static VolumeLaw of(double[] returns, double[] volume, double deviation, double lots) {
    int n = returns.length;
    double[] logs = Arrays.stream(volume).map(v -> StrictMath.log(Math.max(1, v))).toArray();
    double[] x = new double[n];
    double[] move = new double[n];
    for (int t = 0; t < n; t++) {
      int from = Math.max(0, t - HALF_YEAR);
      int to = Math.min(n, t + HALF_YEAR + 1);
      x[t] = logs[t] - Arrays.stream(logs, from, to).average().orElseThrow();
      move[t] = Math.min(Math.abs(returns[t]) / deviation, VolumeLaw.LARGEST_MOVE);
    }
    double usual = Arrays.stream(move).average().orElseThrow();
    // two regressors around 0: the yesterday of x, and today's move
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double ay = 0;
    double by = 0;
    for (int t = 1; t < n; t++) {
      double a = x[t - 1];
      double b = move[t] - usual;
      aa += a * a;
      ab += a * b;
      bb += b * b;
      ay += a * x[t];
      by += b * x[t];
    }
    double persistence = (ay * bb - by * ab) / (aa * bb - ab * ab);
    double response = (by * aa - ay * ab) / (aa * bb - ab * ab);
    double squares = 0;
    for (int t = 1; t < n; t++) {
      double rest = x[t] - persistence * x[t - 1] - response * (move[t] - usual);
      squares += rest * rest;
    }
    return new VolumeLaw(lots, persistence, response, usual, Math.sqrt(squares / (n - 1)));
  }
}
