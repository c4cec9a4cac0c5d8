package io.tradinggym.experiments.fuzz;

import org.jspecify.annotations.Nullable;

/**
 * A reader that neither read nor refused.
 *
 * @param kind what was read
 * @param mutation its number: the same number and seed make it again; -1 is a sample
 * @param what was wrong with the outcome
 * @param input the bytes
 * @param cause what was thrown; null if nothing was
 */
record Failure(String kind, long mutation, String what, byte[] input, @Nullable Throwable cause) {
  private static final int SHOWN = 160;

  /** Where it was thrown: failures of one type and place are one. */
  String place() {
    if (cause == null) {
      return what;
    }
    StackTraceElement[] trace = cause.getStackTrace();
    for (StackTraceElement frame : trace) {
      if (frame.getClassName().startsWith("io.tradinggym.")) {
        return cause.getClass().getSimpleName() + " at " + frame;
      }
    }
    return cause.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  @Override
  public String toString() {
    String shown = what.replaceAll("\\s+", " ");
    return kind
        + ", mutation "
        + mutation
        + ": "
        + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "..." : shown)
        + "; "
        + place();
  }
}
