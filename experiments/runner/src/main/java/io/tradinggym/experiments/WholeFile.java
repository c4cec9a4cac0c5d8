package io.tradinggym.experiments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all: it is written beside its place and moved there. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes. What was written in part, as on a full disk, is taken away again.
   *
   * @param target is replaced if it is there; its folder is made if it is missing
   * @param beside a place in the same folder that nobody else writes to
   */
  public static void write(Path target, Path beside, byte[] bytes) throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    try {
      Files.write(beside, bytes);
      Files.move(
          beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** The same for a text that one process writes. */
  public static void write(Path target, String text) throws IOException {
    write(
        target,
        target.resolveSibling("." + target.getFileName() + ".new"),
        text.getBytes(StandardCharsets.UTF_8));
  }
}
