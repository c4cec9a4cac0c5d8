package io.tradinggym.api.classic;

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
 * MountainCar-v0: a car in a valley whose engine is too weak for the hill; it must swing up.
 *
 * <pre>
 * | index | observation | unit   | min   | max  |
 * | 0     | position    | m      | -1.2  | 0.6  |
 * | 1     | velocity    | m/step | -0.07 | 0.07 |
 * </pre>
 *
 * <p>Law: v' = clip(v + 0.001 (action - 1) - 0.0025 cos(3 x), -0.07, 0.07), x' = clip(x + v', -1.2, 0.6); the left wall
 * takes all speed. Actions: 0 pushes left, 1 not at all, 2 right. Reward: -1 per step. Start: x uniform on [-0.6,
 * -0.4), v = 0. Terminates ({@link EndReason#GOAL_REACHED}) at x >= 0.5 with v >= 0; truncated after 200 steps.
 *
 * <p>Version history: v0 as in Gymnasium.
 *
 * @see <a href="https://www.cl.cam.ac.uk/techreports/UCAM-CL-TR-209.pdf">Moore (1990)</a>
 */
public final class MountainCar implements EnvironmentLogic, Resumable {
  private static final double MIN_POSITION = -1.2;
  private static final double MAX_POSITION = 0.6;
  private static final double MAX_SPEED = 0.07;
  private static final double GOAL = 0.5;
  private static final double FORCE = 0.001;
  private static final double GRAVITY = 0.0025;

  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("MountainCar-v0")
          .observation(
              Box.of(
                  new float[] {(float) MIN_POSITION, (float) -MAX_SPEED},
                  new float[] {(float) MAX_POSITION, (float) MAX_SPEED}))
          .action(Discrete.of(3))
          .maxSteps(200)
          .rewardThreshold(-110)
          .build();

  private double position;
  private double velocity;

  /** A car in its valley; a reset sets it up. */
  public MountainCar() {}

  @Override
  public EnvironmentSpec spec() {
    return SPEC;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    position = random.uniform(-0.6, -0.4);
    velocity = 0;
    observe(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    velocity += (action.discrete() - 1) * FORCE + Trigonometry.cos(3 * position) * -GRAVITY;
    velocity = Math.clamp(velocity, -MAX_SPEED, MAX_SPEED);
    position = Math.clamp(position + velocity, MIN_POSITION, MAX_POSITION);
    if (position == MIN_POSITION && velocity < 0) {
      velocity = 0;
    }
    observe(frame);
    frame.reward(-1);
    return position >= GOAL && velocity >= 0 ? EndReason.GOAL_REACHED : EndReason.NONE;
  }

  private void observe(Frame frame) {
    frame.observe(0, position);
    frame.observe(1, velocity);
  }

  @Override
  public String render() {
    return String.format("position %.3f m, velocity %.4f m/step", position, velocity);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(position);
    out.writeDouble(velocity);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    position = in.readDouble();
    velocity = in.readDouble();
  }
}
