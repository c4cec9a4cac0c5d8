package io.tradinggym.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitsTest {
  @Test
  void twentyRowsInFivePurgedFolds() {
    List<Fold> folds = new PurgedKFold(5, new Purging(3, 1)).split(20);
    int[][] trains = {
      rows(8, 19),
      both(rows(0, 0), rows(12, 19)),
      both(rows(0, 4), rows(16, 19)),
      rows(0, 8),
      rows(0, 12)
    };
    for (int fold = 0; fold < 5; fold++) {
      assertThat(folds.get(fold).test()).isEqualTo(rows(4 * fold, 4 * fold + 3));
      assertThat(folds.get(fold).train()).as("fold %d", fold).isEqualTo(trains[fold]);
    }
  }

  private static int[] rows(int first, int last) {
    return IntStream.rangeClosed(first, last).toArray();
  }

  private static int[] both(int[] a, int[] b) {
    return IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray();
  }

  @ParameterizedTest
  @CsvSource({"6,2,15,5", "8,2,28,7", "10,2,45,9", "6,3,20,10", "12,3,220,55", "10,5,252,126"})
  void combinationsAndPaths(int groups, int tested, int splits, int paths) {
    CombinatorialPurged cpcv = new CombinatorialPurged(groups, tested, new Purging(0, 0));
    assertThat(cpcv.combinations()).hasSize(splits);
    assertThat(cpcv.paths()).isEqualTo(paths);
    for (int group = 0; group < groups; group++) {
      assertThat(cpcv.splitsOf(group)).hasSize(paths);
    }
  }

  @Test
  void aPathTakesEachGroupFromAnotherSplit() {
    CombinatorialPurged cpcv = new CombinatorialPurged(4, 2, new Purging(0, 0));
    assertThat(cpcv.splitsOf(1)).containsExactly(0, 3, 4);
    assertThat(cpcv.splitsOf(2)).containsExactly(1, 3, 5);
  }

  /** No label of a training row is made of a bar that a tested row or its label is made of. */
  @Property
  void noLabelReachesAcross(
      @ForAll @IntRange(min = 20, max = 90) int rows,
      @ForAll @IntRange(min = 2, max = 6) int folds,
      @ForAll @IntRange(min = 0, max = 5) int horizon,
      @ForAll @IntRange(min = 0, max = 4) int embargo) {
    Purging purging = new Purging(horizon, embargo);
    List<Fold> all =
        IntStream.range(0, 2)
            .boxed()
            .flatMap(
                i ->
                    (i == 0
                            ? new PurgedKFold(folds, purging).split(rows)
                            : new CombinatorialPurged(folds, 1, purging).split(rows))
                        .stream())
            .toList();
    for (Fold fold : all) {
      for (int train : fold.train()) {
        for (int test : fold.test()) {
          boolean before = train + horizon < test;
          boolean after = train > test + horizon + embargo;
          assertThat(before || after).isTrue();
        }
      }
    }
    assertThat(all.stream().flatMapToInt(fold -> IntStream.of(fold.test())).distinct().count())
        .isEqualTo(rows);
  }

  @Property
  void walkingForwardTrainsOnThePastAlone(
      @ForAll @IntRange(min = 60, max = 200) int rows,
      @ForAll @IntRange(min = 1, max = 6) int folds,
      @ForAll @IntRange(min = 0, max = 5) int gap) {
    int next = -1;
    for (Fold fold : WalkForward.expanding(rows, folds, gap).split(rows)) {
      assertThat(fold.train()[0]).isZero();
      assertThat(fold.train()[fold.train().length - 1]).isEqualTo(fold.test()[0] - gap - 1);
      assertThat(next == -1 || fold.test()[0] == next).isTrue();
      next = fold.test()[fold.test().length - 1] + 1;
    }
    assertThat(next).isEqualTo(rows);
    for (Fold fold : new WalkForward(folds, 30, 20, gap).split(rows)) {
      assertThat(fold.train()).hasSize(20);
    }
  }

  @Test
  void whatCannotBeSplitIsRefused() {
    assertThatThrownBy(() -> new PurgedKFold(5, new Purging(0, 0)).split(4))
        .hasMessageContaining("at least 5 rows");
    assertThatThrownBy(() -> new WalkForward(3, 5, 10, 5).split(100))
        .hasMessageContaining("leaves no row");
    assertThatThrownBy(() -> new CombinatorialPurged(4, 4, new Purging(0, 0)))
        .hasMessageContaining("1 .. groups - 1");
    assertThatThrownBy(() -> new Purging(-1, 0)).hasMessageContaining("were -1 and 0");
  }
}
