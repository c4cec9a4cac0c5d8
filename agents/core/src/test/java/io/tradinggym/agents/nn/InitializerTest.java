package io.tradinggym.agents.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializerTest {
  /** A float rounds each entry; 64 of them meet in a dot product. */
  private static final double ROUNDING = 1e-6;

  @ParameterizedTest
  @CsvSource({"64, 64, 1.4142135", "32, 64, 1.4142135", "64, 3, 0.01", "5, 1, 1", "1, 4, 1"})
  void theShorterSideIsOrthogonalWithLengthGain(int inputs, int outputs, double gain) {
    float[] w = new float[3 + inputs * outputs];
    Initializer.orthogonal(gain).fill(w, 3, inputs, outputs, new Random(5)::nextGaussian);
    int count = Math.min(inputs, outputs);
    for (int u = 0; u < count; u++) {
      for (int v = 0; v <= u; v++) {
        double dot = 0;
        for (int i = 0; i < Math.max(inputs, outputs); i++) {
          int a = 3 + (inputs < outputs ? u * outputs + i : i * outputs + u);
          int b = 3 + (inputs < outputs ? v * outputs + i : i * outputs + v);
          dot += (double) w[a] * w[b];
        }
        assertThat(dot / (gain * gain)).isCloseTo(u == v ? 1 : 0, within(ROUNDING));
      }
    }
  }

  @Test
  void normalWeightsHaveTheVarianceOfTheGain() {
    float[] w = new float[300 * 200];
    Initializer.normal(2).fill(w, 0, 300, 200, new Random(6)::nextGaussian);
    double square = 0;
    for (float x : w) {
      square += (double) x * x;
    }
    // the variance of 60,000 draws has a relative standard error of sqrt(2 / 60000) = 0.6 %
    assertThat(square / w.length * 300 / 4).isCloseTo(1, within(0.03));
  }

  @Test
  void aSourceThatRepeatsItselfIsRefused() {
    assertThatThrownBy(() -> Initializer.orthogonal(1).fill(new float[16], 0, 4, 4, () -> 1.0))
        .hasMessageContaining("Gaussian source repeats");
  }
}
