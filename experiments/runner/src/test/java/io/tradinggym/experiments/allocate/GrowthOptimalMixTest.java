package io.tradinggym.experiments.allocate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.process.Correlation;
import io.tradinggym.market.process.GeometricBrownian;
import io.tradinggym.market.process.Markets;
import io.tradinggym.market.process.SimulatedMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthOptimalMixTest {
  @Test
  void ofABrownianShareItIsKellysFraction() {
    // mu = .045 a year, sigma .3: weight mu / sigma^2 = .5, growth mu^2 / (2 sigma^2) = .01125.
    GeometricBrownian law =
        new GeometricBrownian(
            new double[] {0.045}, new double[] {0.3}, Correlation.identity(1), 252);
    GrowthOptimalMix mix = GrowthOptimalMix.of(SimulatedMarket.of(law).bars(1_300).build(), 3);
    // 500 years: a mean is known to .3 / sqrt(500), the weight to that over sigma^2.
    double error = 0.3 / Math.sqrt(500) / 0.09;
    assertThat(mix.weights()[0]).isCloseTo(0.5, within(3 * error));
    assertThat(mix.weights()[0] + mix.weights()[1]).isCloseTo(1, within(1e-9));
  }

  @Test
  void onAPathItRebalancesEveryMonth() {
    GrowthOptimalMix half = new GrowthOptimalMix(List.of("A"), new double[] {0.5, 0.5}, 0);
    double[] price = new double[43];
    for (int bar = 0; bar < 43; bar++) {
      price[bar] = bar <= 21 ? 100 : 200;
    }
    assertThat(half.on(new double[][] {price})).isCloseTo(Math.log(1.5), within(1e-12));
    assertThat(GrowthOptimalMix.of(Markets.named("noise:2"), 1).growth()).isLessThan(0.01);
  }
}
