package io.tradinggym.allocator.desk;

import io.tradinggym.market.data.AsOf;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Bets on a way back: against the distance z of the log price to its mean over so many bars, in their standard
 * deviation, this bar included. In beyond {@code enter}, out when z is within {@code leave}; equal parts.
 */
final class ZScoreReversion implements Specialist {
  private final int[] assets;
  private final int bars;
  private final double enter;
  private final double leave;
  private final int lowest;
  private final int[] side;

  /**
   * The rule.
   *
   * @param assets that it trades
   * @param bars of mean and deviation, &gt;= 2
   * @param enter in standard deviations, &gt;= leave
   * @param leave &gt;= 0; 0 = when the price crosses its mean
   * @param shorts whether it may be short
   */
  ZScoreReversion(int[] assets, double bars, double enter, double leave, boolean shorts) {
    if (!(bars >= 2 && bars == Math.rint(bars) && leave >= 0 && enter >= leave)) {
      throw new IllegalArgumentException(
          "bars must be whole and >= 2, enter >= leave >= 0; were "
              + bars
              + ", "
              + enter
              + " and "
              + leave);
    }
    this.assets = assets;
    this.bars = (int) bars;
    this.enter = enter;
    this.leave = leave;
    lowest = shorts ? -1 : 0;
    side = new int[assets.length];
  }

  @Override
  public void begin() {
    Arrays.fill(side, 0);
  }

  @Override
  public void decide(AsOf view, double[] weights) {
    Arrays.fill(weights, 0);
    for (int i = 0; i < assets.length; i++) {
      if (view.known() >= bars && view.close(assets[i], bars - 1) > 0) {
        side[i] = side(side[i], score(view, assets[i]));
      }
      weights[assets[i]] = side[i] * 1.0 / assets.length;
    }
  }

  private int side(int held, double z) {
    if (z < -enter) {
      return 1;
    }
    if (z > enter) {
      return lowest;
    }
    return held * z >= -leave ? 0 : held;
  }

  private double score(AsOf view, int asset) {
    double sum = 0;
    double squares = 0;
    double last = StrictMath.log(view.close(asset, 0));
    for (int ago = 0; ago < bars; ago++) {
      double x = StrictMath.log(view.close(asset, ago)) - last;
      sum += x;
      squares += x * x;
    }
    double mean = sum / bars;
    double variance = squares / bars - mean * mean;
    return variance > 0 ? -mean / Math.sqrt(variance) : 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (int one : side) {
      out.writeInt(one);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int i = 0; i < side.length; i++) {
      side[i] = in.readInt();
    }
  }
}
