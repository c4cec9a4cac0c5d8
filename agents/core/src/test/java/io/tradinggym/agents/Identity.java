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
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The identity environment: the right choice is the one that is shown; 100 steps an episode, reward 1 for each hit. */
public final class Identity implements EnvironmentLogic, Resumable {
  private final EnvironmentSpec spec;
  private final int choices;
  private final boolean masked;
  private int target;

  public Identity(int choices, boolean masked) {
    this.choices = choices;
    this.masked = masked;
    spec =
        EnvironmentSpec.of("Identity-v0")
            .observation(Box.of(0, 1, choices))
            .action(Discrete.of(choices))
            .maxSteps(100)
            .masked(masked)
            .build();
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    show(random, frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    frame.reward(action.discrete() == target ? 1 : 0);
    show(random, frame);
    return EndReason.NONE;
  }

  private void show(RandomStream random, Frame frame) {
    target = random.integer(choices);
    for (int i = 0; i < choices; i++) {
      frame.observe(i, i == target ? 1 : 0);
      if (masked) {
        frame.allow(i, i == target);
      }
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(target);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    target = in.readInt();
  }
}
