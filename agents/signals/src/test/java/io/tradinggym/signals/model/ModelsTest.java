package io.tradinggym.signals.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.split.Fold;
import io.tradinggym.data.split.WalkForward;
import io.tradinggym.signals.score.Scores;
import io.tradinggym.signals.trees.BoostSettings;
import io.tradinggym.signals.trees.Boosting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class ModelsTest {
  private static final BoostSettings SMALL = new BoostSettings(40, 3, 0.1, 0.7, 0.5, 10, 0, 1);
  private static final Learner TREES = Boosting.classifier(SMALL);

  private static OutOfFold run(Planted planted, int horizon) {
    return OutOfFold.walkForward(
        TREES,
        planted.table(),
        planted.targets(),
        planted.weights(),
        5,
        horizon,
        RandomStreams.of(9));
  }

  private static double auc(OutOfFold signal, Planted planted) {
    return Scores.auc(signal.outcomes(planted.targets()), signal.scores(planted.targets()));
  }

  @Test
  void plantedStructureIsFoundAndNothingMore() {
    Planted linear = Planted.linear(0.5, 2_000, 20, RandomStreams.of(1));
    double found = auc(run(linear, 1), linear);
    double error = Scores.nullError(830, 830);
    assertThat(found).isBetween(0.66, linear.best() + 2 * error);
    Planted xor = Planted.xor(0.3, 3_000, 6, RandomStreams.of(2));
    assertThat(auc(run(xor, 1), xor)).isBetween(0.62, xor.best() + 2 * error);
    Planted noise = Planted.noise(2_000, 20, RandomStreams.of(3));
    assertThat(auc(run(noise, 1), noise)).isBetween(0.5 - 3 * error, 0.5 + 3 * error);
  }

  /** A model that knows the rows it was trained on by heart: of rows that it did not see it knows nothing. */
  @Test
  void noRowIsPredictedByAModelThatSawItOrItsLabel() {
    List<int[]> trained = new ArrayList<>();
    Learner spy =
        new Learner() {
          @Override
          public String name() {
            return "spy";
          }

          @Override
          public int lookBack() {
            return 4;
          }

          @Override
          public SignalModel fit(
              Table table, int[] rows, float[] targets, float[] weights, RandomStreams streams) {
            trained.add(rows);
            int last = rows[rows.length - 1];
            return (of, row) -> {
              assertThat(row - last).as("gap of horizon and look-back").isGreaterThan(3 + 4);
              return 0.5;
            };
          }
        };
    Planted noise = Planted.noise(300, 2, RandomStreams.of(1));
    float[] targets = noise.targets().clone();
    targets[10] = Float.NaN;
    OutOfFold signal =
        OutOfFold.walkForward(
            spy, noise.table(), targets, noise.weights(), 5, 3, RandomStreams.of(1));
    assertThat(trained).hasSize(5);
    assertThat(trained.getFirst()).doesNotContain(10).hasSize(50 - 7 - 1);
    assertThat(signal.rows()).containsExactly(IntStream.range(50, 300).toArray());
    assertThat(signal.prediction(49)).isNaN();
    KnownSeries series = SignalSeries.of(signal);
    assertThat(series.at(49)).as("never in sample").isNaN();
    assertThat(series.at(50)).isEqualTo(0.5);
  }

  /** Rows whose labels overlap with those trained on: the leak makes noise predictable, and the test sees it. */
  @Test
  void aShuffledSplitOfOverlappingLabelsShowsWhatIsNotThere() {
    var random = RandomStreams.of(5).stream("walk");
    int n = 1_500;
    PriceBars walk = new PriceBars();
    double price = 100;
    for (int i = 0; i < n + 10; i++) {
      price *= Math.exp(random.gaussian(0, 0.01));
      walk.append(i, price, price * 1.01, price * 0.99, price, 1);
    }
    FeatureColumns columns =
        new FeatureColumns(Catalog.standard().parse("sma(5), rsi(14), roc(10), sd(20), macd"));
    columns.compute(walk);
    Table table = Table.of(columns, walk, 0);
    float[] up = new float[n + 10];
    float[] ones = new float[n + 10];
    for (int i = 0; i < up.length; i++) {
      up[i] = i + 10 < up.length ? (walk.close(i + 10) > walk.close(i) ? 1 : 0) : Float.NaN;
      ones[i] = 1;
    }
    int[] even = IntStream.range(0, n).filter(i -> i % 2 == 0).toArray();
    int[] odd = IntStream.range(0, n).filter(i -> i % 2 == 1).toArray();
    SignalModel leaky =
        Boosting.classifier(SMALL.withDepth(5)).fit(table, even, up, ones, RandomStreams.of(1));
    double leaked =
        Scores.auc(
            IntStream.of(odd).map(i -> (int) up[i]).toArray(),
            IntStream.of(odd).mapToDouble(i -> leaky.predict(table, i)).toArray());
    assertThat(leaked).as("a leak is seen").isGreaterThan(0.62);
    OutOfFold honest = OutOfFold.walkForward(TREES, table, up, ones, 5, 10, RandomStreams.of(1));
    assertThat(Scores.auc(honest.outcomes(up), honest.scores(up))).isBetween(0.38, 0.6);
  }

  @Test
  void importancesPointAtThePlantedColumns() {
    Planted planted = Planted.linear(0.6, 1_500, 6, RandomStreams.of(6));
    float[] values = planted.table().values();
    for (int row = 0; row < planted.table().rows(); row++) {
      // The fourth says what the first says: alone each looks worth less than both together.
      values[row * 6 + 3] = values[row * 6] + 1e-3f * values[row * 6 + 3];
    }
    List<Fold> folds = WalkForward.expanding(1_500, 3, 1).split(1_500);
    List<int[]> clusters = Importances.clusters(planted.table(), 0.9);
    assertThat(clusters).hasSize(5).anyMatch(c -> java.util.Arrays.equals(c, new int[] {0, 3}));
    double[] clustered =
        Importances.decrease(
            TREES,
            planted.table(),
            planted.targets(),
            planted.weights(),
            folds,
            clusters,
            RandomStreams.of(1));
    double[] single =
        Importances.decrease(
            TREES,
            planted.table(),
            planted.targets(),
            planted.weights(),
            folds,
            Importances.singletons(planted.table()),
            RandomStreams.of(1));
    assertThat(clustered[0]).isGreaterThan(0.15).isGreaterThan(single[0]);
    for (int i = 1; i < clustered.length; i++) {
      assertThat(clustered[i]).isLessThan(0.05);
    }
    double[] alone =
        Importances.alone(
            TREES,
            planted.table(),
            planted.targets(),
            planted.weights(),
            folds,
            RandomStreams.of(1));
    assertThat(alone[0]).isCloseTo(alone[3], within(0.03)).isGreaterThan(0.68);
    assertThat(alone[1]).isBetween(0.44, 0.56);
  }

  @Test
  void bandsHaveNoGap() {
    double[] at = {0.721, 0.72, 0.63, 0.62, 0.45, 0.4499, 0.38, 0.3799, 0.28, 0.2799};
    Band[] expected = {
      Band.STRONG_BULL,
      Band.BULL,
      Band.BULL,
      Band.NEUTRAL,
      Band.NEUTRAL,
      Band.WEAK_BEAR,
      Band.WEAK_BEAR,
      Band.BEAR,
      Band.BEAR,
      Band.STRONG_BEAR
    };
    for (int i = 0; i < at.length; i++) {
      assertThat(Band.of(at[i])).as("%s", at[i]).isEqualTo(expected[i]);
    }
    assertThatThrownBy(() -> Band.of(Double.NaN)).hasMessageContaining("was NaN");
  }

  private static Learner constant(double value) {
    return new Learner() {
      @Override
      public String name() {
        return "constant";
      }

      @Override
      public SignalModel fit(
          Table table, int[] rows, float[] targets, float[] weights, RandomStreams streams) {
        return (of, row) -> value;
      }
    };
  }

  @Test
  void anEnsembleIsTheWeightedMean() {
    Planted noise = Planted.noise(50, 1, RandomStreams.of(1));
    SignalModel both =
        Ensemble.treesAndSequences(constant(0.8), constant(0.3))
            .fit(
                noise.table(),
                new int[] {0},
                noise.targets(),
                noise.weights(),
                RandomStreams.of(1));
    assertThat(both.predict(noise.table(), 0)).isCloseTo(0.6, within(1e-12));
    assertThatThrownBy(() -> new Ensemble(List.of(constant(1)), List.of(0.9)))
        .hasMessageContaining("sum to 1");
  }

  /** The mean of rows as a model: its refits spread by the known law of a mean. */
  @Test
  void refitsSpreadAsABootstrapDoes() {
    Learner mean =
        new Learner() {
          @Override
          public String name() {
            return "mean";
          }

          @Override
          public SignalModel fit(
              Table table, int[] rows, float[] targets, float[] weights, RandomStreams streams) {
            double m = IntStream.of(rows).mapToDouble(row -> targets[row]).average().orElseThrow();
            return (of, row) -> m;
          }
        };
    Planted noise = Planted.noise(400, 1, RandomStreams.of(8));
    RefitInterval interval =
        RefitInterval.of(
            mean,
            noise.table(),
            IntStream.range(0, 400).toArray(),
            noise.targets(),
            noise.weights(),
            0,
            2_000,
            1,
            RandomStreams.of(2));
    assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * 0.5 / 20, within(0.006));
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void aBacktestOfSpyAgainstOneComputedElsewhere() throws IOException {
    PriceBars spy = new PriceBars();
    for (String line :
        Files.readAllLines(Path.of(System.getenv("TRADING_GYM_DATA"), "daily_us/SPY.csv")).stream()
            .skip(1)
            .toList()) {
      double[] v =
          java.util.Arrays.stream(line.split(","))
              .skip(1)
              .mapToDouble(Double::parseDouble)
              .toArray();
      spy.append(
          LocalDate.parse(line.substring(0, 10)).toEpochDay() * 86_400_000,
          v[0],
          v[1],
          v[2],
          v[3],
          v[4]);
    }
    FeatureColumns columns = new FeatureColumns(Catalog.standard().parse("RSI_14, ATR_14"));
    columns.compute(spy);
    ThresholdBacktest test =
        ThresholdBacktest.run(
            spy,
            bar -> columns.value(0, bar) / 100,
            0.65,
            3,
            bar -> 2 * columns.value(1, bar),
            10_000);
    assertThat(test.trades()).hasSize(392);
    assertThat(test.trades().stream().filter(ThresholdBacktest.Trade::stopped)).hasSize(36);
    assertThat(test.equity()).isCloseTo(10_490.45017, within(1e-5));
    assertThat(test.winRate()).isCloseTo(0.5688775510, within(1e-10));
    assertThat(test.meanWin()).isCloseTo(0.0066375627, within(1e-10));
    assertThat(test.meanLoss()).isCloseTo(-0.0083611903, within(1e-10));
    assertThat(test.maxDrawdown()).isCloseTo(0.1129109479, within(1e-10));
    assertThat(test.trades().get(0).simpleReturn()).isCloseTo(0.0040469670, within(1e-10));
    assertThat(test.trades().get(1)).matches(ThresholdBacktest.Trade::stopped);
    assertThat(test.trades().get(1).simpleReturn()).isCloseTo(-0.0163657719, within(3e-8));
    assertThat(LocalDate.ofEpochDay(spy.closeTime(test.trades().get(0).signal()) / 86_400_000))
        .isEqualTo("2005-06-17");
  }
}
