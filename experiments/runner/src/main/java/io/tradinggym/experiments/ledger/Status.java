package io.tradinggym.experiments.ledger;

import java.util.Locale;

/** How a trial ended. */
public enum Status {
  /** It began and nothing is known of its end: it runs, or its process died. */
  OPEN,
  /** It has a result. */
  FINISHED,
  /** It ended with an error. */
  FAILED,
  /** A search gave it up early. */
  PRUNED,
  /** It was told to stop. */
  INTERRUPTED;

  /** As the file has it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Status of(String text) {
    for (Status status : values()) {
      if (status.text().equals(text)) {
        return status;
      }
    }
    throw new IllegalArgumentException("\"" + text + "\" is no event of a trial");
  }
}
