package io.tradinggym.market.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import org.junit.jupiter.api.Test;

class AutoregressiveTest {
  private static final int STEPS = 100_000;

  @Test
  void theLastReturnTellsTheSignOfTheNextAsOftenAsTheLawSays() {
    double rho = 0.2;
    RandomStream random = RandomStreams.of(5).stream("path");
    PriceProcess.Path path = new Autoregressive(rho, 0.01).path();
    path.start(random);
    double[] r = new double[1];
    double[] deviation = new double[1];
    path.step(random, r, deviation);
    double product = 0;
    double squares = 0;
    int right = 0;
    for (int step = 0; step < STEPS; step++) {
      double before = r[0];
      path.step(random, r, deviation);
      product += before * r[0];
      squares += r[0] * r[0];
      right += before * r[0] > 0 ? 1 : 0;
    }
    double error = 4 / Math.sqrt(STEPS);
    assertThat(product / squares).isCloseTo(rho, within(error));
    assertThat(Math.sqrt(squares / STEPS)).isCloseTo(0.01, within(0.01 * error));
    assertThat((double) right / STEPS).isCloseTo(0.5 + Math.asin(rho) / Math.PI, within(error / 2));
    assertThat(deviation[0]).isEqualTo(0.01 * Math.sqrt(1 - rho * rho));
  }

  @Test
  void aCorrelationThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new Autoregressive(1, 0.01)).hasMessageContaining("(-1, 1), was 1.0");
    assertThatThrownBy(() -> Markets.named("autoregressive:2"))
        .hasMessageContaining("autoregressive:0.2");
  }
}
