package io.tradinggym.data.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.data.Files;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Sources;
import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.data.Clock;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.data.csv.CsvMarket;
import io.tradinggym.market.feature.Feature;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.feature.FeatureSource;
import io.tradinggym.market.feature.FeatureTable;
import io.tradinggym.market.feature.FittedFeature;
import io.tradinggym.market.feature.Standardised;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named features in front of environments: fitted on the training range alone. */
class BarFeatureTest {
  private static final int BARS = 500;
  private static final int TRAIN = 300;
  @TempDir private Path folder;
  private Split split;

  @BeforeEach
  void history() throws IOException {
    write(RandomBars.walk(1, BARS), "X");
    split = split();
  }

  private Split split() {
    MarketData data = (MarketData) CsvMarket.in(folder).tickers("X").tape().bars();
    return Split.dates(
        CsvMarket.in(folder).tickers("X"),
        date(data, 0) + "/" + date(data, TRAIN - 1),
        date(data, TRAIN + 1) + "/" + date(data, 400),
        date(data, 402) + "/" + date(data, BARS - 1));
  }

  private static String date(MarketData data, int bar) {
    return java.time.Instant.ofEpochMilli(data.closeTime(bar))
        .atZone(Files.NEW_YORK)
        .toLocalDate()
        .toString();
  }

  private void write(PriceBars bars, String ticker) throws IOException {
    StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    for (int bar = 0; bar < bars.size(); bar++) {
      text.append(java.time.LocalDate.ofEpochDay(bars.closeTime(bar) / RandomBars.DAY));
      for (double price :
          new double[] {bars.open(bar), bars.high(bar), bars.low(bar), bars.close(bar)}) {
        text.append(',').append(Math.round(price * 100) / 100.0);
      }
      text.append(',').append(Math.round(bars.volume(bar))).append('\n');
    }
    java.nio.file.Files.writeString(folder.resolve(ticker + ".csv"), text);
  }

  @Test
  void valuesAreStandardisedByTheTrainingRange() {
    Range.Train train = split.train();
    FeatureSet set =
        FeatureSet.fit(BarFeature.observed("OBV, rsi(14), atr(14)", Sources.NONE), train);
    FeatureTable table = new FeatureTable(set, train.instruments(), train.tape().bars());
    table.refill();
    for (int feature = 0; feature < set.size(); feature++) {
      double sum = 0;
      double squares = 0;
      int first = set.features().get(feature).warmUp();
      int n = TRAIN - first;
      for (int bar = first; bar < TRAIN; bar++) {
        float value = table.value(0, bar, feature);
        sum += value;
        squares += value * value;
      }
      assertThat(sum / n).as(set.names().get(feature)).isCloseTo(0, within(1e-4));
      assertThat(squares / n).as(set.names().get(feature)).isCloseTo(1, within(1e-3));
    }
  }

  @Test
  void oneRowOfTheTestRangeIsNotInTheFit() throws IOException {
    List<FeatureSource> sources = BarFeature.observed("logReturn(1), sd(20)", Sources.NONE);
    byte[] before = saved(sources, split.train());
    PriceBars other = RandomBars.walk(1, TRAIN);
    RandomBars.extend(other, 77, BARS);
    write(other, "X");
    assertThat(saved(sources, split().train())).isEqualTo(before);
  }

  private static byte[] saved(List<FeatureSource> sources, Range.Train train) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (FeatureSource source : sources) {
      ((FittedFeature) source.prepare(train)).save(new DataOutputStream(bytes));
    }
    return bytes.toByteArray();
  }

  @Test
  void whatWasLearnedIsSavedAndRead() throws IOException {
    Standardised source = (Standardised) BarFeature.observed("rsi(14)", Sources.NONE).getFirst();
    byte[] bytes = saved(List.of(source), split.train());
    Feature loaded = source.load(new DataInputStream(new ByteArrayInputStream(bytes)));
    assertThat(values(loaded)).isEqualTo(values(source.fit(split.train())));
    Standardised other = (Standardised) BarFeature.observed("rsi(7)", Sources.NONE).getFirst();
    assertThatThrownBy(() -> other.load(new DataInputStream(new ByteArrayInputStream(bytes))))
        .hasMessageContaining("of feature rsi(14)")
        .hasMessageContaining("not of rsi(7)");
  }

  private double[] values(Feature feature) {
    MarketData data = (MarketData) split.test().tape().bars();
    Clock clock = new Clock(data, split.test().instruments());
    AsOf view = clock.view();
    Feature.State state = feature.create();
    double[] values = new double[data.length()];
    for (int bar = 0; bar < values.length; bar++) {
      clock.set(bar);
      values[bar] = state.next(view, 0);
    }
    return values;
  }

  @Test
  void aSourceIsNeutralUntilItIsKnown() {
    FeatureSet set =
        FeatureSet.fit(
            BarFeature.observed(
                "external(VIX)", Sources.NONE.with("VIX", RandomBars.source(1, BARS))),
            split.train());
    FeatureTable table =
        new FeatureTable(set, split.train().instruments(), split.train().tape().bars());
    table.refill();
    assertThat(table.value(0, 0, 0)).as("known tomorrow").isZero();
    assertThat(table.value(0, 5, 0)).isNotZero();
    assertThat(set.warmUp()).isZero();
  }
}
