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
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Alpaca's market data: pages fill symbol by symbol until there is no token.
 *
 * @param fetcher over which to ask
 * @param base scheme and host, without a slash at the end
 */
public record Alpaca(Fetcher fetcher, String base) implements BarProvider {
  /** The address of the provider itself. */
  public static final String ADDRESS = "https://data.alpaca.markets";

  private static final String NAME = "alpaca";
  private static final Limits LIMITS = Limits.perMinute(200);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Collected<PriceBars> daily(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Sessions sessions = new Sessions();
    Pages pages = new Pages();
    String token = "";
    do {
      Map<String, String> query = new HashMap<>();
      query.put("symbols", ticker);
      query.put("timeframe", "1Day");
      query.put("start", from.toString());
      query.put("end", to.toString());
      query.put("limit", "10000");
      query.put("adjustment", "all");
      if (!token.isEmpty()) {
        query.put("page_token", token);
      }
      Request request =
          Request.of(NAME, base, "/v2/stocks/bars", query)
              .withHeader("APCA-API-KEY-ID", fetcher.secrets().get("ALPACA_API_KEY", NAME))
              .withHeader("APCA-API-SECRET-KEY", fetcher.secrets().get("ALPACA_SECRET_KEY", NAME));
      Fetched fetched = fetcher.fetch(request, LIMITS, Alpaca::judge);
      pages.add(fetched);
      JsonNode page = Judges.parse(NAME, fetched);
      for (JsonNode bar : page.path("bars").path(ticker)) {
        Instant time = Instant.parse(Judges.need(NAME, bar, "t").asText());
        sessions.add(
            Sessions.date(time.getEpochSecond(), "America/New_York"),
            new Sessions.Day(
                number(bar, "o"),
                number(bar, "h"),
                number(bar, "l"),
                number(bar, "c"),
                number(bar, "v")));
      }
      JsonNode next = page.path("next_page_token");
      token = next.isTextual() ? next.asText() : "";
    } while (!token.isEmpty());
    return pages.of(sessions, from, to, fetcher.clock().instant(), NAME);
  }

  private static double number(JsonNode bar, String name) throws CollectException {
    return Judges.need(NAME, bar, name).asDouble(Double.NaN);
  }

  private static void judge(Judge.Reply reply) throws CollectException {
    JsonNode node = Judges.json(NAME, reply);
    if (node.has("code") && node.has("message")) {
      String text = node.get("code").asText() + " " + node.get("message").asText();
      Kind kind =
          switch (reply.status()) {
            case 401 -> Kind.AUTH;
            case 403 -> text.contains("subscription") ? Kind.PLAN : Kind.AUTH;
            case 404 -> Kind.NOT_FOUND;
            case 429 -> Kind.RATE;
            default -> reply.status() >= 500 ? Kind.UPSTREAM : Kind.SCHEMA;
          };
      throw Judges.failure(kind, NAME, text, reply);
    }
    Judges.status(NAME, reply);
    Judges.need(NAME, node, "bars");
  }
}
