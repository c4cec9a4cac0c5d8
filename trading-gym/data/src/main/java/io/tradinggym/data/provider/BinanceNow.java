package io.tradinggym.data.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.CollectException.Kind;
import io.tradinggym.data.collect.Fetched;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.collect.Judges;
import io.tradinggym.data.collect.Limits;
import io.tradinggym.data.collect.Request;
import io.tradinggym.data.trades.DepthSnapshot;
import io.tradinggym.data.trades.Level;
import io.tradinggym.data.trades.Trade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Binance says of this moment: the book, the premium, single trades. Nothing of it is cached.
 *
 * @param fetcher over which to ask
 * @param base address, {@link Binance#SPOT} or {@link Binance#FUTURES}
 * @param futures true for perpetuals, false for spot
 */
public record BinanceNow(Fetcher fetcher, String base, boolean futures) {
  /** Levels of a snapshot on each side. */
  private static final int LEVELS = 1_000;

  /** Trades of one answer. */
  private static final int TRADES = 1_000;

  /** Of 50 units of weight, 20 on futures. */
  private static final Limits DEPTH = Limits.perMinute(12);

  /** Of 4 units of weight. */
  private static final Limits SPOT_TRADES = Limits.perMinute(40);

  /** Of 20 units of weight. */
  private static final Limits FUTURES_TRADES = Limits.perMinute(10);

  private static final Limits PREMIUM = Limits.perMinute(60);

  private String name() {
    return futures ? "binance-futures" : "binance-spot";
  }

  private String path(String what) {
    return (futures ? "/fapi/v1/" : "/api/v3/") + what;
  }

  /**
   * {@return the book to 1,000 levels on each side, with the id of its last update}
   *
   * @param symbol the venue's name, such as {@code BTCUSDT}
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<DepthSnapshot> depth(String symbol) throws CollectException {
    Fetched fetched = depthText(symbol);
    return new Collected<>(
        snapshot(Judges.parse(name(), fetched)), name(), fetched.fetchedAt(), fetched.stale());
  }

  /**
   * {@return the book as it came, to be recorded}
   *
   * @param symbol the venue's name, such as {@code BTCUSDT}
   * @throws CollectException with its kind, if there is no such answer
   */
  public Fetched depthText(String symbol) throws CollectException {
    Request request =
        Request.of(
            name() + "-depth",
            base,
            path("depth"),
            Map.of("symbol", symbol, "limit", Integer.toString(LEVELS)));
    return fetcher.ask(request, DEPTH, BinanceJudge.object(name(), "lastUpdateId"));
  }

  /**
   * {@return the snapshot that JSON holds}
   *
   * @param node with {@code lastUpdateId}, {@code bids} and {@code asks}
   * @throws CollectException SCHEMA if it is none
   */
  public static DepthSnapshot snapshot(JsonNode node) throws CollectException {
    return new DepthSnapshot(
        Judges.need("binance", node, "lastUpdateId").asLong(),
        levels(Judges.need("binance", node, "bids")),
        levels(Judges.need("binance", node, "asks")));
  }

  /**
   * {@return the levels that JSON holds}
   *
   * @param pairs a list of {@code ["price", "quantity"]}
   * @throws CollectException SCHEMA if it is none
   */
  public static List<Level> levels(JsonNode pairs) throws CollectException {
    List<Level> levels = new ArrayList<>();
    for (JsonNode pair : pairs) {
      try {
        levels.add(new Level(pair.path(0).asDouble(Double.NaN), pair.path(1).asDouble(Double.NaN)));
      } catch (IllegalArgumentException e) {
        throw new CollectException(Kind.SCHEMA, "binance", pair + ": " + e.getMessage(), null, e);
      }
    }
    return levels;
  }

  /**
   * {@return mark, index and funding of a perpetual now}
   *
   * @param symbol the venue's name, such as {@code BTCUSDT}
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<Premium> premium(String symbol) throws CollectException {
    Request request =
        Request.of(name() + "-premium", base, path("premiumIndex"), Map.of("symbol", symbol));
    Fetched fetched = fetcher.ask(request, PREMIUM, BinanceJudge.object(name(), "markPrice"));
    JsonNode node = Judges.parse(name(), fetched);
    Premium premium =
        new Premium(
            Instant.ofEpochMilli(Judges.need(name(), node, "time").asLong()),
            node.path("markPrice").asDouble(),
            Judges.need(name(), node, "indexPrice").asDouble(),
            Judges.need(name(), node, "lastFundingRate").asDouble(),
            Instant.ofEpochMilli(Judges.need(name(), node, "nextFundingTime").asLong()));
    return new Collected<>(premium, name(), fetched.fetchedAt(), fetched.stale());
  }

  /**
   * {@return up to 1,000 trades from an id on, those that one order took at one price as one}
   *
   * @param symbol the venue's name, such as {@code BTCUSDT}
   * @param fromId id of the first trade
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<List<Trade>> trades(String symbol, long fromId) throws CollectException {
    Fetched fetched = tradesText(symbol, fromId);
    return new Collected<>(
        trades(Judges.parse(name(), fetched)), name(), fetched.fetchedAt(), fetched.stale());
  }

  /**
   * {@return the trades as they came, to be recorded}
   *
   * @param symbol the venue's name, such as {@code BTCUSDT}
   * @param fromId id of the first trade
   * @throws CollectException with its kind, if there is no such answer
   */
  public Fetched tradesText(String symbol, long fromId) throws CollectException {
    Request request =
        Request.of(
            name() + "-trades",
            base,
            path("aggTrades"),
            Map.of(
                "symbol",
                symbol,
                "fromId",
                Long.toString(fromId),
                "limit",
                Integer.toString(TRADES)));
    return fetcher.ask(request, futures ? FUTURES_TRADES : SPOT_TRADES, BinanceJudge.list(name()));
  }

  /**
   * {@return the trades that JSON holds}
   *
   * @param list a list of what {@link #trade} reads
   * @throws CollectException SCHEMA if one of them is none
   */
  public static List<Trade> trades(JsonNode list) throws CollectException {
    List<Trade> trades = new ArrayList<>();
    for (JsonNode each : list) {
      trades.add(trade(each));
    }
    return trades;
  }

  /**
   * {@return the trade that JSON holds, in an answer or a stream}
   *
   * @param node with {@code a}, {@code T}, {@code p}, {@code q} and {@code m}: whether the buyer's order rested
   * @throws CollectException SCHEMA if it is none
   */
  public static Trade trade(JsonNode node) throws CollectException {
    try {
      return new Trade(
          Judges.need("binance", node, "a").asLong(),
          Judges.need("binance", node, "T").asLong(),
          Judges.need("binance", node, "p").asDouble(),
          Judges.need("binance", node, "q").asDouble(),
          Judges.need("binance", node, "m").asBoolean() ? -1 : 1);
    } catch (IllegalArgumentException e) {
      throw new CollectException(Kind.SCHEMA, "binance", String.valueOf(e.getMessage()), null, e);
    }
  }
}
