package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a step adds to the exponentially weighted Sharpe ratio:
 *
 * <pre>
 *   D = (B dA - A dB / 2) / (B - A^2)^(3/2),   dA = R - A,  dB = R^2 - B,   then A += eta dA, B += eta dB
 * </pre>
 *
 * <p>R is the simple return, A and B its moving mean and mean square; they are the memory, shown as {@code A / sqrt(B)}
 * and {@code sqrt(B)}. The first {@link #WARM_UP} returns only fill the memory (by plain averages) and pay 0. D is kept
 * within +-{@link #LIMIT}; ruin pays twice the lower limit.
 *
 * <p>Know its law: D is largest at {@code R = B/A} and falls beyond, so it punishes large wins. {@link
 * DifferentialDownside} does not.
 *
 * @param eta weight of the newest return, in (0, 1); about 1 / (steps of the horizon)
 * @see <a href="https://doi.org/10.1109/72.935097">Moody and Saffell (2001), eq. 15</a>
 */
public record DifferentialSharpe(double eta) implements Reward {
  /** Largest reward of one step, either way. */
  public static final double LIMIT = 100;

  /** Returns that only fill the memory. */
  public static final int WARM_UP = 10;

  /** Below this variance of returns the ratio says nothing and the reward is 0. */
  private static final double SMALLEST_VARIANCE = 1e-12;

  /** Checks eta. */
  public DifferentialSharpe {
    Check.within("eta", eta, 0, 1);
  }

  @Override
  public RewardFunction create() {
    return new Function(eta, 0, 0, 0);
  }

  @Override
  public String toString() {
    return "differentialSharpe(eta=" + eta + ")";
  }

  static final class Function implements Remembering {
    private final double eta;
    private double mean;
    private double square;
    private int seen;

    Function(double eta, double mean, double square, int seen) {
      this.eta = eta;
      this.mean = mean;
      this.square = square;
      this.seen = seen;
    }

    @Override
    public void reset(double equity) {
      mean = 0;
      square = 0;
      seen = 0;
    }

    @Override
    public double reward(RewardInput step) {
      if (step.equityAfter <= 0) {
        return -2 * LIMIT;
      }
      double r = step.simpleReturn();
      double dMean = r - mean;
      double dSquare = r * r - square;
      double variance = square - mean * mean;
      double d = 0;
      if (seen >= WARM_UP && variance >= SMALLEST_VARIANCE) {
        d = (square * dMean - mean * dSquare / 2) / (variance * Math.sqrt(variance));
      }
      double weight = seen < WARM_UP ? 1.0 / (seen + 1) : eta;
      seen = Math.min(seen + 1, WARM_UP);
      mean += weight * dMean;
      square += weight * dSquare;
      return Math.clamp(d, -LIMIT, LIMIT);
    }

    double mean() {
      return mean;
    }

    double square() {
      return square;
    }

    @Override
    public int memorySize() {
      return 3;
    }

    @Override
    public void observe(float[] out, int offset) {
      double root = Math.sqrt(square);
      out[offset] = root == 0 ? 0 : (float) Math.clamp(mean / root, -1, 1);
      out[offset + 1] = Check.squash(10 * root);
      out[offset + 2] = (float) seen / WARM_UP;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeDouble(mean);
      out.writeDouble(square);
      out.writeInt(seen);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      mean = in.readDouble();
      square = in.readDouble();
      seen = in.readInt();
    }

    @Override
    public int size() {
      return 3;
    }

    @Override
    public void store(long[] row, int at) {
      row[at] = Double.doubleToRawLongBits(mean);
      row[at + 1] = Double.doubleToRawLongBits(square);
      row[at + 2] = seen;
    }

    @Override
    public void load(long[] row, int at) {
      mean = Double.longBitsToDouble(row[at]);
      square = Double.longBitsToDouble(row[at + 1]);
      seen = (int) row[at + 2];
    }
  }
}
