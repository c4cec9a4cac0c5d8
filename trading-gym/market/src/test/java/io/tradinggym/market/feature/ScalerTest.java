package io.tradinggym.market.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.instrument.Equity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScalerTest {
  private static final double FLOAT_TOLERANCE = 1e-4;
  private static final FeatureSet SET =
      FeatureSet.of(Features.logReturn(1), Features.atr(14), Features.rsi(14));

  @ParameterizedTest
  @EnumSource(Scaler.class)
  void doesNotDependOnValidationAndTest(Scaler scaler) {
    FittedScaler one = scaler.fit(SET, split(market(1, 2)).train());
    FittedScaler other = scaler.fit(SET, split(market(1, 99)).train());
    for (int feature = 0; feature < SET.size(); feature++) {
      assertThat(one.centre(feature)).isEqualTo(other.centre(feature));
      assertThat(one.spread(feature)).isEqualTo(other.spread(feature));
    }
  }

  @Test
  void standardGivesTheTrainingRangeMeanZeroAndDeviationOne() {
    Split split = split(market(1, 2));
    FeatureSet scaled = Scaler.STANDARD.fit(SET, split.train()).apply(SET);
    MarketTape tape = split.train().tape();
    FeatureTable table = new FeatureTables(scaled, split.train()).of(tape);
    for (int feature = 0; feature < SET.size(); feature++) {
      double sum = 0;
      double squares = 0;
      int n = 0;
      for (int bar = SET.warmUp(); bar < tape.bars().length(); bar++, n++) {
        sum += table.value(0, bar, feature);
        squares += Math.pow(table.value(0, bar, feature), 2);
      }
      assertThat(sum / n).isCloseTo(0, within(FLOAT_TOLERANCE));
      assertThat(squares / n).isCloseTo(1, within(FLOAT_TOLERANCE));
    }
  }

  /** Two assets, the second listed later: each counts from its own warm-up on, against mean and deviation by hand. */
  @Test
  void everyAssetCountsFromItsOwnFirstBar() {
    double[] first = {0.01, -0.02, 0.03, 0.01, -0.01, 0.02, 0.005};
    double[] second = {0.2, -0.1, 0.4};
    ReplayMarket market =
        ReplayMarket.of(List.of(series("A", first, 0), series("B", second, 4)), 252);
    FeatureSet features = FeatureSet.of(Features.logReturn(1));
    FittedScaler fitted = Scaler.STANDARD.fit(features, new Range.Train(market));
    FeatureTable table = new FeatureTables(features, market).of(market.tape());
    int warmUp = features.warmUp();
    double[] all =
        IntStream.concat(
                IntStream.range(warmUp, 8), IntStream.range(4 + warmUp, 8).map(bar -> 100 + bar))
            .mapToDouble(at -> table.value(at / 100, at % 100, 0))
            .toArray();
    double mean = Arrays.stream(all).average().orElseThrow();
    double variance = Arrays.stream(all).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    assertThat(all).hasSize(2 * (8 - warmUp) - 4);
    assertThat(fitted.centre(0)).isCloseTo((float) mean, within(1e-5f));
    assertThat(fitted.spread(0)).isCloseTo((float) Math.sqrt(variance), within(1e-5f));
  }

  private static Series series(String symbol, double[] returns, int from) {
    int n = returns.length + 1;
    long[] times = new long[n];
    double[] price = new double[n];
    for (int i = 0; i < n; i++) {
      times[i] = (i + from) * 86_400_000L;
      price[i] = i == 0 ? 100 : price[i - 1] * Math.exp(returns[i - 1]);
    }
    return new Series(Equity.adjusted(symbol), times, price, price, price, price, price);
  }

  @Test
  void scalingTwiceIsScalingByBoth() {
    Split split = split(market(1, 2));
    FeatureSet once = Scaler.ROBUST.fit(SET, split.train()).apply(SET);
    FittedScaler second = Scaler.STANDARD.fit(once, split.train());
    FittedScaler third = Scaler.STANDARD.fit(second.apply(once), split.train());
    for (int feature = 0; feature < SET.size(); feature++) {
      assertThat(third.centre(feature)).isCloseTo(0, within((float) FLOAT_TOLERANCE));
      assertThat(third.spread(feature)).isCloseTo(1, within((float) FLOAT_TOLERANCE));
    }
  }

  @Test
  void lanesThatReplayHistoryShareOneTable() {
    ReplayMarket market = market(1, 2);
    FeatureTables tables = new FeatureTables(SET, market);
    assertThat(tables.of(market.tape())).isSameAs(tables.of(market.tape()));
  }

  @Test
  void isReadBackAsItWasWritten() throws IOException {
    FittedScaler fitted = Scaler.STANDARD.fit(SET, split(market(1, 2)).train());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    fitted.save(new DataOutputStream(bytes));
    FittedScaler read =
        FittedScaler.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    for (int feature = 0; feature < SET.size(); feature++) {
      assertThat(read.centre(feature)).isEqualTo(fitted.centre(feature));
      assertThat(read.spread(feature)).isEqualTo(fitted.spread(feature));
    }
    assertThat(read.apply(SET).names()).isEqualTo(SET.names());
  }

  @Test
  void refusesOtherFeatures() {
    FittedScaler fitted = Scaler.STANDARD.fit(SET, split(market(1, 2)).train());
    assertThatThrownBy(() -> fitted.apply(FeatureSet.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("return1, atr14, rsi14")
        .hasMessageContaining("macd12-26-9");
  }

  private static Split split(ReplayMarket market) {
    return Split.dates(market, "2020/2020", "2021-01/2021-06", "2021-07/2021-12");
  }

  /** Two years of days; the second is drawn from a seed of its own. */
  private static ReplayMarket market(long firstYear, long secondYear) {
    int n = 731;
    long[] times = new long[n];
    double[][] fields = new double[5][n];
    double last = 100;
    RandomStream random = RandomStreams.of(firstYear).stream("prices");
    for (int day = 0; day < n; day++) {
      LocalDate date = LocalDate.of(2020, 1, 1).plusDays(day);
      if (date.getDayOfYear() == 1 && date.getYear() == 2021) {
        random = RandomStreams.of(secondYear).stream("prices");
      }
      times[day] = date.atTime(21, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
      fields[0][day] = last;
      last *= 1 + random.gaussian(0.0005, 0.02);
      fields[3][day] = last;
      fields[1][day] = Math.max(last, fields[0][day]) + 0.5;
      fields[2][day] = Math.min(last, fields[0][day]) - 0.5;
      fields[4][day] = 1_000 + random.integer(1_000);
    }
    Series series =
        new Series(
            Equity.adjusted("A"), times, fields[0], fields[1], fields[2], fields[3], fields[4]);
    return ReplayMarket.of(List.of(series), 365);
  }
}
