package io.tradinggym.data.stream;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A venue that knows the truth: a book that changes at random, and trades with ids in order. */
final class FakeVenue {
  private final RandomStream random;
  private final boolean futures;
  private final Map<Integer, Integer> bids = new TreeMap<>();
  private final Map<Integer, Integer> asks = new TreeMap<>();
  private final List<String> trades = new ArrayList<>();
  private long update = 1_000;

  FakeVenue(int seed, boolean futures) {
    random = RandomStreams.of(seed).stream("venue");
    this.futures = futures;
    for (int level = 1; level <= 20; level++) {
      bids.put(1_000 - level, level);
      asks.put(1_000 + level, level);
    }
  }

  /** A change of the book as a message; futures' ids leave some out between messages, spot's do not. */
  synchronized String depth() {
    long before = update;
    long first = before + 1 + (futures ? random.integer(4) : 0);
    update = first + random.integer(3);
    String b = changed(bids, 980);
    String a = changed(asks, 1_001);
    String chain = futures ? ",\"pu\":" + before : "";
    return """
    {"stream":"x@depth@100ms","data":{"e":"depthUpdate","E":%d,"s":"X","U":%d,"u":%d%s,"b":[%s],"a":[%s]}}\
    """
        .formatted(update, first, update, chain, b, a);
  }

  private String changed(Map<Integer, Integer> side, int from) {
    int price = from + random.integer(20);
    int quantity = random.integer(4) == 0 ? 0 : 1 + random.integer(9);
    if (quantity == 0) {
      side.remove(price);
    } else {
      side.put(price, quantity);
    }
    return "[\"%d\",\"%d\"]".formatted(price, quantity);
  }

  synchronized String trade() {
    String trade =
        "\"a\":%d,\"p\":\"%d\",\"q\":\"%d\",\"T\":%d,\"m\":%b"
            .formatted(
                trades.size() + 500,
                990 + random.integer(20),
                1 + random.integer(5),
                trades.size(),
                random.integer(2) == 0);
    trades.add(trade);
    return "{\"stream\":\"x@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"E\":1,\"s\":\"X\","
        + trade
        + "}}";
  }

  /** What its HTTP interface answers. */
  synchronized String answer(String path) {
    if (path.contains("depth")) {
      return "{\"lastUpdateId\":%d,\"bids\":[%s],\"asks\":[%s]}"
          .formatted(update, levels(bids), levels(asks));
    }
    int from = Integer.parseInt(path.replaceAll(".*fromId=(\\d+).*", "$1")) - 500;
    return trades.subList(from, Math.min(from + 7, trades.size())).stream()
        .map(trade -> "{" + trade + "}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String levels(Map<Integer, Integer> side) {
    return side.entrySet().stream()
        .map(each -> "[\"%d\",\"%d\"]".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(","));
  }

  /** The book as {@code price x quantity}, bids and asks in order of price. */
  synchronized String book() {
    return levels(bids) + " | " + levels(asks);
  }

  synchronized int trades() {
    return trades.size();
  }
}
