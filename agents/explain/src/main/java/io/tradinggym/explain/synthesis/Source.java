package io.tradinggym.explain.synthesis;

/** Where a synthesis comes from. */
public enum Source {
  /** Rules of this library, offline. */
  TEMPLATE,
  /** An answer of a model from the store. */
  REPLAY,
  /** An answer of a model, just now. */
  LIVE
}
