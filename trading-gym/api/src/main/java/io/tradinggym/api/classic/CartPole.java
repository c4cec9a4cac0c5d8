package io.tradinggym.api.classic;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneColumns;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * CartPole-v1: a pole stands on a cart that is pushed left or right with a fixed force.
 *
 * <pre>
 * | index | observation           | unit  | min     | max    |
 * | 0     | cart position         | m     | -4.8    | 4.8    |
 * | 1     | cart velocity         | m/s   | -inf    | inf    |
 * | 2     | pole angle            | rad   | -0.4189 | 0.4189 |
 * | 3     | pole angular velocity | rad/s | -inf    | inf    |
 * </pre>
 *
 * <p>Actions: 0 pushes left, 1 right, 10 N. Reward: 1 per step. Start: each number uniform on [-0.05, 0.05).
 * Terminates ({@link EndReason#GOAL_LOST}) beyond 2.4 m or 12 degrees; truncated after 500 steps. Euler steps of 0.02
 * s.
 *
 * <p>Version history: v1 as in Gymnasium.
 *
 * @see <a href="https://doi.org/10.1109/TSMC.1983.6313077">Barto, Sutton and Anderson (1983)</a>
 */
public final class CartPole implements EnvironmentLogic, Resumable {
  private static final double GRAVITY = 9.8;
  private static final double POLE_MASS = 0.1;
  private static final double TOTAL_MASS = 1.0 + POLE_MASS;
  private static final double HALF_LENGTH = 0.5;
  private static final double POLE_MOMENT = POLE_MASS * HALF_LENGTH;

  private static final double PUSH = 10;

  /** Seconds of a step. */
  static final double TAU = 0.02;

  private static final double ANGLE_LIMIT = 12 * 2 * Math.PI / 360;
  private static final double POSITION_LIMIT = 2.4;

  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("CartPole-v1")
          .observation(
              Box.of(
                  new float[] {
                    -4.8f,
                    Float.NEGATIVE_INFINITY,
                    (float) (-2 * ANGLE_LIMIT),
                    Float.NEGATIVE_INFINITY
                  },
                  new float[] {
                    4.8f,
                    Float.POSITIVE_INFINITY,
                    (float) (2 * ANGLE_LIMIT),
                    Float.POSITIVE_INFINITY
                  }))
          .action(Discrete.of(2))
          .maxSteps(500)
          .rewardThreshold(475)
          .build();

  private final LaneState state = new State();
  private double x;
  private double xDot;
  private double theta;
  private double thetaDot;

  /** A cart and pole; a reset sets it up. */
  public CartPole() {}

  @Override
  public EnvironmentSpec spec() {
    return SPEC;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    x = random.uniform(-0.05, 0.05);
    xDot = random.uniform(-0.05, 0.05);
    theta = random.uniform(-0.05, 0.05);
    thetaDot = random.uniform(-0.05, 0.05);
    observe(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    double cos = Trigonometry.cos(theta);
    double sin = Trigonometry.sin(theta);
    double pull = pull(force(Objects.checkIndex(action.discrete(), 2)), thetaDot, sin);
    double thetaAcceleration = thetaAcceleration(pull, sin, cos);
    double xAcceleration = xAcceleration(pull, thetaAcceleration, cos);
    x += TAU * xDot;
    xDot += TAU * xAcceleration;
    theta += TAU * thetaDot;
    thetaDot += TAU * thetaAcceleration;
    observe(frame);
    frame.reward(1);
    return lost(x, theta) ? EndReason.GOAL_LOST : EndReason.NONE;
  }

  // The physics, each formula once, for one lane and for many.

  /** N; no branch, because nobody can predict a learner's choice. */
  static double force(double action) {
    return 2 * PUSH * action - PUSH;
  }

  static double pull(double force, double thetaDot, double sin) {
    return (force + POLE_MOMENT * (thetaDot * thetaDot) * sin) / TOTAL_MASS;
  }

  static double thetaAcceleration(double pull, double sin, double cos) {
    return (GRAVITY * sin - cos * pull)
        / (HALF_LENGTH * (4.0 / 3.0 - POLE_MASS * (cos * cos) / TOTAL_MASS));
  }

  static double xAcceleration(double pull, double thetaAcceleration, double cos) {
    return pull - POLE_MOMENT * thetaAcceleration * cos / TOTAL_MASS;
  }

  static boolean lost(double x, double theta) {
    return Math.abs(x) > POSITION_LIMIT || Math.abs(theta) > ANGLE_LIMIT;
  }

  private void observe(Frame frame) {
    frame.observe(0, x);
    frame.observe(1, xDot);
    frame.observe(2, theta);
    frame.observe(3, thetaDot);
  }

  @Override
  public Optional<LaneState> laneState() {
    return Optional.of(state);
  }

  @Override
  public Optional<LaneColumns> columns(int lanes) {
    return Optional.of(new CartPoleColumns(lanes));
  }

  @Override
  public String render() {
    return String.format("cart %.3f m, pole %.2f deg", x, Math.toDegrees(theta));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(x);
    out.writeDouble(xDot);
    out.writeDouble(theta);
    out.writeDouble(thetaDot);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    x = in.readDouble();
    xDot = in.readDouble();
    theta = in.readDouble();
    thetaDot = in.readDouble();
  }

  private final class State implements LaneState {
    @Override
    public int size() {
      return 4;
    }

    @Override
    public void store(long[] row, int at) {
      row[at] = Double.doubleToRawLongBits(x);
      row[at + 1] = Double.doubleToRawLongBits(xDot);
      row[at + 2] = Double.doubleToRawLongBits(theta);
      row[at + 3] = Double.doubleToRawLongBits(thetaDot);
    }

    @Override
    public void load(long[] row, int at) {
      x = Double.longBitsToDouble(row[at]);
      xDot = Double.longBitsToDouble(row[at + 1]);
      theta = Double.longBitsToDouble(row[at + 2]);
      thetaDot = Double.longBitsToDouble(row[at + 3]);
    }
  }
}
