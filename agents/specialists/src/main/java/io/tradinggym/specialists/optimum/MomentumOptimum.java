package io.tradinggym.specialists.optimum;

import io.tradinggym.specialists.planted.MomentumLaw;
import java.util.Arrays;

/**
 * The best that can be done in {@code Momentum-v1}: dynamic programming over the predicted drifts of the three modes,
 * whose filters have settled. They move as independent AR(1) processes, {@code a' = phi (a + gain x innovation)}, so an
 * expectation is one product with a matrix along each of the three axes.
 */
public final class MomentumOptimum {
  private static final int COINS = MomentumLaw.COINS;
  private static final int CHOICES = COINS + 1;
  private static final int SHOCKS = 41;
  private static final double REACH = 4.5;

  private final MomentumLaw law;
  private final int nodes;
  private final Spline[] axes = new Spline[COINS];
  private final double[][] move = new double[COINS][];
  private final double[] spread = new double[COINS];
  private final float[][][] continuation;
  private final double startValue;

  /**
   * Solves.
   *
   * @param law of the prices, with a drift above 0
   * @param nodes of each axis, at least 9; 41 is exact to 1e-4 and takes seconds, 21 to 5e-4
   * @throws IllegalArgumentException if there are fewer nodes, or the law has no drift
   */
  public MomentumOptimum(MomentumLaw law, int nodes) {
    if (nodes < 9 || !(law.drift() > 0)) {
      throw new IllegalArgumentException(
          "needs at least 9 nodes and a drift > 0, were " + nodes + " and " + law.drift());
    }
    this.law = law;
    this.nodes = nodes;
    NormalGrid shocks = new NormalGrid(SHOCKS);
    double phi = law.phi();
    for (int k = 0; k < COINS; k++) {
      double innovation = StrictMath.sqrt(law.predicted(k) + law.noise(k));
      double kick = phi * law.gain(k) * innovation;
      spread[k] = kick / StrictMath.sqrt(1 - phi * phi);
      axes[k] = new Spline(-REACH * spread[k], REACH * spread[k], nodes);
      move[k] = new double[nodes * nodes];
      double[] row = new double[nodes];
      for (int i = 0; i < nodes; i++) {
        Arrays.fill(row, 0);
        for (int m = 0; m < SHOCKS; m++) {
          axes[k].addWeights(phi * axes[k].node(i) + kick * shocks.z[m], shocks.weight[m], row);
        }
        System.arraycopy(row, 0, move[k], i * nodes, nodes);
      }
    }
    continuation = new float[law.bars()][CHOICES][];
    startValue = solve(shocks);
  }

  private double solve(NormalGrid shocks) {
    int cells = nodes * nodes * nodes;
    double[][] value = new double[CHOICES][cells];
    double[][] after = new double[CHOICES][cells];
    double[] scratch = new double[cells];
    for (int t = law.bars() - 1; t >= 0; t--) {
      for (int k = 0; k < CHOICES; k++) {
        expect(value[k], scratch, after[k]);
        float[] kept = new float[cells];
        for (int cell = 0; cell < cells; cell++) {
          after[k][cell] += earned(k, cell);
          kept[cell] = (float) after[k][cell];
        }
        continuation[t][k] = kept;
      }
      for (int w = 0; w < CHOICES; w++) {
        for (int cell = 0; cell < cells; cell++) {
          double best = Double.NEGATIVE_INFINITY;
          for (int k = 0; k < CHOICES; k++) {
            best = Math.max(best, after[k][cell] - fee(w, k));
          }
          value[w][cell] = best;
        }
      }
    }
    return mean(value[0], shocks);
  }

  /** Three products along the axes, the last one fastest. */
  private void expect(double[] in, double[] scratch, double[] out) {
    product(move[2], in, nodes * nodes, 1, nodes, out);
    product(move[1], out, nodes, nodes, nodes * nodes, scratch);
    product(move[0], scratch, 1, nodes * nodes, 0, out);
  }

  /** {@code out[.., i, ..] = sum_j m[i][j] in[.., j, ..]} along one axis. */
  private void product(double[] m, double[] in, int outer, int stride, int block, double[] out) {
    int inner = stride;
    for (int o = 0; o < outer; o++) {
      int base = o * block;
      for (int i = 0; i < nodes; i++) {
        int to = base + i * stride;
        Arrays.fill(out, to, to + inner, 0);
        for (int j = 0; j < nodes; j++) {
          double weight = m[i * nodes + j];
          int from = base + j * stride;
          for (int c = 0; c < inner; c++) {
            out[to + c] += weight * in[from + c];
          }
        }
      }
    }
  }

  private double earned(int choice, int cell) {
    if (choice == 0) {
      return 0;
    }
    int coin = choice - 1;
    double sum = -law.drag();
    int rest = cell;
    for (int k = COINS - 1; k >= 0; k--) {
      sum += MomentumLaw.mode(k, coin) * axes[k].node(rest % nodes);
      rest /= nodes;
    }
    return sum;
  }

  private double fee(int from, int to) {
    int trades = from == to ? 0 : from == 0 || to == 0 ? 1 : 2;
    return -StrictMath.log(1 - law.cost() * trades);
  }

  /** Over the stationary law of the predictions. */
  private double mean(double[] value, NormalGrid shocks) {
    double[][] weights = new double[COINS][nodes];
    for (int k = 0; k < COINS; k++) {
      for (int m = 0; m < shocks.size(); m++) {
        axes[k].addWeights(spread[k] * shocks.z[m], shocks.weight[m], weights[k]);
      }
    }
    double sum = 0;
    for (int a = 0; a < nodes; a++) {
      for (int b = 0; b < nodes; b++) {
        for (int c = 0; c < nodes; c++) {
          double share = weights[0][a] * weights[1][b] * weights[2][c];
          sum += share * value[(a * nodes + b) * nodes + c];
        }
      }
    }
    return sum;
  }

  /** {@return the law} */
  public MomentumLaw law() {
    return law;
  }

  /** {@return the expected log wealth of an episode that starts in cash with filters that have settled} */
  public double value() {
    return startValue;
  }

  /**
   * {@return the best choice, 0 cash, 1 to 3 the coins; between nodes by the mean of the eight around}
   *
   * @param step of the episode, from 0; a later one than the last counts as the last
   * @param predicted expected drift of each of three modes over the coming bar, log return
   * @param held choice that is held, 0 to 3
   */
  public int act(int step, double[] predicted, int held) {
    int t = Math.min(step, law.bars() - 1);
    int best = held;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < CHOICES; k++) {
      double value = at(continuation[t][k], predicted) - fee(held, k);
      if (value > most) {
        most = value;
        best = k;
      }
    }
    return best;
  }

  private double at(float[] table, double[] x) {
    double sum = 0;
    for (int corner = 0; corner < 8; corner++) {
      double share = 1;
      int cell = 0;
      for (int k = 0; k < COINS; k++) {
        double low = axes[k].node(0);
        double place = Math.clamp((x[k] - low) / (axes[k].node(1) - low), 0, nodes - 1.0);
        int i = Math.min((int) place, nodes - 2);
        boolean upper = (corner >> k & 1) == 1;
        share *= upper ? place - i : 1 - (place - i);
        cell = cell * nodes + i + (upper ? 1 : 0);
      }
      sum += share * table[cell];
    }
    return sum;
  }
}
