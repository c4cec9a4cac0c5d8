package io.tradinggym.examples.ownreward;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;

/**
 * Losses hurt more than gains please: {@code R} for a gain, {@code aversion R} for a loss, R the simple return of the
 * step. Without memory; ruin pays twice what losing everything would.
 *
 * @param aversion how many times a loss counts, &gt;= 1; people show about 2.25
 * @see <a href="https://doi.org/10.1007/BF00122574">Tversky and Kahneman (1992)</a>
 */
public record LossAverse(double aversion) implements Reward {
  /** Checks the aversion. */
  public LossAverse {
    if (!(aversion >= 1) || Double.isInfinite(aversion)) {
      throw new IllegalArgumentException("aversion must be a number >= 1, was " + aversion);
    }
  }

  @Override
  public RewardFunction create() {
    return new Function(aversion);
  }

  private record Function(double aversion) implements RewardFunction {
    @Override
    public double reward(RewardInput step) {
      double r = step.simpleReturn();
      return step.equityAfter <= 0 ? -2 * aversion : r >= 0 ? r : aversion * r;
    }

    @Override
    public void reset(double equity) {}

    @Override
    public int memorySize() {
      return 0;
    }

    @Override
    public void observe(float[] out, int offset) {}

    @Override
    public void save(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}
  }
}
