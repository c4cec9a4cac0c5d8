package io.tradinggym.agents.rollout;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.wrapper.RunningMoments;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Divides rewards by the standard deviation of the discounted return, clipped at 10: the scale of what the critic must
 * learn becomes about 1, whatever the currency. Each lane's return starts anew with its episode.
 */
final class RewardScaler implements Resumable {
  private static final double CLIP = 10;
  private static final double EPSILON = 1e-8;

  private final double gamma;
  private final double[] returns;
  private final RunningMoments moments = new RunningMoments(1);

  RewardScaler(int lanes, double gamma) {
    this.gamma = gamma;
    this.returns = new double[lanes];
  }

  double scale(int lane, double reward, boolean ended) {
    returns[lane] = returns[lane] * gamma + reward;
    moments.add(returns[lane]);
    moments.merge();
    if (ended) {
      returns[lane] = 0;
    }
    return Math.clamp(reward / Math.sqrt(moments.variance(0) + EPSILON), -CLIP, CLIP);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    moments.save(out);
    for (double value : returns) {
      out.writeDouble(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    moments.restore(in);
    for (int lane = 0; lane < returns.length; lane++) {
      returns[lane] = in.readDouble();
    }
  }
}
