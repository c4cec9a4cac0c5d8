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
import io.tradinggym.data.series.PriceBars;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Polygon, now Massive: bars adjusted for splits. The address of a next page lacks the key and must stay on its host.
 *
 * @param fetcher over which to ask
 * @param base scheme and host, without a slash at the end
 */
public record Polygon(Fetcher fetcher, String base) implements BarProvider {
  /** The address of the provider itself. */
  public static final String ADDRESS = "https://api.polygon.io";

  private static final String NAME = "polygon";
  private static final Limits LIMITS = Limits.perMinute(5);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Collected<PriceBars> daily(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Request request =
        Request.of(
            NAME,
            base,
            "/v2/aggs/ticker/" + ticker + "/range/1/day/" + from + "/" + to,
            Map.of("adjusted", "true", "sort", "asc", "limit", "50000"));
    Sessions sessions = new Sessions();
    Pages pages = new Pages();
    while (request != null) {
      String bearer = "Bearer " + fetcher.secrets().get("POLYGON_API_KEY", NAME);
      Fetched fetched =
          fetcher.fetch(request.withHeader("Authorization", bearer), LIMITS, Polygon::judge);
      pages.add(fetched);
      JsonNode page = Judges.parse(NAME, fetched);
      for (JsonNode bar : page.path("results")) {
        sessions.add(
            Sessions.date(Judges.need(NAME, bar, "t").asLong() / 1_000, "America/New_York"),
            new Sessions.Day(
                number(bar, "o"),
                number(bar, "h"),
                number(bar, "l"),
                number(bar, "c"),
                number(bar, "v")));
      }
      String next = page.path("next_url").asText("");
      request = next.isEmpty() ? null : next(URI.create(next));
    }
    return pages.of(sessions, from, to, fetcher.clock().instant(), NAME);
  }

  private static double number(JsonNode bar, String name) throws CollectException {
    return Judges.need(NAME, bar, name).asDouble(Double.NaN);
  }

  private Request next(URI address) throws CollectException {
    URI home = URI.create(base);
    if (!String.valueOf(address.getAuthority()).equals(home.getAuthority())) {
      throw new CollectException(
          Kind.SCHEMA, NAME, "the next page is on another host, " + address.getHost());
    }
    Map<String, String> query = new HashMap<>();
    if (address.getQuery() != null) {
      for (String part : address.getQuery().split("&")) {
        int at = part.indexOf('=');
        query.put(at < 0 ? part : part.substring(0, at), at < 0 ? "" : part.substring(at + 1));
      }
    }
    return Request.of(NAME, base, address.getPath(), query);
  }

  private static void judge(Judge.Reply reply) throws CollectException {
    JsonNode node = Judges.json(NAME, reply);
    String status = node.path("status").asText();
    String text = node.path("error").asText(node.path("message").asText(""));
    if (status.equals("NOT_AUTHORIZED")) {
      throw Judges.failure(Kind.PLAN, NAME, text, reply);
    }
    if (status.equals("ERROR")) {
      Kind kind =
          reply.status() == 429 || text.contains("maximum requests")
              ? Kind.RATE
              : text.contains("API Key")
                  ? Kind.AUTH
                  : reply.status() >= 500 ? Kind.UPSTREAM : Kind.SCHEMA;
      throw Judges.failure(kind, NAME, text, reply);
    }
    Judges.status(NAME, reply);
    if (status.isEmpty()) {
      throw new CollectException(Kind.SCHEMA, NAME, "\"status\" is missing");
    }
  }
}
