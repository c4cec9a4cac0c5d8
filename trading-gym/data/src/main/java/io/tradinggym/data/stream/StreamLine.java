package io.tradinggym.data.stream;

/**
 * Something that came, as it is recorded.
 *
 * @param at when it came, epoch milliseconds UTC
 * @param kind a message, or what became of the connection
 * @param body JSON of a message as it came, else words
 */
public record StreamLine(long at, Kind kind, String body) {
  /** What came. */
  public enum Kind {
    /** A connection stands: ids may have been missed before it. */
    OPEN,
    /** A message of the stream. */
    MESSAGE,
    /** A snapshot of the book that was asked for. */
    SNAPSHOT,
    /** Trades that were asked for, for they were missing. */
    TRADES,
    /** What was asked for did not come, and why; it is asked for again. */
    REFUSED,
    /** Missing trades cannot be had. */
    GIVEN_UP,
    /** The connection is gone. */
    CLOSED
  }
}
