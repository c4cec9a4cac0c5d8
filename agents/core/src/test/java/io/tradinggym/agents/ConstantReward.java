package io.tradinggym.agents;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;

/**
 * Probe: reward 1 in every step, whatever is done, and one observation. Ended from outside after five steps its value
 * is 1 / (1 - gamma); ended by its own rules it is the mean over the five steps.
 */
public final class ConstantReward implements EnvironmentLogic {
  private static final int STEPS = 5;
  private final EnvironmentSpec spec;
  private final boolean terminates;
  private int step;

  public ConstantReward(boolean terminates) {
    this.terminates = terminates;
    spec =
        EnvironmentSpec.of("ConstantReward-v0")
            .observation(Box.of(0, 1, 1))
            .action(Discrete.of(2))
            .maxSteps(terminates ? 0 : STEPS)
            .build();
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    step = 0;
    frame.observe(0, 1);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    frame.observe(0, 1);
    frame.reward(1);
    return terminates && ++step == STEPS ? EndReason.GOAL_REACHED : EndReason.NONE;
  }
}
