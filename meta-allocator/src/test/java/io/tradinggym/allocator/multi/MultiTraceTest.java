package io.tradinggym.allocator.multi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.options.trading.OptionDesk;
import io.tradinggym.reward.Rewards;
import io.tradinggym.trading.trace.CashFlows;
import io.tradinggym.trading.trace.Fills;
import io.tradinggym.trading.trace.FlowKind;
import io.tradinggym.trading.trace.Traced;
import io.tradinggym.trading.trace.TradeTrace;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random lives: after every session the books balance, and what the trace tells is the change in cash, to the unit. */
class MultiTraceTest {
  private static final int LIVES = 40;

  private final CorrelatedMarket eventful =
      new CorrelatedMarket(
          2, 3, CorrelatedMarket.DEFAULT.options(), 0.4, 0.6, 0.0001, 0.0001, 6, 1);
  private final EnvironmentLogic lane =
      MultiAsset.lanes(eventful, MultiTask.DEFAULT.with(50_000, 252), Rewards.logReturn()).get();
  private final TradeTrace trace = lane.find(Traced.class).orElseThrow().traces().getFirst();
  private final Account account = trace.account();
  private final Set<TradeReason> reasons = EnumSet.noneOf(TradeReason.class);
  private final Set<FlowKind> kinds = EnumSet.noneOf(FlowKind.class);

  @Test
  void everySessionIsAccountedForToTheUnit() {
    trace.listen(true);
    RandomStream random = RandomStreams.of(11).stream("life");
    Frame frame = new Frame(new Batch(lane.spec(), 1, AutoReset.SAME_STEP));
    float[] action = new float[lane.spec().action().size()];
    boolean[] mask = new boolean[frame.maskSize()];
    Set<EndReason> ends = EnumSet.noneOf(EndReason.class);
    for (int life = 0; life < LIVES; life++) {
      frame.clear();
      lane.reset(random, Options.NONE, frame);
      EndReason end = EndReason.NONE;
      for (int day = 0; day < 252 && end == EndReason.NONE; day++) {
        for (int i = 0; i < mask.length; i++) {
          mask[i] = frame.allowed(i);
        }
        lane.spec().action().sample(random, mask, 0, action, 0);
        for (int i = 0; i < action.length; i++) {
          action[i] = random.bernoulli(0.9) ? 0 : action[i];
        }
        frame.clear();
        end = lane.step(new Action().at(action, 0), random, frame);
        account.verify();
        assertThat(told()).isEqualTo(account.balance(0, Entry.CASH));
      }
      ends.add(end);
      if (end == EndReason.MARGIN_CALL) {
        assertThat(account.gross()).isZero();
        assertThat(account.equity()).isEqualTo(account.cash());
      }
      note();
    }
    assertThat(ends).contains(EndReason.MARGIN_CALL);
    assertThat(reasons)
        .contains(
            TradeReason.ORDER,
            TradeReason.TARGET,
            TradeReason.LIQUIDATION,
            TradeReason.DELISTING,
            TradeReason.EXERCISE,
            TradeReason.ASSIGNMENT,
            TradeReason.EXPIRY);
    assertThat(kinds)
        .contains(FlowKind.DIVIDEND, FlowKind.INTEREST, FlowKind.BORROW, FlowKind.FUNDING);
    assertThat(account.assets()).isEqualTo(5 + 1 + 1 + 2 * OptionDesk.SLOTS);
  }

  private long told() {
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

  private void note() {
    Fills fills = trace.fills();
    for (int row = 0; row < fills.size(); row++) {
      reasons.add(fills.reason(row));
      if (fills.instrument(row) instanceof OptionContract contract) {
        assertThat(contract.expiry()).isGreaterThanOrEqualTo(fills.time(row));
      }
    }
    for (int row = 0; row < trace.flows().size(); row++) {
      kinds.add(trace.flows().kind(row));
    }
  }
}
