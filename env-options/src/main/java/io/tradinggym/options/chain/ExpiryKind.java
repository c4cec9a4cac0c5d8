package io.tradinggym.options.chain;

/** Why an expiry is listed; decides how far its strikes stand apart. */
public enum ExpiryKind {
  /** Any session, in classes that expire every day. */
  DAILY,
  /** A Friday that is not the third of its month. */
  WEEKLY,
  /** The third Friday of a month. */
  MONTHLY,
  /** The third Friday of January of a later year. */
  LEAPS
}
