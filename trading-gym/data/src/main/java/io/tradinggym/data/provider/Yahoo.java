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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Yahoo's charts and quote summaries. Its limits are not published; a crumb that is an error is refused, for it would
 * poison all that follows.
 *
 * @param fetcher over which to ask
 * @param base scheme and host, without a slash at the end
 */
public record Yahoo(Fetcher fetcher, String base) implements BarProvider {
  /** The address of the provider itself. */
  public static final String ADDRESS = "https://query1.finance.yahoo.com";

  private static final String NAME = "yahoo";
  private static final Limits LIMITS = Limits.perMinute(60);

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
            "/v8/finance/chart/" + ticker,
            Map.of(
                "period1",
                Long.toString(from.atStartOfDay().toEpochSecond(ZoneOffset.UTC)),
                "period2",
                Long.toString(to.plusDays(2).atStartOfDay().toEpochSecond(ZoneOffset.UTC)),
                "interval",
                "1d",
                "events",
                "div,splits"));
    Fetched fetched = fetcher.fetch(request, LIMITS, reply -> judge(reply, "chart"));
    JsonNode chart = Judges.parse(NAME, fetched).path("chart").path("result").path(0);
    JsonNode times = chart.path("timestamp");
    JsonNode quote = Judges.need(NAME, chart.path("indicators"), "quote").path(0);
    JsonNode adjusted = chart.path("indicators").path("adjclose").path(0).path("adjclose");
    String zone = chart.path("meta").path("exchangeTimezoneName").asText("America/New_York");
    Sessions sessions = new Sessions();
    for (int i = 0; i < times.size(); i++) {
      Sessions.Day raw =
          new Sessions.Day(
              number(quote, "open", i),
              number(quote, "high", i),
              number(quote, "low", i),
              number(quote, "close", i),
              number(quote, "volume", i));
      double after = adjusted.isMissingNode() ? raw.close() : adjusted.path(i).asDouble(Double.NaN);
      sessions.add(Sessions.date(times.get(i).asLong(), zone), raw.times(after / raw.close()));
    }
    return sessions.collected(
        from, to, fetcher.clock().instant(), NAME, fetched.fetchedAt(), fetched.stale());
  }

  private static double number(JsonNode quote, String name, int i) throws CollectException {
    return Judges.need(NAME, quote, name).path(i).asDouble(Double.NaN);
  }

  /**
   * {@return a quote summary, such as {@code earningsHistory,calendarEvents}: an object with a member for each module}
   *
   * @param ticker symbol of the instrument
   * @param modules names with commas between
   * @param crumb that belongs to the session's cookie
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<JsonNode> summary(String ticker, String modules, String crumb)
      throws CollectException {
    Request request =
        Request.of(NAME, base, "/v10/finance/quoteSummary/" + ticker, Map.of("modules", modules))
            .withSecret("crumb", checked(crumb));
    Fetched fetched = fetcher.fetch(request, LIMITS, reply -> judge(reply, "quoteSummary"));
    JsonNode result = Judges.parse(NAME, fetched).path("quoteSummary").path("result").path(0);
    return new Collected<>(result, NAME, fetched.fetchedAt(), fetched.stale());
  }

  /**
   * {@return a crumb as it is: an error that came in its place has a space or a tag}
   *
   * @param crumb what came when one was asked for
   * @throws CollectException RATE if it is none
   */
  public static String checked(String crumb) throws CollectException {
    if (crumb.isBlank() || crumb.contains(" ") || crumb.contains("<")) {
      throw new CollectException(Kind.RATE, NAME, "an error came in the place of a crumb");
    }
    return crumb;
  }

  static void judge(Judge.Reply reply, String root) throws CollectException {
    JsonNode node = Judges.json(NAME, reply);
    JsonNode error = node.path(root).path("error");
    if (error.isMissingNode()) {
      error = node.path("finance").path("error");
    }
    if (error.isObject()) {
      String code = error.path("code").asText();
      String text = code + ": " + error.path("description").asText();
      Kind kind =
          text.contains("Crumb") || code.equals("Unauthorized")
              ? Kind.AUTH
              : code.equals("Not Found")
                  ? Kind.NOT_FOUND
                  : text.contains("Too Many") ? Kind.RATE : Kind.UPSTREAM;
      throw Judges.failure(kind, NAME, text, reply);
    }
    Judges.status(NAME, reply);
    JsonNode result = Judges.need(NAME, Judges.need(NAME, node, root), "result");
    if (!result.isArray() || result.isEmpty()) {
      throw new CollectException(Kind.NOT_FOUND, NAME, "the result is empty");
    }
  }
}
