package io.tradinggym.data.split;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Combinatorial purged cross-validation: rows in N groups, every k of them tested once, the rest trained on, purged and
 * embargoed beside each tested group. Each group is tested in {@code C(N - 1, k - 1)} splits, which put together give
 * as many paths through all of history.
 *
 * @param groups N, >= 2
 * @param tested k, in 1 .. N - 1
 * @param purging what is left out beside a tested group
 * @see <a href="https://www.wiley.com/en-us/p/9781119482086">Lopez de Prado (2018), 12.3</a>
 */
public record CombinatorialPurged(int groups, int tested, Purging purging) {
  /** Checks both numbers. */
  public CombinatorialPurged {
    if (groups < 2 || tested < 1 || tested >= groups) {
      throw new IllegalArgumentException(
          "groups must be >= 2 and tested in 1 .. groups - 1, were " + groups + " and " + tested);
    }
  }

  /** {@return the groups, from 0, that each split tests, in lexicographic order} */
  public List<int[]> combinations() {
    List<int[]> all = new ArrayList<>();
    int[] chosen = IntStream.range(0, tested).toArray();
    while (true) {
      all.add(chosen.clone());
      int at = tested - 1;
      while (at >= 0 && chosen[at] == groups - tested + at) {
        at--;
      }
      if (at < 0) {
        return all;
      }
      chosen[at]++;
      for (int i = at + 1; i < tested; i++) {
        chosen[i] = chosen[i - 1] + 1;
      }
    }
  }

  /** {@return the number of paths, {@code C(N, k) k / N}} */
  public int paths() {
    return combinations().size() * tested / groups;
  }

  /**
   * {@return the splits of rows in order of time, one for each of {@link #combinations}}
   *
   * @param rows number of rows, >= the number of groups
   */
  public List<Fold> split(int rows) {
    return combinations().stream().map(chosen -> fold(rows, chosen)).toList();
  }

  private Fold fold(int rows, int[] chosen) {
    return new Fold(
        IntStream.range(0, rows)
            .filter(
                row ->
                    IntStream.of(chosen)
                        .allMatch(
                            group -> purging.keeps(row, first(rows, group), last(rows, group))))
            .toArray(),
        IntStream.of(chosen)
            .flatMap(group -> IntStream.rangeClosed(first(rows, group), last(rows, group)))
            .toArray());
  }

  private int first(int rows, int group) {
    return Blocks.start(rows, groups, group);
  }

  private int last(int rows, int group) {
    return Blocks.start(rows, groups, group + 1) - 1;
  }

  /**
   * {@return the index of the split, from 0, that fills a group of each path: the i-th split that tests the group is
   * that of path i}
   *
   * @param group index of the group, from 0
   */
  public int[] splitsOf(int group) {
    List<int[]> all = combinations();
    return IntStream.range(0, all.size())
        .filter(split -> IntStream.of(all.get(split)).anyMatch(each -> each == group))
        .toArray();
  }
}
