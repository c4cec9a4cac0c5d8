package io.tradinggym.crypto.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MarkNumbersTest {
  private static final long NOW = 1_000_000;

  @Test
  void shouldFollowTheWorkedMark() {
    assertThat(MarkPrice.byFunding(50_000, 0.0001, 6, 8)).isEqualTo(50_003.75);
    assertThat(MarkPrice.byBasis(50_000, 12)).isEqualTo(50_012);
    assertThat(MarkPrice.of(50_000, 0.0001, 6, 8, 12, 50_020)).isEqualTo(50_012);
  }

  @Test
  void shouldNotFollowOneWildTrade() {
    assertThat(MarkPrice.of(50_000, 0.0001, 6, 8, 12, 30_000)).isEqualTo(50_003.75);
    assertThat(MarkPrice.of(50_000, 0.0001, 6, 8, 12, 90_000)).isEqualTo(50_012);
  }

  @Test
  void shouldShareTheRateOverTheIntervalInForce() {
    assertThat(MarkPrice.byFunding(50_000, 0.0001, 3, 4)).isEqualTo(50_003.75);
    assertThat(MarkPrice.byFunding(50_000, 0.0001, 3, 8)).isCloseTo(50_001.875, within(1e-9));
    assertThat(MarkPrice.of(50_000, 0.0001, 3, 4, 1, 50_100)).isEqualTo(50_003.75);
    assertThat(MarkPrice.of(50_000, 0.0001, 1, 1, 2, 50_100)).isEqualTo(50_005);
  }

  @Test
  void shouldTakeTheMiddleInAnyOrder() {
    double[][] orders = {{1, 2, 3}, {1, 3, 2}, {2, 1, 3}, {2, 3, 1}, {3, 1, 2}, {3, 2, 1}};
    for (double[] order : orders) {
      assertThat(MarkPrice.median(order[0], order[1], order[2])).isEqualTo(2);
    }
  }

  @Test
  void shouldAverageTheLastSecondsOnly() {
    BasisAverage average = new BasisAverage(30);
    assertThat(average.mean()).isZero();
    average.add(6);
    assertThat(average.mean()).isEqualTo(6);
    for (int second = 0; second < 15; second++) {
      average.add(10);
    }
    for (int second = 0; second < 15; second++) {
      average.add(14);
    }
    assertThat(average.mean()).as("the first sample has left the window").isEqualTo(12);
  }

  @Test
  void shouldWeighExchangesAndLeaveOutTheSilentAndTheOff() {
    WeightedIndex index = new WeightedIndex(new double[] {2, 1, 1}, 0.05, 10_000);
    double[] prices = {100, 101, 103};
    long[] fresh = {NOW, NOW, NOW};
    assertThat(index.price(prices, fresh, NOW)).isEqualTo(101);
    assertThat(index.price(prices, new long[] {NOW - 10_001, NOW, NOW}, NOW)).isEqualTo(102);
    assertThat(index.price(new double[] {100, 101, 130}, fresh, NOW))
        .as("one is off")
        .isEqualTo((200.0 + 101) / 3);
    assertThat(index.price(new double[] {100, 150, 50}, fresh, NOW))
        .as("several are off: the median")
        .isEqualTo(100);
    assertThat(index.price(prices, new long[3], NOW)).as("all are silent").isNaN();
    assertThatThrownBy(() -> new WeightedIndex(new double[] {0}, 0.05, 1))
        .hasMessageContaining("[0.0]");
  }
}
