package io.tradinggym.explain.risk;

import java.util.List;

/**
 * What speaks for the second of two regimes in which features are independent and normal. The log ratios of the
 * features add up with the log odds of the prior to the log odds of the posterior, so the list of ratios is the whole
 * explanation.
 *
 * @param prior probability of the second regime before the features were seen
 * @param ratios log ratio of each feature's densities, second over first regime
 * @param posterior probability of the second regime
 */
public record RegimeEvidence(double prior, List<Ratio> ratios, double posterior) {
  /** Copies the list. */
  public RegimeEvidence {
    ratios = List.copyOf(ratios);
  }

  /**
   * A feature's law in both regimes.
   *
   * @param name of the feature
   * @param firstMean its mean in the first regime
   * @param firstSd its standard deviation there, &gt; 0
   * @param secondMean its mean in the second regime
   * @param secondSd its standard deviation there, &gt; 0
   */
  public record Law(
      String name, double firstMean, double firstSd, double secondMean, double secondSd) {
    /** Checks the deviations. */
    public Law {
      if (!(firstSd > 0 && secondSd > 0)) {
        throw new IllegalArgumentException(
            name + " needs standard deviations > 0, was " + firstSd + " and " + secondSd);
      }
    }

    double logRatio(double value) {
      double first = (value - firstMean) / firstSd;
      double second = (value - secondMean) / secondSd;
      return Math.log(firstSd / secondSd) + (first * first - second * second) / 2;
    }
  }

  /**
   * What one feature says.
   *
   * @param name of the feature
   * @param value it had
   * @param logRatio above 0 for the second regime, below 0 for the first
   */
  public record Ratio(String name, double value, double logRatio) {}

  /**
   * {@return the evidence of features, each weighed by its law}
   *
   * @param prior probability of the second regime, in (0, 1)
   * @param laws of the features in both regimes
   * @param values of the features, as many and in the same order
   * @throws IllegalArgumentException if the prior is not in (0, 1), or there are not as many values as laws
   */
  public static RegimeEvidence of(double prior, List<Law> laws, double[] values) {
    if (!(prior > 0 && prior < 1) || values.length != laws.size()) {
      throw new IllegalArgumentException(
          "needs a prior in (0, 1) and a value for each law, was "
              + prior
              + " and "
              + values.length
              + " values for "
              + laws.size());
    }
    Ratio[] ratios = new Ratio[values.length];
    double odds = Math.log(prior / (1 - prior));
    for (int i = 0; i < values.length; i++) {
      Law law = laws.get(i);
      ratios[i] = new Ratio(law.name(), values[i], law.logRatio(values[i]));
      odds += ratios[i].logRatio();
    }
    return new RegimeEvidence(prior, List.of(ratios), 1 / (1 + Math.exp(-odds)));
  }
}
