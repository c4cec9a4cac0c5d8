package io.tradinggym.data.stream;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.Fetched;
import io.tradinggym.data.collect.TokenBucket;
import io.tradinggym.data.provider.BinanceNow;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Live trades and book of a symbol. It connects again when the connection is lost, is silent, or the venue says that it
 * ends, waiting twice as long after each failure; it asks for a snapshot whenever the book is not known, and for the
 * trades that are missing. Pings are answered by the JDK's client. For one run.
 */
public final class BinanceStream {
  /** The streams of the spot market. */
  public static final String SPOT = "wss://stream.binance.com:9443";

  /** The streams of USD-margined futures. */
  public static final String FUTURES = "wss://fstream.binance.com";

  private static final int MOST_QUEUED = 100_000;

  /**
   * How patient it is.
   *
   * @param silence after which a connection is taken for dead
   * @param first wait before connecting again, which doubles with each failure
   * @param longest wait before connecting again
   * @param attempts failures in a row after which it gives up, >= 1
   */
  public record Patience(Duration silence, Duration first, Duration longest, int attempts) {
    /** A minute of silence; a second at first, a minute at most, ten times. */
    public static final Patience DEFAULT =
        new Patience(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofMinutes(1), 10);
  }

  private final BinanceNow now;
  private final URI address;
  private final String symbol;
  private final Patience patience;
  private final TokenBucket.Pause pause;
  private final InstantSource clock;
  private final BlockingQueue<StreamLine> queue = new LinkedBlockingQueue<>(MOST_QUEUED);
  private boolean askedForBook;
  private boolean askedForTrades;
  private Instant askAgain = Instant.MIN;
  private int failures;

  /**
   * A stream that is not connected.
   *
   * @param now where snapshots and missing trades come from, of the same market
   * @param base address of the streams, {@link #SPOT} or {@link #FUTURES}
   * @param symbol the venue's name, such as {@code BTCUSDT}
   * @param patience how long to wait, and how often to try
   * @param pause waits before it connects again
   */
  public BinanceStream(
      BinanceNow now, String base, String symbol, Patience patience, TokenBucket.Pause pause) {
    this.now = now;
    String name = symbol.toLowerCase(Locale.ROOT);
    address = URI.create(base + "/stream?streams=" + name + "@aggTrade/" + name + "@depth@100ms");
    this.symbol = symbol;
    this.patience = patience;
    this.pause = pause;
    clock = now.fetcher().clock();
  }

  /**
   * Listens until a time.
   *
   * @param until the moment at which to end
   * @param feed takes the lines
   * @param recorder writes them, before the feed sees them
   * @throws IOException if they cannot be written
   * @throws CollectException NETWORK if it could not connect so often in a row; SCHEMA if what comes is not Binance's
   * @throws InterruptedException if the thread is interrupted
   */
  public void run(Instant until, BinanceFeed feed, Recorder recorder)
      throws IOException, CollectException, InterruptedException {
    while (clock.instant().isBefore(until)) {
      try {
        String reason = connected(until, feed, recorder);
        queue.removeIf(line -> line.kind() == StreamLine.Kind.CLOSED);
        take(new StreamLine(clock.millis(), StreamLine.Kind.CLOSED, reason), feed, recorder);
      } catch (CollectException e) {
        if (e.kind() != CollectException.Kind.NETWORK || failures + 1 >= patience.attempts) {
          throw e;
        }
        failures++;
      }
      if (failures >= patience.attempts) {
        throw new CollectException(
            CollectException.Kind.NETWORK,
            "binance-stream",
            "the connection was lost " + failures + " times in a row without a message");
      }
      recorder.flush();
      if (clock.instant().isBefore(until)) {
        pause.wait(delay());
      }
    }
  }

  /** Lives through one connection; why it ended. */
  private String connected(Instant until, BinanceFeed feed, Recorder recorder)
      throws IOException, CollectException, InterruptedException {
    try (Connection _ = Connection.open(address, patience.silence, this::arrived)) {
      take(new StreamLine(clock.millis(), StreamLine.Kind.OPEN, symbol), feed, recorder);
      return listen(until, feed, recorder);
    }
  }

  private Duration delay() {
    Duration doubled = patience.first.multipliedBy(1L << Math.min(failures, 16));
    return doubled.compareTo(patience.longest) > 0 ? patience.longest : doubled;
  }

  /** Why it ended. */
  private String listen(Instant until, BinanceFeed feed, Recorder recorder)
      throws IOException, CollectException, InterruptedException {
    long silent = 0;
    while (clock.instant().isBefore(until)) {
      if (feed.ending()) {
        return "the venue ends it";
      }
      StreamLine line = queue.poll(100, TimeUnit.MILLISECONDS);
      if (line == null) {
        silent += 100;
        if (silent >= patience.silence.toMillis()) {
          return "silent";
        }
        continue;
      }
      silent = 0;
      if (line.kind() == StreamLine.Kind.CLOSED) {
        failures++;
        return line.body();
      }
      failures = line.kind() == StreamLine.Kind.MESSAGE ? 0 : failures;
      take(line, feed, recorder);
      ask(feed);
    }
    return "the time is up";
  }

  private void take(StreamLine line, BinanceFeed feed, Recorder recorder)
      throws IOException, CollectException {
    switch (line.kind()) {
      case SNAPSHOT -> askedForBook = false;
      case TRADES -> askedForTrades = false;
      case REFUSED -> {
        askedForBook &= !line.body().startsWith("depth");
        askedForTrades &= !line.body().startsWith("trades");
        askAgain = clock.instant().plus(patience.first);
      }
      case OPEN, MESSAGE, GIVEN_UP, CLOSED -> {}
    }
    recorder.write(line);
    feed.accept(line);
  }

  /** Asks beside the stream, whose messages go on. */
  private void ask(BinanceFeed feed) {
    if (clock.instant().isBefore(askAgain)) {
      return;
    }
    if (feed.wantsSnapshot() && !askedForBook) {
      askedForBook = true;
      beside("depth", StreamLine.Kind.SNAPSHOT, () -> now.depthText(symbol));
    }
    if (feed.wantsTrades() && !askedForTrades) {
      askedForTrades = true;
      long from = feed.firstMissing();
      beside("trades", StreamLine.Kind.TRADES, () -> now.tradesText(symbol, from));
    }
  }

  private interface Question {
    Fetched ask() throws CollectException;
  }

  private void beside(String what, StreamLine.Kind kind, Question question) {
    Thread.ofVirtual()
        .name("binance-" + what)
        .start(
            () -> {
              try {
                arrived(kind, question.ask().body());
              } catch (CollectException e) {
                boolean never = !e.kind().passing() && kind == StreamLine.Kind.TRADES;
                arrived(StreamLine.Kind.REFUSED, what + ": " + e.getMessage());
                if (never) {
                  arrived(StreamLine.Kind.GIVEN_UP, what);
                }
              }
            });
  }

  private void arrived(StreamLine.Kind kind, String body) {
    try {
      queue.put(new StreamLine(clock.millis(), kind, body));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
