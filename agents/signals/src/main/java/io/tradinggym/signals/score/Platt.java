package io.tradinggym.signals.score;

/**
 * Platt scaling: {@code sigmoid(a ln(s / (1 - s)) + b)} of a probability s, fitted to targets a little inside 0 and 1.
 *
 * @param a slope, 1 if the scores are right already
 * @param b intercept, 0 if the scores are right already
 * @see <a href="https://www.csie.ntu.edu.tw/~cjlin/papers/plattprob.pdf">Lin, Lin and Weng (2007)</a>
 */
public record Platt(double a, double b) implements Calibrator {
  private static final int STEPS = 100;
  private static final double INSIDE = 1e-12;

  /**
   * Fits by Newton's method with step halving; targets are (ones + 1) / (ones + 2) and 1 / (zeros + 2).
   *
   * @param outcomes 0 or 1, one a row
   * @param scores one a row, any scale
   * @return the fit
   */
  public static Platt fit(int[] outcomes, double[] scores) {
    Scores.check(outcomes, scores);
    int ones = 0;
    for (int outcome : outcomes) {
      ones += outcome;
    }
    double high = (ones + 1.0) / (ones + 2.0);
    double low = 1.0 / (outcomes.length - ones + 2.0);
    double[] x = new double[scores.length];
    double[] target = new double[scores.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = logit(scores[i]);
      target[i] = outcomes[i] == 1 ? high : low;
    }
    double a = 0;
    double b = 0;
    double loss = loss(x, target, a, b);
    for (int step = 0; step < STEPS; step++) {
      double aa = 1e-12;
      double ab = 0;
      double bb = 1e-12;
      double slopeA = 0;
      double slopeB = 0;
      for (int i = 0; i < x.length; i++) {
        double p = sigmoid(a * x[i] + b);
        double w = p * (1 - p);
        aa += w * x[i] * x[i];
        ab += w * x[i];
        bb += w;
        slopeA += (p - target[i]) * x[i];
        slopeB += p - target[i];
      }
      double determinant = aa * bb - ab * ab;
      double da = -(bb * slopeA - ab * slopeB) / determinant;
      double db = -(aa * slopeB - ab * slopeA) / determinant;
      double part = 1;
      double next = loss(x, target, a + da, b + db);
      while (!(next <= loss) && part > 1e-10) {
        part /= 2;
        next = loss(x, target, a + part * da, b + part * db);
      }
      a += part * da;
      b += part * db;
      boolean settled = Math.abs(part * da) + Math.abs(part * db) < 1e-13;
      loss = next;
      if (settled) {
        break;
      }
    }
    return new Platt(a, b);
  }

  private static double loss(double[] x, double[] target, double a, double b) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double z = a * x[i] + b;
      // ln(1 + e^z) - target z, without overflow.
      sum += Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - target[i] * z;
    }
    return sum;
  }

  private static double logit(double score) {
    double inside = Math.min(1 - INSIDE, Math.max(INSIDE, score));
    return StrictMath.log(inside / (1 - inside));
  }

  private static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  @Override
  public double probability(double score) {
    return sigmoid(a * logit(score) + b);
  }
}
