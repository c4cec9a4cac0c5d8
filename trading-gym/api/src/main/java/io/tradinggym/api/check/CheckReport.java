package io.tradinggym.api.check;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All findings about one environment.
 *
 * @param id of the environment
 * @param seed from which the check can be repeated
 * @param steps of each run
 * @param findings in the order of the checks
 */
public record CheckReport(String id, long seed, int steps, List<Finding> findings) {
  /** Copies the findings. */
  public CheckReport {
    findings = List.copyOf(findings);
  }

  /** {@return whether no check failed} */
  public boolean passed() {
    return failures().isEmpty();
  }

  /** {@return the checks that failed} */
  public List<Finding> failures() {
    return findings.stream()
        .filter(finding -> finding.outcome() == Finding.Outcome.FAILED)
        .toList();
  }

  /**
   * Does nothing if no check failed.
   *
   * @throws AssertionError with the whole report otherwise
   */
  public void requirePassed() {
    if (!passed()) {
      throw new AssertionError(this);
    }
  }

  @Override
  public String toString() {
    return findings.stream()
        .map(finding -> "\n  " + finding)
        .collect(
            Collectors.joining(
                "",
                id
                    + " "
                    + (passed() ? "passed" : "FAILED")
                    + " (seed "
                    + seed
                    + ", "
                    + steps
                    + " steps)",
                ""));
  }
}
