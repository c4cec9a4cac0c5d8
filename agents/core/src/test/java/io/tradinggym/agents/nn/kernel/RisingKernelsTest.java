package io.tradinggym.agents.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** The kernels that begin in plain Java: equal bits before and after, and when they change over. */
class RisingKernelsTest {
  private static final int ROWS = 32;
  private static final int WIDTH = 64;

  /** Multiply-adds in thousands: a second or two in plain Java. */
  private static final int PATIENCE = 1_000_000;

  @Test
  void bitsStayTheSameWhileVectorsTakeOver() {
    Kernels rising = new RisingKernels();
    float[] weights = values(WIDTH * WIDTH, 1);
    float[] expected = values(ROWS * WIDTH, 2);
    float[] is = expected.clone();
    for (int i = 0; i < 1_000; i++) {
      expected = pass(Kernels.plain(), expected, weights);
      is = pass(rising, is, weights);
      assertThat(is).isEqualTo(expected);
    }
  }

  private static float[] pass(Kernels kernels, float[] x, float[] weights) {
    float[] y = new float[x.length];
    kernels.product(
        new Operands()
            .shape(ROWS, WIDTH, WIDTH)
            .a(x, 0, WIDTH, 1)
            .b(weights, 0, WIDTH)
            .d(x, 0, WIDTH)
            .c(y, 0, WIDTH));
    kernels.scale(y.length, 0.1f, y);
    kernels.activate(Activation.TANH, y.length, y, 0, y, 0);
    kernels.add(y.length, x, y);
    return y;
  }

  @Test
  void whatIsSlowIsNeverUsed() {
    Warmth warmth = Warmth.of(new Warmth.Effort(), size -> spend(size > 0 ? 100_000 : 0));
    assertThat(turnsAt(warmth)).isEqualTo(PATIENCE);
  }

  @Test
  void whatIsFastIsUsedAfterTheFirstFewMilliseconds() {
    Warmth warmth = Warmth.of(new Warmth.Effort(), size -> {});
    assertThat(turnsAt(warmth)).isBetween(3_999, PATIENCE - 1);
  }

  @Test
  void oneSlowLoopOfSeveralHoldsUpAll() {
    IntConsumer slow = size -> spend(size > 0 ? 100_000 : 0);
    assertThat(turnsAt(Warmth.of(new Warmth.Effort(), size -> {}, slow))).isEqualTo(PATIENCE);
  }

  private static int turnsAt(Warmth warmth) {
    for (int thousand = 0; thousand < PATIENCE; thousand++) {
      if (warmth.readyFor(1_000)) {
        return thousand;
      }
    }
    return PATIENCE;
  }

  private static void spend(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static float[] values(int n, long seed) {
    Random random = new Random(seed);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextGaussian() * 0.1f;
    }
    return values;
  }
}
