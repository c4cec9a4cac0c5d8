package io.tradinggym.experiments.run;

import java.nio.file.Path;

/** Commands for the user to paste. */
public final class Advice {
  private Advice() {}

  /** Goes on with a run. */
  public static String resume(Path run) {
    return "experiments/run train --resume " + quoted(run.toString());
  }

  /** A word as a shell reads it back. */
  public static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
