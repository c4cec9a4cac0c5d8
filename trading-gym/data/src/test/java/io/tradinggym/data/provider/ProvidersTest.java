package io.tradinggym.data.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.CollectException.Kind;
import io.tradinggym.data.collect.FakeProvider;
import io.tradinggym.data.collect.FakeProvider.Answer;
import io.tradinggym.data.collect.FakeProvider.Fault;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.collect.Secrets;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Real answers and faulty ones, replayed by a server on this machine. */
class ProvidersTest {
  private static final String CANARY = "canary-0123456789abcdef";
  private static final LocalDate FIRST = LocalDate.parse("2000-01-01");
  private static final LocalDate LAST = LocalDate.parse("2025-12-31");
  @TempDir private Path folder;
  private final FakeProvider provider = new FakeProvider();
  private Fetcher fetcher;

  @BeforeEach
  void keys() {
    Secrets secrets =
        Secrets.of(
            Map.of(
                "FRED_API_KEY",
                CANARY,
                "ALPHA_VANTAGE_KEY",
                CANARY,
                "FINNHUB_API_KEY",
                CANARY,
                "NEWS_API_KEY",
                CANARY,
                "POLYGON_API_KEY",
                CANARY,
                "ALPACA_API_KEY",
                CANARY,
                "ALPACA_SECRET_KEY",
                CANARY));
    fetcher = provider.fetcher(folder, secrets);
  }

  @AfterEach
  void nothingShowsTheKey() throws IOException {
    provider.close();
    assertThat(provider.log()).noneMatch(line -> line.contains(CANARY));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain(CANARY);
      }
    }
  }

  private void always(int status, String body) {
    provider.answer(path -> Answer.status(status, body));
  }

  private interface Call {
    Object run() throws CollectException;
  }

  private void fails(Kind kind, Call call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            CollectException.class, e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind))
        .hasMessageNotContaining(CANARY);
  }

  private static String payload(String name) {
    try {
      return Files.readString(Path.of(System.getenv("TRADING_GYM_DATA"), "api_payloads", name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode bodyOf(String name) throws IOException {
    JsonNode node = new ObjectMapper().readTree(payload(name));
    return node.has("bodyJson") ? node.get("bodyJson") : node;
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void yahoosChart() throws IOException, CollectException {
    always(200, bodyOf("yahoo/chart-AAPL-2020-01-01-to-2020-01-03.json").toString());
    Collected<PriceBars> bars = new Yahoo(fetcher, provider.base()).daily("AAPL", FIRST, LAST);
    double factor = 72.71607208251953 / 75.0875015258789;
    assertThat(bars.provider()).isEqualTo("yahoo");
    assertThat(bars.value().size()).isEqualTo(1);
    assertThat(bars.value().close(0)).isCloseTo(72.71607208251953, within(1e-12));
    assertThat(bars.value().open(0)).isCloseTo(74.05999755859375 * factor, within(1e-12));
    assertThat(bars.value().closeTime(0))
        .isEqualTo(Instant.parse("2020-01-02T21:00:00Z").toEpochMilli());
  }

  private static String chart(String close, String adjusted) {
    return """
    {"chart":{"result":[{"meta":{"exchangeTimezoneName":"America/New_York"},"timestamp":[1740148200,1740407400],
    "indicators":{"quote":[{"open":[10,11],"high":[12,13],"low":[9,10],"close":[11,%s],"volume":[5,6]}],
    "adjclose":[{"adjclose":[11,%s]}]}}],"error":null}}\
    """
        .formatted(close, adjusted);
  }

  @Test
  void aSessionThatHasNotEndedIsLeftOutAndSoAreBrokenRows() throws CollectException {
    always(200, chart("12", "12"));
    Yahoo yahoo = new Yahoo(fetcher, provider.base());
    assertThat(yahoo.daily("A", FIRST, LAST).value().size())
        .as("22:00 UTC on the second day")
        .isEqualTo(2);
    provider.pass(java.time.Duration.ofHours(-2));
    Collected<PriceBars> early = yahoo.daily("A", FIRST, LAST);
    assertThat(early.value().size()).as("20:00 UTC").isEqualTo(1);
    assertThat(early.nulls()).as("a session that has not ended is no null").isZero();
    provider.pass(java.time.Duration.ofHours(2));
    always(200, chart("null", "null"));
    Collected<PriceBars> broken = yahoo.daily("B", FIRST, LAST);
    assertThat(broken.value().size()).isEqualTo(1);
    assertThat(broken.nulls()).isEqualTo(1);
    assertThat(yahoo.daily("B", FIRST, LocalDate.parse("2025-02-21")).nulls())
        .as("only those of the days that were asked for")
        .isZero();
    always(200, chart("12", "\"Infinity\""));
    assertThat(yahoo.daily("C", FIRST, LAST).value().size()).isEqualTo(1);
  }

  @Test
  void yahoosErrors() throws CollectException {
    Yahoo yahoo = new Yahoo(fetcher, provider.base());
    always(
        404,
        "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"No data"
            + " found, symbol may be delisted\"}}}");
    fails(Kind.NOT_FOUND, () -> yahoo.daily("NONE", FIRST, LAST));
    always(
        401,
        "{\"finance\":{\"result\":null,\"error\":{\"code\":\"Unauthorized\",\"description\":\"Invalid"
            + " Crumb\"}}}");
    fails(Kind.AUTH, () -> yahoo.summary("AAPL", "earningsHistory", "abc"));
    always(429, "Too Many Requests");
    fails(Kind.RATE, () -> yahoo.daily("AAPL", FIRST, LAST));
    always(200, "<html>consent</html>");
    fails(Kind.UPSTREAM, () -> yahoo.daily("AAPL", FIRST, LAST));
    always(
        200,
        "{\"chart\":{\"result\":[{\"timestamp\":[1],\"indicators\":{\"prices\":[]}}],\"error\":null}}");
    fails(Kind.SCHEMA, () -> yahoo.daily("AAPL", FIRST, LAST));
    fails(Kind.RATE, () -> Yahoo.checked("Too Many Requests"));
    fails(Kind.RATE, () -> Yahoo.checked("<html>"));
    assertThat(Yahoo.checked("aB3.dE/f")).isEqualTo("aB3.dE/f");
  }

  @Test
  void fredsVintagesAreKnownWhenTheyCame() throws CollectException {
    always(
        200,
        """
        {"count":4,"observations":[
        {"realtime_start":"2022-12-02","realtime_end":"2023-01-05","date":"2022-11-01","value":"3.7"},
        {"realtime_start":"2023-01-06","realtime_end":"9999-12-31","date":"2022-11-01","value":"3.6"},
        {"realtime_start":"2023-01-06","realtime_end":"9999-12-31","date":"2022-12-01","value":"3.5"},
        {"realtime_start":"2023-02-03","realtime_end":"9999-12-31","date":"2023-01-01","value":"."}]}\
        """);
    Fred fred = new Fred(fetcher, provider.base());
    KnownSeries rate = fred.vintages("UNRATE", FIRST, LAST).value();
    assertThat(rate.at(Instant.parse("2022-12-02T18:00:00Z").toEpochMilli())).isNaN();
    assertThat(rate.at(Instant.parse("2022-12-23T21:00:00Z").toEpochMilli())).isEqualTo(3.7);
    assertThat(rate.at(Instant.parse("2023-03-01T21:00:00Z").toEpochMilli())).isEqualTo(3.5);
    assertThat(provider.asked().getFirst())
        .contains("api_key=" + CANARY)
        .contains("realtime_start=1776-07-04");
    KnownSeries latest = fred.latest("UNRATE", FIRST, LAST).value();
    assertThat(latest.at(Instant.parse("2022-12-03T00:00:00Z").toEpochMilli()))
        .as("by rule")
        .isEqualTo(3.6);
  }

  @Test
  void fredsErrors() {
    Fred fred = new Fred(fetcher, provider.base());
    always(
        400,
        "{\"error_code\":400,\"error_message\":\"Bad Request. The value for variable api_key is not"
            + " registered.\"}");
    fails(Kind.AUTH, () -> fred.latest("DFF", FIRST, LAST));
    always(
        400, "{\"error_code\":400,\"error_message\":\"Bad Request. The series does not exist.\"}");
    fails(Kind.NOT_FOUND, () -> fred.latest("NONE", FIRST, LAST));
    always(
        429, "{\"error_code\":429,\"error_message\":\"Too Many Requests. Exceeded Rate Limit\"}");
    fails(Kind.RATE, () -> fred.latest("DFF", FIRST, LAST));
    always(200, "{\"seriess\":[]}");
    fails(Kind.SCHEMA, () -> fred.latest("DFF", FIRST, LAST));
  }

  @Test
  void alphaVantage() throws CollectException {
    AlphaVantage alpha = new AlphaVantage(fetcher, provider.base());
    always(
        200,
        """
        {"Meta Data":{},"Time Series (Daily)":{
        "2025-02-21":{"1. open":"10.5","2. high":"12","3. low":"9","4. close":"11","5. volume":"100"},
        "2025-02-20":{"1. open":"10","2. high":"11","3. low":"9","4. close":"10.5","5. volume":"90"}}}\
        """);
    PriceBars bars = alpha.daily("IBM", FIRST, LAST).value();
    assertThat(bars.size()).isEqualTo(2);
    assertThat(bars.close(0)).isEqualTo(10.5);
    always(
        200,
        """
        {"symbol":"IBM","quarterlyEarnings":[
        {"reportedDate":"2025-01-29","reportedEPS":"3.92","estimatedEPS":"3.75","reportTime":"post-market"},
        {"reportedDate":"2024-10-23","reportedEPS":"2.30","estimatedEPS":"2.30","reportTime":"pre-market"},
        {"reportedDate":"2024-07-24","reportedEPS":"None","estimatedEPS":"2.2"}]}\
        """);
    List<EarningsReport> quarters = alpha.earnings("IBM").value();
    assertThat(Fundamentals.beatRate(quarters, LocalDate.parse("2025-01-29")))
        .as("not known yet, the other is no beat")
        .isZero();
    assertThat(Fundamentals.beatRate(quarters, LocalDate.parse("2025-01-30"))).isEqualTo(0.5);
    assertThat(Fundamentals.beatRate(quarters, LocalDate.parse("2020-01-30"))).isNaN();
  }

  @Test
  void alphaVantagesErrorsComeWith200() {
    AlphaVantage alpha = new AlphaVantage(fetcher, provider.base());
    always(
        200,
        "{\"Note\":\"Thank you for using Alpha Vantage! Our standard API call frequency is 5 calls"
            + " per minute\"}");
    fails(Kind.RATE, () -> alpha.daily("IBM", FIRST, LAST));
    always(
        200,
        "{\"Information\":\"We have detected your API key as "
            + CANARY
            + " and our standard API rate limit is 25 requests per day.\"}");
    fails(Kind.QUOTA, () -> alpha.daily("IBM", FIRST, LAST));
    always(200, "{\"Information\":\"Thank you! This is a premium endpoint.\"}");
    fails(Kind.PLAN, () -> alpha.daily("IBM", FIRST, LAST));
    always(200, "{\"Error Message\":\"the parameter apikey is invalid or missing.\"}");
    fails(Kind.AUTH, () -> alpha.daily("IBM", FIRST, LAST));
    always(200, "{\"Error Message\":\"Invalid API call.\"}");
    fails(Kind.NOT_FOUND, () -> alpha.daily("IBM", FIRST, LAST));
    always(200, "{}");
    fails(Kind.NOT_FOUND, () -> alpha.earnings("NONE"));
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void binancesKlinesAndFunding() throws CollectException {
    always(200, payload("exchanges/binance/http_spot_market_klines.json"));
    Instant from = Instant.ofEpochMilli(1_634_943_780_000L);
    PriceBars bars =
        new Binance(fetcher, provider.base(), false)
            .klines("BTCUSDT", "1m", from, from.plusSeconds(60_000))
            .value();
    assertThat(bars.closeTime(0)).isEqualTo(1_634_943_840_000L);
    assertThat(bars.open(0)).isEqualTo(60_685.22);
    assertThat(bars.volume(0)).isEqualTo(21.63272);
    always(200, payload("exchanges/binance/http_futures_market_funding_rate.json"));
    KnownSeries rates =
        new Binance(fetcher, provider.base(), true)
            .funding("BTCUSDT", from, from.plusSeconds(60_000))
            .value();
    assertThat(rates.at(1_570_636_799_999L)).isEqualTo(-0.0375);
    assertThat(rates.at(1_570_636_800_000L)).isEqualTo(0.0001);
  }

  /** A venue of 1,501 hours, in pages. */
  private void hours(long start) {
    long hour = 3_600_000;
    provider.answer(
        path -> {
          long from = Long.parseLong(path.replaceAll(".*startTime=(\\d+).*", "$1"));
          StringBuilder page = new StringBuilder("[");
          for (long i = (from - start + hour - 1) / hour, n = 0;
              i <= 1_500 && n < 1_000;
              i++, n++) {
            page.append(n == 0 ? "" : ",")
                .append(
                    "[%d,\"1\",\"2\",\"1\",\"2\",\"3\",%d]"
                        .formatted(start + i * hour, start + (i + 1) * hour - 1));
          }
          return Answer.ok(page + "]");
        });
  }

  @Test
  void klinesComeInPagesAndTheOpenOneIsLeftOut() throws CollectException {
    long hour = 3_600_000;
    long now = provider.instant().toEpochMilli();
    long start = now - 1_500 * hour - hour / 2;
    hours(start);
    PriceBars bars =
        new Binance(fetcher, provider.base(), true)
            .klines("BTCUSDT", "1h", Instant.ofEpochMilli(start), Instant.ofEpochMilli(now + hour))
            .value();
    assertThat(provider.asked()).hasSize(2);
    assertThat(bars.size()).isEqualTo(1_500);
    assertThat(bars.closeTime(1_499)).isLessThanOrEqualTo(now);
  }

  @Test
  void aPageOfBeforeLeavesNoHole() throws CollectException {
    long hour = 3_600_000;
    long start = provider.instant().toEpochMilli() - 999 * hour - hour / 2;
    hours(start);
    for (int i = 0; i < 2; i++) {
      PriceBars bars =
          new Binance(fetcher, provider.base(), true)
              .klines(
                  "BTCUSDT",
                  "1h",
                  Instant.ofEpochMilli(start),
                  Instant.ofEpochMilli(start + 1_501 * hour))
              .value();
      assertThat(bars.size()).as("the page's last is open").isEqualTo(999);
      assertThat(bars.closeTime(998)).isEqualTo(start + 999 * hour);
      provider.pass(Duration.ofHours(5));
    }
  }

  /** The venue's newest week, open since four days, costs more every day. */
  private void oneWeek(Instant opened) {
    long open = opened.toEpochMilli();
    long end = opened.plus(Duration.ofDays(7)).toEpochMilli() - 1;
    provider.answer(
        path -> {
          long day = Duration.between(opened, provider.instant()).toDays();
          return Answer.ok("[[%d,\"1\",\"99\",\"1\",\"%d\",\"3\",%d]]".formatted(open, day, end));
        });
  }

  @Test
  void aWeekThatIsOpenIsNotKeptAsItsClosedSelf() throws CollectException {
    Instant opened = provider.instant().minus(Duration.ofDays(4));
    Instant to = opened.plus(Duration.ofDays(2));
    oneWeek(opened);
    for (boolean premiums : new boolean[] {false, true}) {
      Binance binance = new Binance(provider.fetcher(folder, Secrets.NONE), provider.base(), true);
      if (premiums) {
        assertThat(binance.premiums("BTCUSDT", "1w", opened, to).value().size()).isZero();
      } else {
        assertThat(binance.klines("BTCUSDT", "1w", opened, to).value().size()).isZero();
      }
    }
    provider.pass(Duration.ofDays(6));
    Binance binance = new Binance(fetcher, provider.base(), true);
    assertThat(binance.klines("BTCUSDT", "1w", opened, to).value().close(0)).isEqualTo(10);
    assertThat(
            binance
                .premiums("BTCUSDT", "1w", opened, to)
                .value()
                .at(opened.plus(Duration.ofDays(7)).toEpochMilli()))
        .isEqualTo(10);
    int asked = provider.asked().size();
    provider.pass(Duration.ofDays(400));
    assertThat(binance.klines("BTCUSDT", "1w", opened, to).value().close(0)).isEqualTo(10);
    assertThat(provider.asked()).as("kept for ever once it had closed").hasSize(asked);
  }

  @Test
  void aBarThatClosedSinceTheAnswerCameIsLeftOut() throws CollectException {
    Instant opened = provider.instant().minus(Duration.ofDays(7)).plus(Duration.ofHours(1));
    Instant to = provider.instant();
    oneWeek(opened);
    Binance binance = new Binance(fetcher, provider.base(), false);
    assertThat(binance.klines("BTCUSDT", "1w", opened, to).value().size()).isZero();
    provider.pass(Duration.ofHours(2));
    assertThat(binance.klines("BTCUSDT", "1w", opened, to).value().size())
        .as("the answer on the disk is of before")
        .isZero();
    provider.pass(Duration.ofHours(22));
    assertThat(binance.klines("BTCUSDT", "1w", opened, to).value().size()).isEqualTo(1);
  }

  @Test
  void anIntervalOfNoKnownLengthIsRefused() {
    Binance binance = new Binance(fetcher, provider.base(), false);
    assertThatThrownBy(() -> binance.klines("BTCUSDT", "1y", Instant.EPOCH, provider.instant()))
        .hasMessage("interval must be a number of s, m, h, d, w or M, such as 1h, was 1y");
    assertThat(provider.asked()).isEmpty();
  }

  @Test
  void binancesErrors() {
    Binance binance = new Binance(fetcher, provider.base(), false);
    Call call =
        () -> binance.klines("BTCUSDT", "1h", Instant.EPOCH, Instant.EPOCH.plusSeconds(3_600));
    always(
        418, "{\"code\":-1003,\"msg\":\"Way too many requests; IP banned until 1659146400000.\"}");
    fails(Kind.RATE, call);
    always(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");
    fails(Kind.NOT_FOUND, call);
    always(451, "{\"code\":0,\"msg\":\"Service unavailable from a restricted location\"}");
    fails(Kind.PLAN, call);
    always(200, "[[1,2]]");
    fails(Kind.SCHEMA, call);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void polygonsPagesStayOnTheirHost() throws CollectException {
    String body =
        payload("polygon/v2__aggs__ticker__AAPL__range__1__day__2005-04-01__2005-04-04.json");
    String second =
        "{\"status\":\"OK\",\"results\":[{\"t\":1112673600000,\"o\":1,\"h\":2,\"l\":1,\"c\":2,\"v\":3}]}";
    provider.answer(
        path ->
            Answer.ok(
                path.contains("cursor")
                    ? second
                    : body.replaceFirst(
                        "\"status\"",
                        "\"next_url\":\""
                            + provider.base()
                            + "/v2/aggs/next?cursor=abc\",\"status\"")));
    Polygon polygon = new Polygon(fetcher, provider.base());
    PriceBars bars = polygon.daily("AAPL", FIRST, LAST).value();
    assertThat(bars.size()).isEqualTo(3);
    assertThat(bars.close(0)).isEqualTo(1.4604);
    always(200, "{\"status\":\"OK\",\"next_url\":\"https://elsewhere.example/steal\"}");
    fails(Kind.SCHEMA, () -> polygon.daily("MSFT", FIRST, LAST));
    always(200, "{\"status\":\"OK\",\"queryCount\":0}");
    assertThat(polygon.daily("NONE", FIRST, LAST).value().size()).isZero();
    always(
        403, "{\"status\":\"NOT_AUTHORIZED\",\"message\":\"You are not entitled to this data.\"}");
    fails(Kind.PLAN, () -> polygon.daily("X", FIRST, LAST));
    always(
        429,
        "{\"status\":\"ERROR\",\"error\":\"You've exceeded the maximum requests per minute\"}");
    fails(Kind.RATE, () -> polygon.daily("X", FIRST, LAST));
  }

  @Test
  void alpacasPagesGoOnUntilThereIsNoToken() throws CollectException {
    String bar = "{\"t\":\"2025-02-%s\",\"o\":1,\"h\":2,\"l\":1,\"c\":2,\"v\":3}";
    provider.answer(
        path ->
            path.contains("page_token=two")
                ? Answer.ok(
                    "{\"bars\":{\"SPY\":["
                        + bar.formatted("21T05:00:00Z")
                        + "]},\"next_page_token\":null}")
                : Answer.ok(
                    "{\"bars\":{\"SPY\":["
                        + bar.formatted("20T05:00:00Z")
                        + "]},\"next_page_token\":\"two\"}"));
    Alpaca alpaca = new Alpaca(fetcher, provider.base());
    assertThat(alpaca.daily("SPY", FIRST, LAST).value().size()).isEqualTo(2);
    always(200, "{\"next_page_token\":null,\"bars\":{}}");
    assertThat(alpaca.daily("QQQ", FIRST, LAST).value().size()).isZero();
    always(
        403,
        "{\"code\":40310000,\"message\":\"subscription does not permit querying recent SIP"
            + " data\"}");
    fails(Kind.PLAN, () -> alpaca.daily("X", FIRST, LAST));
    always(401, "{\"code\":40110000,\"message\":\"unauthorized\"}");
    fails(Kind.AUTH, () -> alpaca.daily("X", FIRST, LAST));
  }

  @Test
  void aVolumeThatIsNullIsNoVolumeOfZero() throws CollectException {
    String bar = "{\"t\":%s,\"o\":1,\"h\":2,\"l\":1,\"c\":2,\"v\":%s}";
    String whole = bar.formatted("1740114000000", "3");
    String broken = bar.formatted("1740027600000", "null");
    always(200, "{\"status\":\"OK\",\"results\":[" + broken + "," + whole + "]}");
    Collected<PriceBars> polygon = new Polygon(fetcher, provider.base()).daily("A", FIRST, LAST);
    assertThat(polygon.value().size()).isEqualTo(1);
    assertThat(polygon.nulls()).isEqualTo(1);
    String day = "\"2025-02-%sT05:00:00Z\"";
    always(
        200,
        "{\"next_page_token\":null,\"bars\":{\"A\":["
            + bar.formatted(day.formatted("20"), "null")
            + ","
            + bar.formatted(day.formatted("21"), "3")
            + "]}}");
    Collected<PriceBars> alpaca = new Alpaca(fetcher, provider.base()).daily("A", FIRST, LAST);
    assertThat(alpaca.value().size()).isEqualTo(1);
    assertThat(alpaca.nulls()).isEqualTo(1);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void analystsAndInsiders() throws IOException, CollectException {
    always(200, payload("finnhub/AAPL_recommendation.json"));
    Finnhub finnhub = new Finnhub(fetcher, provider.base());
    assertThat(finnhub.recommendations("AAPL").value().getFirst().score())
        .isCloseTo(0.5882352941, within(1e-10));
    always(403, "{\"error\":\"You don't have access to this resource.\"}");
    fails(Kind.PLAN, () -> finnhub.newsSentiment("AAPL"));
    always(429, "{\"error\":\"API limit reached. Please try again later.\"}");
    fails(Kind.RATE, () -> finnhub.newsSentiment("AAPL"));
    always(200, "{\"sentiment\":{\"bullishPercent\":0.7,\"bearishPercent\":0.2}}");
    assertThat(finnhub.newsSentiment("AAPL").value()).isCloseTo(0.5, within(1e-12));
    always(
        200,
        "{\"data\":[{\"change\":-100,\"transactionPrice\":5,\"transactionCode\":\"S\",\"filingDate\":\"2025-02-20\"},{\"change\":9,\"transactionCode\":\"G\",\"filingDate\":\"2025-02-20\"}]}");
    assertThat(
            Fundamentals.insiderNet(
                finnhub.insiders("AAPL").value(), LocalDate.parse("2025-02-20")))
        .isEqualTo(-500);
    assertThat(
            Fundamentals.insiderNet(
                finnhub.insiders("AAPL").value(), LocalDate.parse("2025-02-19")))
        .as("not filed yet")
        .isZero();

    JsonNode trend =
        module("yahoo/quoteSummary-recommendationTrend-AAPL.json", "recommendationTrend");
    assertThat(Consensus.of("yahoo", trend.path("trend").path(0)).score())
        .isCloseTo(0.3152173913, within(1e-10));
    JsonNode sales =
        module("yahoo/quoteSummary-insiderTransactions-AAPL.json", "insiderTransactions");
    assertThat(Fundamentals.insiderNet(Fundamentals.insiders(sales), LocalDate.parse("2025-02-24")))
        .isEqualTo(-25_340_542);
    JsonNode grades =
        module("yahoo/quoteSummary-upgradeDowngradeHistory-GOOG.json", "upgradeDowngradeHistory");
    String[] times = {"2024-11-15T21:00:00Z", "2014-10-31T21:00:00Z", "2023-06-15T21:00:00Z"};
    double[] scores = {0.4064069717, 0.3972705201, -0.3265954541};
    for (int i = 0; i < 3; i++) {
      assertThat(Fundamentals.upgradeScore(grades, Instant.parse(times[i])))
          .as(times[i])
          .isCloseTo(scores[i], within(1e-6));
    }
    assertThat(
            Fundamentals.beatRate(
                module("yahoo/quoteSummary-earningsHistory-AAPL.json", "earningsHistory")))
        .isEqualTo(1);
    assertThat(
            Fundamentals.daysToEarnings(
                module("yahoo/quoteSummary-calendarEvents-AAPL.json", "calendarEvents"),
                LocalDate.parse("2025-02-24")))
        .isEqualTo(65);
  }

  private static JsonNode module(String file, String name) throws IOException {
    return bodyOf(file).path("quoteSummary").path("result").path(0).path(name);
  }

  @Test
  void headlinesAreThereOnce() throws CollectException {
    always(
        200,
        """
        {"status":"ok","totalResults":3,"articles":[
        {"url":"u1","title":"A","publishedAt":"2025-02-20T10:00:00Z"},
        {"url":"u1","title":"A again","publishedAt":"2025-02-20T11:00:00Z"},
        {"url":"u2","title":"A","publishedAt":"2025-02-20T12:00:00Z"}]}\
        """);
    NewsApi news = new NewsApi(fetcher, provider.base());
    assertThat(news.headlines("apple", FIRST, LAST).value())
        .extracting(NewsApi.Headline::url)
        .containsExactly("u1");
    Map<String, Kind> kinds =
        Map.of(
            "apiKeyInvalid",
            Kind.AUTH,
            "apiKeyExhausted",
            Kind.QUOTA,
            "rateLimited",
            Kind.RATE,
            "maximumResultsReached",
            Kind.PLAN,
            "parameterInvalid",
            Kind.SCHEMA);
    kinds.forEach(
        (code, kind) -> {
          always(400, "{\"status\":\"error\",\"code\":\"" + code + "\",\"message\":\"m\"}");
          fails(kind, () -> news.headlines(code, FIRST, LAST));
        });
  }

  @Test
  void theNextProviderIsAskedAndNamed() throws CollectException {
    provider.answer(
        path ->
            path.startsWith("/v8")
                ? Answer.status(500, "down")
                : Answer.ok(
                    "{\"status\":\"OK\",\"results\":[{\"t\":1112673600000,\"o\":1,\"h\":2,\"l\":1,\"c\":2,\"v\":3}]}"));
    DailyBars both =
        new DailyBars(
            List.of(new Yahoo(fetcher, provider.base()), new Polygon(fetcher, provider.base())));
    assertThat(both.daily("AAPL", FIRST, LAST).provider()).isEqualTo("polygon");
    always(500, "down");
    assertThatThrownBy(() -> both.daily("MSFT", FIRST, LAST))
        .hasMessageContaining("MSFT: yahoo: UPSTREAM")
        .hasMessageContaining("polygon: UPSTREAM");
  }

  @Test
  void whatWasFetchedIsNotAskedAgainAfterAKill() throws CollectException {
    always(200, chart("12", "12"));
    List<String> tickers = List.of("A", "B", "C");
    new Yahoo(fetcher, provider.base()).daily("A", FIRST, LAST);
    new Yahoo(fetcher, provider.base()).daily("B", FIRST, LAST);
    Fetcher again = provider.fetcher(folder, Secrets.NONE);
    for (String ticker : tickers) {
      new Yahoo(again, provider.base()).daily(ticker, FIRST, LAST);
    }
    assertThat(provider.asked()).hasSize(3);
  }

  /** Two hundred faults, each provider, each kind: all end typed, and none shows the key. */
  @Test
  void whateverProvidersDoEndsTyped() {
    RandomStream random = RandomStreams.of(1).stream("faults");
    List<Answer> faults =
        List.of(
            new Answer(429, "Too Many Requests", "1", Fault.NONE),
            Answer.status(418, "{\"code\":-1003,\"msg\":\"banned\"}"),
            Answer.status(500, "Internal Server Error " + CANARY),
            Answer.status(200, "<!DOCTYPE html><html>" + CANARY + "</html>"),
            Answer.status(200, "Exceeded the daily hits limit"),
            Answer.status(200, "{\"something\":\"else\"}"),
            Answer.status(200, "{\"cut\":[1,2"),
            Answer.status(200, ""),
            new Answer(200, "{\"half\":", "", Fault.CUT),
            new Answer(200, "", "", Fault.DROPPED));
    String base = provider.base();
    List<Call> calls =
        List.of(
            () -> new Yahoo(fetcher, base).daily("T" + random.integer(1_000_000), FIRST, LAST),
            () -> new Fred(fetcher, base).latest("T" + random.integer(1_000_000), FIRST, LAST),
            () -> new AlphaVantage(fetcher, base).earnings("T" + random.integer(1_000_000)),
            () -> new Finnhub(fetcher, base).insiders("T" + random.integer(1_000_000)),
            () ->
                new NewsApi(fetcher, base).headlines("T" + random.integer(1_000_000), FIRST, LAST),
            () ->
                new Binance(fetcher, base, true)
                    .klines(
                        "T" + random.integer(1_000_000),
                        "1h",
                        Instant.EPOCH,
                        Instant.EPOCH.plusSeconds(9)),
            () -> new Polygon(fetcher, base).daily("T" + random.integer(1_000_000), FIRST, LAST),
            () -> new Alpaca(fetcher, base).daily("T" + random.integer(1_000_000), FIRST, LAST));
    for (int i = 0; i < 200; i++) {
      Answer fault = faults.get(i % faults.size());
      provider.answer(path -> fault);
      Call call = calls.get(i / faults.size() % calls.size());
      assertThatThrownBy(call::run)
          .as("%s", fault)
          .isInstanceOf(CollectException.class)
          .hasMessageNotContaining(CANARY);
    }
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void anOlderHistoryIsRescaled() {
    PriceBars kaggle =
        io.tradinggym.data.Files.daily(
            io.tradinggym.data.Files.rows("daily_us/kaggle_aapl.us.txt.gz"));
    PriceBars yahoo = io.tradinggym.data.Files.daily("daily_us/AAPL.csv");
    double ratio = Splice.ratio(kaggle, yahoo);
    assertThat(1 / ratio).isGreaterThan(1);
    assertThat(ratio).isCloseTo(0.2337565355, within(1e-9));
    PriceBars joined = Splice.join(kaggle, yahoo);
    assertThat(joined.closeTime(0)).isEqualTo(kaggle.closeTime(0));
    for (int bar = 1; bar < joined.size(); bar++) {
      assertThat(joined.close(bar) / joined.close(bar - 1)).as("bar %d", bar).isBetween(0.45, 1.5);
    }
    PriceBars other = io.tradinggym.data.Files.daily("daily_us/MSFT.csv");
    assertThatThrownBy(() -> Splice.join(kaggle, other))
        .hasMessageContaining("not of the same asset");
    assertThatThrownBy(() -> Splice.join(kaggle.before(10), other))
        .hasMessageContaining("share 0 days");
  }
}
