package io.tradinggym.api;

/** Puts a wrapper around all lanes together, for what the lanes share, such as running statistics. */
@FunctionalInterface
public non-sealed interface VectorWrapper extends Wrapper {
  /** The wrapped environment. */
  VectorEnvironment wrap(VectorEnvironment inner);
}
