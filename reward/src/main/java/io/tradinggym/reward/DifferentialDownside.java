package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a step adds to the exponentially weighted downside-deviation (Sortino) ratio:
 *
 * <pre>
 *   R > 0:   D = (R - A/2) / DD
 *   else:    D = (DD^2 (R - A/2) - A R^2 / 2) / DD^3
 *   then     A += eta (R - A),   DD^2 += eta (min(R, 0)^2 - DD^2)
 * </pre>
 *
 * <p>A is the moving mean of returns, DD their moving downside deviation: the memory, shown squashed into (-1, 1).
 * Warm-up, limits and ruin as in {@link DifferentialSharpe}; while no loss has been seen, DD is 0 and the step pays 0.
 *
 * @param eta weight of the newest return, in (0, 1)
 * @see <a href="https://doi.org/10.1109/72.935097">Moody and Saffell (2001), eq. 19</a>
 */
public record DifferentialDownside(double eta) implements Reward {
  private static final double LIMIT = DifferentialSharpe.LIMIT;
  private static final int WARM_UP = DifferentialSharpe.WARM_UP;
  private static final double SMALLEST_DEVIATION = 1e-6;

  /** Checks eta. */
  public DifferentialDownside {
    Check.within("eta", eta, 0, 1);
  }

  @Override
  public RewardFunction create() {
    return new Function(eta, 0, 0, 0);
  }

  @Override
  public String toString() {
    return "differentialDownside(eta=" + eta + ")";
  }

  static final class Function implements Remembering {
    private final double eta;
    private double mean;
    private double downSquare;
    private int seen;

    Function(double eta, double mean, double downSquare, int seen) {
      this.eta = eta;
      this.mean = mean;
      this.downSquare = downSquare;
      this.seen = seen;
    }

    @Override
    public void reset(double equity) {
      mean = 0;
      downSquare = 0;
      seen = 0;
    }

    @Override
    public double reward(RewardInput step) {
      if (step.equityAfter <= 0) {
        return -2 * LIMIT;
      }
      double r = step.simpleReturn();
      double deviation = Math.sqrt(downSquare);
      double d = 0;
      if (seen >= WARM_UP && deviation >= SMALLEST_DEVIATION) {
        double excess = r - mean / 2;
        d =
            r > 0
                ? excess / deviation
                : (downSquare * excess - mean * r * r / 2) / (downSquare * deviation);
      }
      double weight = seen < WARM_UP ? 1.0 / (seen + 1) : eta;
      seen = Math.min(seen + 1, WARM_UP);
      double down = Math.min(r, 0);
      mean += weight * (r - mean);
      downSquare += weight * (down * down - downSquare);
      return Math.clamp(d, -LIMIT, LIMIT);
    }

    double downSquare() {
      return downSquare;
    }

    @Override
    public int memorySize() {
      return 3;
    }

    @Override
    public void observe(float[] out, int offset) {
      out[offset] = Check.squash(100 * mean);
      out[offset + 1] = Check.squash(10 * Math.sqrt(downSquare));
      out[offset + 2] = (float) seen / WARM_UP;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeDouble(mean);
      out.writeDouble(downSquare);
      out.writeInt(seen);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      mean = in.readDouble();
      downSquare = in.readDouble();
      seen = in.readInt();
    }

    @Override
    public int size() {
      return 3;
    }

    @Override
    public void store(long[] row, int at) {
      row[at] = Double.doubleToRawLongBits(mean);
      row[at + 1] = Double.doubleToRawLongBits(downSquare);
      row[at + 2] = seen;
    }

    @Override
    public void load(long[] row, int at) {
      mean = Double.longBitsToDouble(row[at]);
      downSquare = Double.longBitsToDouble(row[at + 1]);
      seen = (int) row[at + 2];
    }
  }
}
