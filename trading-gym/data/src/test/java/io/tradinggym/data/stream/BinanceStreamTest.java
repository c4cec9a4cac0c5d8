package io.tradinggym.data.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.CollectException.Kind;
import io.tradinggym.data.collect.FakeProvider;
import io.tradinggym.data.collect.FakeProvider.Answer;
import io.tradinggym.data.collect.Secrets;
import io.tradinggym.data.provider.BinanceNow;
import io.tradinggym.data.stream.BinanceStream.Patience;
import io.tradinggym.data.trades.Level;
import io.tradinggym.data.trades.OrderBook;
import io.tradinggym.data.trades.Trade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class BinanceStreamTest {
  private static final int STEPS = 150;
  @TempDir private Path folder;
  private final FakeProvider provider = new FakeProvider();

  @AfterEach
  void stop() {
    provider.close();
  }

  /** Remembers all calls, and the book as the venue writes it. */
  private static final class Diary implements FeedListener {
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> ids = Collections.synchronizedList(new ArrayList<>());
    private volatile String book = "";

    @Override
    public void trade(long at, Trade trade) {
      ids.add(trade.id());
      calls.add(at + " " + trade);
    }

    @Override
    public void book(long at, OrderBook of) {
      List<Level> bids = new ArrayList<>(of.bids(100));
      Collections.reverse(bids);
      book = text(bids) + " | " + text(of.asks(100));
      calls.add(at + " " + book);
    }

    private static String text(List<Level> levels) {
      return levels.stream()
          .map(each -> "[\"%.0f\",\"%.0f\"]".formatted(each.price(), each.quantity()))
          .collect(Collectors.joining(","));
    }

    @Override
    public void bookLost(long at) {
      calls.add(at + " lost");
    }
  }

  private BinanceStream stream(FakeSockets sockets, boolean futures, Patience patience) {
    BinanceNow now =
        new BinanceNow(provider.fetcher(folder, Secrets.NONE), provider.base(), futures);
    return new BinanceStream(now, sockets.base(), "X", patience, time -> {});
  }

  private static Patience patient(Duration silence) {
    return new Patience(silence, Duration.ZERO, Duration.ZERO, 3);
  }

  /** Messages are lost, the connection breaks, the venue ends the next, and the third goes well. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whateverIsLostIsFetched(boolean futures)
      throws IOException, CollectException, InterruptedException {
    FakeVenue venue = new FakeVenue(7, futures);
    provider.answer(path -> Answer.ok(venue.answer(path)));
    Diary lived = new Diary();
    RandomStream random = RandomStreams.of(3).stream("losses");
    FakeSockets.Script script =
        (number, session) -> {
          for (int step = 0; step < STEPS; step++) {
            boolean sure = number == 3 && step > STEPS / 2;
            String depth = venue.depth();
            String trade = venue.trade();
            if (sure || random.uniform() > 0.05) {
              session.send(depth);
            }
            if (sure || random.uniform() > 0.05) {
              session.sendInParts(trade);
            }
            if (step % 10 == 0) {
              Thread.sleep(5);
            }
          }
          if (number == 2) {
            session.send("{\"e\":\"serverShutdown\",\"E\":1}");
            Thread.sleep(5_000);
          }
          if (number == 3) {
            for (int wait = 0; wait < 500 && !whole(lived, venue); wait++) {
              Thread.sleep(10);
            }
            provider.pass(Duration.ofHours(2));
            Thread.sleep(1_000);
          }
        };
    Path file = folder.resolve("x.tsv");
    BinanceFeed feed = new BinanceFeed(lived);
    try (FakeSockets sockets = new FakeSockets(script);
        Recorder recorder = new Recorder(file)) {
      stream(sockets, futures, patient(Duration.ofSeconds(10)))
          .run(provider.instant().plus(Duration.ofHours(1)), feed, recorder);
      assertThat(sockets.pongs()).isPositive();
    }
    assertThat(feed.connections()).isEqualTo(3);
    assertThat(feed.resyncs()).isGreaterThan(2);
    assertThat(feed.repaired()).isPositive();
    assertThat(feed.lost()).isZero();
    assertThat(lived.ids)
        .containsExactlyElementsOf(LongStream.range(500, 500 + venue.trades()).boxed().toList());
    assertThat(lived.book).isEqualTo(venue.book());

    Diary replayed = new Diary();
    BinanceFeed again = new BinanceFeed(replayed);
    long lines = new Recording(file).replay(again);
    assertThat(replayed.calls).isEqualTo(lived.calls);
    assertThat(again.resyncs()).isEqualTo(feed.resyncs());
    // Whoever was killed while writing has a recording up to there.
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 5));
    assertThat(new Recording(file).replay(new BinanceFeed(new Diary())))
        .isBetween(lines - 1, lines);
  }

  private static boolean whole(Diary lived, FakeVenue venue) {
    return lived.ids.size() == venue.trades() && lived.book.equals(venue.book());
  }

  @Test
  void tradesThatTheVenueNoLongerHasAreCounted()
      throws IOException, CollectException, InterruptedException {
    FakeVenue venue = new FakeVenue(1, false);
    provider.answer(path -> Answer.ok("[]"));
    Diary lived = new Diary();
    FakeSockets.Script script =
        (number, session) -> {
          session.send(venue.trade());
          venue.trade();
          session.send(venue.trade());
          for (int wait = 0; wait < 500 && lived.ids.size() < 2; wait++) {
            Thread.sleep(10);
          }
          provider.pass(Duration.ofHours(2));
          Thread.sleep(1_000);
        };
    BinanceFeed feed = new BinanceFeed(lived);
    try (FakeSockets sockets = new FakeSockets(script);
        Recorder recorder = new Recorder(folder.resolve("x.tsv"))) {
      stream(sockets, false, patient(Duration.ofSeconds(10)))
          .run(provider.instant().plus(Duration.ofHours(1)), feed, recorder);
    }
    assertThat(lived.ids).containsExactly(500L, 502L);
    assertThat(feed.lost()).isEqualTo(1);
  }

  @Test
  void aSilentConnectionIsLeftAndOneThatIsAlwaysLostEndsTyped() throws IOException {
    BinanceFeed feed = new BinanceFeed(new FeedListener() {});
    try (FakeSockets sockets =
            new FakeSockets(
                (number, session) -> {
                  if (number == 1) {
                    Thread.sleep(3_000);
                  }
                });
        Recorder recorder = new Recorder(folder.resolve("x.tsv"))) {
      BinanceStream stream = stream(sockets, true, patient(Duration.ofMillis(200)));
      assertThatThrownBy(() -> stream.run(provider.instant().plusSeconds(3_600), feed, recorder))
          .isInstanceOfSatisfying(
              CollectException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NETWORK))
          .hasMessageContaining("lost 3 times in a row");
      assertThat(sockets.connections()).isEqualTo(4);
    }
    assertThat(Files.readString(folder.resolve("x.tsv"))).contains("CLOSED\tsilent");
  }

  @Test
  void aServerThatIsNotThereEndsTyped() throws IOException {
    try (Recorder recorder = new Recorder(folder.resolve("x.tsv"))) {
      FakeSockets gone = new FakeSockets((number, session) -> {});
      gone.close();
      assertThatThrownBy(
              () ->
                  stream(gone, true, patient(Duration.ofMillis(200)))
                      .run(
                          provider.instant().plusSeconds(9),
                          new BinanceFeed(new FeedListener() {}),
                          recorder))
          .hasMessageContaining("NETWORK: cannot connect to ws://127.0.0.1");
    }
  }
}
