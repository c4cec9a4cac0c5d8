package io.tradinggym.api;

/**
 * How the actions of an environment ask for target weights, the shares of equity that are to be held of each
 * instrument; with this a rule for weights plays any environment that takes them. Immutable.
 */
public interface TargetWeights {
  /** {@return the lowest weight of an instrument that can be asked for; below 0 where positions may be short} */
  double lowest();

  /** {@return the highest weight of an instrument, and the largest sum of absolute weights, that can be asked for} */
  double highest();

  /**
   * Writes the action that asks for weights, or for what is nearest to them.
   *
   * @param weights by instrument, as fractions of equity; below 0 = short
   * @param action overwritten with an element of the action space
   */
  void ask(double[] weights, float[] action);

  /**
   * Writes the action that trades as little as possible.
   *
   * @param held weights held now, by instrument, as fractions of equity; below 0 = short
   * @param action overwritten with an element of the action space
   */
  void keep(double[] held, float[] action);
}
