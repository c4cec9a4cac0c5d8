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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finnhub's recommendations, insider transactions and calendar of earnings; its news sentiment is paid, which ends as
 * PLAN.
 *
 * @param fetcher over which to ask
 * @param base scheme and host, without a slash at the end
 */
public record Finnhub(Fetcher fetcher, String base) {
  /** The address of the provider itself. */
  public static final String ADDRESS = "https://finnhub.io";

  private static final String NAME = "finnhub";
  private static final Limits LIMITS = Limits.perMinute(60);

  private Fetched ask(String path, Map<String, String> query) throws CollectException {
    Request request =
        Request.of(NAME, base, path, query)
            .withHeader("X-Finnhub-Token", fetcher.secrets().get("FINNHUB_API_KEY", NAME));
    return fetcher.fetch(request, LIMITS, Finnhub::judge);
  }

  /**
   * {@return the analysts' recommendations by month, the newest first}
   *
   * @param ticker symbol of the instrument
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<List<Consensus>> recommendations(String ticker) throws CollectException {
    Fetched fetched = ask("/api/v1/stock/recommendation", Map.of("symbol", ticker));
    List<Consensus> months = new ArrayList<>();
    for (JsonNode each : Judges.parse(NAME, fetched)) {
      months.add(Consensus.of(NAME, each));
    }
    return new Collected<>(List.copyOf(months), NAME, fetched.fetchedAt(), fetched.stale());
  }

  /**
   * {@return the purchases and sales of insiders in the open market, each known on the day it was filed}
   *
   * @param ticker symbol of the instrument
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<List<InsiderTrade>> insiders(String ticker) throws CollectException {
    Fetched fetched = ask("/api/v1/stock/insider-transactions", Map.of("symbol", ticker));
    List<InsiderTrade> trades = new ArrayList<>();
    for (JsonNode each : Judges.need(NAME, Judges.parse(NAME, fetched), "data")) {
      String code = each.path("transactionCode").asText();
      if (code.equals("P") || code.equals("S")) {
        trades.add(
            new InsiderTrade(
                LocalDate.parse(Judges.need(NAME, each, "filingDate").asText()),
                Judges.need(NAME, each, "change").asDouble()
                    * each.path("transactionPrice").asDouble()));
      }
    }
    return new Collected<>(List.copyOf(trades), NAME, fetched.fetchedAt(), fetched.stale());
  }

  /**
   * What its calendar of earnings says of a company.
   *
   * @param reports those that are out, the newest first
   * @param next day of the next, as it is announced now; null if none is
   */
  public record Earnings(List<EarningsReport> reports, @Nullable LocalDate next) {
    /** Copies the list. */
    public Earnings {
      reports = List.copyOf(reports);
    }
  }

  /**
   * {@return the earnings between two days, those that are out and the next that is announced}
   *
   * @param ticker symbol of the instrument
   * @param from first day, included
   * @param to last day, included
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<Earnings> earnings(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Fetched fetched =
        ask(
            "/api/v1/calendar/earnings",
            Map.of("symbol", ticker, "from", from.toString(), "to", to.toString()));
    List<EarningsReport> reports = new ArrayList<>();
    LocalDate next = null;
    for (JsonNode each : Judges.need(NAME, Judges.parse(NAME, fetched), "earningsCalendar")) {
      LocalDate day = LocalDate.parse(Judges.need(NAME, each, "date").asText());
      JsonNode actual = Judges.need(NAME, each, "epsActual");
      JsonNode estimate = Judges.need(NAME, each, "epsEstimate");
      if (!actual.isNumber()) {
        next = next == null || day.isBefore(next) ? day : next;
      } else if (estimate.isNumber()) {
        // Where the hour is not told, the careful one is taken.
        boolean late = !each.path("hour").asText().equals("bmo");
        reports.add(new EarningsReport(day, late, actual.asDouble(), estimate.asDouble()));
      }
    }
    reports.sort(Comparator.comparing(EarningsReport::reported).reversed());
    return new Collected<>(new Earnings(reports, next), NAME, fetched.fetchedAt(), fetched.stale());
  }

  /**
   * {@return what the news of a company say, {@code bullishPercent - bearishPercent}, -1 .. 1}
   *
   * @param ticker symbol of the instrument
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<Double> newsSentiment(String ticker) throws CollectException {
    Fetched fetched = ask("/api/v1/news-sentiment", Map.of("symbol", ticker));
    JsonNode sentiment = Judges.need(NAME, Judges.parse(NAME, fetched), "sentiment");
    double score =
        Judges.need(NAME, sentiment, "bullishPercent").asDouble()
            - Judges.need(NAME, sentiment, "bearishPercent").asDouble();
    return new Collected<>(score, NAME, fetched.fetchedAt(), fetched.stale());
  }

  private static void judge(Judge.Reply reply) throws CollectException {
    JsonNode node = Judges.json(NAME, reply);
    String error = node.path("error").asText("");
    if (!error.isEmpty()) {
      Kind kind =
          error.contains("access to this resource")
              ? Kind.PLAN
              : error.contains("API limit") || reply.status() == 429
                  ? Kind.RATE
                  : error.contains("API key") || reply.status() == 401 ? Kind.AUTH : Kind.UPSTREAM;
      throw Judges.failure(kind, NAME, error, reply);
    }
    Judges.status(NAME, reply);
  }
}
