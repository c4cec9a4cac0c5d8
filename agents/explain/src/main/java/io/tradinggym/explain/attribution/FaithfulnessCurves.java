package io.tradinggym.explain.attribution;

/**
 * Whether an order of inputs is one of importance: inputs are taken away (set to the baseline) or added, in that order,
 * and the number is followed. Areas are under the curve from 1 to 0 (deletion: the smaller the better) or from 0 to 1
 * (insertion: the larger the better), by trapezoids, of the number scaled to 1 at the observation and 0 at the
 * baseline. Any order of a sum has a mean of one half.
 *
 * @param deletion area under the curve of inputs taken away; the smaller the better
 * @param insertion area under the curve of inputs added; the larger the better
 * @see <a href="https://arxiv.org/abs/1806.07421">Petsiuk, Das and Saenko (2018), RISE</a>
 */
public record FaithfulnessCurves(double deletion, double insertion) {
  /**
   * {@return both areas of an order of inputs}
   *
   * @param number what is explained
   * @param observation one observation, as many floats as the number has inputs
   * @param baseline what it is compared with, as long
   * @param order indices of all inputs, the most important first
   * @throws IllegalArgumentException if the number is the same at observation and baseline
   */
  public static FaithfulnessCurves of(
      ScoreFunction number, float[] observation, float[] baseline, int[] order) {
    double all = number.at(observation);
    double none = number.at(baseline);
    if (all == none) {
      throw new IllegalArgumentException(
          "the number is " + all + " at observation and baseline: there is nothing to follow");
    }
    double[] deleted = curve(number, observation, baseline, order);
    double[] inserted = curve(number, baseline, observation, order);
    return new FaithfulnessCurves(area(deleted, none, all), area(inserted, none, all));
  }

  private static double[] curve(ScoreFunction number, float[] from, float[] to, int[] order) {
    int inputs = number.inputs();
    float[] rows = new float[(order.length + 1) * inputs];
    float[] row = from.clone();
    System.arraycopy(row, 0, rows, 0, inputs);
    for (int i = 0; i < order.length; i++) {
      row[order[i]] = to[order[i]];
      System.arraycopy(row, 0, rows, (i + 1) * inputs, inputs);
    }
    double[] values = new double[order.length + 1];
    number.at(rows, values.length, values);
    return values;
  }

  private static double area(double[] values, double none, double all) {
    double sum = 0;
    for (int i = 0; i + 1 < values.length; i++) {
      sum += (values[i] + values[i + 1]) / 2 - none;
    }
    return sum / (all - none) / (values.length - 1);
  }
}
