package io.tradinggym.market.process.calibrate;

import java.util.Arrays;

/**
 * Two hidden regimes of a return, calm first, by expectation-maximisation: in each, returns are Student-t around a
 * drift. The t keeps single wild days from being taken for regimes.
 *
 * @param transition chance of regime j after regime i
 * @param drift mean return of a bar, by regime
 * @param deviation of the return, by regime
 * @param chances smoothed chance of the second regime, by bar
 * @see <a href="https://doi.org/10.2307/1912559">Hamilton (1989)</a>
 * @see <a href="https://doi.org/10.1023/A:1008981510081">Peel and McLachlan (2000), mixtures of t by EM</a>
 */
record RegimeFit(double[][] transition, double[] drift, double[] deviation, double[] chances) {
  private static final double FREEDOM = 6;
  private static final int ROUNDS = 500;

  /** Share of the second regime in the long run. */
  double secondShare() {
    return transition[0][1] / (transition[0][1] + transition[1][0]);
  }

  static RegimeFit of(double[] x) {
    int n = x.length;
    double spread = Math.sqrt(Arrays.stream(x).map(v -> v * v).average().orElseThrow());
    double[][] p = {{0.98, 0.02}, {0.04, 0.96}};
    double[] mean = {0, 0};
    double[] scale = {0.6 * spread, 1.5 * spread};
    double[][] forward = new double[n][2];
    double[][] density = new double[n][2];
    double[] second = new double[n];
    for (int round = 0; round < ROUNDS; round++) {
      // expectation: forward filter
      double[] prior = {0.7, 0.3};
      for (int t = 0; t < n; t++) {
        double sum = 0;
        for (int s = 0; s < 2; s++) {
          density[t][s] = tDensity((x[t] - mean[s]) / scale[s]) / scale[s];
          forward[t][s] = prior[s] * density[t][s];
          sum += forward[t][s];
        }
        forward[t][0] /= sum;
        forward[t][1] /= sum;
        prior =
            new double[] {
              forward[t][0] * p[0][0] + forward[t][1] * p[1][0],
              forward[t][0] * p[0][1] + forward[t][1] * p[1][1]
            };
      }
      // expectation: backward smoother (Kim), with the counts of changes
      double[][] count = new double[2][2];
      double[] smooth = forward[n - 1].clone();
      second[n - 1] = smooth[1];
      for (int t = n - 2; t >= 0; t--) {
        double[] earlier = new double[2];
        for (int j = 0; j < 2; j++) {
          double predicted = forward[t][0] * p[0][j] + forward[t][1] * p[1][j];
          for (int i = 0; i < 2; i++) {
            double both = forward[t][i] * p[i][j] * smooth[j] / predicted;
            count[i][j] += both;
            earlier[i] += both;
          }
        }
        smooth = earlier;
        second[t] = smooth[1];
      }
      // maximisation
      for (int i = 0; i < 2; i++) {
        double row = count[i][0] + count[i][1];
        p[i] = new double[] {count[i][0] / row, count[i][1] / row};
      }
      for (int s = 0; s < 2; s++) {
        double weights = 0;
        double weighted = 0;
        double squares = 0;
        double total = 0;
        for (int t = 0; t < n; t++) {
          double chance = s == 1 ? second[t] : 1 - second[t];
          double z = (x[t] - mean[s]) / scale[s];
          double weight = chance * (FREEDOM + 1) / (FREEDOM + z * z);
          weights += weight;
          weighted += weight * x[t];
          squares += weight * (x[t] - mean[s]) * (x[t] - mean[s]);
          total += chance;
        }
        mean[s] = weighted / weights;
        scale[s] = Math.sqrt(squares / total);
      }
    }
    double toDeviation = Math.sqrt(FREEDOM / (FREEDOM - 2));
    return new RegimeFit(
        p, mean, new double[] {scale[0] * toDeviation, scale[1] * toDeviation}, second);
  }

  /** Up to a constant factor, which falls out of all ratios. */
  private static double tDensity(double z) {
    return StrictMath.pow(1 + z * z / FREEDOM, -(FREEDOM + 1) / 2);
  }
}
