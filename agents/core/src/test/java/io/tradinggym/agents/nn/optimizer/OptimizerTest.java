package io.tradinggym.agents.nn.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.nn.ModelFormatException;
import io.tradinggym.agents.nn.kernel.Kernels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Oracles: steps worked out by hand, and the textbook recursions in double. */
class OptimizerTest {
  private static final double ROUNDING = 1e-6;

  private final Kernels kernels = Kernels.fastest();

  @Test
  void theFirstAdamStepIsTheLearningRateWhateverTheGradient() {
    // t = 1: m / (1 - b1) = g and sqrt(v / (1 - b2)) = |g|, so p moves by rate * sign(g)
    float[] p = {1f, 1f, 1f};
    new Adam(3, kernels, 1e-12).step(p, new float[] {0.5f, -20f, 1e-3f}, 0.1);
    assertThat(p[0]).isCloseTo(0.9f, within(1e-6f));
    assertThat(p[1]).isCloseTo(1.1f, within(1e-6f));
    assertThat(p[2]).isCloseTo(0.9f, within(1e-6f));
  }

  @Test
  void twoAdamStepsByHand() {
    // g = 1, then 3; b1 0.9, b2 0.999, rate 0.1.  m: 0.1, 0.39; v: 0.001, 0.009999
    // step 1: 0.1; step 2: 0.1 * (0.39 / 0.19) / sqrt(0.009999 / 0.001999) = 0.1 * 2.0526316 /
    // 2.2365078
    float[] p = {0f};
    Adam adam = new Adam(1, kernels, 1e-12);
    adam.step(p, new float[] {1f}, 0.1);
    adam.step(p, new float[] {3f}, 0.1);
    assertThat((double) p[0]).isCloseTo(-0.1 - 0.1 * 2.0526316 / 2.2365078, within(ROUNDING));
    assertThat(adam.steps()).isEqualTo(2);
  }

  @Test
  void adamWithDecayFollowsTheRecursionInDouble() {
    double p = 0.7;
    double m = 0;
    double v = 0;
    float[] params = {0.7f};
    Adam adam = new Adam(1, kernels, 0.8, 0.95, 1e-3, 0.1);
    for (int t = 1; t <= 50; t++) {
      double g = Math.sin(t);
      double rate = 0.02 / t;
      adam.step(params, new float[] {(float) g}, rate);
      p -= rate * 0.1 * p;
      m = 0.8 * m + 0.2 * g;
      v = 0.95 * v + 0.05 * g * g;
      p -= rate * (m / (1 - Math.pow(0.8, t))) / (Math.sqrt(v / (1 - Math.pow(0.95, t))) + 1e-3);
    }
    assertThat((double) params[0]).isCloseTo(p, within(ROUNDING));
  }

  @Test
  void theTwoFormsOfRmsPropDifferInEpsilonAndTheFirstAverage() {
    float[] g = {2f};
    float[] tensorFlow = {0f};
    RmsProp.tensorFlow(1, kernels, 0.99, 0.5).step(tensorFlow, g, 0.1);
    assertThat((double) tensorFlow[0])
        .isCloseTo(-0.1 * 2 / Math.sqrt(0.99 + 0.04 + 0.5), within(ROUNDING));
    float[] pyTorch = {0f};
    RmsProp.pyTorch(1, kernels, 0.99, 0.5).step(pyTorch, g, 0.1);
    assertThat((double) pyTorch[0]).isCloseTo(-0.1 * 2 / (Math.sqrt(0.04) + 0.5), within(ROUNDING));
  }

  @Test
  void aRestoredOptimiserContinuesWithTheSameBits() throws IOException {
    for (int kind = 0; kind < 3; kind++) {
      Optimizer original = make(kind, 5);
      float[] p = {1, 2, 3, 4, 5};
      for (int t = 0; t < 7; t++) {
        original.step(p, gradient(t), 0.01);
      }
      Optimizer restored = make(kind, 5);
      restored.load(stream(saved(original)));
      float[] q = p.clone();
      for (int t = 7; t < 12; t++) {
        original.step(p, gradient(t), 0.01);
        restored.step(q, gradient(t), 0.01);
      }
      assertThat(q).isEqualTo(p);
      assertThat(restored.steps()).isEqualTo(12);
    }
  }

  @Test
  void stateOfAnotherKindOrLengthIsRefused() throws IOException {
    byte[] adam = saved(make(0, 5));
    assertThatThrownBy(() -> make(1, 5).load(stream(adam)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage("expected rmsprop, found adam");
    assertThatThrownBy(() -> make(0, 6).load(stream(adam)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("not for 6 parameters");
  }

  @Test
  void clippingKeepsTheDirectionAndCapsTheNorm() {
    float[] g = {3f, 0f, -4f, 0f, 0f};
    assertThat(Gradients.clip(kernels, g, 0.5)).isCloseTo(5, within(ROUNDING));
    assertThat(Gradients.norm(g)).isCloseTo(0.5, within(ROUNDING));
    assertThat(g[0] / g[2]).isCloseTo(-0.75f, within(1e-6f));
    float[] small = {0.3f, 0.4f};
    assertThat(Gradients.clip(kernels, small, 0.51)).isCloseTo(0.5, within(ROUNDING));
    assertThat(small).containsExactly(0.3f, 0.4f);
    assertThat(Gradients.norm(new float[] {3e30f, 4e30f})).isCloseTo(5e30, within(1e24));
  }

  @Test
  void badSettingsAreRefusedWithTheirValue() {
    assertThatThrownBy(() -> new Adam(1, kernels, 1.0, 0.9, 1e-8, 0)).hasMessageContaining("1.0");
    assertThatThrownBy(() -> new Adam(1, kernels, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> make(0, 2).step(new float[3], new float[3], 0.1))
        .hasMessageContaining("for 2 parameters");
    assertThatThrownBy(() -> make(0, 2).step(new float[2], new float[2], Double.NaN))
        .hasMessageContaining("NaN");
  }

  private Optimizer make(int kind, int size) {
    return List.of(
            new Adam(size, kernels, 0.9, 0.999, 1e-5, 0.01),
            RmsProp.tensorFlow(size, kernels, 0.99, 1e-5),
            RmsProp.pyTorch(size, kernels, 0.99, 1e-5))
        .get(kind);
  }

  private static float[] gradient(int t) {
    return new float[] {t, -t, 1, 0, 0.1f * t};
  }

  private static byte[] saved(Optimizer optimizer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    optimizer.save(new DataOutputStream(out));
    return out.toByteArray();
  }

  private static DataInputStream stream(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
