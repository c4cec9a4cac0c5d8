package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;
import java.util.Arrays;

/**
 * Where the close lies in the band of two standard deviations: -1 at the lower edge, 1 at the upper, {@code 2 %B - 1}.
 */
final class BollingerPosition implements PathState {
  private final Window closes;

  BollingerPosition(int bars) {
    closes = new Window(bars);
  }

  @Override
  public void reset() {
    closes.reset();
  }

  @Override
  public double next(AsOf view, int asset) {
    double close = view.close(asset, 0);
    closes.add(close);
    if (!closes.full()) {
      return 0;
    }
    return position(close, closes.mean(), closes.deviation());
  }

  @Override
  public void fill(Path path, int from, int to, double[] out) {
    double[] close = path.close;
    double[] means = path.means;
    int start = Math.clamp(closes.size() - 1, from, to);
    for (int i = from; i < to; i++) {
      closes.add(close[i]);
      means[i - from] = closes.mean();
    }
    Arrays.fill(out, 0, to - from, 0);
    // squares of many bars side by side, the oldest close of each first
    for (int ago = closes.size() - 1; ago >= 0; ago--) {
      System.arraycopy(close, start - ago, path.earlier, start - from, to - start);
      addSquares(path.earlier, means, out, start - from, to - from);
    }
    for (int i = start; i < to; i++) {
      double deviation = Math.sqrt(out[i - from] / closes.size());
      out[i - from] = position(close[i], means[i - from], deviation);
    }
  }

  private static void addSquares(double[] of, double[] means, double[] sums, int from, int to) {
    for (int i = from; i < to; i++) {
      double distance = of[i] - means[i];
      sums[i] += distance * distance;
    }
  }

  private static double position(double close, double mean, double deviation) {
    // Below this share of the price, what is left is rounding: the price stands still.
    return deviation <= 1e-12 * close ? 0 : (close - mean) / (2 * deviation);
  }
}
