package io.tradinggym.agents.replay;

import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.Arrays;

/** Every transition is as likely as any other. */
final class UniformSampler implements Sampler {
  @Override
  public void stored(int slot) {}

  @Override
  public void dropped(int slot) {}

  @Override
  public void choose(Replay replay, RandomStream random, double progress, ReplaySample out) {
    Arrays.fill(out.weights, 1);
    for (int row = 0; row < out.rows; row++) {
      out.slots[row] = replay.uniformSlot(random);
    }
  }

  @Override
  public void learned(ReplaySample sample) {}

  @Override
  public void save(DataOutput out) {}

  @Override
  public void restore(DataInput in) {}
}
