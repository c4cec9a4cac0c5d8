package io.tradinggym.explain.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final InstantSource TODAY =
      InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z"));
  private static final InstantSource TOMORROW =
      InstantSource.fixed(Instant.parse("2026-12-01T00:00:00Z"));

  @TempDir private Path folder = Path.of("");

  private Ledger ledger(long run, long day, long ticker, InstantSource clock) {
    return new Ledger(folder.resolve("ledger.txt"), new Caps(run, day, ticker), clock);
  }

  @Test
  void eachCapIsNamedWhenItWouldBePassed() {
    Ledger ledger = ledger(100, 80, 60, TODAY);
    ledger.reserve("SPY", 60);

    assertThatThrownBy(() -> ledger.reserve("SPY", 1)).hasMessageContaining("budget of SPY a day");
    assertThatThrownBy(() -> ledger.reserve("QQQ", 21)).hasMessageContaining("budget of a day");
    assertThatThrownBy(() -> ledger.reserve("QQQ", 41)).hasMessageContaining("budget of this run");
    ledger.reserve("QQQ", 20);
    assertThat(ledger.run()).isEqualTo(80);
  }

  @Test
  void whatIsSettledFreesTheRest() {
    Ledger ledger = ledger(100, 100, 100, TODAY);
    Ledger.Reservation money = ledger.reserve("SPY", 90);
    money.settle(30);
    money.settle(90);

    assertThat(ledger.run()).isEqualTo(30);
    ledger.reserve("SPY", 70);
    assertThatThrownBy(() -> ledger.reserve("SPY", 1)).isInstanceOf(ClaudeException.class);
  }

  @Test
  void whatAnotherProcessReservedCountsUntilTheDayEnds() {
    ledger(100, 100, 100, TODAY).reserve("SPY", 90);

    assertThatThrownBy(() -> ledger(100, 100, 100, TODAY).reserve("SPY", 11))
        .hasMessageContaining("0.0000009 are spent or reserved");
    ledger(100, 100, 100, TOMORROW).reserve("SPY", 100);
  }

  @Test
  void sixtyFourThreadsDoNotSpendMoreThanThereIs() throws Exception {
    Ledger ledger = ledger(1_000, 1_000, 1_000, TODAY);
    AtomicInteger granted = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
      for (int i = 0; i < 640; i++) {
        threads.execute(
            () -> {
              try {
                ledger.reserve("SPY", 100).settle(7);
                granted.incrementAndGet();
              } catch (ClaudeException e) {
                assertThat(e.kind()).isEqualTo(ClaudeException.Kind.BUDGET);
              }
            });
      }
    }

    long held = 0;
    for (String line : Files.readAllLines(folder.resolve("ledger.txt"))) {
      held += Long.parseLong(line.split(" ")[3]);
      assertThat(held).as("reserved and spent at any time").isBetween(0L, 1_000L);
    }
    assertThat(ledger.run()).isEqualTo(held).isEqualTo(7L * granted.get());
    assertThat(granted.get()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void aLedgerThatCannotBeReadGrantsNothing() throws IOException {
    Files.writeString(folder.resolve("ledger.txt"), "2026-11-30 SPY 1-1 12");
    assertThatThrownBy(() -> ledger(100, 100, 100, TODAY).reserve("SPY", 1))
        .isInstanceOf(ClaudeException.class)
        .hasMessageContaining("cannot be kept");

    Files.writeString(folder.resolve("ledger.txt"), "2026-11-30 SPY 1-1 many\n");
    assertThatThrownBy(() -> ledger(100, 100, 100, TODAY).reserve("SPY", 1))
        .hasMessageContaining("cannot be kept");
  }

  @Test
  void aLedgerThatCannotBeWrittenGrantsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    Ledger lost = new Ledger(file.resolve("ledger.txt"), new Caps(9, 9, 9), TODAY);
    assertThatThrownBy(() -> lost.reserve("SPY", 1)).hasMessageContaining("cannot be kept");
    assertThat(lost.run()).isZero();
  }
}
