package io.tradinggym.data.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.tradinggym.data.series.PriceBars;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class FeatureColumnsTest {
  private final FeatureColumns columns =
      new FeatureColumns(Catalog.standard().parse(FeatureColumnsTiming.HUNDRED));

  @Test
  void aHundredFeaturesAreComputedWithoutGarbage() {
    PriceBars bars = RandomBars.walk(1, 600);
    assertThat(columns.features()).hasSize(100);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long before = thread.getCurrentThreadAllocatedBytes();
      columns.compute(bars);
      least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
    }
    // The measurement itself may count a few bytes.
    assertThat(least).isLessThan(200);
  }

  @Test
  void whatFeaturesShareIsComputedOnce() {
    FeatureColumns shared =
        new FeatureColumns(
            Catalog.standard().parse("BB_mid, SMA_20, sma(20), bbUpper(20,2), zScore(20)"));
    shared.compute(RandomBars.walk(1, 30));
    assertThat(shared.graph().size()).isEqualTo(30);
    assertThat(shared.graph().columns()).isLessThanOrEqualTo(5 + 2 + 2 + 1 + 2);
  }

  @Test
  void onlyBarsThatWereComputedAreShown() {
    columns.compute(RandomBars.walk(1, 10));
    assertThatThrownBy(() -> columns.value(0, 10)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(columns.value(columns.index("EMA_9"), 7)).isNaN();
    assertThat(columns.value(columns.index("EMA_9"), 8)).isFinite();
    assertThatThrownBy(() -> columns.index("nothing"))
        .hasMessageContaining("no feature \"nothing\"");
  }

  @Test
  void fewerBarsThanBeforeAreRefused() {
    columns.compute(RandomBars.walk(1, 10));
    PriceBars fewer = RandomBars.walk(1, 9);
    assertThatThrownBy(() -> columns.advance(fewer)).hasMessageContaining("10 became 9");
  }
}
