package io.tradinggym.agents.train;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;

/** Pays the number of the arm, in one step. */
final class Arms implements EnvironmentLogic, Resumable {
  static final int COUNT = 100;

  private final EnvironmentSpec spec;

  Arms(String id) {
    spec = EnvironmentSpec.of(id).observation(Box.of(0, 2, 1)).action(Discrete.of(COUNT)).build();
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    frame.observe(0, 1);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    frame.observe(0, 1);
    frame.reward(action.discrete());
    return EndReason.GOAL_REACHED;
  }

  @Override
  public void save(DataOutput out) {}

  @Override
  public void restore(DataInput in) {}
}
