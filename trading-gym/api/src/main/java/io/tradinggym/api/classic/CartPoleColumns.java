package io.tradinggym.api.classic;

import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.LaneColumns;
import java.util.Arrays;

/** Many carts and poles. Loops without branches and of few operations, which C2 makes vector instructions of. */
final class CartPoleColumns implements LaneColumns {
  private static final int OBSERVED = 4;
  private static final byte LOST = EndReason.GOAL_LOST.code();
  private static final byte RUNNING = EndReason.NONE.code();

  /** Lanes whose columns fit into the first cache together. */
  private static final int PIECE = 256;

  private final double[] force;
  private final double[] sin;
  private final double[] cos;
  private final double[] x;
  private final double[] xDot;
  private final double[] theta;
  private final double[] thetaDot;

  CartPoleColumns(int lanes) {
    force = new double[lanes];
    sin = new double[lanes];
    cos = new double[lanes];
    x = new double[lanes];
    xDot = new double[lanes];
    theta = new double[lanes];
    thetaDot = new double[lanes];
  }

  @Override
  public void put(int lane, long[] row) {
    x[lane] = Double.longBitsToDouble(row[0]);
    xDot[lane] = Double.longBitsToDouble(row[1]);
    theta[lane] = Double.longBitsToDouble(row[2]);
    thetaDot[lane] = Double.longBitsToDouble(row[3]);
  }

  @Override
  public void get(int lane, long[] row) {
    row[0] = Double.doubleToRawLongBits(x[lane]);
    row[1] = Double.doubleToRawLongBits(xDot[lane]);
    row[2] = Double.doubleToRawLongBits(theta[lane]);
    row[3] = Double.doubleToRawLongBits(thetaDot[lane]);
  }

  @Override
  public void step(float[] actions, Batch out, int from) {
    for (int begin = 0; begin < force.length; begin += PIECE) {
      int end = Math.min(begin + PIECE, force.length);
      push(actions, from, begin, end);
      sines(theta, sin, begin, end);
      cosines(theta, cos, begin, end);
      pulls(force, thetaDot, sin, begin, end);
      thetaAccelerations(force, sin, cos, begin, end);
      xAccelerations(force, sin, cos, begin, end);
      move(x, xDot, force, begin, end);
      move(theta, thetaDot, sin, begin, end);
      observe(out, from, begin, end);
    }
  }

  private void push(float[] actions, int from, int begin, int end) {
    for (int lane = begin; lane < end; lane++) {
      force[lane] = CartPole.force(actions[from + lane]);
    }
  }

  /** A running pole leans less than 12 degrees, so all angles that matter are small. */
  private static void sines(double[] angle, double[] sin, int begin, int end) {
    for (int lane = begin; lane < end; lane++) {
      sin[lane] = Trigonometry.smallSin(angle[lane]);
    }
  }

  private static void cosines(double[] angle, double[] cos, int begin, int end) {
    for (int lane = begin; lane < end; lane++) {
      cos[lane] = Trigonometry.smallCos(angle[lane]);
    }
  }

  /** The pull takes the place of the force. */
  private static void pulls(double[] force, double[] thetaDot, double[] sin, int begin, int end) {
    for (int lane = begin; lane < end; lane++) {
      force[lane] = CartPole.pull(force[lane], thetaDot[lane], sin[lane]);
    }
  }

  /** The angular acceleration takes the place of the sine. */
  private static void thetaAccelerations(
      double[] pull, double[] sin, double[] cos, int begin, int end) {
    for (int lane = begin; lane < end; lane++) {
      sin[lane] = CartPole.thetaAcceleration(pull[lane], sin[lane], cos[lane]);
    }
  }

  /** The cart's acceleration takes the place of the pull. */
  private static void xAccelerations(
      double[] pull, double[] thetaAcceleration, double[] cos, int begin, int end) {
    for (int lane = begin; lane < end; lane++) {
      pull[lane] = CartPole.xAcceleration(pull[lane], thetaAcceleration[lane], cos[lane]);
    }
  }

  private static void move(double[] at, double[] speed, double[] acceleration, int begin, int end) {
    for (int lane = begin; lane < end; lane++) {
      at[lane] += CartPole.TAU * speed[lane];
      speed[lane] += CartPole.TAU * acceleration[lane];
    }
  }

  private void observe(Batch out, int from, int begin, int end) {
    float[] observations = out.observations;
    byte[] ends = out.ends;
    for (int lane = begin; lane < end; lane++) {
      int at = (from + lane) * OBSERVED;
      observations[at] = (float) x[lane];
      observations[at + 1] = (float) xDot[lane];
      observations[at + 2] = (float) theta[lane];
      observations[at + 3] = (float) thetaDot[lane];
      ends[from + lane] = CartPole.lost(x[lane], theta[lane]) ? LOST : RUNNING;
    }
    Arrays.fill(out.rewards, from + begin, from + end, 1);
  }
}
