package io.tradinggym.allocator.multi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.trading.trace.Traced;
import io.tradinggym.trading.trace.TradeTrace;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class MultiTraceTest {
  @Test
  void aStepAllocatesNothingWithATrace() {
    ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (VectorEnvironment env = Gym.vector("MultiAsset-v1", 1)) {
      TradeTrace trace = env.find(0, Traced.class).orElseThrow().traces().getFirst();
      trace.listen(true);
      Batch batch = env.newBatch();
      float[] action = new float[env.actionSpace().size()];
      long least = Long.MAX_VALUE;
      for (int run = 0; run < 40; run++) {
        RandomStream random = RandomStreams.of(5).stream("actions");
        env.reset(5, batch);
        long stepped = 0;
        for (int step = 0; step < 60 && batch.ends[0] == 0; step++) {
          env.actionSpace().sample(random, batch.masks, 0, action, 0);
          long before = counter.getCurrentThreadAllocatedBytes();
          env.step(action, batch);
          stepped += counter.getCurrentThreadAllocatedBytes() - before;
        }
        least = Math.min(least, stepped);
      }
      assertThat(trace.fills().size()).isPositive();
      assertThat(least).as("bytes of 60 steps").isLessThan(100);
    }
  }
}
