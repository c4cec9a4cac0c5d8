package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A cost: the step's share of the conditional value at risk, {@code nu + max(L - nu, 0) / (1 - level)}, L = -R the loss
 * of the step. Averaged over steps it is never less than the CVaR, and equal to it when nu is the value at risk, which
 * nu approaches by descending the same expression: {@code nu -= rate (1 - [L > nu] / (1 - level))}, at rest where L =
 * nu. Memory: nu.
 *
 * @param level such as 0.95: the mean of the worst 5 % of steps; in (0, 1)
 * @param rate step of nu, as a return, in (0, 1)
 * @see <a href="https://doi.org/10.21314/JOR.2000.038">Rockafellar and Uryasev (2000), eq. 5</a>
 */
public record Cvar(double level, double rate) implements Reward {
  /** Nu stays below a total loss, so that ruin is worse than any smaller loss. */
  private static final double LARGEST_NU = 0.99;

  /** Checks level and rate. */
  public Cvar {
    Check.within("level", level, 0, 1);
    Check.within("rate", rate, 0, 1);
  }

  /** The expression whose minimum over nu is the CVaR of the losses. */
  static double cost(double loss, double nu, double level) {
    return nu + Math.max(loss - nu, 0) / (1 - level);
  }

  @Override
  public RewardFunction create() {
    return new Function(level, rate);
  }

  @Override
  public String toString() {
    return "cvar(level=" + level + ", rate=" + rate + ")";
  }

  private static final class Function implements Remembering {
    private final double level;
    private final double rate;
    private double nu;

    Function(double level, double rate) {
      this.level = level;
      this.rate = rate;
    }

    @Override
    public void reset(double equity) {
      nu = 0;
    }

    @Override
    public double reward(RewardInput step) {
      double loss = -step.simpleReturn();
      double cost = cost(loss, nu, level);
      if (loss != nu) {
        double gradient = loss > nu ? 1 - 1 / (1 - level) : 1;
        nu = Math.clamp(nu - rate * gradient, -LARGEST_NU, LARGEST_NU);
      }
      return cost;
    }

    @Override
    public int memorySize() {
      return 1;
    }

    @Override
    public void observe(float[] out, int offset) {
      out[offset] = Check.squash(10 * nu);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeDouble(nu);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      nu = in.readDouble();
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public void store(long[] row, int at) {
      row[at] = Double.doubleToRawLongBits(nu);
    }

    @Override
    public void load(long[] row, int at) {
      nu = Double.longBitsToDouble(row[at]);
    }
  }
}
