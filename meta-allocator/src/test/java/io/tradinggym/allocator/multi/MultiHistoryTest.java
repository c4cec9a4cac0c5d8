package io.tradinggym.allocator.multi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import io.tradinggym.options.trading.StrategyKind;
import io.tradinggym.reward.Rewards;
import io.tradinggym.testkit.EnvironmentContract;
import io.tradinggym.trading.SessionDesk;
import io.tradinggym.trading.trace.Traced;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultiHistoryTest {
  private static final int SESSIONS = 40;
  private static final CorrelatedMarket MARKET = CorrelatedMarket.DEFAULT;
  private static final MultiTask TASK = MultiTask.DEFAULT.with(200_000, SESSIONS);
  private static final int STRADDLE = 2 + TASK.menu().indexOf(StrategyKind.LONG_STRADDLE);

  private static RandomStream stream() {
    return RandomStreams.of(21).stream("market");
  }

  private static MultiHistory recorded() {
    return MultiHistory.record(MARKET, stream(), SESSIONS);
  }

  @Nested
  class Contract extends EnvironmentContract {
    private final MultiHistory history =
        MultiHistory.record(MARKET, stream(), 300).withSplit(0, 60, 3).withSplit(1, 150, 2);

    @Override
    protected EnvironmentLogic environment() {
      return MultiAsset.lanes(history, TASK.with(100_000, 126), Rewards.logReturn()).get();
    }
  }

  /** Equity after every session, the reset's first. */
  private static List<Double> play(MultiMarket market, int steps, IntFunction<float[]> actions) {
    EnvironmentLogic lane = MultiAsset.lanes(market, TASK, Rewards.logReturn()).get();
    Account account = lane.find(Traced.class).orElseThrow().traces().getFirst().account();
    Frame frame = new Frame(new Batch(lane.spec(), 1, AutoReset.SAME_STEP));
    RandomStream random = stream();
    frame.clear();
    lane.reset(random, Options.NONE, frame);
    List<Double> equity = new ArrayList<>();
    int field = lane.spec().indexOf(MultiAsset.EQUITY);
    EndReason end = EndReason.NONE;
    for (int step = 0; step < steps && end == EndReason.NONE; step++) {
      equity.add(frame.info(field));
      frame.clear();
      end = lane.step(new Action().at(actions.apply(step), 0), random, frame);
      account.verify();
    }
    equity.add(frame.info(field));
    return equity;
  }

  private static float[] none() {
    return new float[] {0, 0, 0, 0, 0, 0, 0};
  }

  /** All shares and the perpetual change hands all the time. */
  @Test
  void aRecordedSimulationIsTradedToTheUnitAsItWasSimulated() {
    IntFunction<float[]> actions =
        step -> new float[] {1 + step % 4, 4 - step % 3, 2 + step % 3, 4, 1 + step % 4, 0, 0};
    List<Double> simulated = play(MARKET, SESSIONS - 1, actions);
    assertThat(simulated).hasSize(SESSIONS).doesNotHaveDuplicates();
    assertThat(play(recorded(), SESSIONS - 1, actions)).isEqualTo(simulated);
  }

  @Test
  void optionsOnTheScreenAreTradedToTheUnitToo() {
    IntFunction<float[]> actions =
        step ->
            step == 0
                ? new float[] {0, 0, 0, 0, 0, STRADDLE, STRADDLE}
                : step == 6 ? new float[] {0, 0, 0, 0, 0, 1, 1} : none();
    List<Double> simulated = play(MARKET, 12, actions);
    assertThat(play(recorded(), 12, actions)).isEqualTo(simulated);
    assertThat(simulated.get(5)).isNotEqualTo(simulated.get(6));
  }

  /** Shares, a covered call and a straddle go through a split of three for one. */
  @Test
  void aSplitChangesNothingButTheNumberOfSharesAndContracts() {
    int covered = 2 + TASK.menu().indexOf(StrategyKind.COVERED_CALL);
    IntFunction<float[]> actions =
        step ->
            step == 0
                ? new float[] {3, 0, 0, 0, 0, 0, STRADDLE}
                : step == 1 ? new float[] {0, 0, 0, 0, 0, covered, 0} : none();
    List<Double> plain = play(recorded(), 9, actions);
    MultiHistory split = recorded().withSplit(0, 5, 3).withSplit(1, 6, 2);
    List<Double> after = play(split, 9, actions);
    assertThat(after.subList(0, 5)).isEqualTo(plain.subList(0, 5));
    for (int session = 5; session < plain.size(); session++) {
      // Marks are rounded to half a cent of many more contracts.
      assertThat(after.get(session)).isCloseTo(plain.get(session), within(150.0));
    }
    SessionDesk<MultiTrader> desk = MultiAsset.desk(split, TASK);
    desk.open(stream());
    assertThat(desk.trader().book().desks()).isEqualTo(2);
  }

  @Test
  void episodesEndWithTheData() {
    MultiHistory history = MultiHistory.record(MARKET, stream(), 10);
    assertThat(play(history, 100, step -> none())).hasSize(10);
    assertThatThrownBy(() -> history.withSplit(0, 0, 2))
        .hasMessageContaining("on one of the days 1 .. 9");
  }

  /** What is written as files and read back is the same market, but for the spread of chains read without Greeks. */
  @Test
  void filesAreReadBack(@TempDir Path folder) throws IOException {
    MultiHistory recorded = recorded();
    HistoryFiles.write(recorded, folder);
    MultiHistory read = MultiHistory.read(folder, MARKET.rate());
    assertThat(read.sessions()).isEqualTo(SESSIONS);
    assertThat(read.instruments()).hasSameSizeAs(recorded.instruments());
    MultiTape a = recorded.tape();
    MultiTape b = read.tape();
    a.start(stream(), SESSIONS);
    b.start(stream(), SESSIONS);
    long midnight = 0;
    for (int session = 1; session < SESSIONS; session++) {
      a.advance(stream());
      b.advance(stream());
      assertThat(b.day()).isEqualTo(a.day());
      for (int share = 0; share < recorded.shares(); share++) {
        assertThat(b.ticks(share)).isEqualTo(a.ticks(share));
        assertThat(b.trades(share)).isEqualTo(a.trades(share));
        assertThat(b.dividend(share)).isEqualTo(a.dividend(share));
        assertThat(b.splitShares(share) * a.splitOf(share))
            .isEqualTo(a.splitShares(share) * b.splitOf(share));
      }
      // New York closes before the day's last stamp, which belongs to the next session.
      assertThat(b.stamps() * b.fundingRate())
          .isEqualTo((a.stamps() - 1) * a.fundingRate() + midnight);
      midnight = a.fundingRate();
      assertThat(b.board(0).expiryDay(0)).isEqualTo(a.board(0).expiryDay(0));
      assertThat(b.board(1).strikes(1)).isEqualTo(a.board(1).strikes(1));
    }
  }
}
