package io.tradinggym.allocator.regime;

import java.util.Arrays;

/**
 * Fits a hidden Markov model with normal observations by expectation and maximisation. Standard deviations keep above a
 * thousandth of the data's, or one state would collapse on one bar. Two starts are tried, states that differ in
 * volatility and states that differ in mean; the likelier end is kept. Deterministic.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177697196">Baum, Petrie, Soules and Weiss (1970)</a>
 */
final class BaumWelch {
  private static final double FLOOR = 1e-3;
  private static final double STAY = 0.95;

  private final int states;
  private final int dimensions;
  private final int iterations;
  private final double tolerance;

  // Scratch for the largest sample so far, bar by bar.
  private double[] forward = new double[0];
  private double[] backward = new double[0];
  private double[] density = new double[0];
  private double[] scale = new double[0];

  /**
   * A fitter.
   *
   * @param states at least 2
   * @param dimensions numbers in an observation, at least 1
   * @param iterations at most so many passes, at least 1
   * @param tolerance ends when a pass raises the mean log likelihood of a bar by less, &gt; 0
   */
  public BaumWelch(int states, int dimensions, int iterations, double tolerance) {
    this.states = Check.atLeast("states", states, 2);
    this.dimensions = Check.atLeast("dimensions", dimensions, 1);
    this.iterations = Check.atLeast("iterations", iterations, 1);
    this.tolerance = Check.positive("tolerance", tolerance);
  }

  /**
   * {@return the law fitted without any first guess}
   *
   * @param x observations, bars x dimensions, bar by bar
   * @param bars how many bars of them, at least 10 for each state
   */
  public HiddenMarkovModel fit(double[] x, int bars) {
    Check.atLeast("bars", bars, 10 * states);
    HiddenMarkovModel spread = fit(start(x, bars, true), x, bars);
    double first = logLikelihood(spread, x, bars);
    HiddenMarkovModel shifted = fit(start(x, bars, false), x, bars);
    return logLikelihood(shifted, x, bars) > first ? shifted : spread;
  }

  /**
   * {@return the law fitted from a first guess, such as the law of a shorter past}
   *
   * @param guess where the search begins
   * @param x observations, bars x dimensions, bar by bar
   * @param bars how many bars of them, at least 10 for each state
   */
  public HiddenMarkovModel fit(HiddenMarkovModel guess, double[] x, int bars) {
    Check.atLeast("bars", bars, 10 * states);
    reserve(bars);
    double[] floor = new double[dimensions];
    for (int d = 0; d < dimensions; d++) {
      floor[d] = FLOOR * moments(x, bars, d)[1];
    }
    HiddenMarkovModel model = guess;
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < iterations; i++) {
      double likelihood = expect(model, x, bars);
      if (likelihood - before < tolerance * bars) {
        break;
      }
      before = likelihood;
      model = maximise(model, x, bars, floor);
    }
    return model;
  }

  private static double logLikelihood(HiddenMarkovModel model, double[] x, int bars) {
    HmmFilter filter = new HmmFilter(model);
    for (int t = 0; t < bars; t++) {
      filter.update(x, t * filter.dimensions());
    }
    return filter.logLikelihood();
  }

  private double[] moments(double[] x, int bars, int d) {
    double mean = 0;
    for (int t = 0; t < bars; t++) {
      mean += x[t * dimensions + d] / bars;
    }
    double squares = 0;
    for (int t = 0; t < bars; t++) {
      double gap = x[t * dimensions + d] - mean;
      squares += gap * gap / bars;
    }
    if (!(squares > 0)) {
      throw new IllegalArgumentException(
          "number " + d + " of the observations does not vary; a state cannot be told from it");
    }
    return new double[] {mean, StrictMath.sqrt(squares)};
  }

  private HiddenMarkovModel start(double[] x, int bars, boolean byVolatility) {
    double[][] mean = new double[states][dimensions];
    double[][] sd = new double[states][dimensions];
    for (int d = 0; d < dimensions; d++) {
      double[] all = moments(x, bars, d);
      for (int k = 0; k < states; k++) {
        double place = 2.0 * k / (states - 1) - 1;
        mean[k][d] = all[0] + (byVolatility ? 0 : place * all[1]);
        sd[k][d] = all[1] * (byVolatility ? StrictMath.pow(1.8, place) : 0.8);
      }
    }
    double[][] transition = new double[states][states];
    double[] initial = new double[states];
    for (int i = 0; i < states; i++) {
      Arrays.fill(transition[i], (1 - STAY) / (states - 1));
      transition[i][i] = STAY;
      initial[i] = 1.0 / states;
    }
    return new HiddenMarkovModel(initial, transition, new GaussianStates(mean, sd));
  }

  private void reserve(int bars) {
    if (scale.length < bars) {
      forward = new double[bars * states];
      backward = new double[bars * states];
      density = new double[bars * states];
      scale = new double[bars];
    }
  }

  /** Fills the scratch by the scaled forward and backward passes; returns the log likelihood. */
  private double expect(HiddenMarkovModel model, double[] x, int bars) {
    double likelihood = 0;
    for (int t = 0; t < bars; t++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < states; k++) {
        density[t * states + k] = model.emission().logDensity(k, x, t * dimensions);
        largest = Math.max(largest, density[t * states + k]);
      }
      double sum = 0;
      for (int k = 0; k < states; k++) {
        density[t * states + k] = StrictMath.exp(density[t * states + k] - largest);
        double prior = t == 0 ? model.initial()[k] : 0;
        for (int i = 0; t > 0 && i < states; i++) {
          prior += forward[(t - 1) * states + i] * model.transition()[i][k];
        }
        forward[t * states + k] = prior * density[t * states + k];
        sum += forward[t * states + k];
      }
      for (int k = 0; k < states; k++) {
        forward[t * states + k] /= sum;
      }
      scale[t] = sum;
      likelihood += StrictMath.log(sum) + largest;
    }
    for (int t = bars - 1; t >= 0; t--) {
      for (int k = 0; k < states; k++) {
        double later = t == bars - 1 ? 1 : 0;
        for (int j = 0; t < bars - 1 && j < states; j++) {
          int at = (t + 1) * states + j;
          later += model.transition()[k][j] * density[at] * backward[at] / scale[t + 1];
        }
        backward[t * states + k] = later;
      }
    }
    return likelihood;
  }

  private HiddenMarkovModel maximise(HiddenMarkovModel old, double[] x, int bars, double[] floor) {
    double[] initial = new double[states];
    double[][] transition = new double[states][states];
    double[][] mean = new double[states][dimensions];
    double[][] sd = new double[states][dimensions];
    for (int k = 0; k < states; k++) {
      initial[k] = share(0, k);
      double weight = 0;
      for (int t = 0; t < bars; t++) {
        weight += share(t, k);
        for (int d = 0; d < dimensions; d++) {
          mean[k][d] += share(t, k) * x[t * dimensions + d];
        }
      }
      for (int d = 0; d < dimensions; d++) {
        mean[k][d] = weight > 0 ? mean[k][d] / weight : old.emission().mean()[k][d];
        double squares = 0;
        for (int t = 0; t < bars; t++) {
          double gap = x[t * dimensions + d] - mean[k][d];
          squares += share(t, k) * gap * gap;
        }
        sd[k][d] = Math.max(floor[d], weight > 0 ? StrictMath.sqrt(squares / weight) : floor[d]);
      }
      moves(old, bars, k, transition[k]);
    }
    normalise(initial);
    return new HiddenMarkovModel(initial, transition, new GaussianStates(mean, sd));
  }

  /** Chance of a state at a bar given all bars. */
  private double share(int t, int state) {
    return forward[t * states + state] * backward[t * states + state];
  }

  private void moves(HiddenMarkovModel old, int bars, int from, double[] row) {
    for (int t = 0; t + 1 < bars; t++) {
      for (int j = 0; j < states; j++) {
        int at = (t + 1) * states + j;
        row[j] +=
            forward[t * states + from]
                * old.transition()[from][j]
                * density[at]
                * backward[at]
                / scale[t + 1];
      }
    }
    normalise(row);
  }

  private static void normalise(double[] row) {
    double sum = 0;
    for (double value : row) {
      sum += value;
    }
    for (int i = 0; i < row.length; i++) {
      row[i] = sum > 0 ? row[i] / sum : 1.0 / row.length;
    }
  }
}
