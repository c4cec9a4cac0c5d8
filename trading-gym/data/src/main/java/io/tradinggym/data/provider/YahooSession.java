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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Yahoo gives only to who has its cookie and crumb: option chains and quote summaries. Both are fetched when they
 * are first needed, kept in memory alone, and fetched once more where they are refused. An error that comes in the
 * place of a crumb is refused, for it would poison all that follows.
 */
public final class YahooSession {
  /** Where the cookie comes from. */
  public static final String COOKIE = "https://fc.yahoo.com";

  private static final String NAME = "yahoo";
  private static final Limits LIMITS = Limits.perMinute(60);
  private static final DateTimeFormatter TRADED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx").withZone(ZoneOffset.UTC);
  private static final List<String> NUMBERS =
      List.of("strike", "lastPrice", "bid", "ask", "volume", "openInterest", "impliedVolatility");
  private static final String HEADER =
      "contractSymbol,lastTradeDate,strike,lastPrice,bid,ask,volume,openInterest,impliedVolatility,"
          + "currency,type,expiration\n";

  private final Fetcher fetcher;
  private final String base;
  private final String cookies;
  private @Nullable String crumb;

  /**
   * A session.
   *
   * @param fetcher over which to ask
   * @param base address of the provider, {@link Yahoo#ADDRESS}
   * @param cookies address that sets the cookie, {@link #COOKIE}
   */
  public YahooSession(Fetcher fetcher, String base, String cookies) {
    this.fetcher = fetcher;
    this.base = base;
    this.cookies = cookies;
  }

  /**
   * {@return a quote summary, such as {@code earningsHistory,calendarEvents}: an object with a member for each module}
   *
   * @param ticker symbol of the instrument
   * @param modules names with commas between
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<JsonNode> summary(String ticker, String modules) throws CollectException {
    Fetched fetched =
        ask("/v10/finance/quoteSummary/" + ticker, Map.of("modules", modules), "quoteSummary");
    return new Collected<>(
        Judges.parse(NAME, fetched).path("quoteSummary").path("result").path(0),
        NAME,
        fetched.fetchedAt(),
        fetched.stale());
  }

  /**
   * {@return the options of a ticker that expire from one day to another, as a file in the layout that {@code yfinance}
   * writes}
   *
   * @param ticker symbol of the instrument
   * @param from first expiry, included
   * @param to last expiry, included
   * @throws CollectException with its kind, if there is no such answer
   */
  public Collected<String> chain(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Pages pages = new Pages();
    StringBuilder rows = new StringBuilder(HEADER);
    Fetched first = ask("/v7/finance/options/" + ticker, Map.of(), "optionChain");
    pages.add(first);
    for (JsonNode each : result(first).path("expirationDates")) {
      LocalDate expiry = LocalDate.ofInstant(Instant.ofEpochSecond(each.asLong()), ZoneOffset.UTC);
      if (expiry.isBefore(from) || expiry.isAfter(to)) {
        continue;
      }
      Fetched page =
          ask("/v7/finance/options/" + ticker, Map.of("date", each.asText()), "optionChain");
      pages.add(page);
      JsonNode options = Judges.need(NAME, result(page), "options").path(0);
      append(rows, options.path("calls"), "c", expiry);
      append(rows, options.path("puts"), "p", expiry);
    }
    return pages.of(rows.toString(), NAME);
  }

  private static JsonNode result(Fetched fetched) throws CollectException {
    return Judges.parse(NAME, fetched).path("optionChain").path("result").path(0);
  }

  private static void append(StringBuilder rows, JsonNode contracts, String type, LocalDate expiry)
      throws CollectException {
    for (JsonNode contract : contracts) {
      rows.append(Judges.need(NAME, contract, "contractSymbol").asText()).append(',');
      rows.append(TRADED.format(Instant.ofEpochSecond(contract.path("lastTradeDate").asLong())));
      for (String number : NUMBERS) {
        // Some of them are left out where they are 0.
        rows.append(',').append(contract.path(number).asText("0"));
      }
      rows.append(',').append(contract.path("currency").asText("USD"));
      rows.append(',').append(type).append(',').append(expiry).append('\n');
    }
  }

  private synchronized Fetched ask(String path, Map<String, String> query, String root)
      throws CollectException {
    Judge judge = reply -> Yahoo.judge(reply, root);
    Request request = Request.of(NAME, base, path, query);
    try {
      return fetcher.fetch(request.withSecret("crumb", crumb()), LIMITS, judge);
    } catch (CollectException e) {
      if (e.kind() != Kind.AUTH) {
        throw e;
      }
      crumb = null;
      return fetcher.fetch(request.withSecret("crumb", crumb()), LIMITS, judge);
    }
  }

  private String crumb() throws CollectException {
    if (fetcher.isOffline()) {
      // What is on the disk needs none.
      return "none";
    }
    String known = crumb;
    if (known == null) {
      // The address of the cookie answers 404 and sets it all the same.
      fetcher.ask(Request.of(NAME, cookies, "/", Map.of()), LIMITS, reply -> {});
      Fetched told =
          fetcher.ask(
              Request.of(NAME, base, "/v1/test/getcrumb", Map.of()),
              LIMITS,
              reply -> {
                Yahoo.checked(reply.body());
                Judges.status(NAME, reply);
              });
      known = Yahoo.checked(told.body().strip());
      crumb = known;
    }
    return known;
  }
}
