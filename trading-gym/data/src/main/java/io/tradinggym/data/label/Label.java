package io.tradinggym.data.label;

/**
 * What came of one decision.
 *
 * @param entry index of the bar at whose close the decision was taken, from 0
 * @param end index of the bar at whose close the label is known, after the entry
 * @param outcome -1, 0 or 1; for directions 1 or 0
 * @param simpleReturn of the close from entry to end, or to the barrier, a fraction
 */
public record Label(int entry, int end, int outcome, double simpleReturn) {
  /** Checks that the label looks ahead. */
  public Label {
    if (entry < 0 || end <= entry) {
      throw new IllegalArgumentException(
          "a label must end after its entry, entry " + entry + ", end " + end);
    }
  }

  /** {@return the number of bars from entry to end, >= 1} */
  public int holding() {
    return end - entry;
  }

  /**
   * {@return whether a side taken by another model paid: 1 if the return was on its side, else 0}
   *
   * @param side 1 long, -1 short
   * @see <a href="https://www.wiley.com/en-us/p/9781119482086">Lopez de Prado (2018), 3.6</a>
   */
  public int meta(int side) {
    if (Math.abs(side) != 1) {
      throw new IllegalArgumentException("side must be 1 or -1, was " + side);
    }
    return side * simpleReturn > 0 ? 1 : 0;
  }
}
