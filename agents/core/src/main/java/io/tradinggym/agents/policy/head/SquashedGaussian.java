package io.tradinggym.agents.policy.head;

import io.tradinggym.agents.nn.kernel.FloatMath;
import io.tradinggym.api.space.Space;

/**
 * Actions {@code a = tanh(x)}, {@code x = mean + exp(log sd) noise}, each in (-1, 1) and scaled to a Box for the
 * environment. A row of network outputs holds the means, then the logarithms of the standard deviations, which are kept
 * in [-20, 2].
 *
 * @see <a href="https://arxiv.org/abs/1812.05905">Haarnoja et al. (2018), appendix C</a>
 */
public final class SquashedGaussian {
  private static final float LOG_SD_MIN = -20;
  private static final float LOG_SD_MAX = 2;
  private static final float HALF_LOG_2PI = 0.9189385332f;
  private static final float LOG_2 = 0.69314718f;

  private final int size;

  /**
   * The law of actions in a space.
   *
   * @param actions the action space
   * @throws IllegalArgumentException unless it is a Box with finite bounds
   */
  public SquashedGaussian(Space actions) {
    size = BoundedBox.of(actions).size();
  }

  /** {@return the number of values in an action} */
  public int size() {
    return size;
  }

  /** {@return the number of outputs that the network must have} */
  public int outputs() {
    return 2 * size;
  }

  /**
   * Writes the action of a row.
   *
   * @param outputs of the network, read at {@code at}
   * @param at index of the row's first output
   * @param noise standard normal values, read at {@code noiseAt}
   * @param noiseAt index of the first of them, one for each value of the action
   * @param action receives the action, each value in (-1, 1), from {@code actionAt}
   * @param actionAt index of the first float of the action
   * @return the natural logarithm of the action's probability density
   */
  public float draw(
      float[] outputs, int at, float[] noise, int noiseAt, float[] action, int actionAt) {
    float sum = 0;
    for (int i = 0; i < size; i++) {
      float logSd = Math.clamp(outputs[at + size + i], LOG_SD_MIN, LOG_SD_MAX);
      float e = noise[noiseAt + i];
      float x = outputs[at + i] + FloatMath.exp(logSd) * e;
      action[actionAt + i] = FloatMath.tanh(x);
      sum -= 0.5f * e * e + logSd + HALF_LOG_2PI + logSlope(x);
    }
    return sum;
  }

  /**
   * log(1 - tanh(x)^2) = 2 (log 2 - |x| - log(1 + exp(-2 |x|))), which does not lose its digits where tanh is near 1.
   */
  private static float logSlope(float x) {
    float size = Math.abs(x);
    return 2 * (LOG_2 - size - FloatMath.log(1 + FloatMath.exp(-2 * size)));
  }

  /**
   * Writes the action without noise.
   *
   * @param outputs of the network, read at {@code at}
   * @param at index of the row's first output
   * @param action receives the action, each value in (-1, 1), from {@code actionAt}
   * @param actionAt index of the first float of the action
   */
  public void mode(float[] outputs, int at, float[] action, int actionAt) {
    for (int i = 0; i < size; i++) {
      action[actionAt + i] = FloatMath.tanh(outputs[at + i]);
    }
  }

  /**
   * Writes the gradient of {@code a x log density + f(action)} for the action that {@link #draw} gave, the noise held
   * fixed.
   *
   * @param outputs of the network, read at {@code at}
   * @param at index of the row's first output, and of its gradient
   * @param noise standard normal values that the action was drawn with, read at {@code noiseAt}
   * @param noiseAt index of the first of them
   * @param action the action as it was drawn, read at {@code actionAt}
   * @param actionAt index of the first float of the action
   * @param a dLoss / dLogDensity
   * @param actionSlopes df / dAction, read at {@code slopesAt}
   * @param slopesAt index of the first derivative
   * @param outputGradient receives the gradient of the outputs, one row from {@code at}
   */
  public void backward(
      float[] outputs,
      int at,
      float[] noise,
      int noiseAt,
      float[] action,
      int actionAt,
      float a,
      float[] actionSlopes,
      int slopesAt,
      float[] outputGradient) {
    for (int i = 0; i < size; i++) {
      float raw = outputs[at + size + i];
      float y = action[actionAt + i];
      float moved = FloatMath.exp(Math.clamp(raw, LOG_SD_MIN, LOG_SD_MAX)) * noise[noiseAt + i];
      // d log density / dx = 2 tanh(x); d action / dx = 1 - tanh(x)^2
      float dx = a * 2 * y + actionSlopes[slopesAt + i] * (1 - y * y);
      outputGradient[at + i] = dx;
      outputGradient[at + size + i] = raw > LOG_SD_MIN && raw < LOG_SD_MAX ? dx * moved - a : 0;
    }
  }
}
