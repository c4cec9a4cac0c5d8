package io.tradinggym.agents;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Space;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Three numbers to see, a space to act in, and nothing that depends on it. From one step of an episode on, a reward or
 * an observation can be something else than it should be.
 */
public final class Indifferent implements EnvironmentLogic, Resumable {
  private static final int SIZE = 3;

  private final EnvironmentSpec spec;
  private double reward;
  private double lastObservation;
  private int wrongFrom = Integer.MAX_VALUE;
  private int steps;

  public Indifferent(Space actions) {
    spec =
        EnvironmentSpec.of("Indifferent-v0")
            .observation(Box.of(-1, 1, SIZE))
            .action(actions)
            .maxSteps(100)
            .build();
  }

  /** From the given step of each episode on, counted from 1. */
  public Indifferent wrong(int fromStep, double wrongReward, double wrongObservation) {
    wrongFrom = fromStep;
    reward = wrongReward;
    lastObservation = wrongObservation;
    return this;
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    steps = 0;
    for (int i = 0; i < SIZE; i++) {
      frame.observe(i, 0.5);
    }
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    steps++;
    if (steps >= wrongFrom) {
      frame.reward(reward);
      frame.observe(SIZE - 1, lastObservation);
    }
    return EndReason.NONE;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(steps);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    steps = in.readInt();
  }
}
