package io.tradinggym.api.check;

/**
 * What one check found.
 *
 * @param check its name, such as {@code seed-determinism}
 * @param outcome whether the environment passed
 * @param detail what was seen and what would be right; why it was skipped; empty when it passed
 */
public record Finding(String check, Outcome outcome, String detail) {
  /** How a check came out. */
  public enum Outcome {
    /** Nothing was wrong. */
    PASSED,
    /** The detail says what was wrong. */
    FAILED,
    /** It does not apply here, or this platform cannot tell. */
    SKIPPED
  }

  @Override
  public String toString() {
    return String.format("%-7s %s%s", outcome, check, detail.isEmpty() ? "" : ": " + detail);
  }
}
