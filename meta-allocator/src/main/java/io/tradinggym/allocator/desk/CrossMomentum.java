package io.tradinggym.allocator.desk;

import io.tradinggym.market.data.AsOf;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Holds the strongest: of all instruments those with the largest return over so many bars, if it is above 0, in equal
 * parts; looks again every so many bars and leaves positions alone between.
 *
 * @see <a href="https://doi.org/10.1111/j.1540-6261.1993.tb04702.x">Jegadeesh and Titman (1993)</a>
 */
final class CrossMomentum implements Specialist {
  private final int[] assets;
  private final int bars;
  private final int top;
  private final int every;
  private final double[] strength;
  private int wait;

  /**
   * The rule.
   *
   * @param assets that it chooses from
   * @param bars to look back, &gt;= 1
   * @param top how many it holds, &gt;= 1
   * @param every bars from look to look, &gt;= 1
   */
  CrossMomentum(int[] assets, double bars, double top, double every) {
    if (!(bars >= 1 && top >= 1 && every >= 1)) {
      throw new IllegalArgumentException(
          "bars, top and every must be >= 1, were " + bars + ", " + top + " and " + every);
    }
    this.assets = assets;
    this.bars = (int) bars;
    this.top = (int) Math.min(top, assets.length);
    this.every = (int) every;
    strength = new double[assets.length];
  }

  @Override
  public void begin() {
    wait = 0;
  }

  @Override
  public void decide(AsOf view, double[] weights) {
    boolean looks = wait == 0 && view.known() > bars;
    Arrays.fill(weights, looks || view.known() <= bars ? 0 : HOLD);
    if (!looks) {
      wait = Math.max(0, wait - 1);
      return;
    }
    wait = every - 1;
    for (int i = 0; i < assets.length; i++) {
      double before = view.close(assets[i], bars);
      strength[i] = before > 0 ? view.close(assets[i], 0) / before - 1 : 0;
    }
    for (int n = 0; n < top; n++) {
      int best = 0;
      for (int i = 1; i < assets.length; i++) {
        best = strength[i] > strength[best] ? i : best;
      }
      if (!(strength[best] > 0)) {
        return;
      }
      strength[best] = 0;
      weights[assets[best]] = 1.0 / top;
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(wait);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    wait = in.readInt();
  }
}
