package io.tradinggym.options.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.trading.trace.CashFlows;
import io.tradinggym.trading.trace.Fills;
import io.tradinggym.trading.trace.FlowKind;
import io.tradinggym.trading.trace.Traced;
import io.tradinggym.trading.trace.TradeTrace;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the option environments show of their trades adds up to the cash of their account. */
class OptionTraceTest {
  @ParameterizedTest
  @ValueSource(strings = {"OptionStrategies-v1", "VolatilityTrading-v1"})
  void fillsAndFlowsAddUpToTheCash(String id) {
    RandomStream random = RandomStreams.of(5).stream("actions");
    Set<TradeReason> reasons = EnumSet.noneOf(TradeReason.class);
    long slippage = 0;
    try (Environment env = Gym.make(id)) {
      TradeTrace trace = env.find(Traced.class).orElseThrow().traces().getFirst();
      trace.listen(true);
      Account account = trace.account();
      for (int episode = 0; episode < 10; episode++) {
        env.reset(episode);
        while (!env.ended()) {
          env.step(env.actionSpace().sample(random, env.last().mask()));
          assertThat(told(trace)).isEqualTo(account.balance(0, Entry.CASH));
        }
        Fills fills = trace.fills();
        for (int row = 0; row < fills.size(); row++) {
          reasons.add(fills.reason(row));
          slippage += fills.slippage(row);
          if (fills.instrument(row) instanceof OptionContract contract) {
            assertThat(contract.expiry()).isGreaterThanOrEqualTo(fills.time(row));
          }
        }
        assertThat(trace.marks().size()).isPositive();
        assertThat(trace.flows().kind(0)).isEqualTo(FlowKind.TRANSFER);
      }
    }
    assertThat(reasons).contains(TradeReason.ORDER);
    assertThat(slippage).as("half-spreads").isPositive();
  }

  /** Options that are traded are named when somebody asks: a step with a listening trace makes nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"OptionStrategies-v1", "VolatilityTrading-v1"})
  void aStepAllocatesNothingWithATrace(String id) {
    ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (VectorEnvironment env = Gym.vector(id, 1)) {
      TradeTrace trace = env.find(0, Traced.class).orElseThrow().traces().getFirst();
      trace.listen(true);
      Batch batch = env.newBatch();
      float[] action = new float[env.actionSpace().size()];
      long least = Long.MAX_VALUE;
      int options = 0;
      for (int run = 0; run < 40; run++) {
        RandomStream random = RandomStreams.of(5).stream("actions");
        env.reset(5, batch);
        long stepped = 0;
        for (int step = 0; step < 30 && batch.ends[0] == 0; step++) {
          env.actionSpace().sample(random, batch.masks, 0, action, 0);
          long before = counter.getCurrentThreadAllocatedBytes();
          env.step(action, batch);
          stepped += counter.getCurrentThreadAllocatedBytes() - before;
        }
        least = Math.min(least, stepped);
        options = trace.fills().size();
      }
      assertThat(options).isPositive();
      assertThat(least).as("bytes of 30 steps").isLessThan(100);
    }
  }

  private static long told(TradeTrace trace) {
    long sum = 0;
    Fills fills = trace.fills();
    for (int row = 0; row < fills.size(); row++) {
      sum += fills.cash(row);
    }
    CashFlows flows = trace.flows();
    for (int row = 0; row < flows.size(); row++) {
      sum += flows.balance(row) == Entry.CASH ? flows.amount(row) : 0;
    }
    return sum;
  }
}
