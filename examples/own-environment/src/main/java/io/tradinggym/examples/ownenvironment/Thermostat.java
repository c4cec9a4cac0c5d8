package io.tradinggym.examples.ownenvironment;

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

/**
 * A heater keeps a room at 20 °C.
 *
 * <pre>
 * | index | observation       | unit | min | max |
 * | 0     | temperature error | K    | -16 | 16  |
 * </pre>
 *
 * <p>Actions: 0 off (-0.3 K a step), 1 on (+0.5 K a step). Reward: minus the absolute error. Start: uniform on [-5, 5).
 * Terminates with {@code GOAL_LOST} once the error reaches 15 K; truncated after 200 steps.
 */
public final class Thermostat implements EnvironmentLogic, Resumable {
  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("Thermostat-v1")
          .observation(Box.of(-16, 16, 1))
          .action(Discrete.of(2))
          .maxSteps(200)
          .build();

  private double error;

  @Override
  public EnvironmentSpec spec() {
    return SPEC;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    error = random.uniform(-5, 5);
    frame.observe(0, error);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    error += (action.discrete() == 1 ? 0.5 : -0.3) + random.gaussian(0, 0.05);
    frame.observe(0, error);
    frame.reward(-Math.abs(error));
    return Math.abs(error) >= 15 ? EndReason.GOAL_LOST : EndReason.NONE;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(error);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    error = in.readDouble();
  }
}
