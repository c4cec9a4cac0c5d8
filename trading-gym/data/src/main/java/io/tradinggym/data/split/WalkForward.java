package io.tradinggym.data.split;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tests that follow each other in time, each trained on what came before it, purged.
 *
 * @param folds number of tests, >= 1
 * @param first rows before the first test, >= 1
 * @param window rows of training at most; {@link #EXPANDING} for all of the past
 * @param gap rows between the last training row and the test, at least the label's horizon
 */
public record WalkForward(int folds, int first, int window, int gap) {
  /** A window without an end. */
  public static final int EXPANDING = Integer.MAX_VALUE;

  /** Checks all. */
  public WalkForward {
    if (folds < 1 || first < 1 || window < 1 || gap < 0) {
      throw new IllegalArgumentException(
          "folds, first and window must be >= 1 and gap >= 0, were "
              + folds
              + ", "
              + first
              + ", "
              + window
              + ", "
              + gap);
    }
  }

  /**
   * {@return tests of equal blocks, one more than folds, of which the first is trained on; all of the past is trained
   * on}
   *
   * @param rows number of rows
   * @param folds number of tests, >= 1
   * @param gap rows left out between training and test, >= 0; at least the label's horizon
   */
  public static WalkForward expanding(int rows, int folds, int gap) {
    return new WalkForward(folds, Blocks.start(rows, folds + 1, 1), EXPANDING, gap);
  }

  /**
   * {@return the splits of rows in order of time, one for each test}
   *
   * @param rows number of rows
   * @throws IllegalArgumentException if a test or its training would have no row
   */
  public List<Fold> split(int rows) {
    if (rows - first < folds || first <= gap) {
      throw new IllegalArgumentException(
          "of "
              + rows
              + " rows "
              + first
              + " are to train first, with a gap of "
              + gap
              + ", which leaves no row for "
              + folds
              + " tests or for training");
    }
    List<Fold> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int from = first + Blocks.start(rows - first, folds, fold);
      int to = first + Blocks.start(rows - first, folds, fold + 1);
      int end = from - gap;
      int start = window == EXPANDING ? 0 : Math.max(0, end - window);
      splits.add(
          new Fold(IntStream.range(start, end).toArray(), IntStream.range(from, to).toArray()));
    }
    return splits;
  }
}
