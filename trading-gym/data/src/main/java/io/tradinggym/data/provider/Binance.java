package io.tradinggym.data.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradinggym.api.util.Require;
import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.CollectException.Kind;
import io.tradinggym.data.collect.Fetched;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.collect.Judges;
import io.tradinggym.data.collect.Limits;
import io.tradinggym.data.collect.Request;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Binance's public market data, spot or USD-margined futures. A kline that had not closed when it was asked for is left
 * out.
 *
 * @param fetcher over which to ask
 * @param base scheme and host, {@link #SPOT} or {@link #FUTURES}
 * @param futures true for perpetuals, false for spot
 */
public record Binance(Fetcher fetcher, String base, boolean futures) {
  /** The address of the spot market. */
  public static final String SPOT = "https://api.binance.com";

  /** The address of USD-margined futures. */
  public static final String FUTURES = "https://fapi.binance.com";

  /**
   * Of 6,000 and 2,400 units of weight a minute four fifths at 2 and 5 a request, less what {@link BinanceNow} may
   * take.
   */
  private static final Limits SPOT_LIMITS = Limits.perMinute(2_000);

  private static final Limits FUTURES_LIMITS = Limits.perMinute(280);
  private static final Limits FUNDING_LIMITS = Limits.perMinute(80);

  private static final int PAGE = 1_000;
  private static final Pattern INTERVAL = Pattern.compile("(\\d{1,4})[smhdwM]");

  private String name() {
    return futures ? "binance-futures" : "binance-spot";
  }

  /**
   * {@return the klines that have closed, page after page, each known at its close}
   *
   * @param symbol the venue's name, such as {@code BTCUSDT}
   * @param interval a number of s, m, h, d, w or M, such as {@code 1h}
   * @param from opening time of the first, inclusive
   * @param to opening time of the last, exclusive
   * @throws CollectException with its kind, if there is no such answer
   * @throws IllegalArgumentException if the interval is none
   */
  public Collected<PriceBars> klines(String symbol, String interval, Instant from, Instant to)
      throws CollectException {
    PriceBars bars = new PriceBars();
    Pages pages = new Pages();
    each(
        futures ? "/fapi/v1/klines" : "/api/v3/klines",
        new Span(symbol, interval, from, to),
        pages,
        (close, kline) ->
            bars.append(
                close,
                kline.get(1).asDouble(),
                kline.get(2).asDouble(),
                kline.get(3).asDouble(),
                kline.get(4).asDouble(),
                kline.get(5).asDouble()));
    return pages.of(bars, name());
  }

  /**
   * {@return how far the perpetual's order book stood above the index at the end of each interval, a fraction, known
   * then} Funding is made of it.
   *
   * @param symbol the venue's name, such as {@code BTCUSDT}
   * @param interval a number of s, m, h, d, w or M, such as {@code 1h}
   * @param from opening time of the first, inclusive
   * @param to opening time of the last, exclusive
   * @throws CollectException with its kind, if there is no such answer
   * @throws IllegalArgumentException if the interval is none
   */
  public Collected<KnownSeries> premiums(String symbol, String interval, Instant from, Instant to)
      throws CollectException {
    List<Long> times = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    Pages pages = new Pages();
    each(
        "/fapi/v1/premiumIndexKlines",
        new Span(symbol, interval, from, to),
        pages,
        (close, kline) -> {
          times.add(close);
          values.add(kline.get(4).asDouble());
        });
    return pages.of(known(times, values), name());
  }

  private static KnownSeries known(List<Long> times, List<Double> values) {
    long[] at = times.stream().mapToLong(Long::longValue).toArray();
    return KnownSeries.of(at, at, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** What ended a day ago does not change any more: answers from then on are kept for ever. */
  private static Request settled(Request request, Instant end) {
    return request.settledAt(end.plus(Duration.ofDays(1)));
  }

  /** No bar of an interval is longer. */
  private static Duration longest(String interval) {
    Matcher parts = INTERVAL.matcher(interval);
    Require.that(
        parts.matches(), "interval must be a number of s, m, h, d, w or M, such as 1h", interval);
    int count = Integer.parseInt(parts.group(1));
    return switch (interval.charAt(interval.length() - 1)) {
      case 's' -> Duration.ofSeconds(count);
      case 'm' -> Duration.ofMinutes(count);
      case 'h' -> Duration.ofHours(count);
      case 'd' -> Duration.ofDays(count);
      case 'w' -> Duration.ofDays(7L * count);
      default -> Duration.ofDays(31L * count);
    };
  }

  private record Span(String symbol, String interval, Instant from, Instant to) {}

  private interface Kline {
    void take(long close, JsonNode kline);
  }

  /** Each kline that had closed when it was asked for, once: pages may overlap. */
  private void each(String path, Span span, Pages pages, Kline sink) throws CollectException {
    // The last bar opens before the span ends, and may close long after it.
    Instant end = span.to.plus(longest(span.interval));
    long next = span.from.toEpochMilli();
    long now = fetcher.clock().instant().toEpochMilli();
    long taken = Long.MIN_VALUE;
    while (next < span.to.toEpochMilli()) {
      Map<String, String> query = new HashMap<>();
      query.put("symbol", span.symbol);
      query.put("interval", span.interval);
      query.put("startTime", Long.toString(next));
      query.put("endTime", Long.toString(span.to.toEpochMilli() - 1));
      query.put("limit", Integer.toString(PAGE));
      Fetched fetched =
          fetcher.fetch(
              settled(Request.of(name(), base, path, query), end),
              futures ? FUTURES_LIMITS : SPOT_LIMITS,
              BinanceJudge.list(name()));
      pages.add(fetched);
      // An answer from the disk holds as open what has closed since.
      long known = Math.min(fetched.fetchedAt().toEpochMilli(), now);
      JsonNode page = Judges.parse(name(), fetched);
      long last = next;
      for (JsonNode kline : page) {
        if (!kline.isArray() || kline.size() < 7) {
          throw new CollectException(
              Kind.SCHEMA, name(), "a kline must have at least 7 members, was " + kline);
        }
        long close = kline.get(6).asLong() + 1;
        last = Math.max(last, close);
        if (close > known) {
          return; // what a later page holds would leave a hole
        }
        if (close > taken) {
          taken = close;
          sink.take(close, kline);
        }
      }
      if (page.size() < PAGE || last <= next) {
        return;
      }
      next = last;
    }
  }

  /**
   * {@return the funding rates, fractions of the position, page after page, known at their stamps}
   *
   * @param symbol the venue's name, such as {@code BTCUSDT}
   * @param from first stamp, included
   * @param to last stamp, not included
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<KnownSeries> funding(String symbol, Instant from, Instant to)
      throws CollectException {
    List<Long> times = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    Pages pages = new Pages();
    long next = from.toEpochMilli();
    while (next < to.toEpochMilli()) {
      Map<String, String> query = new HashMap<>();
      query.put("symbol", symbol);
      query.put("startTime", Long.toString(next));
      query.put("endTime", Long.toString(to.toEpochMilli() - 1));
      query.put("limit", Integer.toString(PAGE));
      Fetched fetched =
          fetcher.fetch(
              settled(Request.of(name() + "-funding", base, "/fapi/v1/fundingRate", query), to),
              FUNDING_LIMITS,
              BinanceJudge.list(name()));
      pages.add(fetched);
      JsonNode page = Judges.parse(name(), fetched);
      long last = next;
      for (JsonNode each : page) {
        long time = Judges.need(name(), each, "fundingTime").asLong();
        last = Math.max(last, time + 1);
        times.add(time);
        rates.add(Judges.need(name(), each, "fundingRate").asDouble());
      }
      if (page.size() < PAGE || last <= next) {
        break;
      }
      next = last;
    }
    return pages.of(known(times, rates), name());
  }
}
