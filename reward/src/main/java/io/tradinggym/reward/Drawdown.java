package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A cost: how much deeper the drawdown became in this step, {@code max(0, DD' - DD)} with {@code DD = 1 - V / peak},
 * the peak counted from the start of the episode. On the way down increments add up to the depth, so nothing is paid
 * twice for staying under water. Memory: the drawdown, in [0, 1]. Ruin is a drawdown of 1.
 */
public record Drawdown() implements Reward {
  @Override
  public RewardFunction create() {
    return new Function();
  }

  @Override
  public String toString() {
    return "drawdown";
  }

  private static final class Function implements Remembering {
    private double peak = 1;
    private double drawdown;

    @Override
    public void reset(double equity) {
      peak = equity;
      drawdown = 0;
    }

    @Override
    public double reward(RewardInput step) {
      double before = drawdown;
      peak = Math.max(peak, step.equityAfter);
      drawdown = 1 - Math.max(step.equityAfter, 0) / peak;
      return Math.max(0, drawdown - before);
    }

    @Override
    public int memorySize() {
      return 1;
    }

    @Override
    public void observe(float[] out, int offset) {
      out[offset] = (float) drawdown;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeDouble(peak);
      out.writeDouble(drawdown);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      peak = in.readDouble();
      drawdown = in.readDouble();
    }

    @Override
    public int size() {
      return 2;
    }

    @Override
    public void store(long[] row, int at) {
      row[at] = Double.doubleToRawLongBits(peak);
      row[at + 1] = Double.doubleToRawLongBits(drawdown);
    }

    @Override
    public void load(long[] row, int at) {
      peak = Double.longBitsToDouble(row[at]);
      drawdown = Double.longBitsToDouble(row[at + 1]);
    }
  }
}
