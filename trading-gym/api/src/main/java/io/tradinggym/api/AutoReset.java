package io.tradinggym.api;

/** What a vector environment does with a lane whose episode ended. */
public enum AutoReset {
  /**
   * The step after the last one ignores its action and resets: it returns the first observation, reward 0 and {@link
   * EndReason#NONE}; {@link Batch#first} is true. The last observation is seen as any other. Gymnasium's default.
   */
  NEXT_STEP,
  /**
   * The last step resets at once: its observation is already the first of the next episode; the last one is kept in
   * {@link Batch#finalObservations}, its infos in {@link Batch#finalInfos}, its mask in {@link Batch#finalMasks}.
   */
  SAME_STEP,
  /** Nothing: the caller resets ended lanes by {@link VectorEnvironment#reset(boolean[], Batch)} before stepping on. */
  DISABLED
}
