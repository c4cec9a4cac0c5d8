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
import io.tradinggym.data.series.ReleaseRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Series of the Federal Reserve Bank of St. Louis. With vintages (ALFRED) a value is known from the day of its vintage
 * on; without, the file holds today's revision and the series' rule says when an observation could be known.
 *
 * @param fetcher over which to ask
 * @param base scheme and host, without a slash at the end
 */
public record Fred(Fetcher fetcher, String base) {
  /** The address of the provider itself. */
  public static final String ADDRESS = "https://api.stlouisfed.org";

  private static final String NAME = "fred";
  private static final Limits LIMITS = Limits.perMinute(120);
  private static final int PAGE = 100_000;
  private static final LocalDate FIRST_VINTAGE = LocalDate.of(1776, 7, 4);
  private static final LocalDate LAST_VINTAGE = LocalDate.of(9999, 12, 31);
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /**
   * {@return the observations in today's revision, each known by {@link ReleaseRule#ofFred}}
   *
   * @param series name of the series, such as VIXCLS
   * @param from date of the first observation, included
   * @param to date of the last observation, included
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<KnownSeries> latest(String series, LocalDate from, LocalDate to)
      throws CollectException {
    return observations(series, from, to, false);
  }

  /**
   * {@return the observations in all vintages: each version known from the evening of its vintage's day on}
   *
   * @param series name of the series, such as VIXCLS
   * @param from date of the first observation, included
   * @param to date of the last observation, included
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<KnownSeries> vintages(String series, LocalDate from, LocalDate to)
      throws CollectException {
    return observations(series, from, to, true);
  }

  private Collected<KnownSeries> observations(
      String series, LocalDate from, LocalDate to, boolean vintages) throws CollectException {
    Values values = new Values(series, from, to);
    if (vintages) {
      versions(values, FIRST_VINTAGE, LAST_VINTAGE);
    } else {
      read(values, Map.of(), each -> ReleaseRule.ofFred(series).knownAt(date(each)));
    }
    return values.collected(vintages ? "alfred" : NAME);
  }

  /**
   * All versions of a span of vintages. One request may not ask for more than 2,000: then each half is asked for, and a
   * half without any is left out. A version that was there at the edge comes again with the edge for its begin; it
   * changes nothing.
   */
  private void versions(Values values, LocalDate first, LocalDate last) throws CollectException {
    Map<String, String> span =
        Map.of("realtime_start", first.toString(), "realtime_end", last.toString());
    try {
      read(values, span, Fred::evening);
    } catch (CollectException e) {
      String told = String.valueOf(e.getMessage());
      boolean part = !first.equals(FIRST_VINTAGE) || !last.equals(LAST_VINTAGE);
      if (e.kind() == Kind.NOT_FOUND && part) {
        return;
      }
      LocalDate today = LocalDate.ofInstant(fetcher.clock().instant(), NEW_YORK);
      long days = ChronoUnit.DAYS.between(first, last.isAfter(today) ? today : last);
      if (!told.contains("vintage dates") || days < 1) {
        throw e;
      }
      LocalDate middle = first.plusDays(days / 2);
      versions(values, first, middle);
      versions(values, middle.plusDays(1), last);
    }
  }

  private interface Known {
    Instant at(JsonNode observation) throws CollectException;
  }

  /** Observations as they come. */
  private static final class Values {
    private final String series;
    private final LocalDate from;
    private final LocalDate to;
    private final List<Instant> events = new ArrayList<>();
    private final List<Instant> known = new ArrayList<>();
    private final List<Double> numbers = new ArrayList<>();
    private final Pages pages = new Pages();

    Values(String series, LocalDate from, LocalDate to) {
      this.series = series;
      this.from = from;
      this.to = to;
    }

    Collected<KnownSeries> collected(String provider) {
      return pages.of(
          KnownSeries.of(
              events.stream().mapToLong(Instant::toEpochMilli).toArray(),
              known.stream().mapToLong(Instant::toEpochMilli).toArray(),
              numbers.stream().mapToDouble(Double::doubleValue).toArray()),
          provider);
    }
  }

  private void read(Values values, Map<String, String> span, Known rule) throws CollectException {
    int total = 1;
    for (int offset = 0; offset < total; offset += PAGE) {
      Map<String, String> query = new HashMap<>(span);
      query.put("series_id", values.series);
      query.put("file_type", "json");
      query.put("observation_start", values.from.toString());
      query.put("observation_end", values.to.toString());
      query.put("limit", Integer.toString(PAGE));
      query.put("offset", Integer.toString(offset));
      Request request =
          Request.of(NAME, base, "/fred/series/observations", query)
              .withSecret("api_key", fetcher.secrets().get("FRED_API_KEY", NAME));
      Fetched fetched = fetcher.fetch(request, LIMITS, Fred::judge);
      values.pages.add(fetched);
      JsonNode page = Judges.parse(NAME, fetched);
      total = page.path("count").asInt(0);
      for (JsonNode each : page.path("observations")) {
        String value = Judges.need(NAME, each, "value").asText();
        if (!value.equals(".") && !value.isBlank()) {
          values.events.add(date(each).atStartOfDay(NEW_YORK).toInstant());
          values.known.add(rule.at(each));
          values.numbers.add(Double.parseDouble(value));
        }
      }
    }
  }

  private static LocalDate date(JsonNode observation) throws CollectException {
    return LocalDate.parse(Judges.need(NAME, observation, "date").asText());
  }

  private static Instant evening(JsonNode observation) throws CollectException {
    String day = Judges.need(NAME, observation, "realtime_start").asText();
    return LocalDate.parse(day).atTime(LocalTime.of(16, 15)).atZone(NEW_YORK).toInstant();
  }

  private static void judge(Judge.Reply reply) throws CollectException {
    JsonNode node = Judges.json(NAME, reply);
    String message = node.path("error_message").asText("");
    if (!message.isEmpty()) {
      int code = node.path("error_code").asInt();
      Kind kind =
          message.contains("api_key")
              ? Kind.AUTH
              : code == 429
                  ? Kind.RATE
                  : message.contains("does not exist")
                      ? Kind.NOT_FOUND
                      : code >= 500 ? Kind.UPSTREAM : Kind.SCHEMA;
      throw Judges.failure(kind, NAME, message, reply);
    }
    Judges.status(NAME, reply);
    Judges.need(NAME, node, "observations");
  }
}
