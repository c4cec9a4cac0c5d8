package io.tradinggym.data.trades;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.data.trades.BookSync.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of Binance's "How to manage a local order book correctly", one by one. */
class BookSyncTest {
  private final BookSync sync = new BookSync();

  private static DepthUpdate spot(long first, long last, double bid) {
    return new DepthUpdate(
        0, first, last, DepthUpdate.UNTOLD, List.of(new Level(9, bid)), List.of());
  }

  private static DepthUpdate futures(long previous, long first, long last) {
    return new DepthUpdate(0, first, last, previous, List.of(), List.of(new Level(10, last)));
  }

  private static DepthSnapshot snapshot(long last) {
    return new DepthSnapshot(last, List.of(new Level(9, 1)), List.of(new Level(10, 1)));
  }

  @Test
  void updatesBeforeTheSnapshotAreDroppedAndTheFirstMayReachAcrossIt() {
    assertThat(sync.update(spot(90, 95, 5))).isEqualTo(Outcome.KEPT);
    sync.update(spot(96, 102, 6));
    assertThat(sync.snapshot(snapshot(100))).isTrue();
    assertThat(sync.last()).isEqualTo(102);
    assertThat(sync.book().bids(1)).containsExactly(new Level(9, 6));
    assertThat(sync.update(spot(103, 103, 0))).isEqualTo(Outcome.APPLIED);
    assertThat(sync.book().bids(1)).as("0 takes the price away").isEmpty();
    assertThat(sync.update(spot(101, 103, 7))).isEqualTo(Outcome.OLD);
  }

  @Test
  void aSnapshotOlderThanWhatWasKeptIsNotEnough() {
    sync.update(spot(110, 112, 5));
    sync.update(spot(113, 113, 6));
    assertThat(sync.snapshot(snapshot(100))).isFalse();
    assertThat(sync.waiting()).isTrue();
    assertThat(sync.snapshot(snapshot(111))).as("both updates are still there").isTrue();
    assertThat(sync.last()).isEqualTo(113);
    assertThat(sync.book().bids(1)).containsExactly(new Level(9, 6));
  }

  @Test
  void aGapEmptiesTheBook() {
    sync.snapshot(snapshot(100));
    assertThat(sync.update(spot(101, 101, 2))).isEqualTo(Outcome.APPLIED);
    assertThat(sync.update(spot(103, 103, 3))).isEqualTo(Outcome.GAP);
    assertThat(sync.book().quoted()).isFalse();
    assertThat(sync.synced()).isFalse();
    assertThat(sync.snapshot(snapshot(102))).isTrue();
    assertThat(sync.last()).isEqualTo(103);
  }

  @Test
  void futuresAreChainedByTheMessageBefore() {
    sync.update(futures(80, 90, 95));
    sync.update(futures(95, 99, 104));
    assertThat(sync.snapshot(snapshot(100))).isTrue();
    assertThat(sync.update(futures(104, 120, 121)))
        .as("ids between messages may be left out")
        .isEqualTo(Outcome.APPLIED);
    assertThat(sync.update(futures(122, 123, 124))).isEqualTo(Outcome.GAP);
  }

  @Test
  void tradesComeInOrderAndOnce() {
    List<Long> out = new ArrayList<>();
    TradeSync trades = new TradeSync(trade -> out.add(trade.id()));
    for (long id : new long[] {5, 6, 6, 9, 8, 12}) {
      trades.take(new Trade(id, 0, 1, 1, 1));
    }
    assertThat(out).containsExactly(5L, 6L);
    assertThat(trades.next()).isEqualTo(7);
    trades.repair(List.of(new Trade(6, 0, 1, 1, 1), new Trade(7, 0, 1, 1, 1)), false);
    assertThat(out).containsExactly(5L, 6L, 7L, 8L, 9L);
    trades.repair(List.of(new Trade(11, 0, 1, 1, 1)), true);
    assertThat(out).endsWith(9L, 11L, 12L);
    assertThat(trades.lost()).isEqualTo(1);
    assertThat(trades.repaired()).isEqualTo(2);
    assertThat(trades.gap()).isFalse();
  }
}
