package io.tradinggym.agents.policy.returns;

/** The mean return alone. */
public record MeanReturn() implements ReturnLaw {
  @Override
  public int atoms() {
    return 1;
  }

  @Override
  public float mean(float[] outputs, int at) {
    return outputs[at];
  }

  @Override
  public void meanSlopes(float[] outputs, int at, float[] slopes) {
    slopes[at] = 1;
  }
}
