package io.tradinggym.examples.lessons;

import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.split.Purging;
import io.tradinggym.explain.attribution.Differentiable;
import io.tradinggym.explain.attribution.IntegratedGradients;
import io.tradinggym.explain.attribution.Shapley;
import io.tradinggym.signals.score.Scores;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** Numbers of the lessons on data and sequences. */
final class DataKeys {
  private DataKeys() {}

  static void into(Map<String, DoubleSupplier> keys) {
    keys.put("13/shared", () -> 1 - 3 / 10.0);
    keys.put("13/purge", DataKeys::purged);
    keys.put("13/auc", () -> Scores.auc(new int[] {0, 1, 0, 1}, new double[] {1, 1, 1, 1}));
    keys.put("13/se", () -> 0.0894 / Math.sqrt(20));
    keys.put("14/wait", DataKeys::waiting);
    keys.put("14/asof", () -> figures(40, 40, 40).at(200));
    keys.put("14/revision", DataKeys::revised);
    keys.put("14/score", () -> (3 - 2) / Math.sqrt((1 + 0 + 1) / 2.0));
    keys.put("15/guess", () -> 0.5 * 1 + 0.5 * -1);
    keys.put("15/keep", () -> Math.pow(0.95, 10));
    keys.put("15/half", () -> Math.log(0.5) / Math.log(0.95));
    keys.put("15/best", () -> 1);
    keys.put("20/first", () -> shapley(0));
    keys.put("20/second", () -> shapley(1));
    keys.put("20/sum", () -> shapley(0) + shapley(1) + shapley(2));
    keys.put("20/gradient", () -> gradient(0));
    keys.put("20/other", () -> gradient(1));
  }

  private static double purged() {
    Purging purging = new Purging(10, 0);
    return IntStream.range(0, 40).filter(row -> !purging.keeps(row, 40, 59)).count();
  }

  private static KnownSeries figures(long... delays) {
    return KnownSeries.of(
        new long[] {0, 90, 180},
        new long[] {delays[0], 90 + delays[1], 180 + delays[2]},
        new double[] {1, 2, 3});
  }

  /** The first day on which the figure of day 0 is known. */
  private static double waiting() {
    return IntStream.range(0, 90)
        .filter(day -> figures(40, 40, 40).indexAt(day) >= 0)
        .findFirst()
        .orElse(-1);
  }

  private static double revised() {
    return KnownSeries.of(new long[] {0, 90, 0}, new long[] {40, 130, 140}, new double[] {1, 2, 5})
        .at(150);
  }

  private static double shapley(int player) {
    double[] values = {0, 10, 20, 50, 0, 10, 30, 60};
    return Shapley.exact(present -> values[(int) present], 3).parts()[player];
  }

  /** Of x^2 + 3xy at (2, 1) from 0. */
  private static double gradient(int input) {
    Differentiable square =
        new Differentiable() {
          @Override
          public int inputs() {
            return 2;
          }

          @Override
          public void at(float[] points, int count, double[] out) {
            for (int i = 0; i < count; i++) {
              out[i] = points[2 * i] * points[2 * i] + 3 * points[2 * i] * points[2 * i + 1];
            }
          }

          @Override
          public void gradients(float[] points, int count, float[] out) {
            for (int i = 0; i < count; i++) {
              out[2 * i] = 2 * points[2 * i] + 3 * points[2 * i + 1];
              out[2 * i + 1] = 3 * points[2 * i];
            }
          }
        };
    return new IntegratedGradients(square, 64).of(new float[] {2, 1}, new float[2]).parts()[input];
  }
}
