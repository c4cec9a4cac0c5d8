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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Alpha Vantage: 25 requests a day and 5 a minute without a paid plan, all errors with status 200. Daily prices are not
 * adjusted for dividends (that function is paid).
 *
 * @param fetcher over which to ask
 * @param base address
 */
public record AlphaVantage(Fetcher fetcher, String base) implements BarProvider {
  /** The address of the provider itself. */
  public static final String ADDRESS = "https://www.alphavantage.co";

  private static final String NAME = "alphavantage";
  private static final Limits LIMITS = Limits.perMinute(5);

  /**
   * A quarter's earnings.
   *
   * @param reported the day on which they became known
   * @param afterClose whether after that day's close
   * @param actual earnings per share
   * @param estimate what was expected
   */
  public record Quarter(LocalDate reported, boolean afterClose, double actual, double estimate) {}

  @Override
  public String name() {
    return NAME;
  }

  private Fetched ask(String function, Map<String, String> query) throws CollectException {
    Map<String, String> all = new HashMap<>(query);
    all.put("function", function);
    Request request =
        Request.of(NAME, base, "/query", all)
            .withSecret("apikey", fetcher.secrets().get("ALPHA_VANTAGE_KEY", NAME));
    return fetcher.fetch(request, LIMITS, AlphaVantage::judge);
  }

  @Override
  public Collected<PriceBars> daily(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Fetched fetched = ask("TIME_SERIES_DAILY", Map.of("symbol", ticker, "outputsize", "compact"));
    JsonNode days = Judges.need(NAME, Judges.parse(NAME, fetched), "Time Series (Daily)");
    Sessions sessions = new Sessions();
    for (Map.Entry<String, JsonNode> day : days.properties()) {
      sessions.add(
          LocalDate.parse(day.getKey()),
          new Sessions.Day(
              number(day.getValue(), "1. open"),
              number(day.getValue(), "2. high"),
              number(day.getValue(), "3. low"),
              number(day.getValue(), "4. close"),
              number(day.getValue(), "5. volume")));
    }
    return new Collected<>(
        sessions.bars(from, to, fetcher.clock().instant()),
        NAME,
        fetched.fetchedAt(),
        fetched.stale());
  }

  /**
   * {@return the quarters whose earnings are known, the newest first; those with a number missing are left out}
   *
   * @param ticker symbol of the instrument
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<List<Quarter>> earnings(String ticker) throws CollectException {
    Fetched fetched = ask("EARNINGS", Map.of("symbol", ticker));
    List<Quarter> quarters = new ArrayList<>();
    for (JsonNode each : Judges.need(NAME, Judges.parse(NAME, fetched), "quarterlyEarnings")) {
      double actual = number(each, "reportedEPS");
      double estimate = number(each, "estimatedEPS");
      String day = each.path("reportedDate").asText("");
      if (!Double.isNaN(actual + estimate) && !day.isBlank()) {
        boolean late = each.path("reportTime").asText("post-market").equals("post-market");
        quarters.add(new Quarter(LocalDate.parse(day), late, actual, estimate));
      }
    }
    return new Collected<>(List.copyOf(quarters), NAME, fetched.fetchedAt(), fetched.stale());
  }

  private static double number(JsonNode node, String name) throws CollectException {
    String text = Judges.need(NAME, node, name).asText();
    return text.equals("None") || text.equals("-") || text.isBlank()
        ? Double.NaN
        : Double.parseDouble(text);
  }

  private static void judge(Judge.Reply reply) throws CollectException {
    JsonNode node = Judges.json(NAME, reply);
    String note = node.path("Note").asText("");
    String information = node.path("Information").asText("");
    String error = node.path("Error Message").asText("");
    String all = (note + information + error).toLowerCase(Locale.ROOT);
    if (!all.isEmpty()) {
      Kind kind;
      if (all.contains("apikey") && (all.contains("invalid") || all.contains("missing"))) {
        kind = Kind.AUTH;
      } else if (!information.isEmpty()) {
        kind = all.contains("premium") && !all.contains("per day") ? Kind.PLAN : Kind.QUOTA;
      } else {
        kind = note.isEmpty() ? Kind.NOT_FOUND : Kind.RATE;
      }
      throw Judges.failure(kind, NAME, note + information + error, reply);
    }
    Judges.status(NAME, reply);
    if (node.isObject() && node.isEmpty()) {
      throw new CollectException(Kind.NOT_FOUND, NAME, "the answer is {}");
    }
  }
}
