package io.tradinggym.reward;

import io.tradinggym.api.LaneState;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * Growth beyond the benchmark's: {@code ln(V' / V) - ln(1 + b)}, b the benchmark's simple return over the step. Sums to
 * {@code ln(V_T / V_0) - ln(B_T / B_0)}. Holding cash earns minus the benchmark, not 0. A benchmark that loses
 * everything counts as in {@link LogReturn}.
 */
public record Benchmark() implements Reward {
  @Override
  public RewardFunction create() {
    return new Function();
  }

  @Override
  public String toString() {
    return "benchmark";
  }

  private static final class Function implements RewardFunction {
    private final LogReturn.Function growth = new LogReturn.Function();

    @Override
    public void reset(double equity) {
      growth.reset(equity);
    }

    @Override
    public double reward(RewardInput step) {
      return growth.reward(step)
          - StrictMath.log(Math.max(1 + step.benchmarkReturn, LogReturn.RUIN));
    }

    @Override
    public int memorySize() {
      return 0;
    }

    @Override
    public void observe(float[] out, int offset) {}

    @Override
    public void save(DataOutput out) throws IOException {
      growth.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      growth.restore(in);
    }

    @Override
    public Optional<LaneState> laneState() {
      return growth.laneState();
    }
  }
}
