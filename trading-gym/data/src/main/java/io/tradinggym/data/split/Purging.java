package io.tradinggym.data.split;

/**
 * Which rows beside a test are left out of training. Row i's label is made of rows up to {@code i + horizon}.
 *
 * @param horizon rows that a label looks ahead, >= 0
 * @param embargo rows after the test's last label, >= 0; at least the longest window of a feature to be strict
 */
public record Purging(int horizon, int embargo) {
  /** Checks both. */
  public Purging {
    if (horizon < 0 || embargo < 0) {
      throw new IllegalArgumentException(
          "horizon and embargo must be >= 0, were " + horizon + " and " + embargo);
    }
  }

  /**
   * {@return whether a row may train beside a test of rows {@code first .. last}: its label ends before the test, or it
   * comes after the test's last label and the embargo}
   *
   * @param row index of the row, from 0
   * @param first index of the first row that is tested
   * @param last index of the last row that is tested
   */
  public boolean keeps(int row, int first, int last) {
    return row + horizon < first || row > last + horizon + embargo;
  }
}
