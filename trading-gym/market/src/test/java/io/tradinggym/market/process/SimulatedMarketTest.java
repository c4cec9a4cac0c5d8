package io.tradinggym.market.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarketTape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What bars of any simulated market must be, and what a Brownian one looks like inside. */
class SimulatedMarketTest {
  private static RandomStream random(long seed) {
    return RandomStreams.of(seed).stream("market");
  }

  private static long[] everything(Bars bars) {
    long[] all = new long[bars.assets() * bars.length() * 5];
    int i = 0;
    for (int a = 0; a < bars.assets(); a++) {
      for (int t = 0; t < bars.length(); t++) {
        all[i++] = bars.open(a, t);
        all[i++] = bars.high(a, t);
        all[i++] = bars.low(a, t);
        all[i++] = bars.close(a, t);
        all[i++] = bars.volume(a, t);
      }
    }
    return all;
  }

  @Property
  void barsAreConsistentAndNeverWithoutPrice(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0.01, max = 30) double volatility,
      @ForAll @DoubleRange(min = 0, max = 0.9) double gaps,
      @ForAll @IntRange(min = 1, max = 3) int assets) {
    SimulatedMarket market =
        SimulatedMarket.of(GeometricBrownian.noise(assets, volatility, 252))
            .gaps(gaps, Correlation.identity(assets))
            .bars(20)
            .history(5)
            .build();
    MarketTape tape = market.tape();
    tape.next(random(seed));
    Bars bars = tape.bars();
    assertThat(bars.length()).isEqualTo(25);
    assertThat(tape.firstDecision()).isEqualTo(5);
    for (int a = 0; a < assets; a++) {
      for (int t = 0; t < bars.length(); t++) {
        assertThat(bars.low(a, t)).isBetween(1L, Math.min(bars.open(a, t), bars.close(a, t)));
        assertThat(bars.high(a, t))
            .isBetween(Math.max(bars.open(a, t), bars.close(a, t)), SimulatedMarket.MAX_TICKS);
        assertThat(bars.volume(a, t)).isPositive();
        assertThat(bars.traded(a, t)).isTrue();
      }
    }
  }

  /** However many bars are drawn at once, each follows from those before and from the same numbers. */
  @Test
  void aLongerPathBeginsWithTheShorter() {
    for (int assets : new int[] {1, 3, 100, 300}) {
      SimulatedMarket.Builder law =
          SimulatedMarket.of(
                  new GjrGarch(
                      Collections.nCopies(assets, Gjr.garch(1e-6, 0.1, 0.85)),
                      Shocks.student(Correlation.uniform(assets, 0.3), 5)))
              .history(0);
      MarketTape longer = law.bars(600).build().tape();
      longer.next(random(3));
      for (int bars : new int[] {2, 255, 256, 257}) {
        MarketTape shorter = law.bars(bars).build().tape();
        shorter.next(random(3));
        for (int asset = 0; asset < assets; asset++) {
          for (int bar = 0; bar < bars; bar++) {
            assertThat(shorter.bars().high(asset, bar)).isEqualTo(longer.bars().high(asset, bar));
            assertThat(shorter.bars().close(asset, bar)).isEqualTo(longer.bars().close(asset, bar));
          }
        }
      }
    }
  }

  /** Four numbers a bar: the law's, the gap's, two extremes of one, the volume's. */
  @Test
  void aPathTakesItsNumbersOfTheStreamAndNoMore() {
    RandomStream random = random(4);
    SimulatedMarket.of(GeometricBrownian.noise(1, 0.2, 252))
        .history(0)
        .bars(37)
        .build()
        .tape()
        .next(random);
    RandomStream other = random(4);
    for (int i = 0; i < 4 * 37; i++) {
      other.nextLong();
    }
    assertThat(random.nextLong()).isEqualTo(other.nextLong());
  }

  @Test
  void savedTapeComesBackWithEqualBars() throws IOException {
    SimulatedMarket market =
        SimulatedMarket.of(
                new GjrGarch(
                    List.of(Gjr.garch(1e-6, 0.1, 0.85)),
                    Shocks.student(Correlation.identity(1), 5)))
            .build();
    MarketTape tape = market.tape();
    RandomStream random = random(1);
    tape.next(random);
    tape.next(random);
    long[] before = everything(tape.bars());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    tape.save(new DataOutputStream(out));
    MarketTape other = market.tape();
    other.restore(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
    assertThat(everything(other.bars())).isEqualTo(before);
    tape.next(random);
    assertThat(everything(tape.bars())).isNotEqualTo(before);
  }

  @Test
  void episodesAllocateNothing() {
    MarketTape tape =
        SimulatedMarket.of(
                new GjrGarch(
                    List.of(Gjr.garch(1e-6, 0.1, 0.85)),
                    Shocks.student(Correlation.identity(1), 5)))
            .build()
            .tape();
    RandomStream random = random(2);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int episode = 0; episode < 100; episode++) {
        tape.next(random);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isLessThan(100);
  }

  @Test
  void gapsTakeTheirShareOfVarianceAndDoNotPredictTheDay() {
    double share = 0.3;
    int n = 100_000;
    Bars bars = onePath(share, n);
    double[] night = new double[n - 1];
    double[] day = new double[n - 1];
    for (int t = 1; t < n; t++) {
      night[t - 1] = Math.log((double) bars.open(0, t) / bars.close(0, t - 1));
      day[t - 1] = Math.log((double) bars.close(0, t) / bars.open(0, t));
    }
    double nights = Arrays.stream(night).map(x -> x * x).sum();
    double days = Arrays.stream(day).map(x -> x * x).sum();
    assertThat(nights / (nights + days)).isCloseTo(share, within(0.01));
    assertThat(StylisedFacts.crossCorrelation(night, day, 0)).isCloseTo(0, within(0.016));
  }

  @Test
  void rangesAreThoseOfBrownianMotion() {
    // Parkinson: E[ln(H/L)^2] = 4 ln 2 s^2; extremes drawn one by one keep E[u^2], E[d^2] and so
    // exceed it by a little
    int n = 100_000;
    Bars bars = onePath(0, n);
    double s2 = 0.2 * 0.2 / 252;
    double up = 0;
    double range = 0;
    for (int t = 0; t < n; t++) {
      double u = Math.log((double) bars.high(0, t) / bars.open(0, t));
      double d = Math.log((double) bars.low(0, t) / bars.open(0, t));
      up += u * u;
      range += (u - d) * (u - d);
    }
    // the maximum of Brownian motion is the size of a normal: E[u^2] = s^2
    assertThat(up / n / s2).isCloseTo(1, within(0.03));
    assertThat(range / n / s2 / (4 * Math.log(2))).isBetween(0.95, 1.1);
  }

  private static Bars onePath(double share, int n) {
    // a price far above its tick, so that rounding does not show
    MarketTape tape =
        SimulatedMarket.of(GeometricBrownian.noise(1, 0.2, 252))
            .startPrices(1e7)
            .gaps(share, Correlation.identity(1))
            .bars(n)
            .history(0)
            .build()
            .tape();
    tape.next(random(3));
    return tape.bars();
  }

  @Test
  void fingerprintTellsLawsApart() {
    String one = SimulatedMarket.of(GeometricBrownian.noise(1, 0.2, 252)).build().fingerprint();
    assertThat(one)
        .hasSize(64)
        .isEqualTo(SimulatedMarket.of(GeometricBrownian.noise(1, 0.2, 252)).build().fingerprint());
    assertThat(one)
        .isNotEqualTo(
            SimulatedMarket.of(GeometricBrownian.noise(1, 0.21, 252)).build().fingerprint());
    assertThat(one)
        .isNotEqualTo(
            SimulatedMarket.of(GeometricBrownian.noise(1, 0.2, 252)).bars(9).build().fingerprint());
  }

  @Test
  void timesAscendOnWorkingDaysOrEvenly() {
    assertThat(Timeline.of(6, 252)).isSorted();
    assertThat(Timeline.of(6, 252)[5] - Timeline.of(6, 252)[0]).isEqualTo(7 * 86_400_000L);
    long[] hours = Timeline.of(3, 365 * 24);
    assertThat(hours[1] - hours[0]).isEqualTo(3_600_000L);
  }

  @Test
  void badSettingsAreNamed() {
    var builder = SimulatedMarket.of(GeometricBrownian.noise(2, 0.2, 252));
    assertThatThrownBy(() -> builder.startPrices(100)).hasMessageContaining("startPrices");
    assertThatThrownBy(() -> builder.bars(1)).hasMessageContaining("bars must be >= 2, was 1");
    assertThatThrownBy(() -> builder.gaps(1, Correlation.identity(2)))
        .hasMessageContaining("gap share");
    assertThatThrownBy(() -> builder.startPrices(0.001, 100).build()).hasMessageContaining("SIM0");
  }
}
