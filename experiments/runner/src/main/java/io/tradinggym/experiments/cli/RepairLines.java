package io.tradinggym.experiments.cli;

import java.io.PrintWriter;
import java.util.List;

/** Says before a result what was repaired in the files that it stands on. */
final class RepairLines {
  private static final int SHOWN = 5;

  private RepairLines() {}

  /**
   * Prints the first of them.
   *
   * @param repairs a defect and its repair each; all of them are in the manifest
   */
  static void print(PrintWriter out, List<String> repairs) {
    repairs.stream().limit(SHOWN).forEach(line -> out.println("repaired: " + line));
    if (repairs.size() > SHOWN) {
      out.printf("repaired: %,d more; see manifest.json%n", repairs.size() - SHOWN);
    }
    out.flush();
  }
}
