package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Profit and loss as a share of the starting equity: {@code (V' - V) / V_0}. An episode sums to {@code V_T / V_0 - 1}.
 * Ruin needs no rule of its own: it sums to -1 or less, survival to more.
 */
public record Profit() implements Reward {
  @Override
  public RewardFunction create() {
    return new Function();
  }

  @Override
  public String toString() {
    return "profit";
  }

  private static final class Function implements Remembering {
    private double start = 1;

    @Override
    public void reset(double equity) {
      start = equity;
    }

    @Override
    public double reward(RewardInput step) {
      return (step.equityAfter - step.equityBefore) / start;
    }

    @Override
    public int memorySize() {
      return 0;
    }

    @Override
    public void observe(float[] out, int offset) {}

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeDouble(start);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      start = in.readDouble();
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public void store(long[] row, int at) {
      row[at] = Double.doubleToRawLongBits(start);
    }

    @Override
    public void load(long[] row, int at) {
      start = Double.longBitsToDouble(row[at]);
    }
  }
}
