package io.tradinggym.signals.trees;

/**
 * Settings of gradient boosting under XGBoost's meaning.
 *
 * @param rounds trees at most, >= 1
 * @param depth of a tree, 1 .. 12
 * @param eta learning rate, in (0, 1]
 * @param subsample share of rows of a tree, in (0, 1]
 * @param columns share of features of a tree, in (0, 1]
 * @param minChildWeight least sum of hessians in a leaf, >= 0
 * @param alpha L1 on leaves, >= 0
 * @param lambda L2 on leaves, >= 0
 */
public record BoostSettings(
    int rounds,
    int depth,
    double eta,
    double subsample,
    double columns,
    double minChildWeight,
    double alpha,
    double lambda) {

  /** Careful ones for noisy targets: 200 trees of depth 3, rate .03, 70 % of rows, half of the features. */
  public static final BoostSettings DEFAULT = new BoostSettings(200, 3, 0.03, 0.7, 0.5, 10, 0, 1);

  /** Checks all. */
  public BoostSettings {
    if (rounds < 1 || depth < 1 || depth > 12) {
      throw new IllegalArgumentException(
          "rounds must be >= 1 and depth in 1 .. 12, were " + rounds + " and " + depth);
    }
    if (!(eta > 0 && eta <= 1 && subsample > 0 && subsample <= 1 && columns > 0 && columns <= 1)) {
      throw new IllegalArgumentException(
          "eta, subsample and columns must be in (0, 1], were "
              + eta
              + ", "
              + subsample
              + ", "
              + columns);
    }
    if (!(minChildWeight >= 0 && alpha >= 0 && lambda >= 0)) {
      throw new IllegalArgumentException(
          "minChildWeight, alpha and lambda must be >= 0, were "
              + minChildWeight
              + ", "
              + alpha
              + ", "
              + lambda);
    }
  }

  /**
   * {@return with another depth}
   *
   * @param other the new depth
   */
  public BoostSettings withDepth(int other) {
    return new BoostSettings(rounds, other, eta, subsample, columns, minChildWeight, alpha, lambda);
  }
}
