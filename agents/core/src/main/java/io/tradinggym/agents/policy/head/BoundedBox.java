package io.tradinggym.agents.policy.head;

import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Space;

/** A Box of actions with finite bounds, as off-policy learners act in it: every value scaled to [-1, 1]. */
public final class BoundedBox {
  private final Box box;

  private BoundedBox(Box box) {
    this.box = box;
  }

  /**
   * {@return the space as such a box}
   *
   * @param actions where the actions are written, row after row
   * @throws IllegalArgumentException unless it is a Box with finite bounds, low &lt; high
   */
  public static BoundedBox of(Space actions) {
    if (actions instanceof Box box && finite(box)) {
      return new BoundedBox(box);
    }
    throw new IllegalArgumentException(
        "needs a Box action space with finite bounds, low < high, was " + actions.toJson());
  }

  private static boolean finite(Box box) {
    for (int i = 0; i < box.size(); i++) {
      if (!(box.low(i) < box.high(i))) {
        return false;
      }
    }
    return box.bounded();
  }

  /** {@return the number of values in an action} */
  public int size() {
    return box.size();
  }

  /**
   * Scales rows of actions from [-1, 1] to the bounds; may be the same array.
   *
   * @param scaled in [-1, 1], row after row
   * @param rows number of rows, &gt;= 1
   * @param out where it is written
   */
  public void scale(float[] scaled, int rows, float[] out) {
    for (int row = 0; row < rows; row++) {
      scaleRow(scaled, row, out);
    }
  }

  /**
   * Scales one row.
   *
   * @param scaled rows of numbers from -1 to 1
   * @param row which of them
   * @param out rows of actions inside the bounds; may be the same array
   */
  public void scaleRow(float[] scaled, int row, float[] out) {
    int size = size();
    for (int i = 0; i < size; i++) {
      out[row * size + i] = box.at(i, 0.5 * (scaled[row * size + i] + 1.0));
    }
  }
}
