package io.tradinggym.api;

/**
 * Puts a wrapper around one lane's law. What it does is written once and holds for single and vector environments
 * alike; autoreset and step limits happen outside it.
 */
@FunctionalInterface
public non-sealed interface LaneWrapper extends Wrapper {
  /**
   * {@return the law with the wrapper around it; closing it closes the law}
   *
   * @param inner stepped by the wrapper alone from now on
   */
  EnvironmentLogic wrap(EnvironmentLogic inner);
}
