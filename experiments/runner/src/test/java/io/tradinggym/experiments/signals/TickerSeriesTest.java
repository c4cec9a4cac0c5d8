package io.tradinggym.experiments.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.feature.NamedFeature;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.SeriesFile;
import io.tradinggym.data.series.Sources;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was collected beside the bars, as a ticker's models see it. */
class TickerSeriesTest {
  private static final int BARS = 700;
  private static final int HORIZON = 3;
  private static final long DAY = 86_400_000;
  @TempDir private Path folder;

  private static PriceBars walk() {
    RandomStream random = RandomStreams.of(1).stream("bars");
    PriceBars bars = new PriceBars();
    double close = 100;
    for (int bar = 0; bar < BARS; bar++) {
      double open = close;
      close *= Math.exp(random.gaussian(0, 0.01));
      double high = Math.max(open, close) * 1.002;
      bars.append(
          (bar + 1) * DAY, open, high, Math.min(open, close) / 1.002, close, 1_000 + bar % 90);
    }
    return bars;
  }

  /** A value a bar from one on, known so many bars after it. */
  private static KnownSeries daily(double[] values, int from, int lag) {
    long[] events = LongStream.range(from, values.length).map(bar -> (bar + 1) * DAY).toArray();
    long[] known = LongStream.of(events).map(event -> event + lag * DAY).toArray();
    return KnownSeries.of(
        events, known, IntStream.range(from, values.length).mapToDouble(i -> values[i]).toArray());
  }

  /** Who looks three bars ahead. */
  private static double[] oracle(PriceBars bars) {
    return IntStream.range(0, BARS - HORIZON)
        .mapToDouble(bar -> Math.log(bars.close(bar + HORIZON) / bars.close(bar)))
        .toArray();
  }

  private static double auc(PriceBars bars, Sources sources) throws IOException {
    SignalStudy study = new SignalStudy(HORIZON, null, 2, TickerSeries.of(sources, bars));
    double[] scores = study.train("A", bars, RandomStreams.of(1)).study().scores();
    return TickerSignal.Quality.of(bars, scores, HORIZON).auc();
  }

  @Test
  void modelsSeeASeriesFromWhenItWasKnownAndNotBefore() throws IOException {
    PriceBars bars = walk();
    double[] told = oracle(bars);
    Sources none = Sources.NONE;
    assertThat(auc(bars, none.with("news_sentiment", daily(told, 0, 0)))).isGreaterThan(0.9);
    // Known once it has come true, it is worth nothing on a random walk: 580 overlapping labels
    // have a standard error of .037.
    assertThat(auc(bars, none.with("news_sentiment", daily(told, 0, HORIZON)))).isLessThan(0.6);
  }

  @Test
  void catalogNamesGiveTheirFeaturesAndOthersTheirDistanceFromTheMean() {
    PriceBars bars = walk();
    double[] values = oracle(bars);
    TickerSeries series =
        TickerSeries.of(
            Sources.NONE
                .with("iv_atm", daily(values, 0, 0))
                .with("DGS10", daily(values, 0, 0))
                .with("mine", daily(values, 0, 0))
                .with("funding", daily(values, 0, 2 * BARS)),
            bars);
    assertThat(series.features())
        .extracting(NamedFeature::name)
        .containsExactly(
            "ivAtm(iv_atm)",
            "ivPremium(20,iv_atm)",
            "ivRank(252,iv_atm)",
            "externalZ(DGS10,252)",
            "externalZ(mine,252)");
    assertThat(series).hasToString("DGS10 iv_atm mine");
    assertThat(series.late()).containsExactly("funding");
    assertThat(series.absent()).contains("DGS2", "premium", "iv_skew").doesNotContain("funding");
    assertThat(series.lines())
        .contains("iv_atm: 697 values, known 1970-01-01 to 1971-11-28")
        .contains("funding: none is known by the last close")
        .anyMatch(line -> line.startsWith("not collected: ") && line.contains("iv_skew"));
  }

  @Test
  void sequencesAreGivenOnlyWhatReachesBackIntoTheFirstBlock() {
    PriceBars bars = walk();
    double[] values = oracle(bars);
    TickerSeries series =
        TickerSeries.of(
            Sources.NONE
                .with("funding", daily(values, 50, 0))
                .with("premium", daily(values, 400, 0)),
            bars);
    assertThat(series.features()).hasSize(2);
    assertThat(new SignalStudy(HORIZON, null, 2, series).early(bars))
        .extracting(NamedFeature::name)
        .containsExactly("fundingRate(funding)");
  }

  @Test
  void onlyWhatIsKnownByTheLastCloseDecidesAModel() {
    PriceBars bars = walk();
    double[] values = oracle(bars);
    String lineage = TickerSeries.of(known(daily(values, 0, 0)), bars).lineage();
    double[] more = java.util.Arrays.copyOf(values, BARS + 9);
    java.util.Arrays.fill(more, BARS - HORIZON, BARS, Double.NaN);
    assertThat(TickerSeries.of(known(daily(more, 0, 0)), bars).lineage()).isEqualTo(lineage);
    more[5] += 1e-12;
    assertThat(TickerSeries.of(known(daily(more, 0, 0)), bars).lineage()).isNotEqualTo(lineage);
  }

  private static Sources known(KnownSeries series) {
    return Sources.NONE.with("funding", series);
  }

  @Test
  void filesOfATickerStandBeforeThoseOfAll() throws IOException {
    PriceBars bars = walk();
    Path series = Files.createDirectories(folder.resolve("series/SPY")).getParent();
    KnownSeries values = daily(oracle(bars), 0, 0);
    Files.writeString(folder.resolve("series/VIXCLS.csv"), SeriesFile.text(values));
    Files.writeString(folder.resolve("series/SPY/iv_skew.csv"), SeriesFile.text(values));
    FileData data = new FileData(folder);
    assertThat(TickerSeries.of(data, null, "SPY", bars)).hasToString("VIXCLS iv_skew");
    assertThat(TickerSeries.of(data, series, "QQQ", bars)).hasToString("VIXCLS");
    assertThat(TickerSeries.of(new FileData(folder.resolve("x")), null, "SPY", bars).toString())
        .startsWith("none, there is no ");
    assertThat(TickerSeries.of(new SimulatedData(1), series, "SPY", bars).toString())
        .isEqualTo("none, a model drew the prices, so nothing was collected of them");
    assertThatThrownBy(() -> TickerSeries.of(data, folder.resolve("y"), "SPY", bars))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no folder of sources");
    Files.writeString(folder.resolve("series/SPY/a-b.csv"), SeriesFile.text(values));
    assertThatThrownBy(() -> TickerSeries.of(data, null, "SPY", bars))
        .hasMessageContaining("letters, digits and _, was \"a-b.csv\"");
    assertThat(List.of(data.macro("VIXCLS"), data.macro("DGS10")).getFirst()).isPresent();
  }
}
