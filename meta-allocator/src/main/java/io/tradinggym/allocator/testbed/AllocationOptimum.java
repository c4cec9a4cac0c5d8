package io.tradinggym.allocator.testbed;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.specialists.rules.RulePolicy;

/**
 * The best that can be done in {@code RegimeAllocation-v1} by somebody who knows the law: dynamic programming over the
 * filtered chances of the three regimes and what is held. Chances lie on a triangular grid, expectations are means over
 * a fixed sample of bars of each regime.
 */
public final class AllocationOptimum {
  private static final int REGIMES = AllocationLaw.REGIMES;
  private static final int CHOICES = AllocationLaw.CHOICES;
  private static final int CORNERS = 3;
  private static final int SEEN = AllocationLaw.SPECIALISTS + 1;
  private static final long SEED = 1;

  private final AllocationLaw law;
  private final int parts;
  private final int nodes;
  private final int bars;
  private final double[][] seen; // bars of the first regime, then of the second, of the third
  private final double[][] chance; // by node and regime
  private final int[] corner; // where a node goes with a bar: three corners and their weights
  private final float[] share;
  private final double[][][] continuation; // step, choice, node
  private final double startValue;

  /**
   * Solves.
   *
   * @param law of the specialists' returns
   * @param parts of each side of the triangle, at least 5; 30 is usual
   * @param bars sample of each regime, at least 10; 400 is usual
   */
  public AllocationOptimum(AllocationLaw law, int parts, int bars) {
    if (parts < 5 || bars < 10) {
      throw new IllegalArgumentException(
          "parts must be >= 5 and bars >= 10, were " + parts + " and " + bars);
    }
    this.law = law;
    this.parts = parts;
    this.bars = bars;
    nodes = (parts + 1) * (parts + 2) / 2;
    seen = new double[REGIMES * bars][SEEN];
    RandomStream random = RandomStreams.of(SEED).stream("bars");
    for (int m = 0; m < seen.length; m++) {
      draw(m / bars, m % bars, random, m);
    }
    chance = new double[nodes][];
    corner = new int[nodes * seen.length * CORNERS];
    share = new float[nodes * seen.length * CORNERS];
    for (int a = 0; a <= parts; a++) {
      for (int b = 0; a + b <= parts; b++) {
        follow(node(a, b), (double) a / parts, (double) b / parts);
      }
    }
    continuation = new double[law.bars()][CHOICES][nodes];
    double[][] value = solve();
    int[] at = new int[CORNERS];
    double[] weight = new double[CORNERS];
    locate(AllocationLaw.stationary(0), AllocationLaw.stationary(1), at, weight);
    double start = 0;
    for (int c = 0; c < CORNERS; c++) {
      start += weight[c] * value[0][at[c]];
    }
    startValue = start;
  }

  /** Finds where a node goes with each bar of the sample. */
  private void follow(int node, double first, double second) {
    chance[node] = new double[] {first, second, Math.max(0, 1 - first - second)};
    double[] chances = new double[REGIMES];
    int[] at = new int[CORNERS];
    double[] weight = new double[CORNERS];
    for (int m = 0; m < seen.length; m++) {
      System.arraycopy(chance[node], 0, chances, 0, REGIMES);
      law.filter(chances, seen[m]);
      locate(chances[0], chances[1], at, weight);
      for (int c = 0; c < CORNERS; c++) {
        corner[(node * seen.length + m) * CORNERS + c] = at[c];
        share[(node * seen.length + m) * CORNERS + c] = (float) weight[c];
      }
    }
  }

  /** Backwards from the last bar; returns the values at the first by what is held and node. */
  private double[][] solve() {
    double[][] earned = new double[CHOICES][REGIMES];
    for (int k = 0; k < CHOICES; k++) {
      for (int m = 0; m < seen.length; m++) {
        earned[k][m / bars] += AllocationLaw.earned(k, seen[m]) / bars;
      }
    }
    double[][] value = new double[CHOICES][nodes];
    for (int t = law.bars() - 1; t >= 0; t--) {
      for (int k = 0; k < CHOICES; k++) {
        for (int node = 0; node < nodes; node++) {
          continuation[t][k][node] = expect(node, earned[k], value[k]);
        }
      }
      for (int w = 0; w < CHOICES; w++) {
        for (int node = 0; node < nodes; node++) {
          double best = Double.NEGATIVE_INFINITY;
          for (int k = 0; k < CHOICES; k++) {
            best = Math.max(best, continuation[t][k][node] - law.fee(w, k));
          }
          value[w][node] = best;
        }
      }
    }
    return value;
  }

  /** What a bar brings on average, and what comes after it. */
  private double expect(int node, double[] earned, double[] value) {
    double sum = 0;
    for (int regime = 0; regime < REGIMES; regime++) {
      double later = 0;
      int from = (node * seen.length + regime * bars) * CORNERS;
      for (int i = from; i < from + bars * CORNERS; i++) {
        later += share[i] * value[corner[i]];
      }
      sum += chance[node][regime] * (earned[regime] + later / bars);
    }
    return sum;
  }

  /** Every second bar is the one before it, mirrored: the sample's means are then exact. */
  private void draw(int regime, int number, RandomStream random, int m) {
    if (number % 2 == 0) {
      law.draw(regime, random, seen[m]);
      return;
    }
    for (int i = 0; i < AllocationLaw.SPECIALISTS; i++) {
      seen[m][i] = 2 * law.mean(regime, i) - seen[m - 1][i];
    }
    seen[m][SEEN - 1] = 2 * AllocationLaw.hint(regime) - seen[m - 1][SEEN - 1];
  }

  private int node(int a, int b) {
    return a * (parts + 1) - a * (a - 1) / 2 + b;
  }

  /** The corners of the small triangle around a point, and their weights. */
  private void locate(double first, double second, int[] at, double[] weight) {
    double x = Math.clamp(first * parts, 0, parts);
    double y = Math.clamp(second * parts, 0, parts - x);
    int a = Math.min((int) x, parts - 1);
    int b = Math.min((int) y, parts - 1 - a);
    double dx = x - a;
    double dy = y - b;
    if (dx + dy <= 1 || a + b + 2 > parts) {
      at[0] = node(a, b);
      at[1] = node(a + 1, b);
      at[2] = node(a, b + 1);
      weight[0] = 1 - dx - dy;
      weight[1] = dx;
      weight[2] = dy;
    } else {
      at[0] = node(a + 1, b + 1);
      at[1] = node(a + 1, b);
      at[2] = node(a, b + 1);
      weight[0] = dx + dy - 1;
      weight[1] = 1 - dy;
      weight[2] = 1 - dx;
    }
  }

  /** {@return the law} */
  public AllocationLaw law() {
    return law;
  }

  /**
   * {@return the expected log wealth of an episode, as the grid has it: slightly too high, for it interpolates
   * linearly}
   */
  public double value() {
    return startValue;
  }

  /**
   * {@return the best choice for the coming bar, 0 to 5} Allocates a few numbers.
   *
   * @param step of the episode, from 0; a later one than the last counts as the last
   * @param first chance that the coming bar is of the first regime, in [0, 1]
   * @param second chance that it is of the second; the rest is that of the third
   * @param held choice that is held, 0 to 5
   */
  public int act(int step, double first, double second, int held) {
    int[] at = new int[CORNERS];
    double[] weight = new double[CORNERS];
    locate(first, second, at, weight);
    int t = Math.min(step, law.bars() - 1);
    int best = held;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < CHOICES; k++) {
      double value = -law.fee(held, k);
      for (int c = 0; c < CORNERS; c++) {
        value += weight[c] * continuation[t][k][at[c]];
      }
      if (value > most) {
        most = value;
        best = k;
      }
    }
    return best;
  }

  /**
   * {@return the optimum as a policy of the testbed with {@code informed: true}}
   *
   * @param spec of an informed {@code RegimeAllocation-v1}
   */
  public Policy policy(EnvironmentSpec spec) {
    int size = SEEN * 4 + CHOICES + REGIMES;
    if (!spec.id().equals("RegimeAllocation-v1") || spec.observation().size() != size) {
      throw new IllegalArgumentException(
          "the optimum needs RegimeAllocation-v1 with informed: true, "
              + size
              + " observed numbers; was given "
              + spec.id()
              + " with "
              + spec.observation().size());
    }
    return new RulePolicy(spec) {
      @Override
      protected int choose(float[] x, int from, int step) {
        int held = 0;
        int base = from + SEEN * 4;
        for (int choice = 0; choice < CHOICES; choice++) {
          held = x[base + choice] == 1 ? choice : held;
        }
        return AllocationOptimum.this.act(step, x[base + CHOICES], x[base + CHOICES + 1], held);
      }
    };
  }
}
