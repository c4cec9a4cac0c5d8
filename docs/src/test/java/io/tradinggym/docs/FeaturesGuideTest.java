package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.feature.BarFeature;
import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.feature.NamedFeature;
import io.tradinggym.data.label.HorizonLabels;
import io.tradinggym.data.label.Label;
import io.tradinggym.data.label.Uniqueness;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Sources;
import io.tradinggym.data.split.Fold;
import io.tradinggym.data.split.WalkForward;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.data.csv.CsvMarket;
import io.tradinggym.market.feature.FeatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide to features. */
class FeaturesGuideTest {
  private static final long DAY = 86_400_000;

  private static PriceBars walk(int seed) {
    RandomStream random = RandomStreams.of(seed).stream("bars");
    PriceBars bars = new PriceBars();
    double close = 100;
    for (int bar = 0; bar < 300; bar++) {
      double open = close;
      close *= StrictMath.exp(random.gaussian(0, 0.01));
      bars.append(
          bar * DAY, open, Math.max(open, close) + 1, Math.min(open, close) - 1, close, 1_000);
    }
    return bars;
  }

  @Test
  void featuresHaveNames() {
    PriceBars bars = walk(1);

    List<NamedFeature> features =
        Catalog.standard().parse("s0, rsi(14), yangZhang(20), ta4j:Aroon(25)");
    FeatureColumns columns = new FeatureColumns(features);
    columns.compute(bars);
    double rsi = columns.value(columns.index("rsi(14)"), bars.size() - 1);

    assertThat(rsi).isBetween(0.0, 100.0);
    assertThat(rsi).isEqualTo(columns.value(columns.index("RSI_14"), bars.size() - 1));
  }

  @Test
  void sourcesAreJoinedByWhenTheyWereKnown() {
    PriceBars qqq = walk(2);
    long[] day = {0, DAY};
    KnownSeries vix =
        KnownSeries.of(day, new long[] {DAY / 2, DAY + DAY / 2}, new double[] {15, 20});

    Sources sources = Sources.NONE.with("VIXCLS", vix).with("QQQ", qqq.closes());
    FeatureColumns macro =
        new FeatureColumns(
            Catalog.standard().parse("vix_level, externalAge(VIXCLS), beta(QQQ,60)"), sources);

    macro.compute(walk(1));
    assertThat(macro.value(0, 1)).as("yesterday's").isEqualTo(15);
    assertThat(macro.value(1, 1)).isEqualTo(1);
    assertThat(macro.value(2, 299)).isBetween(-1.0, 1.0);
  }

  @Test
  void environmentsSeeThemStandardised(@TempDir Path folder) throws IOException {
    StringBuilder rows = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    PriceBars bars = walk(1);
    int bar = 0;
    for (LocalDate day = LocalDate.of(2017, 1, 2); bar < 300; day = day.plusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        double c = Math.round(100 * bars.close(bar++)) / 100.0;
        rows.append("%s,%.2f,%.2f,%.2f,%.2f,%d%n".formatted(day, c, c + 1, c - 1, c, 1_000 + bar));
      }
    }
    Files.writeString(folder.resolve("SPY.csv"), rows);
    ReplayMarket market = CsvMarket.in(folder).tickers("SPY");
    Split split =
        Split.dates(
            market, "2017-01-02/2017-10-31", "2017-11-02/2017-12-29", "2018-01-03/2018-02-20");

    FeatureSet set =
        FeatureSet.fit(BarFeature.observed("s0, yangZhang(20)", Sources.NONE), split.train());

    assertThat(set.size()).isEqualTo(48);
  }

  @Test
  void configurationsNameThem() {
    FeatureSet observed = FeatureSet.parse("rsi14, yangZhang(20), ta4j:Aroon(25), signal(xgb)");

    assertThat(observed.size()).isEqualTo(4);
    assertThat(observed.ready()).isFalse();
  }

  @Test
  void labelsAreWeighedAndSplit() {
    PriceBars bars = walk(1);

    List<Label> labels = HorizonLabels.direction(bars, 3);
    double[] weights = Uniqueness.of(labels).weights();
    List<Fold> folds = WalkForward.expanding(labels.size(), 5, 3).split(labels.size());

    assertThat(weights[100]).isCloseTo(1.0 / 3, org.assertj.core.api.Assertions.within(1e-12));
    assertThat(folds).hasSize(5);
  }
}
