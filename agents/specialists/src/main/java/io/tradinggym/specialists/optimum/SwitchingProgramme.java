package io.tradinggym.specialists.optimum;

/**
 * Dynamic programming for a few positions and one number that tells all that is known: before each step the trader may
 * change the position at a cost, then earns what the position and the number bring.
 *
 * <pre>
 *   V_t(x, w) = max over k of  -fee(w, k) + C_t(x, k),     C_t(x, k) = E[earned + V_t+1(x', k)]
 * </pre>
 *
 * <p>x lies on an even grid, values between are interpolated linearly.
 */
abstract class SwitchingProgramme {
  private final double low;
  private final double step;
  private final int steps;
  private final int positions;
  private final double[][][] continuation;

  SwitchingProgramme(double low, double high, int nodes, int steps, int positions) {
    this.low = low;
    this.step = (high - low) / (nodes - 1);
    this.steps = steps;
    this.positions = positions;
    continuation = new double[steps][positions][nodes];
  }

  /** Called before the continuation values of a step are asked for, the last step first. */
  void prepare(int t) {}

  /** What changing the position costs. */
  abstract double fee(int from, int to);

  /**
   * Expected earnings of a position over the coming step plus the expected value after it.
   *
   * @param next values after the step under that position, to be read by {@link #at}
   */
  abstract double expect(int node, int position, double[] next);

  /** Fills the table; called at the end of a subclass's constructor. */
  final void solve() {
    int nodes = continuation[0][0].length;
    double[][] value = new double[positions][nodes];
    for (int t = steps - 1; t >= 0; t--) {
      prepare(t);
      for (int k = 0; k < positions; k++) {
        for (int i = 0; i < nodes; i++) {
          continuation[t][k][i] = expect(i, k, value[k]);
        }
      }
      for (int w = 0; w < positions; w++) {
        for (int i = 0; i < nodes; i++) {
          double best = Double.NEGATIVE_INFINITY;
          for (int k = 0; k < positions; k++) {
            best = Math.max(best, continuation[t][k][i] - fee(w, k));
          }
          value[w][i] = best;
        }
      }
    }
  }

  final double node(int i) {
    return low + i * step;
  }

  final int nodes() {
    return continuation[0][0].length;
  }

  /** A table's value between its nodes; beyond them that of the last. */
  final double at(double[] table, double x) {
    double place = Math.clamp((x - low) / step, 0, table.length - 1.0);
    int i = Math.min((int) place, table.length - 2);
    double part = place - i;
    return table[i] + part * (table[i + 1] - table[i]);
  }

  /** The best position index. */
  final int best(int t, double x, int position) {
    int best = position;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < positions; k++) {
      double value = at(continuation[t][k], x) - fee(position, k);
      if (value > most) {
        most = value;
        best = k;
      }
    }
    return best;
  }

  /** What is earned from a step on under the best decisions. */
  final double value(int t, double x, int position) {
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < positions; k++) {
      most = Math.max(most, at(continuation[t][k], x) - fee(position, k));
    }
    return most;
  }
}
