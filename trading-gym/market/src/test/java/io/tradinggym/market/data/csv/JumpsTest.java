package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong prices are planted in noise; every one must be named with line and ratio, and nothing else. */
class JumpsTest {
  private static final Equity TEST = Equity.adjusted("TEST");
  private static final int BARS = 120;

  @TempDir Path folder;

  /** A made-up history: so many bars of noise, each with price and volume. */
  private static final class Made {
    final double[] price = new double[BARS];
    final double[] volume = new double[BARS];

    Made(double volatility, int seed) {
      RandomStream random = RandomStreams.of(seed).stream("prices");
      double last = 100;
      for (int i = 0; i < BARS; i++) {
        last *= Math.exp(volatility * random.gaussian());
        price[i] = last;
        volume[i] = 1e6 * Math.exp(0.2 * random.gaussian());
      }
    }

    Made times(double factor, double volumes, int from, int to) {
      for (int i = from; i < to; i++) {
        price[i] *= factor;
        volume[i] *= volumes;
      }
      return this;
    }

    /** Bars that open where the one before closed, but for what was planted. */
    List<String> lines() {
      List<String> lines = new ArrayList<>(List.of("Date,Open,High,Low,Close,Volume"));
      LocalDate day = LocalDate.of(2021, 3, 1);
      for (int i = 0; i < BARS; i++) {
        double p = price[i];
        lines.add(
            String.format(
                Locale.ROOT, "%s,%s,%s,%s,%s,%.0f", day, p, p * 1.001, p * 0.999, p, volume[i]));
        day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
      }
      return lines;
    }
  }

  private BarFile read(Made made) throws IOException {
    return BarFile.read(Files.write(folder.resolve("TEST.csv"), made.lines()));
  }

  private static void assertOne(BarFile file, Defect.Kind kind, int line, String said) {
    assertThat(file.defects())
        .singleElement()
        .satisfies(
            defect -> {
              assertThat(defect.kind()).isEqualTo(kind);
              assertThat(defect.line()).isEqualTo(line);
              assertThat(defect.message()).contains(said);
            });
  }

  private static void assertSmooth(Series series, double most) {
    for (int i = 1; i < series.length(); i++) {
      assertThat(Math.abs(Math.log(series.close()[i] / series.close()[i - 1]))).isLessThan(most);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3:2, 3, 2", "5:4, 5, 4", "4:3, 4, 3", "2:1, 2, 1", "7:1, 7, 1", "12:1, 12, 1", "20:1, 20, 1",
    "50:1, 50, 1", "1:20, 1, 20", "1:8, 1, 8", "1:3, 1, 3", "2:3, 2, 3", "5:2, 5, 2", "6:5, 6, 5"
  })
  void everySplitIsNamedWithItsRatioWhetherItsVolumeFollowsOrNot(String ratio, int p, int q)
      throws IOException {
    for (int seed = 1; seed <= 4; seed++) {
      int at = 20 * seed + 3;
      Made followed = new Made(0.008, seed).times((double) p / q, (double) q / p, 0, at);
      BarFile file = read(followed);
      assertOne(file, Defect.Kind.UNADJUSTED_SPLIT, at + 2, "a split of " + ratio + " ");
      assertSmooth(file.repaired(TEST), 0.06);
      BarFile unmoved = read(new Made(0.008, seed).times((double) p / q, 1, 0, at));
      assertOne(unmoved, Defect.Kind.UNADJUSTED_SPLIT, at + 2, "a split of " + ratio + " ");
      assertSmooth(unmoved.repaired(TEST), 0.06);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1000, 100, 10, 7.5, 0.1, 0.01, 0.0001})
  void barsOnAnotherScaleAreNamedAndDroppedWhereverTheyStand(double factor) throws IOException {
    for (int size : new int[] {1, 2, 5, 11}) {
      for (int from : new int[] {1, 17, 60, BARS - 12}) {
        BarFile file = read(new Made(0.01, size).times(factor, 1, from, from + size));
        assertOne(file, Defect.Kind.SCALE, from + 2, "another scale");
        assertThat(file.repaired(TEST).length()).isEqualTo(BARS - size);
        assertSmooth(file.repaired(TEST), 0.07);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1000, 100, 10, 0.1, 0.01})
  void theFirstAndTheLastBarsToo(double factor) throws IOException {
    for (int size : new int[] {1, 3}) {
      BarFile first = read(new Made(0.01, size).times(factor, 1, 0, size));
      assertOne(first, Defect.Kind.SCALE, 2, "another scale");
      assertSmooth(first.repaired(TEST), 0.07);
      BarFile last = read(new Made(0.01, size).times(factor, 1, BARS - size, BARS));
      assertOne(last, Defect.Kind.SCALE, BARS - size + 2, "another scale");
      assertSmooth(last.repaired(TEST), 0.07);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.01, 1:100", "100, 1:100 the other way", "0.001, 1:1000", "0.1, 1:10"})
  void aChangeOfScaleForGoodIsNoSplitUnlessTheVolumeFollows(double factor, String said)
      throws IOException {
    BarFile file = read(new Made(0.01, 7).times(factor, 1, 60, BARS));
    assertOne(file, Defect.Kind.SCALE, 62, "a scale of " + said);
    assertSmooth(file.repaired(TEST), 0.07);
    assertThat(read(new Made(0.01, 7).times(factor, 1 / factor, 60, BARS)).defects())
        .singleElement()
        .satisfies(defect -> assertThat(defect.kind()).isEqualTo(Defect.Kind.UNADJUSTED_SPLIT));
  }

  @Test
  void threeSplitsInOneHistoryAreAllFound() throws IOException {
    // As of a bank from 2000 to 2011: 4:3, 3:2 and a reverse split of 1:10.
    Made made =
        new Made(0.012, 10)
            .times(4 / 3.0, 3 / 4.0, 0, 30)
            .times(3 / 2.0, 2 / 3.0, 0, 60)
            .times(1 / 10.0, 10, 0, 90);
    BarFile file = read(made);
    assertThat(file.defects()).extracting(Defect::line).containsExactly(92, 62, 32);
    assertThat(file.defects())
        .extracting(Defect::message)
        .anySatisfy(text -> assertThat(text).contains("1:10"))
        .anySatisfy(text -> assertThat(text).contains("3:2"))
        .anySatisfy(text -> assertThat(text).contains("4:3"));
    assertSmooth(file.repaired(TEST), 0.08);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.65, 0.8, 1.25, 1.6, 2})
  void newsThatIsTradedOnIsNoDefect(double factor) throws IOException {
    Made made =
        new Made(0.01, 3).times(factor, 1, 60, BARS).times(1, 5 / Math.min(1, factor), 60, 61);
    assertThat(read(made).defects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.005, 0.02, 0.05})
  void noiseIsClean(double volatility) throws IOException {
    for (int seed = 1; seed <= 40; seed++) {
      assertThat(read(new Made(volatility, seed)).defects()).as("seed " + seed).isEmpty();
    }
  }

  @Test
  void aJumpThatNothingExplainsIsToldAndMayBeWaived() throws IOException {
    Made made = new Made(0.006, 5).times(1.45, 1, 60, BARS);
    BarFile file = read(made);
    assertOne(file, Defect.Kind.JUMP, 62, "times a usual move");
    LocalDate day = BarChecks.day(new BarFileRows(file).get(60));
    Path path = folder.resolve("TEST.csv");
    BarFile waived = BarReader.standard().waiving(day, "takeover bid").read(path);
    assertThat(waived.defects()).isEmpty();
    assertThat(waived.strict(TEST).length()).isEqualTo(BARS);
    assertThatThrownBy(() -> BarReader.standard().waiving(day, " ")).hasMessageContaining("reason");
    assertThat(BarReader.standard().waiving(day.plusDays(1), "another").read(path).defects())
        .hasSize(1);
  }

  /** The rows of a file, for their days. */
  private record BarFileRows(BarFile file) {
    Row get(int bar) {
      long time = file.repaired(TEST).closeTimes()[bar];
      return new Row(0, time, 1, 1, 1, 1, 1, 1, 0, 0, null);
    }
  }

  @Test
  void aMoveOfTheWholeMarketIsNoneOfTheAssets() throws IOException {
    String[] tickers = {"A", "B", "C", "D"};
    for (int i = 0; i < tickers.length; i++) {
      Made made = new Made(0.01, i + 1).times(0.8, 1, 60, BARS);
      Files.write(folder.resolve(tickers[i] + ".csv"), made.lines());
    }
    assertThat(BarFile.read(folder.resolve("A.csv")).defects()).hasSize(1);
    assertThat(CsvMarket.in(folder).tickers(tickers).data().length()).isEqualTo(BARS);
    Files.write(folder.resolve("E.csv"), new Made(0.01, 8).times(0.4, 1, 60, BARS).lines());
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("A", "B", "C", "D", "E"))
        .hasMessageContaining("E.csv:62");
  }

  @Test
  void aFolderMayHoldItsWaivers() throws IOException {
    Made made = new Made(0.006, 5).times(1.45, 1, 60, BARS);
    Files.write(folder.resolve("X.csv"), made.lines());
    LocalDate day = LocalDate.parse(made.lines().get(61).substring(0, 10));
    Files.writeString(
        folder.resolve("waivers.csv"), "ticker,date,reason\nX," + day + ",bid, in cash\n");
    assertThat(CsvMarket.in(folder).tickers("X").data().length()).isEqualTo(BARS);
    Files.writeString(folder.resolve("waivers.csv"), "ticker,date,reason\nX," + day + "\n");
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("X"))
        .hasMessageContaining("waivers.csv:2");
    Files.writeString(folder.resolve("waivers.csv"), "X," + day + ",bid\n");
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("X"))
        .hasMessageContaining("ticker,date,reason");
    Files.writeString(folder.resolve("waivers.csv"), "ticker,date,reason\nX,soon,bid\n");
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("X")).hasMessageContaining("soon");
  }

  @Test
  void anotherCompanyUnderTheSameTickerIsNotRepaired() throws IOException {
    List<String> lines = new ArrayList<>(new Made(0.02, 4).times(0.01, 3, 0, BARS).lines());
    LocalDate day = LocalDate.of(2022, 11, 1);
    for (String line : new Made(0.02, 5).lines().subList(1, BARS + 1)) {
      lines.add(day + line.substring(10));
      day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
    }
    BarFile file = BarFile.read(Files.write(folder.resolve("GM.csv"), lines));
    assertThat(file.defects())
        .extracting(Defect::kind)
        .containsExactly(Defect.Kind.REUSED, Defect.Kind.GAP);
    assertThatThrownBy(() -> file.repaired(TEST))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("another company");
  }

  @Test
  void dividendsAreScaledWithTheSplitThatComesAfterThem() throws IOException {
    List<String> lines =
        new ArrayList<>(List.of("Date,Open,High,Low,Close,Adj Close,Volume,Dividends"));
    List<String> bars = new Made(0.002, 6).lines();
    for (int i = 1; i <= BARS; i++) {
      String[] cell = bars.get(i).split(",", -1);
      double factor = i <= 60 ? 10 : 1;
      double close = factor * Double.parseDouble(cell[4]);
      double ex = i == 21 ? 10 : 0;
      double adjusted = close * (i <= 20 ? 0.99 : 1);
      lines.add(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%s,%s,%s,%s,%s",
              cell[0],
              close,
              close,
              close,
              close,
              adjusted,
              Double.parseDouble(cell[5]) / factor,
              ex));
    }
    BarFile file = BarFile.read(Files.write(folder.resolve("DIV.csv"), lines));
    assertOne(file, Defect.Kind.UNADJUSTED_SPLIT, 62, "10:1");
    Series repaired = file.repaired(TEST);
    double first = Double.parseDouble(bars.get(1).split(",", -1)[4]);
    assertThat(repaired.close()[0]).isCloseTo(0.99 * first, within(1e-6));
  }

  @Test
  void pricesAsPrintedWithAnAdjustedCloseNeedNoRepair() throws IOException {
    List<String> lines = new ArrayList<>(List.of("Date,Open,High,Low,Close,Adj Close,Volume"));
    List<String> bars = new Made(0.005, 2).lines();
    for (int i = 1; i <= BARS; i++) {
      String[] cell = bars.get(i).split(",", -1);
      double price = Double.parseDouble(cell[4]);
      double printed = i <= 60 ? 4 * price : price;
      lines.add(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%s,%s,%s,%s",
              cell[0],
              printed,
              printed,
              printed,
              printed,
              price,
              Double.parseDouble(cell[5]) * price / printed));
    }
    Series series = BarFile.read(Files.write(folder.resolve("RAW.csv"), lines)).strict(TEST);
    assertSmooth(series, 0.04);
    // The shares of before the split are counted as those of after it.
    double before = Double.parseDouble(bars.get(1).split(",", -1)[5]);
    assertThat(series.volume()[0]).isCloseTo(before, within(1e-3 * before));
  }

  @Test
  void aPriceWithinABarThatNobodyTradedAtIsNamed() throws IOException {
    List<String> lines = new Made(0.01, 11).lines();
    String[] cell = lines.get(40).split(",", -1);
    cell[3] = "0.5";
    lines.set(40, String.join(",", cell));
    BarFile low = BarFile.read(Files.write(folder.resolve("LOW.csv"), lines));
    assertOne(low, Defect.Kind.SCALE, 41, "low 0.5");
    assertThat(low.repaired(TEST).length()).isEqualTo(BARS);
    assertThat(low.repaired(TEST).low()[39]).isGreaterThan(50);
    cell[3] = cell[1];
    cell[4] = String.valueOf(0.6 * Double.parseDouble(cell[1]));
    lines.set(40, String.join(",", cell[0], cell[1], cell[2], cell[4], cell[4], cell[5]));
    BarFile close = BarFile.read(Files.write(folder.resolve("CLOSE.csv"), lines));
    assertOne(close, Defect.Kind.SCALE, 41, "close " + cell[4]);
    assertSmooth(close.repaired(TEST), 0.07);
  }

  @ParameterizedTest
  @CsvSource({"3:20, 3, 20", "7:100, 7, 100", "2:13, 2, 13", "2:15, 2, 15"})
  void oddRatiosOfLargeSplitsAreNamed(String ratio, int p, int q) throws IOException {
    BarFile file = read(new Made(0.002, 7).times((double) p / q, (double) q / p, 0, 60));
    assertOne(file, Defect.Kind.UNADJUSTED_SPLIT, 62, "a split of " + ratio + " ");
  }

  @Test
  void ratiosThatNoiseDoesNotTellApartAreAllNamed() throws IOException {
    assertOne(
        read(new Made(0.002, 7).times(2 / 13.0, 13 / 2.0, 0, 60)),
        Defect.Kind.UNADJUSTED_SPLIT,
        62,
        "a split of 2:13 or 3:20 ");
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "true, 500", "false, 500"})
  void aHoleThatWasFilledForwardIsTold(boolean flat, String volume) throws IOException {
    List<String> lines = new ArrayList<>(new Made(0.01, 3).lines());
    String[] last = lines.get(40).split(",", -1);
    String prices = flat ? (last[4] + ",").repeat(4) : String.join(",", last).substring(11);
    for (int i = 41; i <= 48; i++) {
      String day = lines.get(i).split(",", 2)[0];
      lines.set(i, day + "," + (flat ? prices + volume : prices));
    }
    lines.set(40, lines.get(40).replaceAll("\\d+$", flat && !volume.equals("0") ? volume : "$0"));
    BarFile file = BarFile.read(Files.write(folder.resolve("TEST.csv"), lines));
    assertOne(file, Defect.Kind.FILLED, 42, "8 bars from 2021-04-26 repeat the one before");
    assertThat(file.repaired(TEST).length()).isEqualTo(BARS - 8);
  }
}
