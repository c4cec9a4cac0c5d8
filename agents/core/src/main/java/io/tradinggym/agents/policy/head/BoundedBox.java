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
   * @param actions the action space
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
   * @param scaled rows x size values in [-1, 1], row after row
   * @param rows number of rows, &gt;= 1
   * @param out receives rows x size values; may be the same array
   */
  public void scale(float[] scaled, int rows, float[] out) {
    for (int row = 0; row < rows; row++) {
      scaleRow(scaled, row, out);
    }
  }

  /**
   * Scales one row.
   *
   * @param scaled rows x size values in [-1, 1], row after row
   * @param row which of them, from 0
   * @param out receives the row's action, in the same place; may be the same array
   */
  public void scaleRow(float[] scaled, int row, float[] out) {
    int size = size();
    for (int i = 0; i < size; i++) {
      out[row * size + i] = box.at(i, 0.5 * (scaled[row * size + i] + 1.0));
    }
  }
}
