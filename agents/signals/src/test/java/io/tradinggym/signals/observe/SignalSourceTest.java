package io.tradinggym.signals.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.series.Sources;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Clock;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.feature.Feature;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.feature.FittedFeature;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.process.Markets;
import io.tradinggym.signals.trees.BoostSettings;
import io.tradinggym.signals.trees.Boosting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalSourceTest {
  private static final int BARS = 700;
  private static final int FOLDS = 4;

  private static SignalSource source(String name) {
    return new SignalSource(
        name,
        Boosting.classifier(new BoostSettings(30, 2, 0.1, 0.7, 1, 10, 0, 1)),
        Catalog.standard().parse("logReturn(1), rsi(14)"),
        Sources.NONE,
        1,
        FOLDS);
  }

  /** Days whose returns hang on the ones before by .5; from a bar on another seed's. */
  private static ReplayMarket history(int changed) {
    RandomStream first = RandomStreams.of(1).stream("first");
    RandomStream second = RandomStreams.of(2).stream("second");
    long[] times = new long[BARS];
    double[] price = new double[BARS];
    double[] volume = new double[BARS];
    double z = 0;
    for (int bar = 0; bar < BARS; bar++) {
      z = 0.5 * z + Math.sqrt(0.75) * (bar < changed ? first : second).gaussian();
      times[bar] = bar * 86_400_000L;
      price[bar] = (bar == 0 ? 100 : price[bar - 1]) * Math.exp(0.02 * z);
      volume[bar] = 1_000;
    }
    return ReplayMarket.of(
        List.of(new Series(Equity.adjusted("X"), times, price, price, price, price, volume)), 252);
  }

  private static double[] values(Feature feature, Market market) {
    MarketTape tape = market.tape();
    tape.next(RandomStreams.of(3).stream("path"));
    Bars bars = tape.bars();
    Clock clock = new Clock(bars, market.instruments());
    return values(feature.create(), bars, clock);
  }

  private static double[] values(Feature.State state, Bars bars, Clock clock) {
    return IntStream.range(0, bars.length())
        .mapToDouble(
            bar -> {
              clock.set(bar);
              return state.next(clock.view(), 0);
            })
        .toArray();
  }

  @Test
  void onHistoryNothingThatComesAfterABarMovesItsPrediction() {
    int changed = 520;
    double[] one = values(source("a").fit(new Range.Train(history(BARS))), history(BARS));
    double[] other = values(source("a").fit(new Range.Train(history(changed))), history(changed));
    int block = BARS / (FOLDS + 1);
    assertThat(IntStream.range(0, block).mapToDouble(bar -> one[bar])).containsOnly(0.0);
    // Both are standardised over the whole training range: what lies before is the same but for
    // scale and centre.
    double[] scale = line(one, other, block, changed);
    for (int bar = block; bar < changed; bar++) {
      assertThat(other[bar]).isCloseTo(scale[0] + scale[1] * one[bar], within(1e-9));
    }
    assertThat(one[changed + 30]).isNotEqualTo(other[changed + 30]);
  }

  private static double[] line(double[] x, double[] y, int from, int to) {
    int low = from;
    int high = from;
    for (int bar = from; bar < to; bar++) {
      low = x[bar] < x[low] ? bar : low;
      high = x[bar] > x[high] ? bar : high;
    }
    double slope = (y[high] - y[low]) / (x[high] - x[low]);
    return new double[] {y[low] - slope * x[low], slope};
  }

  /** The models of a block were not trained on it, so the signal knows what the law lets it know and no more. */
  @Test
  void outOfFoldItTellsWhatThePlantedLawTells() {
    ReplayMarket market = history(BARS);
    double[] signal = values(source("a").fit(new Range.Train(market)), market);
    int right = 0;
    int judged = 0;
    for (int bar = BARS / (FOLDS + 1); bar + 1 < BARS; bar++) {
      double next = market.data().close(0, bar + 1) - (double) market.data().close(0, bar);
      right += signal[bar] * next > 0 ? 1 : 0;
      judged++;
    }
    double best = 0.5 + Math.asin(0.5) / Math.PI;
    double error = 0.5 / Math.sqrt(judged);
    assertThat((double) right / judged).isBetween(0.5 + 2 * error, best + 2 * error);
  }

  @Test
  void whatWasLearnedIsSavedAndReadWithTheSameBits() throws IOException {
    Market market = Markets.named("autoregressive:0.4");
    FittedFeature fitted = source("a").fit(Split.paths(market).train());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    fitted.save(new DataOutputStream(bytes));
    assertThat(values(source("a").load(in(bytes)), market)).isEqualTo(values(fitted, market));
    assertThatThrownBy(() -> source("b").load(in(bytes))).hasMessageContaining("models of a");
  }

  @Test
  void aResetLeavesNothingOfThePathBefore() {
    FittedFeature fitted = source("a").fit(new Range.Train(history(BARS)));
    Feature.State state = fitted.create();
    for (int changed : new int[] {50, BARS, BARS}) {
      Bars bars = history(changed).data();
      state.reset();
      assertThat(values(state, bars, new Clock(bars, history(changed).instruments())))
          .isEqualTo(values(fitted, history(changed)));
    }
  }

  private static DataInputStream in(ByteArrayOutputStream bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }

  @Test
  void twoLanesPredictTheSameFromOneFit() {
    Market market = Markets.named("autoregressive:0.4");
    FittedFeature fitted = source("a").fit(Split.paths(market).train());
    assertThat(values(fitted, market)).isEqualTo(values(fitted, market));
    assertThat(fitted.create()).isNotSameAs(fitted.create());
  }

  @Test
  void configurationsNameThem() {
    FeatureSet set =
        FeatureSet.parse("rsi(14), signal(xgb, horizon=1, features=(logReturn(1), rsi(14)))");
    assertThat(set.names()).hasSize(2).element(1).asString().startsWith("signal(xgb,horizon=1");
    assertThat(set.warmUp()).isEqualTo(14);
    assertThat(set.readyFor(Markets.named("noise")).ready()).isTrue();
    assertThatThrownBy(() -> FeatureSet.parse("signal(forest)"))
        .hasMessageContaining("no signal model \"forest\"; there are [xgb, lstm");
    assertThatThrownBy(() -> FeatureSet.parse("signal"))
        .hasMessageContaining("such as signal(xgb)");
    assertThatThrownBy(() -> FeatureSet.parse("signal(xgb, horizon=0)"))
        .hasMessageContaining("in 1 .. 60, was 0");
    assertThatThrownBy(() -> source("a").fit(new Range.Train(history(BARS).between(0, 200, 0))))
        .hasMessageContaining("at least 250 bars");
  }
}
