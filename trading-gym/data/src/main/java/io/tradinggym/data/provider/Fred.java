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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Series of the Federal Reserve Bank of St. Louis. With vintages (ALFRED) a value is known from the day of its vintage
 * on; without, the file holds today's revision and the series' rule says when an observation could be known.
 *
 * @param fetcher over which to ask
 * @param base address
 */
public record Fred(Fetcher fetcher, String base) {
  /** The address of the provider itself. */
  public static final String ADDRESS = "https://api.stlouisfed.org";

  private static final String NAME = "fred";
  private static final Limits LIMITS = Limits.perMinute(120);
  private static final int PAGE = 100_000;
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /**
   * {@return today's revision, each observation known by {@link ReleaseRule#ofFred}}
   *
   * @param series name of the series, such as VIXCLS
   * @param from the beginning, included
   * @param to the last day, included
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<KnownSeries> latest(String series, LocalDate from, LocalDate to)
      throws CollectException {
    return observations(series, from, to, false);
  }

  /**
   * {@return all vintages: each version known from the evening of its vintage's day on}
   *
   * @param series name of the series, such as VIXCLS
   * @param from the beginning, included
   * @param to the last day, included
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<KnownSeries> vintages(String series, LocalDate from, LocalDate to)
      throws CollectException {
    return observations(series, from, to, true);
  }

  private Collected<KnownSeries> observations(
      String series, LocalDate from, LocalDate to, boolean vintages) throws CollectException {
    List<Instant> events = new ArrayList<>();
    List<Instant> known = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    Pages pages = new Pages();
    int total = 1;
    for (int offset = 0; offset < total; offset += PAGE) {
      Map<String, String> query = new HashMap<>();
      query.put("series_id", series);
      query.put("file_type", "json");
      query.put("observation_start", from.toString());
      query.put("observation_end", to.toString());
      query.put("limit", Integer.toString(PAGE));
      query.put("offset", Integer.toString(offset));
      if (vintages) {
        query.put("realtime_start", "1776-07-04");
        query.put("realtime_end", "9999-12-31");
      }
      Request request =
          Request.of(NAME, base, "/fred/series/observations", query)
              .withSecret("api_key", fetcher.secrets().get("FRED_API_KEY", NAME));
      Fetched fetched = fetcher.fetch(request, LIMITS, Fred::judge);
      pages.add(fetched);
      JsonNode page = Judges.parse(NAME, fetched);
      total = page.path("count").asInt(0);
      for (JsonNode each : page.path("observations")) {
        String value = Judges.need(NAME, each, "value").asText();
        if (!value.equals(".") && !value.isBlank()) {
          LocalDate date = LocalDate.parse(Judges.need(NAME, each, "date").asText());
          events.add(date.atStartOfDay(NEW_YORK).toInstant());
          known.add(vintages ? evening(each) : ReleaseRule.ofFred(series).knownAt(date));
          values.add(Double.parseDouble(value));
        }
      }
    }
    return pages.of(
        KnownSeries.of(
            events.stream().mapToLong(Instant::toEpochMilli).toArray(),
            known.stream().mapToLong(Instant::toEpochMilli).toArray(),
            values.stream().mapToDouble(Double::doubleValue).toArray()),
        vintages ? "alfred" : NAME);
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
