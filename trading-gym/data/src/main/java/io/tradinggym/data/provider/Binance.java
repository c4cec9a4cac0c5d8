package io.tradinggym.data.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.CollectException.Kind;
import io.tradinggym.data.collect.Fetched;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.collect.Judge;
import io.tradinggym.data.collect.Judges;
import io.tradinggym.data.collect.Limits;
import io.tradinggym.data.collect.Request;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Binance's public market data, spot or USD-margined futures. A kline that has not closed is left out.
 *
 * @param fetcher over which to ask
 * @param base address
 * @param futures whether of perpetuals
 */
public record Binance(Fetcher fetcher, String base, boolean futures) {
  /** The address of the spot market. */
  public static final String SPOT = "https://api.binance.com";

  /** The address of USD-margined futures. */
  public static final String FUTURES = "https://fapi.binance.com";

  /** Of 6,000 and 2,400 units of weight a minute at 2 and 5 a request, four fifths. */
  private static final Limits SPOT_LIMITS = Limits.perMinute(2_400);

  private static final Limits FUTURES_LIMITS = Limits.perMinute(384);
  private static final Limits FUNDING_LIMITS = Limits.perMinute(80);

  private String name() {
    return futures ? "binance-futures" : "binance-spot";
  }

  /**
   * {@return the klines, page after page}
   *
   * @param symbol symbol of the instrument
   * @param interval such as {@code 1h}
   * @param from opening time of the first, inclusive
   * @param to end of the last
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<PriceBars> klines(String symbol, String interval, Instant from, Instant to)
      throws CollectException {
    PriceBars bars = new PriceBars();
    Pages pages = new Pages();
    int limit = 1_000;
    long next = from.toEpochMilli();
    long now = fetcher.clock().instant().toEpochMilli();
    while (next < to.toEpochMilli()) {
      Map<String, String> query = new HashMap<>();
      query.put("symbol", symbol);
      query.put("interval", interval);
      query.put("startTime", Long.toString(next));
      query.put("endTime", Long.toString(to.toEpochMilli() - 1));
      query.put("limit", Integer.toString(limit));
      Request request =
          Request.of(name(), base, futures ? "/fapi/v1/klines" : "/api/v3/klines", query);
      Fetched fetched = fetcher.fetch(request, futures ? FUTURES_LIMITS : SPOT_LIMITS, this::judge);
      pages.add(fetched);
      JsonNode page = Judges.parse(name(), fetched);
      long last = next;
      for (JsonNode kline : page) {
        if (!kline.isArray() || kline.size() < 7) {
          throw new CollectException(
              Kind.SCHEMA, name(), "a kline must have at least 7 members, was " + kline);
        }
        long close = kline.get(6).asLong() + 1;
        last = Math.max(last, close);
        boolean known = bars.size() == 0 || close > bars.closeTime(bars.size() - 1);
        if (close <= now && known) {
          bars.append(
              close,
              kline.get(1).asDouble(),
              kline.get(2).asDouble(),
              kline.get(3).asDouble(),
              kline.get(4).asDouble(),
              kline.get(5).asDouble());
        }
      }
      if (page.size() < limit || last <= next) {
        break;
      }
      next = last;
    }
    return pages.of(bars, name());
  }

  /**
   * {@return the funding rates, known at their stamps}
   *
   * @param symbol symbol of the instrument
   * @param from the beginning, included
   * @param to the end, not included
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<KnownSeries> funding(String symbol, Instant from, Instant to)
      throws CollectException {
    Request request =
        Request.of(
            name() + "-funding",
            base,
            "/fapi/v1/fundingRate",
            Map.of(
                "symbol",
                symbol,
                "startTime",
                Long.toString(from.toEpochMilli()),
                "endTime",
                Long.toString(to.toEpochMilli() - 1),
                "limit",
                "1000"));
    Fetched fetched = fetcher.fetch(request, FUNDING_LIMITS, this::judge);
    JsonNode page = Judges.parse(name(), fetched);
    long[] times =
        LongStream.range(0, page.size())
            .map(i -> page.get((int) i).path("fundingTime").asLong())
            .toArray();
    double[] rates = new double[times.length];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = Judges.need(name(), page.get(i), "fundingRate").asDouble();
    }
    return new Collected<>(
        KnownSeries.of(times, times, rates), name(), fetched.fetchedAt(), fetched.stale());
  }

  private void judge(Judge.Reply reply) throws CollectException {
    JsonNode node = Judges.json(name(), reply);
    if (node.isObject() && node.has("code") && node.has("msg")) {
      int code = node.get("code").asInt();
      Kind kind =
          code == -1003 || reply.status() == 429 || reply.status() == 418
              ? Kind.RATE
              : code == -1121
                  ? Kind.NOT_FOUND
                  : List.of(-2014, -2015).contains(code)
                      ? Kind.AUTH
                      : reply.status() == 451 || reply.status() == 403
                          ? Kind.PLAN
                          : reply.status() >= 500 ? Kind.UPSTREAM : Kind.SCHEMA;
      throw Judges.failure(kind, name(), code + " " + node.get("msg").asText(), reply);
    }
    Judges.status(name(), reply);
    if (!node.isArray()) {
      throw new CollectException(
          Kind.SCHEMA, name(), "a list must come, was " + node.getNodeType());
    }
  }
}
