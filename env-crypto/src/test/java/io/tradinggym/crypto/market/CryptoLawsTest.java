package io.tradinggym.crypto.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.process.GeometricBrownian;
import io.tradinggym.market.process.PriceProcess;
import io.tradinggym.market.process.StylisedFacts;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Jumps, premiums and venues that lag, against their laws in closed form. */
class CryptoLawsTest {
  private static final int BARS = 400_000;

  /** Of a mean over so many draws: five standard errors are never seen. */
  private static final double FIVE_SIGMA = 5 / Math.sqrt(BARS);

  private static final double DEVIATION = 0.006;

  /** Returns by asset. */
  private static double[][] draw(PriceProcess law) {
    RandomStream random = RandomStreams.of(5).stream("law");
    PriceProcess.Path path = law.path();
    path.start(random);
    double[] now = new double[law.assets()];
    double[] deviations = new double[law.assets()];
    double[][] returns = new double[law.assets()][BARS];
    for (int bar = 0; bar < BARS; bar++) {
      path.step(random, now, deviations);
      for (int asset = 0; asset < now.length; asset++) {
        returns[asset][bar] = now[asset];
      }
    }
    return returns;
  }

  /** Hourly noise of a deviation, without drift of its logarithm worth a mention. */
  private static PriceProcess noise(int assets) {
    return GeometricBrownian.noise(assets, DEVIATION, 1);
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).average().orElseThrow();
  }

  private static double covariance(double[] x, double[] y, int lag) {
    double meanX = mean(x);
    double meanY = mean(y);
    double sum = 0;
    for (int i = 0; i + lag < x.length; i++) {
      sum += (x[i] - meanX) * (y[i + lag] - meanY);
    }
    return sum / (x.length - lag);
  }

  private static double variance(double[] x) {
    double center = mean(x);
    return Arrays.stream(x)
        .map(value -> (value - center) * (value - center))
        .average()
        .orElseThrow();
  }

  @Test
  void jumpsComeAsOftenAndAsLargeAsTheirLawAndToAllAssetsAtOnce() {
    double chance = 0.02;
    double size = 0.03;
    double average = -0.01;
    double[][] beneath = draw(noise(2));
    double[][] returns = draw(new Jumps(noise(2), chance, average, size));
    double expected =
        DEVIATION * DEVIATION + chance * (size * size + (1 - chance) * average * average);
    assertThat(variance(returns[0])).isCloseTo(expected, within(0.05 * expected));
    assertThat(new Jumps(noise(2), chance, average, size).typicalDeviation(0))
        .isCloseTo(Math.sqrt(expected), within(1e-12));
    assertThat(mean(returns[0])).as("jumps add no drift").isCloseTo(mean(beneath[0]), within(4e-4));
    assertThat(StylisedFacts.kurtosis(beneath[0])).isCloseTo(3, within(0.1));
    assertThat(StylisedFacts.kurtosis(returns[0])).as("fat tails").isGreaterThan(10);
    double shared = chance * (size * size + (1 - chance) * average * average) / expected;
    assertThat(StylisedFacts.crossCorrelation(returns[0], returns[1], 0))
        .as("the jumps' part of the variance")
        .isCloseTo(shared, within(0.05));
  }

  @Test
  void withoutChanceThereAreNoJumps() {
    assertThat(draw(new Jumps(noise(1), 0, 0, 0.1))[0].length).isEqualTo(BARS);
    assertThat(variance(draw(new Jumps(noise(1), 0, 0, 0.1))[0]))
        .isCloseTo(DEVIATION * DEVIATION, within(0.02 * DEVIATION * DEVIATION));
  }

  /**
   * With sigma^2 the leader's variance: the follower moves with it by {@code 1 - lag}, and k bars later by {@code lag c
   * (1 - c)^(k-1)}; the follower tells nothing of the leader.
   */
  @Test
  void theFollowerMakesUpWhatItMissed() {
    double lag = 0.4;
    double catchUp = 0.25;
    double[][] returns = draw(new LeadAndLag(noise(1), lag, catchUp, 0.001));
    double square = variance(returns[0]);
    double tolerance = 2 * FIVE_SIGMA;
    assertThat(covariance(returns[0], returns[1], 0) / square)
        .isCloseTo(1 - lag, within(tolerance));
    for (int k = 1; k <= 4; k++) {
      assertThat(covariance(returns[0], returns[1], k) / square)
          .as("%d bars later", k)
          .isCloseTo(lag * catchUp * Math.pow(1 - catchUp, k - 1), within(tolerance));
      assertThat(covariance(returns[1], returns[0], k) / square)
          .as("the other way round")
          .isCloseTo(0, within(tolerance));
    }
  }

  @Test
  void theVenuesDoNotPartForGood() {
    double noise = 0.001;
    double lag = 0.4;
    double catchUp = 0.25;
    double[][] returns = draw(new LeadAndLag(noise(1), lag, catchUp, noise));
    double[] distance = new double[BARS];
    double sum = 0;
    for (int bar = 0; bar < BARS; bar++) {
      sum += returns[1][bar] - returns[0][bar];
      distance[bar] = sum;
    }
    double shock = lag * lag * DEVIATION * DEVIATION + noise * noise;
    double expected = shock / (1 - (1 - catchUp) * (1 - catchUp));
    assertThat(variance(distance)).isCloseTo(expected, within(0.05 * expected));
  }

  /** The stationary variances of the level and of the premium that reverts to it. */
  @Test
  void premiumsAreThoseOfTheirLaw() {
    PremiumLaw law = new PremiumLaw(2e-4, 0.05, 1e-4, 0.3, 1.5e-4);
    double[][] returns = draw(new SpotAndPerpetuals(noise(1), law));
    double[] premium = new double[BARS];
    double sum = 0;
    for (int bar = 0; bar < BARS; bar++) {
      sum += returns[1][bar] - returns[0][bar];
      premium[bar] = sum;
    }
    double level = law.levelDeviation() * law.levelDeviation();
    double k = law.speed();
    double stays = 1 - law.slowness();
    double common = stays * k * level / (1 - stays * (1 - k));
    double expected =
        (k * k * level + 2 * k * (1 - k) * common + law.noise() * law.noise())
            / (1 - (1 - k) * (1 - k));
    assertThat(variance(premium)).isCloseTo(expected, within(0.05 * expected));
    assertThat(mean(premium)).isCloseTo(law.mean(), within(0.1 * law.mean()));
  }

  @Test
  void lawsOutOfRangeAreRefusedWithTheirValue() {
    assertThatThrownBy(() -> new Jumps(noise(1), 1, 0, 0)).hasMessageContaining("was 1.0");
    assertThatThrownBy(() -> new Jumps(noise(1), 0.1, 0, -1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> new LeadAndLag(noise(2), 0.1, 0.1, 0)).hasMessageContaining("was 2");
    assertThatThrownBy(() -> new LeadAndLag(noise(1), 2, 0.1, 0)).hasMessageContaining("2.0");
    assertThatThrownBy(() -> new PremiumLaw(0, 0, 1, 1, 1)).hasMessageContaining("was 0.0");
    assertThatThrownBy(() -> new PremiumLaw(Double.NaN, 1, 1, 1, 1)).hasMessageContaining("NaN");
  }
}
