package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.Money;
import io.tradinggym.market.data.CorporateEvents;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionFileTest {
  private static final Path DATA = Path.of(System.getenv().getOrDefault("TRADING_GYM_DATA", "."));
  private static final Equity X = Equity.adjusted("X");
  private static final double PRICE = 1e-9;

  @TempDir private Path folder = Path.of("");

  /** Eight days: a dividend of 2 goes ex on the third, four shares for one come on the sixth. */
  private void write() throws IOException {
    Files.writeString(
        folder.resolve("X.csv"),
        """
        Date,Open,High,Low,Close,Volume
        2024-01-02,100,100,100,100,1000
        2024-01-03,100,100,100,100,1000
        2024-01-04,98,98,98,98,1000
        2024-01-05,98,98,98,98,1000
        2024-01-08,98,98,98,98,1000
        2024-01-09,24.5,24.5,24.5,24.5,4000
        2024-01-10,24.5,24.5,24.5,24.5,4000
        2024-01-11,24.5,24.5,24.5,24.5,4000
        """);
    Files.writeString(
        folder.resolve("X_actions.csv"), "date,dividend,split\n2024-01-09,,4\n2024-01-04,2,\n");
  }

  @Test
  void printedPricesAreAdjustedByTheirEvents() throws IOException {
    write();
    BarReader reader =
        BarReader.standard().actions(ActionFile.read(folder.resolve("X_actions.csv")));
    Series series = reader.read(folder.resolve("X.csv")).strict(X);
    for (double close : series.close()) {
      assertThat(close).isCloseTo(24.5, within(PRICE));
    }
    assertThat(series.volume()).containsOnly(4000);
    MarketData market = CsvMarket.in(folder).actions(folder).tickers("X").data();
    assertThat(market.close(0, 0)).isEqualTo(24_500_000);
    assertThat(market.dividend(0, 2)).isZero();
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("X")).hasMessageContaining("4:1");
  }

  @Test
  void orHandedOnAsEventsBesidePricesAsPrinted() throws IOException {
    write();
    MarketData bars = CsvMarket.in(folder).actions(folder).printed().tickers("X").data();
    assertThat(bars.close(0, 1)).isEqualTo(1_000_000);
    assertThat(bars.close(0, 5)).isEqualTo(245_000);
    assertThat(bars.volume(0, 0)).isEqualTo(1000);
    for (int bar = 0; bar < bars.length(); bar++) {
      assertThat(bars.dividend(0, bar)).isEqualTo(bar == 2 ? Money.of("2") : 0);
      assertThat(bars.splitShares(0, bar)).isEqualTo(bar == 5 ? 4 : 1);
      assertThat(bars.splitOf(0, bar)).isOne();
    }
    assertThat(bars.slice(2, 8).dividend(0, 0)).isEqualTo(Money.of("2"));
    Files.writeString(
        folder.resolve("X_actions.csv"), "date,dividend,split\n2024-01-09,,4\n2024-01-04,1.9,\n");
    assertThat(CsvMarket.in(folder).actions(folder).printed().tickers("X").data().fingerprint())
        .isNotEqualTo(bars.fingerprint());
  }

  /** 98 less 8 is 90, in four parts 22.5: the dividend of a day with a split is per old share. */
  @Test
  void aDividendOnTheDayOfASplitIsPerOldShare() throws IOException {
    write();
    Path prices = folder.resolve("X.csv");
    Files.writeString(prices, Files.readString(prices).replace("24.5", "22.5"));
    Files.writeString(
        folder.resolve("X_actions.csv"), "date,dividend,split\n2024-01-09,8,4\n2024-01-04,2,\n");
    MarketData adjusted = CsvMarket.in(folder).actions(folder).tickers("X").data();
    for (int bar = 0; bar < adjusted.length(); bar++) {
      assertThat(adjusted.close(0, bar)).isCloseTo(22_500_000, within(1L));
    }
    MarketData printed = CsvMarket.in(folder).actions(folder).printed().tickers("X").data();
    assertThat(printed.dividend(0, 5)).isEqualTo(Money.of("8"));
    assertThat(printed.splitShares(0, 5)).isEqualTo(4);
    Files.writeString(
        folder.resolve("X_actions.csv"), "date,dividend,split\n2024-01-09,40,4\n2024-01-04,2,\n");
    assertThatThrownBy(() -> CsvMarket.in(folder).actions(folder).tickers("X"))
        .hasMessageContaining("2024-01-09");
  }

  @ParameterizedTest
  @CsvSource({"4:1", "4/1", "8 : 2", "4.0"})
  void aSplitIsANumberOrARatio(String split) throws IOException {
    write();
    Files.writeString(
        folder.resolve("X_actions.csv"),
        "date,dividend,split\n2024-01-09,,%s\n2024-01-04,2,\n".formatted(split));
    MarketData bars = CsvMarket.in(folder).actions(folder).printed().tickers("X").data();
    assertThat(bars.splitShares(0, 5)).isEqualTo(4);
    assertThat(bars.splitOf(0, 5)).isOne();
  }

  /** What Lean's factors mean: the dividend is the close times the step, the split the other factor's step. */
  @Test
  void leansFactorsSayTheSame() throws IOException {
    write();
    Files.delete(folder.resolve("X_actions.csv"));
    Files.writeString(
        folder.resolve("x_factor.csv"),
        "20240102,0.98,0.25,1\n20240103,0.98,0.25,100\n20240108,1,0.25,98\n20501231,1,1,0.0001\n");
    MarketData bars = CsvMarket.in(folder).actions(folder).printed().tickers("X").data();
    assertThat(bars.dividend(0, 2)).isEqualTo(Money.of("2"));
    assertThat(bars.splitShares(0, 5)).isEqualTo(4);
    assertThat(CsvMarket.in(folder).actions(folder).tickers("X").data().close(0, 0))
        .isEqualTo(24_500_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date,dividend,split;2024-01-04,2 | :2: \"2024-01-04,2\" is no event",
        "date,dividend,split;soon,2,1 | :2: \"soon,2,1\" is no event",
        "date,dividend,split;2024-01-04,2d,1 | \"2d\" must be a number",
        "date,dividend,split;2024-01-04,2,0 | \"0\" must be a number > 0",
        "date,dividend,split;2024-01-04,2,4:0 | \"4:0\" must be a number > 0",
        "date,dividend,split;2024-01-04,2,0:4 | \"0:4\" must be a number > 0",
        "date,dividend,split;2024-01-04,2,4:1:1 | \"4:1:1\" must be a number > 0",
        "20240102,1,0,5 | \"0\" must be a number > 0",
        "date,dividend,split | holds no events"
      })
  void namesWhatIsNoEvent(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), text.replace(';', '\n'));
    assertThatThrownBy(() -> ActionFile.read(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("a.csv:")
        .hasMessageContaining(message);
  }

  @Test
  void saysWhereItLookedForEvents() throws IOException {
    write();
    Files.delete(folder.resolve("X_actions.csv"));
    assertThatThrownBy(() -> CsvMarket.in(folder).actions(folder.resolve("none")).tickers("X"))
        .hasMessageContaining("X_factor.csv");
  }

  /** Twenty-three years of real prices, factor by factor as the file's author multiplies them. */
  @ParameterizedTest
  @CsvSource({"aapl, 4", "spy, 0"})
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void realFactorsGiveTheAdjustedPricesOfTheirOwnFormula(String ticker, int splits)
      throws IOException {
    Path actions = DATA.resolve("corporate_actions");
    Path raw = actions.resolve(ticker + "_daily_raw.csv.gz");
    BarFile file =
        BarReader.standard()
            .actions(ActionFile.read(actions.resolve(ticker + "_factor.csv")))
            .read(raw);
    assertThat(file.defects())
        .extracting(Defect::kind)
        .doesNotContain(Defect.Kind.UNADJUSTED_SPLIT, Defect.Kind.JUMP, Defect.Kind.DIVIDEND);
    List<String[]> factors =
        Files.readAllLines(actions.resolve(ticker + "_factor.csv")).stream()
            .map(line -> line.split(",", -1))
            .toList();
    List<String> lines = TextFile.lines(raw);
    double[] adjusted = file.repaired(X).close();
    assertThat(adjusted).hasSize(lines.size() - 1);
    for (int i = 0; i < adjusted.length; i++) {
      String[] bar = lines.get(i + 1).split(",", -1);
      String day = bar[0].replace("-", "");
      String[] factor =
          factors.stream().filter(row -> row[0].compareTo(day) >= 0).findFirst().orElseThrow();
      double expected =
          Double.parseDouble(bar[4])
              * Double.parseDouble(factor[1])
              * Double.parseDouble(factor[2]);
      assertThat(adjusted[i]).isCloseTo(expected, within(2e-6 * expected));
    }
    if (file.defects().isEmpty()) {
      CorporateEvents events = Objects.requireNonNull(file.printed(X).events());
      assertThat(Arrays.stream(events.dividend()).filter(d -> d > 0).count()).isGreaterThan(80);
      assertThat(Arrays.stream(events.shares()).filter(n -> n > 1).count()).isEqualTo(splits);
    }
  }

  @Test
  void anEventThatStandsTwiceIsRefused() throws IOException {
    String text = "date,dividend,split\n2024-01-10,0.5,1\n2024-01-10,0,4\n2024-01-10,0.50,1\n";
    Path file = Files.writeString(folder.resolve("twice.csv"), text);
    assertThatThrownBy(() -> ActionFile.read(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("twice.csv:4")
        .hasMessageContaining("stands there twice");
  }
}
