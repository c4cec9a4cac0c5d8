package io.tradinggym.allocator.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Clock;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.feature.Feature;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.instrument.Equity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegimeFeaturesTest {
  private static final int BARS = 220;
  private static final int KNOWN = 150;

  /** Prices that are the same up to a bar, whatever the seed of what comes after. */
  private static ReplayMarket market(long future) {
    RandomStream past = RandomStreams.of(1).stream("past");
    RandomStream later = RandomStreams.of(future).stream("later");
    double[] close = new double[BARS];
    long[] times = new long[BARS];
    double price = 100;
    for (int bar = 0; bar < BARS; bar++) {
      double sd = bar / 40 % 2 == 0 ? 0.01 : 0.03;
      price *= Math.exp(bar < KNOWN ? past.gaussian(0, sd) : later.gaussian(0, 5 * sd));
      close[bar] = price;
      times[bar] = 86_400_000L * (bar + 1);
    }
    double[] volume = new double[BARS];
    Arrays.fill(volume, 1_000);
    return ReplayMarket.of(
        List.of(new Series(Equity.printed("AAA"), times, close, close, close, close, volume)), 252);
  }

  private static double[] values(Feature feature, ReplayMarket market) {
    Clock clock = new Clock(market.data(), market.instruments());
    Feature.State state = feature.create();
    state.reset();
    double[] values = new double[BARS];
    for (int bar = 0; bar < BARS; bar++) {
      clock.set(bar);
      values[bar] = state.next(clock.view(), 0);
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "regime:hmm(2,60,20)",
        "regime:hmm(3,60,20)",
        "regime:jump(3,60,20)",
        "regime:bocpd(0.02,20)",
        "regime:volatility(10,3)",
        "regime:mixture(2,60,20)"
      })
  void nothingThatIsSaidDependsOnWhatComesLater(String name) {
    FeatureSet set = FeatureSet.parse(name);
    for (Feature feature : set.features()) {
      double[] one = values(feature, market(2));
      double[] other = values(feature, market(3));
      assertThat(Arrays.copyOf(one, KNOWN)).isEqualTo(Arrays.copyOf(other, KNOWN));
      assertThat(one).isNotEqualTo(other);
      assertThat(Arrays.stream(one)).allMatch(value -> value >= -1 && value <= 1);
      assertThat(Arrays.stream(one).distinct().count()).as("it moves").isGreaterThan(1);
    }
  }

  @Test
  void statesButTheFirstHaveAFeatureEachAndMistakesAreNamed() {
    assertThat(FeatureSet.parse("return5, regime:hmm(3)").names())
        .containsExactly("return5", "regime:hmm(3)#1", "regime:hmm(3)#2");
    assertThatThrownBy(() -> FeatureSet.parse("regime:hnm(3)")).hasMessageContaining("hmm");
    assertThatThrownBy(() -> FeatureSet.parse("regime:hmm(x)")).hasMessageContaining("states=2");
    assertThat(FeatureSet.known().stream().map(entry -> entry.name()))
        .contains("regime:bocpd(hazard=0.01,window=30)");
  }
}
