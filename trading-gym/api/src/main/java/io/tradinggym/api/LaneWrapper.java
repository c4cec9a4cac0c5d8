package io.tradinggym.api;

/**
 * Puts a wrapper around one lane's law. What it does is written once and holds for single and vector environments
 * alike; autoreset and step limits happen outside it.
 */
@FunctionalInterface
public non-sealed interface LaneWrapper extends Wrapper {
  /**
   * {@return the wrapped law}
   *
   * @param inner the law that is wrapped
   */
  EnvironmentLogic wrap(EnvironmentLogic inner);
}
