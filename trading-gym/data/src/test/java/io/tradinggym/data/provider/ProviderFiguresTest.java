package io.tradinggym.data.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.FakeProvider;
import io.tradinggym.data.collect.FakeProvider.Answer;
import io.tradinggym.data.collect.FakeProvider.Fault;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.collect.Secrets;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.trades.DepthSnapshot;
import io.tradinggym.data.trades.Level;
import io.tradinggym.data.trades.Trade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What providers say beside bars. */
class ProviderFiguresTest {
  private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
  private static final LocalDate LAST = LocalDate.parse("2025-12-31");
  @TempDir private Path folder;
  private final FakeProvider provider = new FakeProvider();
  private Fetcher fetcher;

  @BeforeEach
  void keys() {
    fetcher =
        provider.fetcher(
            folder,
            Secrets.of(
                Map.of("ALPHA_VANTAGE_KEY", "a-key-012345", "FINNHUB_API_KEY", "f-key-012345")));
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private void always(String body) {
    provider.answer(path -> Answer.ok(body));
  }

  private static String payload(String name) throws IOException {
    return Files.readString(Path.of(System.getenv("TRADING_GYM_DATA"), "api_payloads", name));
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void aCompanysOverview() throws IOException, CollectException {
    always(payload("alpha_vantage/mock_company_overview.json"));
    AlphaVantage alpha = new AlphaVantage(fetcher, provider.base());
    assertThat(alpha.overview("IBM").value()).contains(entry("Symbol", "IBM"));
    always("{}");
    assertThatThrownBy(() -> alpha.overview("NONE")).hasMessageContaining("NOT_FOUND");
  }

  @Test
  void indicatorsByDay() throws CollectException {
    AlphaVantage alpha = new AlphaVantage(fetcher, provider.base());
    always(
        """
        {"Meta Data":{},"Technical Analysis: RSI":{"2025-02-21":{"RSI":"44.25"},"2025-02-20":{"RSI":"51.5"}}}\
        """);
    assertThat(alpha.rsi("IBM", 14).value())
        .containsExactly(
            entry(LocalDate.parse("2025-02-20"), Map.of("RSI", 51.5)),
            entry(LocalDate.parse("2025-02-21"), Map.of("RSI", 44.25)));
    assertThat(provider.asked().getLast()).contains("time_period=14", "interval=daily");
    always(
        """
        {"Technical Analysis: MACD":{"2025-02-21":{"MACD":"1","MACD_Signal":"0.5","MACD_Hist":"0.5"}}}\
        """);
    assertThat(alpha.macd("IBM").value().firstEntry().getValue()).containsEntry("MACD_Signal", 0.5);
    always("{\"Technical Analysis: SMA\":{}}");
    assertThatThrownBy(() -> alpha.macd("X")).hasMessageContaining("SCHEMA");
  }

  @Test
  void reportsAndTheNextOne() throws CollectException {
    always(
        """
        {"earningsCalendar":[
        {"date":"2025-05-01","epsActual":null,"epsEstimate":1.6,"hour":"amc","symbol":"AAPL"},
        {"date":"2025-01-30","epsActual":2.4,"epsEstimate":2.35,"hour":"amc","symbol":"AAPL"},
        {"date":"2024-10-31","epsActual":1.5,"epsEstimate":1.6,"hour":"bmo","symbol":"AAPL"}]}\
        """);
    Finnhub.Earnings earnings =
        new Finnhub(fetcher, provider.base()).earnings("AAPL", FIRST, LAST).value();
    assertThat(earnings.next()).isEqualTo("2025-05-01");
    assertThat(earnings.reports())
        .extracting(EarningsReport::afterClose)
        .containsExactly(true, false);
    KnownSeries rate = CompanySeries.beatRate(earnings.reports());
    assertThat(rate.at(Instant.parse("2024-10-31T19:59:59Z").toEpochMilli())).isNaN();
    assertThat(rate.at(Instant.parse("2024-10-31T20:00:00Z").toEpochMilli())).isZero();
    assertThat(rate.at(Instant.parse("2025-01-30T21:00:00Z").toEpochMilli()))
        .as("after the close: not before the next")
        .isZero();
    assertThat(rate.at(Instant.parse("2025-01-31T21:00:00Z").toEpochMilli())).isEqualTo(0.5);
  }

  @Test
  void aMonthsConsensusIsKnownWhenItIsOver() {
    List<Consensus> months =
        List.of(
            new Consensus("2025-02-01", 1, 0, 0, 0, 0), new Consensus("2025-01-01", 0, 0, 0, 0, 1));
    KnownSeries series = CompanySeries.consensus(months, Instant.parse("2025-02-10T00:00:00Z"));
    assertThat(series.at(Instant.parse("2025-01-31T21:00:00Z").toEpochMilli())).isNaN();
    assertThat(series.at(Instant.parse("2025-02-03T21:00:00Z").toEpochMilli())).isEqualTo(-1);
    assertThat(series.at(Instant.parse("2025-02-10T21:00:00Z").toEpochMilli())).isEqualTo(1);
  }

  @Test
  void headlinesCountFromTheNextDayOnForAWeek() {
    List<NewsScore> scores =
        List.of(
            new NewsScore(Instant.parse("2025-02-10T15:00:00Z"), 0.5),
            new NewsScore(Instant.parse("2025-02-11T15:00:00Z"), -0.1));
    KnownSeries series =
        CompanySeries.news(scores, LocalDate.parse("2025-02-10"), LocalDate.parse("2025-02-19"));
    assertThat(series.at(Instant.parse("2025-02-10T21:00:00Z").toEpochMilli())).isNaN();
    assertThat(series.at(Instant.parse("2025-02-11T21:00:00Z").toEpochMilli())).isEqualTo(0.5);
    assertThat(series.at(Instant.parse("2025-02-14T21:00:00Z").toEpochMilli())).isEqualTo(0.2);
    assertThat(series.at(Instant.parse("2025-02-18T21:00:00Z").toEpochMilli()))
        .as("the first is eight days old")
        .isEqualTo(-0.1);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void binancesBookTradesAndPremium() throws IOException, CollectException {
    BinanceNow spot = new BinanceNow(fetcher, provider.base(), false);
    always(payload("exchanges/binance/http_spot_market_depth.json"));
    DepthSnapshot book = spot.depth("BTCUSDT").value();
    assertThat(book.lastUpdate()).isEqualTo(14_527_958_487L);
    assertThat(book.bids()).first().isEqualTo(new Level(60_650, 0.00213));
    always(payload("exchanges/binance/http_spot_market_agg_trades.json"));
    assertThat(spot.trades("BTCUSDT", 966_492_862).value())
        .first()
        .isEqualTo(new Trade(966_492_862, 1_634_944_096_633L, 60_759.6, 0.00841, 1));
    BinanceNow futures = new BinanceNow(fetcher, provider.base(), true);
    always(payload("exchanges/binance/http_futures_market_premium_index.json"));
    Premium premium = futures.premium("BTCUSDT").value();
    assertThat(premium.lastFunding()).isEqualTo(0.00038246);
    assertThat(premium.basis()).isEqualTo(11_793.63104562 / 11_781.80495970 - 1);
    always("{\"symbol\":\"BTCUSDT\",\"price\":\"1\"}");
    assertThatThrownBy(() -> futures.premium("BTCUSDT")).hasMessageContaining("SCHEMA");
    assertThatThrownBy(() -> futures.depth("BTCUSDT")).hasMessageContaining("SCHEMA");
    assertThat(provider.asked()).anyMatch(path -> path.startsWith("/fapi/v1/depth"));
  }

  @Test
  void fundingComesInPagesAndIsThereOnce() throws CollectException {
    long hours = 8 * 3_600_000L;
    provider.answer(
        path -> {
          long from = Long.parseLong(path.replaceAll(".*startTime=(\\d+).*", "$1"));
          StringBuilder page = new StringBuilder("[");
          long first = Math.ceilDiv(from, hours);
          for (long i = first; i < 1_500 && i < first + 1_000; i++) {
            page.append(i == first ? "" : ",")
                .append("{\"fundingTime\":%d,\"fundingRate\":\"%d\"}".formatted(i * hours, i));
          }
          return Answer.ok(page + "]");
        });
    KnownSeries rates =
        new Binance(fetcher, provider.base(), true)
            .funding("BTCUSDT", Instant.EPOCH, Instant.ofEpochMilli(2_000 * hours))
            .value();
    assertThat(provider.asked()).hasSize(2);
    assertThat(rates.size()).isEqualTo(1_500);
    assertThat(rates.value(1_000)).isEqualTo(1_000);
  }

  @Test
  void closedHistoryIsAskedForOnceForEver() throws CollectException {
    always("[[0,\"1\",\"2\",\"1\",\"2\",\"3\",3599999]]");
    Binance binance = new Binance(fetcher, provider.base(), false);
    binance.klines("X", "1h", Instant.EPOCH, Instant.ofEpochSecond(3_600));
    provider.pass(Duration.ofDays(400));
    assertThat(binance.klines("X", "1h", Instant.EPOCH, Instant.ofEpochSecond(3_600)).stale())
        .isFalse();
    assertThat(provider.asked()).hasSize(1);
  }

  /** FRED answers 2,000 vintages at most: the span is halved until each part has fewer. */
  @Test
  void moreVintagesThanOneAnswerHoldsComeInParts() throws CollectException {
    provider.answer(
        path -> {
          LocalDate first = LocalDate.parse(path.replaceAll(".*realtime_start=([0-9-]+).*", "$1"));
          LocalDate last = LocalDate.parse(path.replaceAll(".*realtime_end=([0-9-]+).*", "$1"));
          if (last.isBefore(LocalDate.parse("2020-01-01"))) {
            return Answer.status(
                400,
                "{\"error_code\":400,\"error_message\":\"The series does not exist in ALFRED\"}");
          }
          if (first.isBefore(LocalDate.parse("2021-01-01"))
              && last.isAfter(LocalDate.parse("2023-01-01"))) {
            return Answer.status(
                400,
                "{\"error_code\":400,\"error_message\":\"Bad Request. There are 2345 vintage dates;"
                    + " 2000 are allowed.\"}");
          }
          StringBuilder rows = new StringBuilder();
          // A month's value comes on its 20th and is revised a year later.
          for (int month = 0; month < 48; month++) {
            LocalDate date = LocalDate.of(2020, 1, 1).plusMonths(month);
            for (int version = 0; version < 2; version++) {
              LocalDate begin = date.plusDays(19).plusYears(version);
              LocalDate end = version == 0 ? begin.plusYears(1).minusDays(1) : LocalDate.MAX;
              if (!begin.isAfter(last) && !end.isBefore(first)) {
                LocalDate cut = begin.isBefore(first) ? first : begin;
                rows.append(rows.isEmpty() ? "" : ",")
                    .append(
                        "{\"realtime_start\":\"%s\",\"date\":\"%s\",\"value\":\"%d\"}"
                            .formatted(cut, date, 100 * version + month));
              }
            }
          }
          return Answer.ok("{\"count\":1,\"observations\":[" + rows + "]}");
        });
    KnownSeries series =
        new Fred(
                provider.fetcher(folder, Secrets.of(Map.of("FRED_API_KEY", "k-0123456789"))),
                provider.base())
            .vintages("X", FIRST, LAST)
            .value();
    assertThat(provider.asked()).hasSizeGreaterThan(2);
    for (int month = 0; month < 48; month++) {
      LocalDate known = LocalDate.of(2020, 1, 20).plusMonths(month);
      Instant evening = known.atTime(23, 0).toInstant(ZoneOffset.UTC);
      assertThat(series.at(evening.toEpochMilli())).as("%s", known).isEqualTo(month);
      Instant before = known.atTime(12, 0).toInstant(ZoneOffset.UTC);
      assertThat(series.at(before.toEpochMilli()))
          .as("before %s", known)
          .isEqualTo(month == 0 ? Double.valueOf(Double.NaN) : Double.valueOf(month - 1));
    }
  }

  private interface Call {
    Object run() throws CollectException;
  }

  @Test
  void whateverTheyDoEndsTyped() {
    String base = provider.base();
    AlphaVantage alpha = new AlphaVantage(fetcher, base);
    Finnhub finnhub = new Finnhub(fetcher, base);
    BinanceNow now = new BinanceNow(fetcher, base, true);
    List<Call> calls =
        List.of(
            () -> alpha.overview("A"),
            () -> alpha.rsi("A", 14),
            () -> finnhub.earnings("A", FIRST, LAST),
            () -> finnhub.newsSentiment("A"),
            () -> now.depth("A"),
            () -> now.premium("A"),
            () -> now.trades("A", 1),
            () -> new YahooSession(fetcher, base, base).chain("A", FIRST, LAST));
    List<Answer> faults =
        List.of(
            new Answer(429, "Too Many Requests", "1", Fault.NONE),
            Answer.status(418, "{\"code\":-1003,\"msg\":\"banned\"}"),
            Answer.status(500, "Internal Server Error"),
            Answer.status(200, "<!DOCTYPE html><html></html>"),
            Answer.status(200, "Exceeded the daily hits limit"),
            Answer.status(200, "{\"lastUpdateId\":1,\"markPrice\":\"1\",\"Symbol\":1,\"cut\":[1,2"),
            Answer.status(200, "[{\"a\":1}]"),
            Answer.status(200, ""),
            new Answer(200, "{\"half\":", "", Fault.CUT),
            new Answer(200, "", "", Fault.DROPPED));
    for (Call call : calls) {
      for (Answer fault : faults) {
        provider.answer(path -> fault);
        assertThatThrownBy(call::run).as("%s", fault).isInstanceOf(CollectException.class);
      }
    }
  }
}
