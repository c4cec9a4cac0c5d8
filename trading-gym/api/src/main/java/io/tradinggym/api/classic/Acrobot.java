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
 * Acrobot-v1: two links hang from a pivot; a torque at the joint between them must swing the tip above a line.
 *
 * <pre>
 * | index | observation                  | unit  | min    | max   |
 * | 0, 1  | cosine, sine of theta1       | 1     | -1     | 1     |
 * | 2, 3  | cosine, sine of theta2       | 1     | -1     | 1     |
 * | 4     | angular velocity of theta1   | rad/s | -4 pi  | 4 pi  |
 * | 5     | angular velocity of theta2   | rad/s | -9 pi  | 9 pi  |
 * </pre>
 *
 * <p>theta1 is 0 when the first link points down; theta2 is relative to it. Law: the equations of motion of Sutton and
 * Barto's book, one Runge-Kutta step of order 4 over 0.2 s; then angles are wrapped to [-pi, pi] and velocities
 * bounded. Actions: torque -1, 0, +1 N m. Reward: -1 per step, 0 at the goal. Start: each number uniform on [-0.1,
 * 0.1), rounded to single precision as Gymnasium does. Terminates ({@link EndReason#GOAL_REACHED}) when -cos(theta1) -
 * cos(theta1 + theta2) > 1; truncated after 500 steps.
 *
 * <p>Version history: v1 as in Gymnasium.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), example 11.3 (1st ed.)</a>
 */
public final class Acrobot implements EnvironmentLogic, Resumable {
  private static final double MAX_SPEED_1 = 4 * Math.PI;
  private static final double MAX_SPEED_2 = 9 * Math.PI;
  private static final double TAU = 0.2;
  private static final double GRAVITY = 9.8;

  private static final float[] LIMITS = {1, 1, 1, 1, (float) MAX_SPEED_1, (float) MAX_SPEED_2};

  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("Acrobot-v1")
          .observation(Box.of(new float[] {-1, -1, -1, -1, -LIMITS[4], -LIMITS[5]}, LIMITS))
          .action(Discrete.of(3))
          .maxSteps(500)
          .rewardThreshold(-100)
          .build();

  /** theta1, theta2 and their velocities. */
  private final double[] state = new double[4];

  // Scratch of a step: the point at which a slope is taken, and the four slopes.
  private final double[] point = new double[4];
  private final double[] k1 = new double[4];
  private final double[] k2 = new double[4];
  private final double[] k3 = new double[4];
  private final double[] k4 = new double[4];

  /** An acrobot; a reset sets it up. */
  public Acrobot() {}

  @Override
  public EnvironmentSpec spec() {
    return SPEC;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    for (int i = 0; i < state.length; i++) {
      state[i] = (float) random.uniform(-0.1, 0.1);
    }
    observe(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    double torque = action.discrete() - 1;
    slope(state, torque, k1);
    slope(moved(TAU / 2, k1), torque, k2);
    slope(moved(TAU / 2, k2), torque, k3);
    slope(moved(TAU, k3), torque, k4);
    for (int i = 0; i < state.length; i++) {
      state[i] += TAU / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    state[0] = wrapped(state[0]);
    state[1] = wrapped(state[1]);
    state[2] = Math.clamp(state[2], -MAX_SPEED_1, MAX_SPEED_1);
    state[3] = Math.clamp(state[3], -MAX_SPEED_2, MAX_SPEED_2);
    observe(frame);
    boolean reached = -Trigonometry.cos(state[0]) - Trigonometry.cos(state[1] + state[0]) > 1;
    frame.reward(reached ? 0 : -1);
    return reached ? EndReason.GOAL_REACHED : EndReason.NONE;
  }

  private double[] moved(double by, double[] slope) {
    for (int i = 0; i < point.length; i++) {
      point[i] = state[i] + by * slope[i];
    }
    return point;
  }

  /**
   * The equations of motion: masses and lengths 1, centres of mass in the middle of the links, moments of inertia 1.
   * Names as in the book.
   */
  private static void slope(double[] s, double torque, double[] out) {
    double cos2 = Trigonometry.cos(s[1]);
    double sin2 = Trigonometry.sin(s[1]);
    double d1 = 0.25 + (1.25 + cos2) + 2;
    double d2 = 0.25 + 0.5 * cos2 + 1;
    double phi2 = 0.5 * GRAVITY * Trigonometry.cos(s[0] + s[1] - Math.PI / 2);
    double phi1 =
        -0.5 * (s[3] * s[3]) * sin2
            - s[3] * s[2] * sin2
            + 1.5 * GRAVITY * Trigonometry.cos(s[0] - Math.PI / 2)
            + phi2;
    double acceleration2 =
        (torque + d2 / d1 * phi1 - 0.5 * (s[2] * s[2]) * sin2 - phi2) / (1.25 - d2 * d2 / d1);
    out[0] = s[2];
    out[1] = s[3];
    out[2] = -(d2 * acceleration2 + phi1) / d1;
    out[3] = acceleration2;
  }

  private static double wrapped(double angle) {
    double x = angle;
    while (x > Math.PI) {
      x -= 2 * Math.PI;
    }
    while (x < -Math.PI) {
      x += 2 * Math.PI;
    }
    return x;
  }

  private void observe(Frame frame) {
    frame.observe(0, Trigonometry.cos(state[0]));
    frame.observe(1, Trigonometry.sin(state[0]));
    frame.observe(2, Trigonometry.cos(state[1]));
    frame.observe(3, Trigonometry.sin(state[1]));
    frame.observe(4, state[2]);
    frame.observe(5, state[3]);
  }

  @Override
  public String render() {
    return String.format(
        "theta1 %.1f deg, theta2 %.1f deg", Math.toDegrees(state[0]), Math.toDegrees(state[1]));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (double value : state) {
      out.writeDouble(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int i = 0; i < state.length; i++) {
      state[i] = in.readDouble();
    }
  }
}
