package io.tradinggym.api.wrapper;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A probe: observes (steps of the episode, action), pays the action plus a hundredth of a uniform draw, reports its
 * steps as info, and ends by itself after a number of steps drawn at the start, or is lost when the action is 99. It
 * writes the second number of the observation only when it changes, as the contract allows.
 */
final class Count implements EnvironmentLogic, Resumable {
  static final InfoField STEPS = InfoField.of("steps", "1", "Steps of the episode.");

  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("Count-v0")
          .observation(Box.of(-1000, 1000, 2))
          .action(Box.of(-100, 100, 1))
          .info(STEPS)
          .maxSteps(9)
          .build();

  private int steps;
  private int goal;
  private double lastAction = Double.NaN;

  @Override
  public EnvironmentSpec spec() {
    return SPEC;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    steps = 0;
    goal = 4 + random.integer(10);
    lastAction = 0;
    frame.observe(0, 0);
    frame.observe(1, 0);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    double a = action.continuous(0);
    steps++;
    frame.observe(0, steps);
    if (a != lastAction) {
      frame.observe(1, a);
      lastAction = a;
    }
    frame.reward(a + 0.01 * random.uniform());
    frame.info(0, steps);
    return a == 99 ? EndReason.GOAL_LOST : steps == goal ? EndReason.GOAL_REACHED : EndReason.NONE;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(steps);
    out.writeInt(goal);
    out.writeDouble(lastAction);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    steps = in.readInt();
    goal = in.readInt();
    lastAction = in.readDouble();
  }
}
