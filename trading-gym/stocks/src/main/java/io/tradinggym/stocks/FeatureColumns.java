package io.tradinggym.stocks;

import io.tradinggym.api.Frame;
import io.tradinggym.market.data.Bars;

/** Features of every asset at every bar: return of the day, of the week and volatility of a month, in daily sigmas. */
final class FeatureColumns {
  static final int COUNT = 3;
  static final int WARM_UP = 21;
  private static final double SCALE = 100;
  private static final double CLIP = 10;

  private final int assets;
  private final float[] values;

  FeatureColumns(int assets, int length) {
    this.assets = assets;
    values = new float[assets * length * COUNT];
  }

  void compute(Bars bars) {
    for (int asset = 0; asset < assets; asset++) {
      for (int bar = WARM_UP; bar < bars.length(); bar++) {
        int at = (bar * assets + asset) * COUNT;
        double squares = 0;
        for (int back = 0; back < 20; back++) {
          double r = log(bars, asset, bar - back, 1);
          squares += r * r;
        }
        values[at] = clipped(SCALE * log(bars, asset, bar, 1));
        values[at + 1] = clipped(SCALE / 2 * log(bars, asset, bar, 5));
        values[at + 2] = clipped(SCALE * Math.sqrt(squares / 20));
      }
    }
  }

  private static double log(Bars bars, int asset, int bar, int back) {
    return StrictMath.log((double) bars.close(asset, bar) / bars.close(asset, bar - back));
  }

  private static float clipped(double value) {
    return (float) Math.clamp(value, -CLIP, CLIP);
  }

  void observe(Frame frame, int at, int from, int count) {
    int row = assets * COUNT;
    frame.observe(at, values, from * row, count * row);
  }
}
