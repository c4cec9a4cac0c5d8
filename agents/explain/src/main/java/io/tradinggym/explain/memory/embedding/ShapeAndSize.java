package io.tradinggym.explain.memory.embedding;

import java.util.Arrays;

/**
 * The shape of a window of prices, and beside it the logarithm of its volatility in deviations of the training data's:
 * a quiet and a violent week of the same shape lie apart.
 *
 * @param shape of the window
 * @param mean of the log volatility in the training data
 * @param deviation of the log volatility there, &gt; 0
 * @param weight of one deviation, in units of the shape's distance; 0 leaves it out
 */
public record ShapeAndSize(Shape shape, double mean, double deviation, double weight)
    implements Embedding {
  /** Volatility of a window that does not move. */
  private static final double LEAST = 1e-8;

  /** Checks the numbers. */
  public ShapeAndSize {
    if (!(deviation > 0 && weight >= 0)) {
      throw new IllegalArgumentException(
          "deviation must be > 0 and weight >= 0, was " + deviation + " and " + weight);
    }
  }

  /**
   * Fits the scale of volatility on windows of training prices, each a step after the other.
   *
   * @param shape embeds the shape
   * @param prices closes of the training range, &gt; 0, at least a window and one more
   * @param weight of one deviation of size, in units of the shape's distance, &gt;= 0; 0 leaves it out
   * @return the embedding
   */
  public static ShapeAndSize fit(Shape shape, double[] prices, double weight) {
    int count = prices.length - shape.window() + 1;
    if (count < 2) {
      throw new IllegalArgumentException(
          "needs more than " + shape.window() + " prices, was given " + prices.length);
    }
    double[] sizes = new double[count];
    for (int from = 0; from < count; from++) {
      sizes[from] = size(prices, from, shape.window());
    }
    double mean = Arrays.stream(sizes).average().orElse(0);
    double square = Arrays.stream(sizes).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    return new ShapeAndSize(shape, mean, Math.max(LEAST, Math.sqrt(square)), weight);
  }

  private static double size(double[] prices, int from, int window) {
    double[] logs = Windows.logs(prices, from, window);
    return Math.log(Math.max(LEAST, Windows.stepDeviation(logs)));
  }

  @Override
  public int window() {
    return shape.window();
  }

  @Override
  public int dimensions() {
    return shape.dimensions() + 1;
  }

  @Override
  public String identity() {
    return shape.identity() + " size " + mean + " " + deviation + " " + weight;
  }

  @Override
  public float[] embed(double[] values, int from) {
    float[] out = Arrays.copyOf(shape.embed(values, from), dimensions());
    double size = size(values, from, shape.window());
    out[shape.dimensions()] = (float) (weight * (size - mean) / deviation);
    return out;
  }
}
