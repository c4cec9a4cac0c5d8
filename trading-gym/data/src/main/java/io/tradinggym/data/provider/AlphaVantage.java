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
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Alpha Vantage: 25 requests a day and 5 a minute without a paid plan, all errors with status 200. Daily prices are not
 * adjusted for dividends (that function is paid).
 *
 * @param fetcher over which to ask
 * @param base scheme and host, without a slash at the end
 */
public record AlphaVantage(Fetcher fetcher, String base) implements BarProvider {
  /** The address of the provider itself. */
  public static final String ADDRESS = "https://www.alphavantage.co";

  private static final String NAME = "alphavantage";
  private static final Limits LIMITS = Limits.perMinute(5);

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
    return sessions.collected(
        from, to, fetcher.clock().instant(), NAME, fetched.fetchedAt(), fetched.stale());
  }

  /**
   * {@return the quarters whose earnings are known, the newest first; those with a number missing are left out}
   *
   * @param ticker symbol of the instrument
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<List<EarningsReport>> earnings(String ticker) throws CollectException {
    Fetched fetched = ask("EARNINGS", Map.of("symbol", ticker));
    List<EarningsReport> quarters = new ArrayList<>();
    for (JsonNode each : Judges.need(NAME, Judges.parse(NAME, fetched), "quarterlyEarnings")) {
      double actual = number(each, "reportedEPS");
      double estimate = number(each, "estimatedEPS");
      String day = each.path("reportedDate").asText("");
      if (!Double.isNaN(actual + estimate) && !day.isBlank()) {
        boolean late = each.path("reportTime").asText("post-market").equals("post-market");
        quarters.add(new EarningsReport(LocalDate.parse(day), late, actual, estimate));
      }
    }
    return new Collected<>(List.copyOf(quarters), NAME, fetched.fetchedAt(), fetched.stale());
  }

  /**
   * {@return what there is to say of a company, by Alpha Vantage's own names such as {@code PERatio}; as of today}
   *
   * @param ticker symbol of the instrument
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<Map<String, String>> overview(String ticker) throws CollectException {
    Fetched fetched = ask("OVERVIEW", Map.of("symbol", ticker));
    JsonNode node = Judges.parse(NAME, fetched);
    Judges.need(NAME, node, "Symbol");
    Map<String, String> values = new LinkedHashMap<>();
    node.properties().forEach(each -> values.put(each.getKey(), each.getValue().asText()));
    return new Collected<>(
        Collections.unmodifiableMap(values), NAME, fetched.fetchedAt(), fetched.stale());
  }

  /**
   * {@return the relative strength index of daily closes, 0 .. 100, by day, to check one's own by}
   *
   * @param ticker symbol of the instrument
   * @param days of its average, &gt;= 1
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<NavigableMap<LocalDate, Map<String, Double>>> rsi(String ticker, int days)
      throws CollectException {
    return indicator("RSI", ticker, Map.of("time_period", Integer.toString(days)));
  }

  /**
   * {@return MACD, MACD_Signal and MACD_Hist of daily closes by day, of 12, 26 and 9 days}
   *
   * @param ticker symbol of the instrument
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<NavigableMap<LocalDate, Map<String, Double>>> macd(String ticker)
      throws CollectException {
    return indicator("MACD", ticker, Map.of());
  }

  private Collected<NavigableMap<LocalDate, Map<String, Double>>> indicator(
      String function, String ticker, Map<String, String> parameters) throws CollectException {
    Map<String, String> query = new HashMap<>(parameters);
    query.putAll(Map.of("symbol", ticker, "interval", "daily", "series_type", "close"));
    Fetched fetched = ask(function, query);
    JsonNode days =
        Judges.need(NAME, Judges.parse(NAME, fetched), "Technical Analysis: " + function);
    NavigableMap<LocalDate, Map<String, Double>> values = new TreeMap<>();
    for (Map.Entry<String, JsonNode> day : days.properties()) {
      Map<String, Double> row = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> each : day.getValue().properties()) {
        row.put(each.getKey(), number(day.getValue(), each.getKey()));
      }
      values.put(LocalDate.parse(day.getKey().substring(0, 10)), row);
    }
    return new Collected<>(values, NAME, fetched.fetchedAt(), fetched.stale());
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
