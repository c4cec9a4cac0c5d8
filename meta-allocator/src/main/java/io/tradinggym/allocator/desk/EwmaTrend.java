package io.tradinggym.allocator.desk;

import io.tradinggym.market.data.AsOf;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Follows trends: of each instrument the exponential mean m of returns over their volatility,
 *
 * <pre>
 *   z = ln(close / close before) / s,   s^2 &lt;- .94 s^2 + .06 r^2,   m &lt;- (1 - a) m + a z,   a = 2 / (span + 1)
 * </pre>
 *
 * <p>Long while m is above the band, short (or out) below minus the band, between them as it was; equal parts.
 *
 * @see <a href="https://doi.org/10.1016/j.jfineco.2011.11.003">Moskowitz, Ooi and Pedersen (2012)</a>
 */
final class EwmaTrend implements Specialist {
  private static final double DECAY = 0.94;

  private final int[] assets;
  private final double rate;
  private final double band;
  private final double lowest;
  private final int warmUp;
  private final double[] variance;
  private final double[] mean;
  private final int[] side;
  private final int[] seen;

  /**
   * The rule.
   *
   * @param assets that it trades
   * @param span of the mean in bars, &gt;= 1
   * @param band in standard deviations of a bar, &gt;= 0; about .04 at 2 bp, .1 at 10 bp
   * @param shorts whether it may be short
   */
  EwmaTrend(int[] assets, double span, double band, boolean shorts) {
    this.assets = assets;
    if (!(span >= 1 && band >= 0)) {
      throw new IllegalArgumentException(
          "span must be >= 1 and band >= 0, were " + span + " and " + band);
    }
    rate = 2 / (span + 1);
    this.band = band;
    lowest = shorts ? -1 : 0;
    warmUp = (int) Math.ceil(span);
    variance = new double[assets.length];
    mean = new double[assets.length];
    side = new int[assets.length];
    seen = new int[assets.length];
  }

  @Override
  public void begin() {
    Arrays.fill(variance, 0);
    Arrays.fill(mean, 0);
    Arrays.fill(side, 0);
    Arrays.fill(seen, 0);
  }

  @Override
  public void decide(AsOf view, double[] weights) {
    Arrays.fill(weights, 0);
    for (int i = 0; i < assets.length; i++) {
      look(view, assets[i], i);
      weights[assets[i]] = side[i] * 1.0 / assets.length;
    }
  }

  private void look(AsOf view, int asset, int i) {
    if (view.known() < 2 || !(view.close(asset, 1) > 0)) {
      return;
    }
    double r = StrictMath.log(view.close(asset, 0) / view.close(asset, 1));
    if (variance[i] > 0) {
      mean[i] += rate * (r / Math.sqrt(variance[i]) - mean[i]);
    }
    variance[i] = variance[i] > 0 ? DECAY * variance[i] + (1 - DECAY) * r * r : r * r;
    seen[i] = Math.min(seen[i] + 1, warmUp);
    if (seen[i] == warmUp && Math.abs(mean[i]) > band) {
      side[i] = mean[i] > 0 ? 1 : (int) lowest;
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (int i = 0; i < assets.length; i++) {
      out.writeDouble(variance[i]);
      out.writeDouble(mean[i]);
      out.writeInt(side[i]);
      out.writeInt(seen[i]);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int i = 0; i < assets.length; i++) {
      variance[i] = in.readDouble();
      mean[i] = in.readDouble();
      side[i] = in.readInt();
      seen[i] = in.readInt();
    }
  }
}
