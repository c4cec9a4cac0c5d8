package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Potential-based shaping: {@code F = gamma Phi(s') - Phi(s)}, with Phi = 0 where the task terminated. The only shaping
 * that leaves the best policy what it was; it is reported apart in {@link RewardFunction#shaping()}.
 *
 * @param gamma the learner's discount, in (0, 1]
 * @param potential Phi, how promising a state is
 * @see <a href="https://people.eecs.berkeley.edu/~pabbeel/cs287-fa09/readings/NgHaradaRussell-shaping-ICML1999.pdf">Ng,
 *     Harada and Russell (1999), theorem 1</a>
 */
public record Shaping(double gamma, Potential potential) implements Reward {
  /** Checks gamma. */
  public Shaping {
    if (!(gamma > 0 && gamma <= 1)) {
      throw new IllegalArgumentException("gamma must be in (0, 1], was " + gamma);
    }
  }

  @Override
  public RewardFunction create() {
    return new Function(gamma, potential);
  }

  @Override
  public String toString() {
    return (potential instanceof Potentials known ? known.text() : "shaping")
        + "(gamma="
        + gamma
        + ")";
  }

  private static final class Function implements Remembering {
    private final double gamma;
    private final Potential potential;
    private final RewardInput first = new RewardInput();
    private double start = 1;
    private double phi;
    private double shaping;

    Function(double gamma, Potential potential) {
      this.gamma = gamma;
      this.potential = potential;
    }

    @Override
    public void reset(double equity) {
      start = equity;
      first.equityBefore = equity;
      first.equityAfter = equity;
      phi = potential.of(first, equity);
      shaping = 0;
    }

    @Override
    public double reward(RewardInput step) {
      double next = step.terminated ? 0 : potential.of(step, start);
      shaping = gamma * next - phi;
      phi = next;
      return shaping;
    }

    @Override
    public double shaping() {
      return shaping;
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
      out.writeDouble(phi);
      out.writeDouble(shaping);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      start = in.readDouble();
      phi = in.readDouble();
      shaping = in.readDouble();
    }

    @Override
    public int size() {
      return 3;
    }

    @Override
    public void store(long[] row, int at) {
      row[at] = Double.doubleToRawLongBits(start);
      row[at + 1] = Double.doubleToRawLongBits(phi);
      row[at + 2] = Double.doubleToRawLongBits(shaping);
    }

    @Override
    public void load(long[] row, int at) {
      start = Double.longBitsToDouble(row[at]);
      phi = Double.longBitsToDouble(row[at + 1]);
      shaping = Double.longBitsToDouble(row[at + 2]);
    }
  }
}
