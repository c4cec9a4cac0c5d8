package io.tradinggym.explain.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShapleyTest {
  /** v1 = 10, v2 = 20, v3 = 0, v12 = 50, v13 = 10, v23 = 30, v123 = 60; by bits of the coalition. */
  private static final double[] WORTH = {0, 10, 20, 50, 0, 10, 30, 60};

  private static final Game GAME = coalition -> WORTH[(int) coalition];

  @Test
  void aGameOfThreeByHand() {
    Contributions values = Shapley.exact(GAME, 3);
    assertThat(values.parts()).containsExactly(new double[] {20, 35, 5}, within(1e-12));
    assertThat(values.gap()).isLessThan(1e-15);
  }

  @Test
  void sampledOrdersComeNearAndAreComplete() {
    Contributions values = Shapley.sampled(GAME, 3, 4_000, RandomStreams.of(3).stream("orders"));
    assertThat(values.parts()).containsExactly(new double[] {20, 35, 5}, within(.5));
    assertThat(values.gap()).isLessThan(1e-12);
  }

  /** Against a background of one row the tree's shares are those of the textbook. */
  @Test
  void aTreeAgainstOneRow() {
    ScoreFunction tree =
        Functions.of(2, x -> x[0] <= 0 ? (x[1] <= 0 ? 0 : 4) : (x[1] <= 0 ? 2 : 10));
    Game game = new HiddenInputs(tree, new float[] {1, 1}, new float[] {-1, -1}, Groups.single(2));
    assertThat(Shapley.exact(game, 2).parts()).containsExactly(4, 6);
  }

  /** Independent oracle: the mean over all orders, written out. */
  @Property(tries = 50)
  void exactValuesAreTheMeanOverAllOrders(
      @ForAll @IntRange(min = 1, max = 6) int players, @ForAll long seed) {
    RandomStream random = RandomStreams.of(seed).stream("game");
    double[] worth = new double[1 << players];
    Arrays.setAll(worth, i -> random.gaussian());
    Contributions values = Shapley.exact(coalition -> worth[(int) coalition], players);
    double[] sums = new double[players];
    int orders = permute(worth, new int[players], 0, 0, sums);
    for (int i = 0; i < players; i++) {
      assertThat(values.parts()[i]).isCloseTo(sums[i] / orders, within(1e-9));
    }
  }

  private static int permute(double[] worth, int[] order, int depth, int used, double[] sums) {
    if (depth == order.length) {
      int coalition = 0;
      for (int player : order) {
        sums[player] += worth[coalition | 1 << player] - worth[coalition];
        coalition |= 1 << player;
      }
      return 1;
    }
    int orders = 0;
    for (int player = 0; player < order.length; player++) {
      if ((used >> player & 1) == 0) {
        order[depth] = player;
        orders += permute(worth, order, depth + 1, used | 1 << player, sums);
      }
    }
    return orders;
  }

  @Test
  void equalPlayersShareEquallyAndDummiesGetNothing() {
    // Players 0 and 1 are the same column twice, 2 does nothing.
    ScoreFunction number = Functions.of(3, x -> (x[0] + x[1]) * (x[0] + x[1]));
    Game game =
        new HiddenInputs(number, new float[] {2, 2, 5}, new float[] {0, 0, 1}, Groups.single(3));
    double[] parts = Shapley.exact(game, 3).parts();
    assertThat(parts[0]).isEqualTo(parts[1]).isEqualTo(8);
    assertThat(parts[2]).isZero();
  }

  @Test
  void manyPlayersAreSampled() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shapley.exact(GAME, 13))
        .withMessageContaining("use sampled");
    ScoreFunction sum =
        Functions.of(
            40,
            x -> {
              double total = 0;
              for (int i = 0; i < x.length; i++) {
                total += i * x[i];
              }
              return total;
            });
    float[] ones = new float[40];
    Arrays.fill(ones, 1);
    Game game = new HiddenInputs(sum, ones, new float[40], Groups.single(40));
    double[] parts = Shapley.sampled(game, 40, 1, RandomStreams.of(1).stream("o")).parts();
    for (int i = 0; i < 40; i++) {
      assertThat(parts[i]).as("a sum has no interactions").isCloseTo(i, within(1e-9));
    }
  }

  @Test
  void correlatedColumnsAreOneGroup() {
    RandomStream random = RandomStreams.of(9).stream("columns");
    float[] rows = new float[4 * 500];
    for (int row = 0; row < 500; row++) {
      float a = (float) random.gaussian();
      rows[4 * row] = a;
      rows[4 * row + 1] = (float) random.gaussian();
      rows[4 * row + 2] = -2 * a + .1f * (float) random.gaussian();
      rows[4 * row + 3] = 7;
    }
    assertThat(Groups.correlated(rows, 4, .9)).isDeepEqualTo(new int[][] {{0, 2}, {1}, {3}});
  }

  @Test
  void occlusionHidesOneGroupAtATime() {
    ScoreFunction number = Functions.of(3, x -> 4 * x[0] + 2 * x[1] * x[2]);
    Contributions parts =
        Occlusion.of(number, new float[] {1, 1, 1}, new float[3], Groups.single(3));
    assertThat(parts.parts()).containsExactly(4, 2, 2);
    assertThat(parts.difference()).isEqualTo(6);
  }
}
