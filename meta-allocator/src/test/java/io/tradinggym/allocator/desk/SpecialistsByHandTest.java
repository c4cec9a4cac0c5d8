package io.tradinggym.allocator.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Clock;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What simple specialists want at each close of prices made up by hand. */
class SpecialistsByHandTest {
  /** Weights of all assets after each bar; NaN asks for nothing. */
  private static List<double[]> lived(Specialist specialist, double[]... closes) {
    int bars = closes[0].length;
    long[] times = LongStream.rangeClosed(1, bars).map(day -> day * 86_400_000L).toArray();
    double[] volume = new double[bars];
    Arrays.fill(volume, 1_000);
    List<Series> all = new ArrayList<>();
    for (int asset = 0; asset < closes.length; asset++) {
      double[] c = closes[asset];
      all.add(new Series(Equity.printed("A" + asset), times, c, c, c, c, volume));
    }
    ReplayMarket market = ReplayMarket.of(all, 252);
    Bars data = market.data();
    Clock clock = new Clock(data, market.instruments());
    List<double[]> wanted = new ArrayList<>();
    specialist.begin();
    for (int bar = 0; bar < bars; bar++) {
      clock.set(bar);
      double[] weights = new double[closes.length];
      specialist.decide(clock.view(), weights);
      wanted.add(weights);
    }
    return wanted;
  }

  private static double[] first(List<double[]> wanted) {
    return wanted.stream().mapToDouble(weights -> weights[0]).toArray();
  }

  /**
   * 100, 100, 90 is 1.41 deviations below its mean, 100, 90, 90 0.71; where nothing moves it is at its mean and out.
   */
  @Test
  void reversionBuysBelowItsMeanAndLeavesAtIt() {
    double[] falls = {100, 100, 90, 90, 90, 90};
    double[] rises = {90, 90, 100, 100, 100, 100};
    for (int life = 0; life < 2; life++) {
      ZScoreReversion both = new ZScoreReversion(new int[] {0}, 3, 1, 0, true);
      assertThat(first(lived(both, falls))).containsExactly(0, 0, 1, 1, 0, 0);
      assertThat(first(lived(both, rises))).containsExactly(0, 0, -1, -1, 0, 0);
      ZScoreReversion longs = new ZScoreReversion(new int[] {0}, 3, 1, 0, false);
      assertThat(first(lived(longs, rises))).containsExactly(0, 0, 0, 0, 0, 0);
      // It leaves earlier, at 0.71 deviations.
      ZScoreReversion early = new ZScoreReversion(new int[] {0}, 3, 1, 0.8, true);
      assertThat(first(lived(early, falls))).containsExactly(0, 0, 1, 0, 0, 0);
    }
  }

  /** Looked at once two bars are known, and every third bar from then on. */
  @Test
  void momentumHoldsTheStrongestUntilItLooksAgain() {
    double[] a = {100, 100, 103, 100, 100, 100, 100, 100, 100};
    double[] b = {100, 100, 101, 100, 100, 120, 100, 100, 90};
    double[] c = {100, 100, 90, 100, 100, 110, 100, 100, 90};
    List<double[]> one = lived(new CrossMomentum(new int[] {0, 1, 2}, 2, 1, 3), a, b, c);
    double hold = Double.NaN;
    double[][] expected = {
      {0, 0, 0},
      {0, 0, 0},
      {1, 0, 0},
      {hold, hold, hold},
      {hold, hold, hold},
      {0, 1, 0},
      {hold, hold, hold},
      {hold, hold, hold},
      {0, 0, 0}
    };
    for (int bar = 0; bar < expected.length; bar++) {
      assertThat(one.get(bar)).as("bar %d", bar).containsExactly(expected[bar]);
    }
    List<double[]> two = lived(new CrossMomentum(new int[] {0, 1, 2}, 2, 2, 3), a, b, c);
    assertThat(two.get(2)).containsExactly(0.5, 0.5, 0);
    assertThat(two.get(5)).containsExactly(0, 0.5, 0.5);
  }

  /** A first move of 1 % is the deviation; later ones are counted in it. A life leaves nothing to the next. */
  @Test
  void trendFollowsTheMeanOfMovesInDeviations() {
    EwmaTrend trend = new EwmaTrend(new int[] {0}, 3, 0.5, true);
    double[] up = {100, 101, 102.5, 104, 106, 108};
    double[] down = {100, 99, 97.5, 96, 94, 92};
    // With a rate of one half the mean of 1.5 deviations is 0.74 at the third move.
    assertThat(first(lived(trend, up))).containsExactly(0, 0, 0, 1, 1, 1);
    assertThat(first(lived(trend, down))).containsExactly(0, 0, 0, -1, -1, -1);
    assertThat(first(lived(trend, up))).containsExactly(0, 0, 0, 1, 1, 1);
    double[] turns = {100, 101, 100, 101, 100, 101};
    assertThat(first(lived(new EwmaTrend(new int[] {0}, 3, 0.7, true), turns)))
        .containsExactly(0, 0, 0, 0, 0, 0);
  }
}
