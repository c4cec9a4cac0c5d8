package io.tradinggym.examples.lessons.exercise;

import java.util.Locale;

/** Collects what a reader's answer gets wrong, up to the first. */
final class Judge {
  private String wrong = "";
  private int passed;

  /** A number that must come out, to within a relative 1e-6. */
  Judge equal(String what, double expected, double actual) {
    boolean near = Math.abs(actual - expected) <= 1e-6 * Math.max(1, Math.abs(expected));
    return holds(
        String.format(Locale.ROOT, "%s should be %.6g, was %.6g", what, expected, actual), near);
  }

  /** Something that must hold; the text says what is wrong if it does not. */
  Judge holds(String otherwise, boolean fact) {
    if (wrong.isEmpty() && !fact) {
      wrong = otherwise;
    }
    passed += fact ? 1 : 0;
    return this;
  }

  /** "Right" with the number of cases, or "Not yet" with the first that failed. */
  String verdict() {
    return wrong.isEmpty() ? "Right: " + passed + " cases hold." : "Not yet: " + wrong + ".";
  }
}
