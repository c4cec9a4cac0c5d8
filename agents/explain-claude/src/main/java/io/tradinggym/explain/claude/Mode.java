package io.tradinggym.explain.claude;

/** Where answers come from. */
public enum Mode {
  /** From the store alone: no network, the same bytes each time. The default. */
  REPLAY,
  /** From the store; what it lacks is asked, paid for and kept. */
  RECORD,
  /** Always asked, paid for and kept. */
  LIVE
}
