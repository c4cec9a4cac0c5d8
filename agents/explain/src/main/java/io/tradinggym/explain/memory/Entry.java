package io.tradinggym.explain.memory;

/**
 * A case. Times are epoch milliseconds.
 *
 * @param id unique in a memory
 * @param instrument number of what it is about; cases of one instrument whose windows overlap are one case
 * @param start when its window begins
 * @param knownAt when it was known, at or after the start: the end of its window
 * @param outcomeKnownAt when its outcome was known, at or after that
 * @param kind what the case is of
 * @param vector where it lies, finite; shared, not copied
 * @param outcome what became of it, such as a return; NaN if nothing is said
 * @param payload hash of what else belongs to it and is kept elsewhere; 0 for nothing
 */
@SuppressWarnings("ArrayRecordComponent") // A row of a store, never compared.
public record Entry(
    long id,
    int instrument,
    long start,
    long knownAt,
    long outcomeKnownAt,
    Kind kind,
    float[] vector,
    double outcome,
    long payload) {
  /** Checks times and vector. */
  public Entry {
    if (start > knownAt || knownAt > outcomeKnownAt) {
      throw new IllegalArgumentException(
          "case "
              + id
              + " must have start <= known <= outcome known, was "
              + start
              + ", "
              + knownAt
              + ", "
              + outcomeKnownAt);
    }
    for (float value : vector) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("case " + id + " has " + value + " in its vector");
      }
    }
  }
}
