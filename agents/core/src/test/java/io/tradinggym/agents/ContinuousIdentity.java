package io.tradinggym.agents;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;

/** The identity environment with numbers: a hit is an action within 0.5 of the number shown. */
public final class ContinuousIdentity implements EnvironmentLogic {
  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("ContinuousIdentity-v0")
          .observation(Box.of(-1, 1, 1))
          .action(Box.of(-1, 1, 1))
          .maxSteps(100)
          .build();
  private static final double NEAR = 0.5;
  private double target;

  @Override
  public EnvironmentSpec spec() {
    return SPEC;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    show(random, frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    frame.reward(Math.abs(action.continuous(0) - target) < NEAR ? 1 : 0);
    show(random, frame);
    return EndReason.NONE;
  }

  private void show(RandomStream random, Frame frame) {
    target = random.uniform(-1, 1);
    frame.observe(0, target);
  }
}
