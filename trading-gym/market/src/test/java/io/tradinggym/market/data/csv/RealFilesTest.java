package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real defects, as published by those who met them, and real files that are sound. */
@EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
class RealFilesTest {
  private static final Path DATA = Path.of(System.getenv().getOrDefault("TRADING_GYM_DATA", "."));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kcj_AMZN.csv.gz | BAD_NUMBER DUPLICATE UNADJUSTED_SPLIT",
        "kcj_MSFT.csv.gz | JUNK_LINE BAD_NUMBER DUPLICATE GAP",
        "kcj_XOM.csv.gz | NO_HEADER JUNK_LINE DUPLICATE GAP",
        "skender_bad.csv | BAD_DATE BAD_NUMBER ZERO_PRICE NEGATIVE OHLC GAP SCALE JUMP"
            + " UNADJUSTED_SPLIT REUSED FILLED",
        "skender_zeros.csv | ZERO_PRICE",
        "yfinance/4063-T-1d-bad-div.csv | DIVIDEND",
        "yfinance/AV-L-1wk-bad-stock-split.csv | SCALE DIVIDEND",
        "yfinance/KME-MI-1d-bad-div.csv | DIVIDEND",
        "yfinance/LA-V-1d-bad-stock-split.csv | SCALE",
        "yfinance/SAND-1d-bad-div.csv | DIVIDEND",
      })
  void everyRealDefectIsCaughtAndNamed(String name, String kinds) throws IOException {
    BarFile file = BarFile.read(DATA.resolve("dirty").resolve(name));
    Set<Defect.Kind> expected = EnumSet.noneOf(Defect.Kind.class);
    for (String kind : kinds.split(" ")) {
      expected.add(Defect.Kind.valueOf(kind));
    }
    assertThat(file.defects().stream().map(Defect::kind).collect(Collectors.toSet()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "4063-T-1d-bad-div-fixed.csv",
    "KME-MI-1d-bad-div-fixed.csv",
    "LA-V-1d-bad-stock-split-fixed.csv",
    "SAND-1d-bad-div-fixed.csv"
  })
  void repairedVersionsOfTheSameFilesAreSound(String name) throws IOException {
    assertThat(BarFile.read(DATA.resolve("dirty/yfinance").resolve(name)).defects()).isEmpty();
  }

  /** The crashes of 2000, 2008 and 2020, earnings and takeover bids among them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAPL.csv",
        "AMD.csv",
        "AMZN.csv",
        "BTC_USD.csv",
        "ETH_USD.csv",
        "GLD.csv",
        "GOOGL.csv",
        "GOOGL_gym_anytrading.csv",
        "GOOG_backtestingpy.csv",
        "GSPC.csv",
        "HYG.csv.gz",
        "IWM.csv.gz",
        "META.csv",
        "MSFT.csv",
        "NVDA.csv",
        "QQQ.csv",
        "SPY.csv",
        "TLT.csv",
        "TSLA.csv",
        "XLE.csv.gz",
        "backtrader_yhoo_1996_2015.csv.gz",
        "kaggle_aapl.us.txt.gz",
        "kaggle_fb.us.txt.gz",
        "kaggle_msft.us.txt.gz",
        "kaggle_nvda.us.txt.gz"
      })
  void realDaysAreClean(String name) throws IOException {
    BarFile file = BarFile.read(DATA.resolve("daily_us").resolve(name));
    assertThat(file.defects()).isEmpty();
    assertThat(file.barsPerYear()).isEqualTo(name.contains("_USD") ? 365.25 : 252);
  }

  @Test
  void everyAssetOfRealPanelsIsRead() {
    Path panel = DATA.resolve("daily_us").resolve("dow_panel_2009_2022.csv.gz");
    assertThatThrownBy(() -> BarFile.read(panel).strict(Equity.adjusted("X")))
        .hasMessageContaining("25 tickers (AAPL, AMGN, AXP, ...)");
    ReplayMarket market = CsvMarket.in(panel).tickers("AAPL", "BA", "CRM", "KO");
    assertThat(market.data().length()).isEqualTo(3524);
    assertThat(CsvMarket.in(DATA.resolve("daily_us")).tickers("AAPL", "HON").assets()).isEqualTo(2);
  }

  /** Prices as printed: every split of three tickers from 1998 to 2021 is found, and nothing else but wrong prints. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "corporate_actions/aapl_daily_raw.csv.gz | 2000-06-21 2005-02-28 2014-06-09 2020-08-31",
        "corporate_actions/qqq_daily_raw.csv.gz | 2000-03-20",
        "corporate_actions/spy_daily_raw.csv.gz | ''",
        "intraday/aapl_1h_raw_2007_2014.csv.gz | 2014-06-09",
        "intraday/aapl_1m_trade.csv.gz | 2014-06-09",
        "intraday/spy_1h_raw_2007_2014.csv.gz | ''"
      })
  void realSplitsAreFound(String name, String days) throws IOException {
    BarFile file = BarFile.read(DATA.resolve(name));
    assertThat(file.defects())
        .filteredOn(defect -> defect.kind() == Defect.Kind.UNADJUSTED_SPLIT)
        .extracting(defect -> defect.message().replaceAll(".* on (\\d{4}-\\d\\d-\\d\\d),.*", "$1"))
        .containsExactlyInAnyOrder(days.isEmpty() ? new String[0] : days.split(" ", -1));
    assertThat(file.defects())
        .extracting(Defect::kind)
        .doesNotContain(Defect.Kind.JUMP, Defect.Kind.REUSED);
  }

  @Test
  void yearsOfHoursAreAnnualisedByTheCalendar() throws IOException {
    BarFile file = BarFile.read(DATA.resolve("intraday/spy_1h_raw_2007_2014.csv.gz"));
    assertThat(file.barsPerYear()).isEqualTo(1764);
    assertThat(file.length() / 8.0).isBetween(1750.0, 1764.0);
    // Times of New York: the first bar of 2007 is known at 10:00 there.
    assertThat(Instant.ofEpochMilli(file.strict(Equity.adjusted("SPY")).closeTimes()[0]))
        .isEqualTo("2007-01-03T15:00:00Z");
    double[] close = file.strict(Equity.adjusted("SPY")).close();
    double sum = 0;
    for (int i = 1; i < close.length; i++) {
      double move = Math.log(close[i] / close[i - 1]);
      sum += move * move;
    }
    double hourly = Math.sqrt(sum / (close.length - 1) * file.barsPerYear());
    // By days of the same years the volatility is 21.9 %; counted around the clock it would be 47
    // %.
    assertThat(hourly).isBetween(0.2, 0.23);
  }

  @Test
  void theSplitOfAmazonIsRepaired() throws IOException {
    BarFile file = BarFile.read(DATA.resolve("dirty/kcj_AMZN.csv.gz"));
    double[] close = file.repaired(Equity.adjusted("AMZN")).close();
    for (int i = 1; i < close.length; i++) {
      assertThat(close[i] / close[i - 1]).isBetween(0.6, 1.5);
    }
  }

  @Test
  void theWatchlistIsReadStrictlyAndSplitByDates() {
    ReplayMarket market =
        CsvMarket.in(DATA.resolve("daily_us"))
            .tickers("NVDA", "QQQ", "SPY", "AAPL", "MSFT", "TSLA", "AMD", "META", "AMZN", "GOOGL");
    assertThat(market.data().length()).isEqualTo(4531);
    assertThat(market.barsPerYear()).isEqualTo(252);
    // Tesla and Meta were listed later: until then they do not trade.
    int tesla = market.data().asset("TSLA");
    assertThat(market.data().traded(tesla, 0)).isFalse();
    assertThat(market.data().traded(tesla, 4530)).isTrue();
    Split split = Split.dates(market, "2005/2016", "2017/2018", "2019-01-01:2022-12-31");
    assertThat(split.test().tape().bars().closeTime(split.test().tape().firstDecision()))
        .isGreaterThan(
            split
                .validation()
                .tape()
                .bars()
                .closeTime(split.validation().tape().bars().length() - 1));
  }
}
