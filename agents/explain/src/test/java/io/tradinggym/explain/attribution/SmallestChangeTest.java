package io.tradinggym.explain.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmallestChangeTest {
  private static final ScoreFunction MARGIN = Functions.of(2, x -> 3 - x[0] - 2 * x[1]);

  private static SmallestChange bounded(ScoreFunction margin, float reach) {
    float[] high = {reach, reach};
    float[] low = {-reach, -reach};
    return new SmallestChange(margin, low, high, new float[] {1, 1});
  }

  @Test
  void oneInputTurnsItWhereTheMarginIsNone() {
    SmallestChange.Change first = bounded(MARGIN, 5).ofOne(new float[] {0, 0}, 0).orElseThrow();
    assertThat(first.firstTo()).isCloseTo(3, within(1e-5f));
    SmallestChange.Change second = bounded(MARGIN, 5).ofOne(new float[] {0, 0}, 1).orElseThrow();
    assertThat(second.firstTo()).isCloseTo(1.5f, within(1e-5f));
    assertThat(second.size()).isCloseTo(1.5, within(1e-5));
  }

  @Test
  void outsideTheBoundsNothingIsSought() {
    assertThat(bounded(MARGIN, 1).ofOne(new float[] {0, 0}, 1)).isEmpty();
    assertThat(bounded(MARGIN, 2.9f).ofOne(new float[] {0, 0}, 0)).isEmpty();
  }

  /** The nearest point of the line x + 2 y = 3 is (.6, 1.2), 1.342 away; sixteen directions come within 1 %. */
  @Test
  void twoInputsTogetherNeedLess() {
    SmallestChange.Change both = bounded(MARGIN, 5).ofTwo(new float[] {0, 0}, 0, 1).orElseThrow();
    assertThat(both.size()).isBetween(3 / Math.sqrt(5), 3 / Math.sqrt(5) * 1.02);
    assertThat(MARGIN.at(new float[] {both.firstTo(), both.secondTo()})).isCloseTo(0, within(1e-5));
  }

  @Test
  void anInputThatNeverMovesIsLeftAlone() {
    SmallestChange changes =
        new SmallestChange(MARGIN, new float[] {-5, -5}, new float[] {5, 5}, new float[] {0, 1});
    assertThat(changes.ofOne(new float[] {0, 0}, 0)).isEmpty();
  }
}
