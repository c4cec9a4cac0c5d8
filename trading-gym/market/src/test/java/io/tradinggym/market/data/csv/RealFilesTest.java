package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "skender_bad.csv | BAD_DATE BAD_NUMBER ZERO_PRICE NEGATIVE OHLC GAP",
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
