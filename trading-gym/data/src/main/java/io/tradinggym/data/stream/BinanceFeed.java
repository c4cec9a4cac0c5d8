package io.tradinggym.data.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.CollectException.Kind;
import io.tradinggym.data.collect.Judges;
import io.tradinggym.data.provider.BinanceNow;
import io.tradinggym.data.trades.BookSync;
import io.tradinggym.data.trades.DepthUpdate;
import io.tradinggym.data.trades.TradeSync;
import java.util.List;

/**
 * Makes trades and books of the lines of one symbol's stream, live or recorded, and tells what must be asked for. It
 * has no clock and no connection: the same lines give the same calls. For one thread.
 */
public final class BinanceFeed {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "binance-stream";
  private static final int FRUITLESS = 3;

  private final FeedListener listener;
  private final TradeSync trades;
  private final BookSync book = new BookSync();
  private long now;
  private boolean ending;
  private int connections;
  private int resyncs;
  private int fruitless;
  private long heard;
  private long updates;

  /**
   * A feed that has seen nothing.
   *
   * @param listener hears of every trade and of the book after every update
   */
  public BinanceFeed(FeedListener listener) {
    this.listener = listener;
    trades =
        new TradeSync(
            trade -> {
              heard++;
              listener.trade(now, trade);
            });
  }

  /** {@return whether updates wait for a snapshot of the book, which must be asked for after the first of them} */
  public boolean wantsSnapshot() {
    return book.waiting();
  }

  /** {@return whether trades from {@link #firstMissing} on must be asked for} */
  public boolean wantsTrades() {
    return trades.gap();
  }

  /** {@return the id of the first trade that is missing} */
  public long firstMissing() {
    return trades.next();
  }

  /** {@return whether the venue has said that it will end the connection} */
  public boolean ending() {
    return ending;
  }

  /** {@return how many connections were opened} */
  public int connections() {
    return connections;
  }

  /** {@return how often the book was lost and had to be fetched again} */
  public int resyncs() {
    return resyncs;
  }

  /** {@return how many trades went to the listener} */
  public long trades() {
    return heard;
  }

  /** {@return how many updates the book took} */
  public long updates() {
    return updates;
  }

  /** {@return how many trades were missing and brought} */
  public long repaired() {
    return trades.repaired();
  }

  /** {@return how many trades were missing for good} */
  public long lost() {
    return trades.lost();
  }

  /**
   * Takes a line.
   *
   * @param line the next one, in the order in which they came
   * @throws CollectException SCHEMA if it is not what Binance sends
   */
  public void accept(StreamLine line) throws CollectException {
    now = line.at();
    switch (line.kind()) {
      case OPEN -> {
        connections++;
        ending = false;
        lose();
      }
      case CLOSED -> lose();
      case MESSAGE -> message(parse(line.body()));
      case REFUSED -> {
        // Only to be read by people.
      }
      case SNAPSHOT -> snapshot(parse(line.body()));
      case TRADES -> missing(parse(line.body()));
      case GIVEN_UP -> trades.repair(List.of(), true);
    }
  }

  private void lose() {
    if (book.synced()) {
      resyncs++;
      listener.bookLost(now);
    }
    book.reset();
  }

  private void message(JsonNode whole) throws CollectException {
    JsonNode node = whole.path("data").isObject() ? whole.get("data") : whole;
    switch (node.path("e").asText()) {
      case "aggTrade" -> trades.take(BinanceNow.trade(node));
      case "depthUpdate" -> depth(node);
      case "serverShutdown" -> ending = true;
      default -> {
        // Answers to subscriptions, and what Binance may add.
      }
    }
  }

  private void depth(JsonNode node) throws CollectException {
    switch (book.update(update(node))) {
      case APPLIED -> {
        updates++;
        listener.book(now, book.book());
      }
      case GAP -> {
        resyncs++;
        listener.bookLost(now);
      }
      case KEPT, OLD -> {}
    }
  }

  private static DepthUpdate update(JsonNode node) throws CollectException {
    long first = need(node, "U").asLong();
    long last = need(node, "u").asLong();
    if (first > last) {
      throw new CollectException(Kind.SCHEMA, NAME, "U is after u in " + first + ", " + last);
    }
    return new DepthUpdate(
        need(node, "E").asLong(),
        first,
        last,
        node.path("pu").asLong(DepthUpdate.UNTOLD),
        BinanceNow.levels(need(node, "b")),
        BinanceNow.levels(need(node, "a")));
  }

  private void snapshot(JsonNode node) throws CollectException {
    if (book.waiting() && book.snapshot(BinanceNow.snapshot(node))) {
      listener.book(now, book.book());
    }
  }

  /** The venue may be late with what it has just sent; the third answer that brings nothing is its last word. */
  private void missing(JsonNode list) throws CollectException {
    long before = trades.next();
    fruitless++;
    trades.repair(BinanceNow.trades(list), fruitless == FRUITLESS);
    if (trades.next() != before) {
      fruitless = 0;
    }
  }

  private static JsonNode need(JsonNode node, String member) throws CollectException {
    return Judges.need(NAME, node, member);
  }

  private static JsonNode parse(String body) throws CollectException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new CollectException(Kind.SCHEMA, NAME, "a message is no JSON", null, e);
    }
  }
}
