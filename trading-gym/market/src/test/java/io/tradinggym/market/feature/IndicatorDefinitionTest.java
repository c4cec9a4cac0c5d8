package io.tradinggym.market.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Running computations against the definitions, spelled out over the whole past. */
class IndicatorDefinitionTest {
  private static final int BARS = 300;
  private static final double TOLERANCE = 1e-9;
  private final Quotes quotes = Quotes.random(1, BARS, RandomStreams.of(3).stream("quotes"));

  @Test
  void returnsOverSeveralBars() {
    check(Features.logReturn(1), bar -> 100 * Math.log(close(bar) / close(bar - 1)));
    check(
        Features.logReturn(20),
        bar -> 100 * Math.log(close(bar) / close(bar - 20)) / Math.sqrt(20));
    check(Features.rateOfChange(5), bar -> 100 * (close(bar) / close(bar - 5) - 1) / Math.sqrt(5));
  }

  @Test
  void realizedVolatilityIsTheRootMeanSquareReturn() {
    check(
        Features.realizedVolatility(20),
        bar -> {
          double squares = 0;
          for (int i = bar - 19; i <= bar; i++) {
            squares += Math.pow(Math.log(close(i) / close(i - 1)), 2);
          }
          return 100 * Math.sqrt(squares / 20);
        });
  }

  @Test
  void ewmaVolatilityWeighsEachReturnByItsAge() {
    check(
        Features.ewmaVolatility(0.9),
        bar -> {
          double squares = 0;
          double weights = 0;
          for (int i = 1; i <= bar; i++) {
            double weight = Math.pow(0.9, bar - i);
            squares += weight * Math.pow(Math.log(close(i) / close(i - 1)), 2);
            weights += weight;
          }
          return 100 * Math.sqrt(squares / weights);
        });
  }

  @Test
  void volumeIsComparedWithTheBarsBeforeIt() {
    check(
        Features.volumeRatio(10),
        bar -> {
          double mean = Arrays.stream(quotes.volume[0], bar - 10, bar).average().orElseThrow();
          return (quotes.volume[0][bar] - mean) / (quotes.volume[0][bar] + mean);
        });
  }

  @Test
  void drawdownIsTakenFromTheHighestClose() {
    check(
        Features.drawdown(30),
        bar -> {
          double highest =
              Arrays.stream(quotes.close[0], bar - 29, bar + 1).max().orElseThrow() / 100.0;
          return 10 * (close(bar) / highest - 1);
        });
  }

  @Test
  void aPriceThatStandsStillGivesNumbers() {
    Quotes still = new Quotes(1, 100);
    for (long[] column :
        new long[][] {still.open[0], still.high[0], still.low[0], still.close[0]}) {
      Arrays.fill(column, 12_345);
    }
    for (Feature feature : AllFeatures.LIST) {
      double[] values = still.values(feature);
      assertThat(values[99]).as(feature.name()).isEqualTo(0.0);
    }
  }

  @Test
  void logarithmOfARatioIsExactForSmallAndLargeMoves() {
    for (double ratio :
        new double[] {
          1e-6, 0.5, 0.83, 0.852, 0.9, 0.999999, 1, 1.0000001, 1.05, 1.17, 1.174, 2, 1e9
        }) {
      double expected = StrictMath.log(ratio * 37 / 37);
      assertThat(Ratios.log(ratio * 37, 37))
          .isCloseTo(expected, within(1e-15 + Math.ulp(expected)));
    }
  }

  private interface Definition {
    double at(int bar);
  }

  private void check(Feature feature, Definition definition) {
    double[] values = quotes.values(feature);
    for (int bar = feature.warmUp(); bar < BARS; bar++) {
      assertThat(values[bar])
          .as("%s at bar %d", feature.name(), bar)
          .isCloseTo(definition.at(bar), within(TOLERANCE));
    }
  }

  private double close(int bar) {
    return quotes.close[0][bar] / 100.0;
  }
}
