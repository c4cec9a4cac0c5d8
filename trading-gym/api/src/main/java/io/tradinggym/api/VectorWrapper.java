package io.tradinggym.api;

/** Puts a wrapper around all lanes together, for what the lanes share, such as running statistics. */
@FunctionalInterface
public non-sealed interface VectorWrapper extends Wrapper {
  /**
   * {@return the environment with the wrapper around it; closing it closes the environment}
   *
   * @param inner stepped by the wrapper alone from now on
   */
  VectorEnvironment wrap(VectorEnvironment inner);
}
