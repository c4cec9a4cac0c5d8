package io.tradinggym.allocator.regime;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Keeps the numbers of states the same from fit to fit: of all ways to number the new states the one that is nearest to
 * the old, by {@code (mean - mean')^2 / (sd sd') + ln^2(sd / sd')} summed over states and dimensions. At the first fit
 * states are numbered by volatility, the calmest first.
 */
final class Labels {
  private static final int MOST = 8;

  private final GaussianStates before;
  private final GaussianStates after;
  private final int[] trial;
  private final int[] best;
  private double least = Double.POSITIVE_INFINITY;

  private Labels(GaussianStates before, GaussianStates after) {
    this.before = before;
    this.after = after;
    trial = new int[after.states()];
    best = new int[after.states()];
  }

  static int requireFew(int states) {
    if (states < 2 || states > MOST) {
      throw new IllegalArgumentException("states must be in 2 .. " + MOST + ", was " + states);
    }
    return states;
  }

  /** New state for each old one. */
  static int[] match(GaussianStates before, GaussianStates after) {
    Labels labels = new Labels(before, after);
    labels.extend(0, 0, 0);
    return labels.best;
  }

  private void extend(int state, int used, double cost) {
    if (cost >= least) {
      return;
    }
    if (state == trial.length) {
      least = cost;
      System.arraycopy(trial, 0, best, 0, trial.length);
      return;
    }
    for (int candidate = 0; candidate < trial.length; candidate++) {
      if ((used & 1 << candidate) == 0) {
        trial[state] = candidate;
        extend(state + 1, used | 1 << candidate, cost + distance(state, candidate));
      }
    }
  }

  private double distance(int old, int candidate) {
    double sum = 0;
    for (int d = 0; d < before.dimensions(); d++) {
      double sd = before.sd()[old][d];
      double other = after.sd()[candidate][d];
      double gap = before.mean()[old][d] - after.mean()[candidate][d];
      double ratio = StrictMath.log(sd / other);
      sum += gap * gap / (sd * other) + ratio * ratio;
    }
    return sum;
  }

  /** States in the order of their volatility, the calmest first. */
  static int[] byVolatility(GaussianStates states) {
    return order(states.states(), k -> product(states.sd()[k]));
  }

  /** States in the order of the mean of the first number, the least first. */
  static int[] byMean(GaussianStates states) {
    return order(states.states(), k -> states.mean()[k][0]);
  }

  private static int[] order(int size, IntToDoubleFunction key) {
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingDouble(key::applyAsDouble))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double product(double[] values) {
    double product = 1;
    for (double value : values) {
      product *= value;
    }
    return product;
  }

  /** The same states in another order. */
  static GaussianStates reorder(GaussianStates states, int[] order) {
    double[][] mean = new double[order.length][];
    double[][] sd = new double[order.length][];
    for (int i = 0; i < order.length; i++) {
      mean[i] = states.mean()[order[i]];
      sd[i] = states.sd()[order[i]];
    }
    return new GaussianStates(mean, sd);
  }

  static HiddenMarkovModel reorder(HiddenMarkovModel model, int[] order) {
    int n = order.length;
    double[] initial = new double[n];
    double[][] transition = new double[n][n];
    for (int i = 0; i < n; i++) {
      initial[i] = model.initial()[order[i]];
      for (int j = 0; j < n; j++) {
        transition[i][j] = model.transition()[order[i]][order[j]];
      }
    }
    return new HiddenMarkovModel(initial, transition, reorder(model.emission(), order));
  }
}
