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
 * Pendulum-v1: a pendulum to be swung up and held upright by a torque that is too weak to lift it in one go.
 *
 * <pre>
 * | index | observation      | unit  | min | max |
 * | 0     | cosine of angle  | 1     | -1  | 1   |
 * | 1     | sine of angle    | 1     | -1  | 1   |
 * | 2     | angular velocity | rad/s | -8  | 8   |
 * </pre>
 *
 * <p>The angle theta is 0 when upright. Law: w' = clip(w + (15 sin(theta) + 3 u) 0.05, -8, 8), theta' = theta + 0.05
 * w'. Action: the torque u on [-2, 2] N m, clipped. Reward, before the move: -(theta^2 + 0.1 w^2 + 0.001 u^2) with
 * theta brought into [-pi, pi). Start: theta uniform on [-pi, pi), w on [-1, 1). Never terminates; truncated after 200
 * steps.
 *
 * <p>Version history: v1 as in Gymnasium.
 */
public final class Pendulum implements EnvironmentLogic, Resumable {
  private static final float MAX_TORQUE = 2;
  private static final double MAX_SPEED = 8;
  private static final double TAU = 0.05;
  private static final double GRAVITY = 10;
  private static final double MASS = 1;
  private static final double LENGTH = 1;

  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("Pendulum-v1")
          .observation(
              Box.of(
                  new float[] {-1, -1, (float) -MAX_SPEED}, new float[] {1, 1, (float) MAX_SPEED}))
          .action(Box.of(-MAX_TORQUE, MAX_TORQUE, 1))
          .maxSteps(200)
          .build();

  private double theta;
  private double speed;

  /** A pendulum; a reset sets it up. */
  public Pendulum() {}

  @Override
  public EnvironmentSpec spec() {
    return SPEC;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    theta = random.uniform(-Math.PI, Math.PI);
    speed = random.uniform(-1, 1);
    observe(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    double torque = Math.clamp(action.get(0), -MAX_TORQUE, MAX_TORQUE);
    double angle = normalized(theta);
    double cost = angle * angle + 0.1 * (speed * speed) + 0.001 * (torque * torque);
    double acceleration =
        3 * GRAVITY / (2 * LENGTH) * Trigonometry.sin(theta)
            + 3.0 / (MASS * LENGTH * LENGTH) * torque;
    speed = Math.clamp(speed + acceleration * TAU, -MAX_SPEED, MAX_SPEED);
    theta += speed * TAU;
    observe(frame);
    frame.reward(-cost);
    return EndReason.NONE;
  }

  /** The same angle in [-pi, pi): a floored modulus, as Python's. */
  private static double normalized(double angle) {
    double turn = 2 * Math.PI;
    double rest = (angle + Math.PI) % turn;
    return (rest < 0 ? rest + turn : rest) - Math.PI;
  }

  private void observe(Frame frame) {
    frame.observe(0, Trigonometry.cos(theta));
    frame.observe(1, Trigonometry.sin(theta));
    frame.observe(2, speed);
  }

  @Override
  public String render() {
    return String.format(
        "angle %.2f deg, speed %.3f rad/s", Math.toDegrees(normalized(theta)), speed);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(theta);
    out.writeDouble(speed);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    theta = in.readDouble();
    speed = in.readDouble();
  }
}
