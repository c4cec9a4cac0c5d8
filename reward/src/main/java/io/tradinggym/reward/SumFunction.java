package io.tradinggym.reward;

import io.tradinggym.api.LaneState;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A weighted sum at work: the parts' memories stand one after the other. */
final class SumFunction implements RewardFunction {
  private final double[] weights;
  private final RewardFunction[] parts;
  private final int memorySize;

  SumFunction(List<WeightedReward.Term> terms) {
    weights = terms.stream().mapToDouble(WeightedReward.Term::weight).toArray();
    parts = terms.stream().map(term -> term.reward().create()).toArray(RewardFunction[]::new);
    int size = 0;
    for (RewardFunction part : parts) {
      size += part.memorySize();
    }
    memorySize = size;
  }

  @Override
  public void reset(double equity) {
    for (RewardFunction part : parts) {
      part.reset(equity);
    }
  }

  @Override
  public double reward(RewardInput step) {
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += weights[i] * parts[i].reward(step);
    }
    return sum;
  }

  @Override
  public double shaping() {
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += weights[i] * parts[i].shaping();
    }
    return sum;
  }

  @Override
  public int memorySize() {
    return memorySize;
  }

  @Override
  public void observe(float[] out, int offset) {
    int at = offset;
    for (RewardFunction part : parts) {
      part.observe(out, at);
      at += part.memorySize();
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (RewardFunction part : parts) {
      part.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (RewardFunction part : parts) {
      part.restore(in);
    }
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.all(List.of(parts));
  }
}
