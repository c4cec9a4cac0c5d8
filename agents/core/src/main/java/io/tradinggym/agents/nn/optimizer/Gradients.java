package io.tradinggym.agents.nn.optimizer;

import io.tradinggym.agents.nn.kernel.Kernels;

/** Size of a gradient, and its limit. */
public final class Gradients {
  private Gradients() {}

  /**
   * {@return the euclidean norm, summed in double over four fixed stripes: squares of floats are exact there and cannot
   * overflow}
   *
   * @param gradient whose norm is taken; read only
   */
  public static double norm(float[] gradient) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= gradient.length; i += 4) {
      double g0 = gradient[i];
      double g1 = gradient[i + 1];
      double g2 = gradient[i + 2];
      double g3 = gradient[i + 3];
      s0 += g0 * g0;
      s1 += g1 * g1;
      s2 += g2 * g2;
      s3 += g3 * g3;
    }
    for (; i < gradient.length; i++) {
      double g = gradient[i];
      s0 += g * g;
    }
    return Math.sqrt((s0 + s1) + (s2 + s3));
  }

  /**
   * Scales the gradient down to a norm of at most {@code maxNorm}, as PyTorch's clip_grad_norm_ does: by {@code maxNorm
   * / (norm + 1e-6)} if that is below 1. A gradient with NaN is left as it is.
   *
   * @param kernels the arithmetic to use
   * @param gradient changed in place
   * @param maxNorm largest norm that is left alone, &gt; 0
   * @return the norm before clipping
   */
  public static double clip(Kernels kernels, float[] gradient, double maxNorm) {
    if (!(maxNorm > 0)) {
      throw new IllegalArgumentException("maxNorm must be > 0, was " + maxNorm);
    }
    double norm = norm(gradient);
    double factor = maxNorm / (norm + 1e-6);
    if (factor < 1) {
      kernels.scale(gradient.length, (float) factor, gradient);
    }
    return norm;
  }
}
