package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Calm or wild by the root mean square of the last bars over that of all bars so far, through a {@link
 * ThresholdRegime}: wild above 1.25, calm again below 1.
 */
public final class VolatilityRegime implements RegimeModel {
  private static final double ENTER = 1.25;
  private static final double LEAVE = 1;

  private final double[] squares;
  private final ThresholdRegime levels;
  private double all;
  private int seen;

  /**
   * The model.
   *
   * @param bars of the short volatility, &gt;= 2; state 0 until there are twice as many
   * @param dwell bars that a state is kept at least, &gt;= 1
   */
  public VolatilityRegime(int bars, int dwell) {
    squares = new double[Check.atLeast("bars", bars, 2)];
    levels = new ThresholdRegime(new double[] {ENTER}, new double[] {LEAVE}, dwell);
  }

  @Override
  public int states() {
    return 2;
  }

  @Override
  public int dimensions() {
    return 1;
  }

  @Override
  public void update(double[] x) {
    Check.observation(x, 1);
    squares[seen % squares.length] = x[0] * x[0];
    all += x[0] * x[0];
    seen++;
    if (seen >= 2 * squares.length && all > 0) {
      double recent = 0;
      for (double square : squares) {
        recent += square;
      }
      levels.update(StrictMath.sqrt(recent / squares.length / (all / seen)));
    }
  }

  @Override
  public void probabilities(double[] out) {
    levels.probabilities(out);
  }

  @Override
  public int state() {
    return levels.state();
  }

  @Override
  public void reset() {
    Arrays.fill(squares, 0);
    all = 0;
    seen = 0;
    levels.reset();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (double square : squares) {
      out.writeDouble(square);
    }
    out.writeDouble(all);
    out.writeInt(seen);
    levels.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int i = 0; i < squares.length; i++) {
      squares[i] = in.readDouble();
    }
    all = in.readDouble();
    seen = in.readInt();
    levels.restore(in);
  }
}
