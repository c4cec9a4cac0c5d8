package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Exponential (constant absolute risk aversion) utility of wealth w = V / V_0, paid out in increments: {@code U(w') -
 * U(w)} with {@code U(w) = (1 - exp(-a (w - 1))) / a}. An episode sums to U(w_T): maximising its expectation maximises
 * the entropic certainty equivalent {@code -1/a ln E exp(-a w_T)}. Ruin counts as w = 0.
 *
 * @param riskAversion a, in (0, 100)
 */
public record Cara(double riskAversion) implements Reward {
  /** Checks the risk aversion. */
  public Cara {
    Check.within("riskAversion", riskAversion, 0, 100);
  }

  @Override
  public RewardFunction create() {
    return new Function(riskAversion);
  }

  @Override
  public String toString() {
    return "cara(riskAversion=" + riskAversion + ")";
  }

  private static final class Function implements Remembering {
    private final double a;
    private double start = 1;

    Function(double a) {
      this.a = a;
    }

    @Override
    public void reset(double equity) {
      start = equity;
    }

    @Override
    public double reward(RewardInput step) {
      return utility(step.equityAfter) - utility(step.equityBefore);
    }

    private double utility(double equity) {
      return -StrictMath.expm1(-a * (Math.max(equity, 0) / start - 1)) / a;
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
