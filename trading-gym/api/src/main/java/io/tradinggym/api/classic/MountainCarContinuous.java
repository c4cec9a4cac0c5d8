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
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * MountainCarContinuous-v0: {@link MountainCar} with a throttle, whose use costs.
 *
 * <pre>
 * | index | observation | unit   | min   | max  |
 * | 0     | position    | m      | -1.2  | 0.6  |
 * | 1     | velocity    | m/step | -0.07 | 0.07 |
 * </pre>
 *
 * <p>Law: v' = clip(v + 0.0015 clip(a, -1, 1) - 0.0025 cos(3 x), -0.07, 0.07), x' = clip(x + v', -1.2, 0.6); the left
 * wall takes all speed. Action: the throttle a, on [-1, 1]. Reward: -0.1 a^2 with a as given, not as clipped, and 100
 * more at the goal. Start: x uniform on [-0.6, -0.4), v = 0. Terminates ({@link EndReason#GOAL_REACHED}) at x >= 0.45
 * with v >= 0; truncated after 999 steps.
 *
 * <p>The state is held and advanced in single precision, because Gymnasium's is (with NumPy 2).
 *
 * <p>Version history: v0 as in Gymnasium.
 *
 * @see <a href="https://www.cl.cam.ac.uk/techreports/UCAM-CL-TR-209.pdf">Moore (1990)</a>
 */
public final class MountainCarContinuous implements EnvironmentLogic, Resumable {
  private static final float MIN_POSITION = -1.2f;
  private static final float MAX_POSITION = 0.6f;
  private static final float MAX_SPEED = 0.07f;
  private static final float GOAL = 0.45f;
  private static final float POWER = 0.0015f;
  private static final double GRAVITY = 0.0025;

  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("MountainCarContinuous-v0")
          .observation(
              Box.of(new float[] {MIN_POSITION, -MAX_SPEED}, new float[] {MAX_POSITION, MAX_SPEED}))
          .action(Box.of(-1, 1, 1))
          .maxSteps(999)
          .rewardThreshold(90)
          .build();

  private float position;
  private float velocity;

  /** A car in its valley; a reset sets it up. */
  public MountainCarContinuous() {}

  @Override
  public EnvironmentSpec spec() {
    return SPEC;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    position = (float) random.uniform(-0.6, -0.4);
    velocity = 0;
    observe(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    float throttle = action.get(0);
    float pull = (float) (GRAVITY * Trigonometry.cos(3 * position));
    velocity =
        Math.clamp(
            velocity + (Math.clamp(throttle, -1f, 1f) * POWER - pull), -MAX_SPEED, MAX_SPEED);
    position = Math.clamp(position + velocity, MIN_POSITION, MAX_POSITION);
    if (position == MIN_POSITION && velocity < 0) {
      velocity = 0;
    }
    boolean reached = position >= GOAL && velocity >= 0;
    observe(frame);
    frame.reward((reached ? 100 : 0) - (double) throttle * throttle * 0.1);
    return reached ? EndReason.GOAL_REACHED : EndReason.NONE;
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
    out.writeFloat(position);
    out.writeFloat(velocity);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    position = in.readFloat();
    velocity = in.readFloat();
  }
}
