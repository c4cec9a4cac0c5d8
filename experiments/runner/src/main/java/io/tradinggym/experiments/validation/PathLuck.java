package io.tradinggym.experiments.validation;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.split.CombinatorialPurged;
import io.tradinggym.data.split.Purging;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the Sharpe ratio of a cross-validated path strays where there is nothing to find. The pieces of a path are
 * not independent as the bars of a backtest are: each agent learned from groups that others are tested on, so that
 * agents who follow what they were shown agree on where luck went. Of those who hold, in every group, what earned in
 * the groups that they learned from, whatever it is, the ratio strays by this factor further than a backtest's; it
 * stays without bias. Walks forward learn from the past alone and stray by 1.
 *
 * <p>On 240 histories of noise the first path of PPO agents strayed 1.35 times as far, and a test that does not know it
 * claimed skill in 11 % of them at 5 %.
 */
public final class PathLuck {
  private static final int DRAWS = 20_000;

  private PathLuck() {}

  /**
   * The factor for a first path, by simulation.
   *
   * @param groups N, in 2 .. 20
   * @param tested k, in 1 .. N - 1
   * @return &gt;= 1; 1.28 to 1.55 for what is usual
   */
  public static double factor(int groups, int tested) {
    CombinatorialPurged split = new CombinatorialPurged(groups, tested, new Purging(0, 0));
    List<int[]> combinations = split.combinations();
    int[][] learned = new int[groups][];
    for (int group = 0; group < groups; group++) {
      int[] others = combinations.get(split.splitsOf(group)[0]);
      learned[group] =
          IntStream.range(0, groups).filter(g -> Arrays.binarySearch(others, g) < 0).toArray();
    }
    RandomStream random = RandomStreams.of(groups * 100L + tested).stream("path luck");
    double[] shown = new double[groups];
    double squares = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int group = 0; group < groups; group++) {
        shown[group] = random.gaussian();
      }
      double path = 0;
      for (int group = 0; group < groups; group++) {
        path +=
            Math.signum(Arrays.stream(learned[group]).mapToDouble(g -> shown[g]).sum())
                * shown[group];
      }
      squares += path * path / groups;
    }
    return Math.max(1, Math.sqrt(squares / DRAWS));
  }
}
