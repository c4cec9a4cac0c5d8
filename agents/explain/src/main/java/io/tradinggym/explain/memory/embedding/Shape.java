package io.tradinggym.explain.memory.embedding;

/**
 * The shape of a window of prices: logarithms, z-normalised, aggregated to segments. Blind to level, drift per bar and
 * volatility; who wants a quiet and a violent week apart adds {@link ShapeAndSize}.
 *
 * @param window bars, 20 to 60 are usual, &gt;= 2
 * @param segments numbers of the vector, 1 to the window; 16 are usual
 */
public record Shape(int window, int segments) implements Embedding {
  /** Checks the numbers. */
  public Shape {
    if (window < 2 || segments < 1 || segments > window) {
      throw new IllegalArgumentException(
          "a shape needs 1 <= segments <= window, window >= 2; was " + segments + ", " + window);
    }
  }

  @Override
  public int dimensions() {
    return segments;
  }

  @Override
  public String identity() {
    return "shape " + window + " " + segments;
  }

  @Override
  public float[] embed(double[] values, int from) {
    double[] shape = Windows.normalised(Windows.logs(values, from, window));
    double[] means = Windows.aggregated(shape, segments);
    float[] out = new float[segments];
    for (int i = 0; i < segments; i++) {
      out[i] = (float) means[i];
    }
    return out;
  }
}
