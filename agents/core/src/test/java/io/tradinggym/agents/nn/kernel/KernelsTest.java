package io.tradinggym.agents.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The vector kernels against the plain ones, bit for bit, and the plain product against a sum in double. */
class KernelsTest {
  private static final float GUARD = 12345f;

  private final Kernels vector = Kernels.vector().orElseThrow();
  private final Kernels plain = Kernels.plain();

  @Property(tries = 300)
  void productsOfAnyShapeHaveEqualBits(
      @ForAll @IntRange(max = 37) int rows,
      @ForAll @IntRange(max = 70) int columns,
      @ForAll @IntRange(max = 150) int depth,
      @ForAll @IntRange(max = 3) int offset,
      @ForAll boolean transposed,
      @ForAll boolean secondTransposed,
      @ForAll boolean accumulate,
      @ForAll long seed) {
    float[] a = values(offset + rows * depth, seed);
    float[] b = values(offset + depth * columns, seed + 1);
    float[] bias = values(offset + columns, seed + 2);
    int aRow = transposed ? 1 : depth;
    int aDepth = transposed ? rows : 1;
    float[][] results = new float[2][];
    for (int i = 0; i < 2; i++) {
      float[] c = guarded(values(offset + rows * columns, seed + 3));
      float[] start = accumulate ? c : bias;
      (i == 0 ? plain : vector)
          .product(
              new Operands()
                  .shape(rows, columns, depth)
                  .a(a, offset, aRow, aDepth)
                  .b(b, offset, secondTransposed ? 1 : columns, secondTransposed ? depth : 1)
                  .d(start, offset, accumulate ? columns : 0)
                  .c(c, offset, columns));
      results[i] = c;
    }
    assertThat(results[1]).isEqualTo(results[0]);
    assertThat(results[1][results[1].length - 1]).isEqualTo(GUARD);
  }

  @Property(tries = 100)
  void singleColumnsHaveEqualBits(
      @ForAll @IntRange(min = 1, max = 37) int rows,
      @ForAll @IntRange(max = 150) int depth,
      @ForAll boolean transposed,
      @ForAll long seed) {
    float[] a = values(rows * depth, seed);
    float[] b = values(depth, seed + 1);
    int aRow = transposed ? 1 : depth;
    int aDepth = transposed ? rows : 1;
    float[] expected = guarded(values(rows, seed + 2));
    float[] c = expected.clone();
    plain.product(
        new Operands()
            .shape(rows, 1, depth)
            .a(a, 0, aRow, aDepth)
            .b(b, 0, 1)
            .d(expected, 0, 1)
            .c(expected, 0, 1));
    vector.product(
        new Operands()
            .shape(rows, 1, depth)
            .a(a, 0, aRow, aDepth)
            .b(b, 0, 1)
            .d(c, 0, 1)
            .c(c, 0, 1));
    assertThat(c).isEqualTo(expected);
  }

  @Property(tries = 100)
  void productIsTheSumInIndexOrder(
      @ForAll @IntRange(min = 1, max = 6) int rows,
      @ForAll @IntRange(min = 1, max = 40) int columns,
      @ForAll @IntRange(max = 30) int depth,
      @ForAll long seed) {
    float[] a = values(rows * depth, seed);
    float[] b = values(depth * columns, seed + 1);
    float[] bias = values(columns, seed + 2);
    float[] c = new float[rows * columns];
    plain.product(
        new Operands()
            .shape(rows, columns, depth)
            .a(a, 0, depth, 1)
            .b(b, 0, columns)
            .d(bias, 0, 0)
            .c(c, 0, columns));
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < columns; j++) {
        float sum = bias[j];
        for (int k = 0; k < depth; k++) {
          sum = Math.fma(a[r * depth + k], b[k * columns + j], sum);
        }
        assertThat(c[r * columns + j]).isEqualTo(sum);
      }
    }
  }

  @Property(tries = 200)
  void elementWiseKernelsOfAnyLengthHaveEqualBits(
      @ForAll @IntRange(max = 70) int n, @ForAll @IntRange(max = 3) int offset, @ForAll long seed) {
    for (Activation f : Activation.values()) {
      float[] x = wide(offset + n, seed);
      float[] dy = values(offset + n, seed + 1);
      float[][] y = {guarded(new float[n]), guarded(new float[n])};
      float[][] dx = {guarded(new float[n]), guarded(new float[n])};
      float[][] e = {guarded(new float[n]), guarded(new float[n])};
      for (int i = 0; i < 2; i++) {
        Kernels kernels = i == 0 ? plain : vector;
        kernels.activate(f, n, x, offset, y[i], 0);
        kernels.activationGradient(f, n, x, offset, y[i], dy, offset, dx[i]);
        kernels.exp(n, x, offset, e[i], 0);
      }
      assertThat(y[1]).as("%s", f).isEqualTo(y[0]);
      assertThat(dx[1]).as("%s gradient", f).isEqualTo(dx[0]);
      assertThat(e[1]).as("exp").isEqualTo(e[0]);
    }
  }

  @Property(tries = 100)
  void updatesOfAnyLengthHaveEqualBits(@ForAll @IntRange(max = 70) int n, @ForAll long seed) {
    float[][] results = new float[2][];
    float[][] states = new float[2][];
    for (int i = 0; i < 2; i++) {
      Kernels kernels = i == 0 ? plain : vector;
      float[] p = guarded(values(n, seed));
      float[] g = guarded(values(n, seed + 1));
      float[] m = guarded(values(n, seed + 2));
      float[] v = guarded(squares(n, seed + 3));
      kernels.adam(n, p, g, m, v, 0.999f, 0.1f, 0.001f, 0.01f, 1.2f, 1e-5f);
      kernels.rmsProp(n, p, g, v, 0.01f, 0.02f, 1e-5f, 1e-7f);
      kernels.add(n, g, p);
      kernels.scale(n, 0.3f, p);
      kernels.blend(n, 0.005f, m, p);
      results[i] = p;
      states[i] = v;
    }
    assertThat(results[1]).isEqualTo(results[0]);
    assertThat(states[1]).isEqualTo(states[0]);
  }

  @Test
  void specialValuesComeOutTheSame() {
    float[] x = {
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      0f,
      -0f,
      Float.MIN_VALUE,
      -1e38f,
      1e38f,
      1e-20f,
      -1e-20f,
      88.8f,
      -88.8f,
      -103f,
      9.02f,
      -9.02f,
      1f,
      2f
    };
    for (Activation f : Activation.values()) {
      float[][] y = new float[2][x.length];
      plain.activate(f, x.length, x, 0, y[0], 0);
      vector.activate(f, x.length, x, 0, y[1], 0);
      assertThat(y[1]).as("%s", f).isEqualTo(y[0]);
      assertThat(y[1][0]).as("%s of NaN", f).isNaN();
    }
  }

  @Test
  void oneRowAloneHasTheBitsItHasInABatch() {
    int rows = 7;
    float[] x = values(rows * 33, 1);
    float[] w = values(33 * 67, 2);
    float[] bias = values(67, 3);
    float[] batch = new float[rows * 67];
    vector.product(
        new Operands()
            .shape(rows, 67, 33)
            .a(x, 0, 33, 1)
            .b(w, 0, 67)
            .d(bias, 0, 0)
            .c(batch, 0, 67));
    float[] alone = new float[rows * 67];
    for (int r = 0; r < rows; r++) {
      vector.product(
          new Operands()
              .shape(1, 67, 33)
              .a(x, r * 33, 33, 1)
              .b(w, 0, 67)
              .d(bias, 0, 0)
              .c(alone, r * 67, 67));
    }
    assertThat(alone).isEqualTo(batch);
  }

  private static float[] values(int n, long seed) {
    Random random = new Random(seed);
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) random.nextGaussian();
    }
    return x;
  }

  private static float[] squares(int n, long seed) {
    float[] x = values(n, seed);
    for (int i = 0; i < n; i++) {
      x[i] *= x[i];
    }
    return x;
  }

  /** Values over many magnitudes, beyond the ends of every function. */
  private static float[] wide(int n, long seed) {
    Random random = new Random(seed);
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(-6, 3)));
    }
    return x;
  }

  private static float[] guarded(float[] x) {
    float[] y = java.util.Arrays.copyOf(x, x.length + 1);
    y[x.length] = GUARD;
    return y;
  }
}
