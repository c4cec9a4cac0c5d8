package io.tradinggym.stocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.testkit.TestMarket;
import io.tradinggym.trading.trace.Decisions;
import io.tradinggym.trading.trace.Marks;
import io.tradinggym.trading.trace.Traced;
import io.tradinggym.trading.trace.TradeTrace;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** An environment's trace: off by itself, complete when somebody listens, and free of allocation either way. */
class TraceTest {
  private static final ThreadMXBean COUNTER = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int STEPS = 250;
  private static final int RUNS = 20;

  private static VectorEnvironment environment() {
    return Gym.vector(
        Registry.global()
            .maker(
                StockEnvironment.ID,
                Options.NONE
                    .set(StockOptions.MARKET, TestMarket.noise(1, 1, 400, 0.01, 0))
                    .set(StockOptions.RANDOM_START, false)),
        1,
        1,
        AutoReset.DISABLED);
  }

  private static void play(VectorEnvironment environment, Batch batch, float[] action) {
    environment.reset(3, batch);
    for (int step = 0; step < STEPS && batch.ends[0] == 0; step++) {
      action[0] = step % 5;
      environment.step(action, batch);
    }
  }

  @Test
  void aStepAllocatesNothingWithAndWithoutATrace() {
    for (boolean listens : new boolean[] {false, true}) {
      try (VectorEnvironment environment = environment()) {
        TradeTrace trace = environment.find(0, Traced.class).orElseThrow().traces().getFirst();
        trace.listen(listens);
        Batch batch = environment.newBatch();
        float[] action = new float[1];
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
          long before = COUNTER.getCurrentThreadAllocatedBytes();
          play(environment, batch, action);
          least = Math.min(least, COUNTER.getCurrentThreadAllocatedBytes() - before);
        }
        // A reset may make something; 250 steps that allocated would make more than this.
        assertThat(least).as("listens: %s", listens).isLessThan(STEPS);
        assertThat(trace.fills().size() > 0).isEqualTo(listens);
      }
    }
  }

  @Test
  void decisionsOrdersAndMarksAreOneAStep() {
    try (VectorEnvironment environment = environment()) {
      TradeTrace trace = environment.find(0, Traced.class).orElseThrow().traces().getFirst();
      trace.listen(true);
      Batch batch = environment.newBatch();
      environment.reset(3, batch);
      Marks marks = trace.marks();
      assertThat(marks.size()).as("from the reset").isEqualTo(1);
      assertThat(marks.equity(0)).isEqualTo(100_000L * 100_000_000);
      environment.step(new float[] {4}, batch);
      environment.step(new float[] {4}, batch);
      Decisions decisions = trace.decisions();
      assertThat(decisions.size()).isEqualTo(2);
      assertThat(decisions.action(1)).containsExactly(4);
      assertThat(decisions.scores(1)).isEmpty();
      trace.scores(new float[] {1, 2});
      assertThat(decisions.scores(1)).containsExactly(1, 2);
      assertThat(decisions.scores(0)).isEmpty();
      assertThat(decisions.observation(0)).isNotEqualTo(decisions.observation(1));
      assertThat(decisions.time(1) - decisions.time(0)).isEqualTo(TestMarket.DAY);
      assertThat(marks.size()).isEqualTo(3);
      assertThat(marks.lots(2, 0)).isPositive();
      assertThat(marks.time(1)).isEqualTo(trace.fills().time(0)).isEqualTo(decisions.time(1));
      assertThat(trace.orders().lots(0)).isEqualTo(trace.fills().lots(0));
      environment.reset(3, batch);
      assertThat(trace.fills().size()).as("an episode at a time").isZero();
    }
  }
}
