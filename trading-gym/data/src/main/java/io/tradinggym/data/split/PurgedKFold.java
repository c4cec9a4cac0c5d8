package io.tradinggym.data.split;

import java.util.List;
import java.util.stream.IntStream;

/**
 * K blocks of rows, each tested once and trained on both sides of it, purged and embargoed.
 *
 * @param folds number of blocks, >= 2; sizes differ by at most 1, the longer ones first
 * @param purging what is left out beside a test
 * @see <a href="https://www.wiley.com/en-us/p/9781119482086">Lopez de Prado (2018), 7.4</a>
 */
public record PurgedKFold(int folds, Purging purging) {
  /** Checks the number. */
  public PurgedKFold {
    if (folds < 2) {
      throw new IllegalArgumentException("folds must be >= 2, was " + folds);
    }
  }

  /**
   * {@return the splits of rows in order of time, one for each fold}
   *
   * @param rows number of rows
   * @throws IllegalArgumentException if there are fewer rows than folds
   */
  public List<Fold> split(int rows) {
    return IntStream.range(0, folds)
        .mapToObj(
            fold -> {
              int first = Blocks.start(rows, folds, fold);
              int last = Blocks.start(rows, folds, fold + 1) - 1;
              return new Fold(
                  IntStream.range(0, rows).filter(row -> purging.keeps(row, first, last)).toArray(),
                  IntStream.rangeClosed(first, last).toArray());
            })
        .toList();
  }
}
