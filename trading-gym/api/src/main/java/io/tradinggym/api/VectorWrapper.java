package io.tradinggym.api;

/** Puts a wrapper around all lanes together, for what the lanes share, such as running statistics. */
@FunctionalInterface
public non-sealed interface VectorWrapper extends Wrapper {
  /**
   * {@return the wrapped environment}
   *
   * @param inner the environment that is wrapped
   */
  VectorEnvironment wrap(VectorEnvironment inner);
}
