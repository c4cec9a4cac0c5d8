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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Headlines of NewsAPI: 100 requests a day, a day late and a month back without a paid plan.
 *
 * @param fetcher over which to ask
 * @param base scheme and host, without a slash at the end
 */
public record NewsApi(Fetcher fetcher, String base) {
  /** The address of the provider itself. */
  public static final String ADDRESS = "https://newsapi.org";

  private static final String NAME = "newsapi";
  private static final Limits LIMITS = new Limits(100, Duration.ofDays(1));
  private static final int PAGE = 100;

  /**
   * A headline.
   *
   * @param published when it could be known
   * @param title as printed
   * @param url of the article
   */
  public record Headline(Instant published, String title, String url) {}

  /**
   * {@return the headlines of some days, each once: pages and agencies repeat themselves}
   *
   * @param words what is searched for
   * @param from first day, included
   * @param to last day, included
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<List<Headline>> headlines(String words, LocalDate from, LocalDate to)
      throws CollectException {
    List<Headline> headlines = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Pages pages = new Pages();
    int total = 1;
    for (int page = 1; (page - 1) * PAGE < total; page++) {
      Request request =
          Request.of(
                  NAME,
                  base,
                  "/v2/everything",
                  Map.of(
                      "q", words,
                      "from", from.toString(),
                      "to", to.toString(),
                      "language", "en",
                      "sortBy", "publishedAt",
                      "pageSize", Integer.toString(PAGE),
                      "page", Integer.toString(page)))
              .withHeader("X-Api-Key", fetcher.secrets().get("NEWS_API_KEY", NAME));
      Fetched fetched = fetcher.fetch(request, LIMITS, NewsApi::judge);
      pages.add(fetched);
      JsonNode node = Judges.parse(NAME, fetched);
      // What is beyond the first hundred is paid.
      total = Math.min(PAGE, node.path("totalResults").asInt());
      for (JsonNode each : Judges.need(NAME, node, "articles")) {
        String url = each.path("url").asText();
        String title = each.path("title").asText();
        if (seen.add("url " + url) && seen.add("title " + title)) {
          headlines.add(
              new Headline(
                  Instant.parse(Judges.need(NAME, each, "publishedAt").asText()), title, url));
        }
      }
    }
    return pages.of(List.copyOf(headlines), NAME);
  }

  private static void judge(Judge.Reply reply) throws CollectException {
    JsonNode node = Judges.json(NAME, reply);
    if (node.path("status").asText().equals("error")) {
      String code = node.path("code").asText();
      Kind kind =
          switch (code) {
            case "apiKeyMissing", "apiKeyInvalid", "apiKeyDisabled" -> Kind.AUTH;
            case "apiKeyExhausted" -> Kind.QUOTA;
            case "rateLimited" -> Kind.RATE;
            case "maximumResultsReached" -> Kind.PLAN;
            default -> reply.status() >= 500 ? Kind.UPSTREAM : Kind.SCHEMA;
          };
      throw Judges.failure(kind, NAME, code + " " + node.path("message").asText(), reply);
    }
    Judges.status(NAME, reply);
  }
}
