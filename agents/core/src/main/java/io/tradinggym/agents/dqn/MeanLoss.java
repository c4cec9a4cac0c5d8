package io.tradinggym.agents.dqn;

/** {@code huber(Q(s, a) - y)}: quadratic within 1, linear beyond, so that no single surprise moves the network far. */
final class MeanLoss implements ReturnLoss {
  private float error;

  @Override
  public double at(
      float reward,
      float discount,
      float[] next,
      int nextAt,
      float[] own,
      int at,
      float scale,
      float[] slopes) {
    float value = nextAt == NOTHING ? 0 : next[nextAt];
    error = own[at] - (reward + discount * value);
    slopes[at] = scale * Math.clamp(error, -1f, 1f);
    double size = Math.abs(error);
    return size <= 1 ? 0.5 * size * size : size - 0.5;
  }

  @Override
  public float error() {
    return error;
  }
}
