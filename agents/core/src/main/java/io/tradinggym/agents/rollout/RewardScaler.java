package io.tradinggym.agents.rollout;

import io.tradinggym.api.Resumable;
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
  private double count;
  private double mean;
  private double squares;

  RewardScaler(int lanes, double gamma) {
    this.gamma = gamma;
    this.returns = new double[lanes];
  }

  double scale(int lane, double reward, boolean ended) {
    returns[lane] = returns[lane] * gamma + reward;
    count++;
    double delta = returns[lane] - mean;
    mean += delta / count;
    squares += delta * (returns[lane] - mean);
    if (ended) {
      returns[lane] = 0;
    }
    double variance = count > 1 ? squares / count : 1;
    return Math.clamp(reward / Math.sqrt(variance + EPSILON), -CLIP, CLIP);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(count);
    out.writeDouble(mean);
    out.writeDouble(squares);
    for (double value : returns) {
      out.writeDouble(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    count = in.readDouble();
    mean = in.readDouble();
    squares = in.readDouble();
    for (int lane = 0; lane < returns.length; lane++) {
      returns[lane] = in.readDouble();
    }
  }
}
