package io.tradinggym.agents.replay;

import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Draws what surprised most, by {@link Prioritization}; one draw from each equal share of the priorities. */
final class PrioritizedSampler implements Sampler {
  private final Prioritization settings;
  private final int slots;
  private final SumTree tree;
  private double largest = 1;

  PrioritizedSampler(Prioritization settings, int slots) {
    this.settings = settings;
    this.slots = slots;
    tree = new SumTree(slots);
  }

  @Override
  public void stored(int slot) {
    tree.set(slot, largest);
  }

  @Override
  public void dropped(int slot) {
    tree.set(slot, 0);
  }

  @Override
  public void choose(Replay replay, RandomStream random, double progress, ReplaySample out) {
    double beta = settings.beta().at(progress);
    double total = tree.total();
    double most = 0;
    for (int row = 0; row < out.rows; row++) {
      int slot = tree.find((row + random.uniform()) / out.rows * total);
      double weight = StrictMath.pow(replay.size() * tree.get(slot) / total, -beta);
      out.slots[row] = slot;
      out.weights[row] = (float) weight;
      most = Math.max(most, weight);
    }
    for (int row = 0; row < out.rows; row++) {
      out.weights[row] = (float) (out.weights[row] / most);
    }
  }

  @Override
  public void learned(ReplaySample sample) {
    for (int row = 0; row < sample.rows; row++) {
      double priority =
          StrictMath.pow(Math.abs(sample.errors[row]) + settings.epsilon(), settings.alpha());
      largest = Math.max(largest, priority);
      tree.set(sample.slots[row], priority);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(largest);
    for (int slot = 0; slot < slots; slot++) {
      out.writeDouble(tree.get(slot));
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    largest = in.readDouble();
    for (int slot = 0; slot < slots; slot++) {
      tree.set(slot, in.readDouble());
    }
  }
}
