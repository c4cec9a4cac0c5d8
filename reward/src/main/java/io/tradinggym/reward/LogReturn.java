package io.tradinggym.reward;

import io.tradinggym.market.Logarithm;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Growth: {@code ln(V' / V)}. An episode sums to {@code ln(V_T / V_0)}, so its maximiser is the growth-optimal (Kelly)
 * trader.
 *
 * <p>Ruin counts as {@code V' = 1e-20 V_0}: less than the smallest unit of money is of the largest amount that an
 * account can hold, so an episode that ruins sums to -46.05, whatever came before, and every survivor to more.
 */
public record LogReturn() implements Reward {
  /** What is left after ruin, as a share of the starting equity. */
  static final double RUIN = 1e-20;

  @Override
  public RewardFunction create() {
    return new Function();
  }

  @Override
  public String toString() {
    return "logReturn";
  }

  static final class Function implements Remembering {
    private double floor = RUIN;

    @Override
    public void reset(double equity) {
      floor = equity * RUIN;
    }

    @Override
    public double reward(RewardInput step) {
      double after = step.equityAfter;
      return Logarithm.of((after < floor ? floor : after) / step.equityBefore);
    }

    @Override
    public int memorySize() {
      return 0;
    }

    @Override
    public void observe(float[] out, int offset) {}

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeDouble(floor);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      floor = in.readDouble();
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public void store(long[] row, int at) {
      row[at] = Double.doubleToRawLongBits(floor);
    }

    @Override
    public void load(long[] row, int at) {
      floor = Double.longBitsToDouble(row[at]);
    }
  }
}
