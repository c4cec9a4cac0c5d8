package io.tradinggym.experiments.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Commands for the user to paste. */
public final class Advice {
  private static final String TRAIN = "train";

  /** Commands that go on with what they began. */
  private static final Set<String> GO_ON =
      Set.of(TRAIN, "tune", "walk-forward", "cross-validate", "learn");

  private Advice() {}

  /** Goes on with a run. */
  public static String resume(Path run) {
    return resume(TRAIN, run);
  }

  /** Goes on with what a command began. */
  public static String resume(String command, Path run) {
    return "experiments/run " + command + " --resume " + quoted(run.toString());
  }

  /** For a command that finds again what it has finished. */
  static String again(Path kept) {
    return "The same command goes on with what is in " + quoted(kept.toString());
  }

  /** For a command that begins anew. */
  static String anew(Path folder) {
    return "It cannot go on: delete " + quoted(folder.toString()) + ", or choose another --out";
  }

  /** Goes on with whatever a folder holds; nothing where its command cannot. */
  static Optional<String> resume(Path run, JsonNode manifest) {
    String command = manifest.path("command").asText(TRAIN);
    return GO_ON.contains(command) ? Optional.of(resume(command, run)) : Optional.empty();
  }

  /** A word as a shell reads it back. */
  public static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
