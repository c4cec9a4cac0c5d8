package io.tradinggym.experiments.work;

import io.tradinggym.api.util.Sha256;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a machine says of a task that it did.
 *
 * @param file that holds the result; empty if there is none
 * @param hash SHA-256 of the file, hexadecimal
 * @param failure what the user can put right; empty if nothing is wrong
 */
public record Receipt(String file, String hash, String failure) implements Serializable {
  /** For a result. */
  public static Receipt of(Path file) {
    try {
      return new Receipt(file.toString(), Sha256.of(Files.readAllBytes(file)), "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** For a task that its user has to change. */
  public static Receipt failed(String why) {
    return new Receipt("", "", why);
  }

  /** Whether the file is seen here, as the machine saw it. */
  boolean isHere() {
    Path path = Path.of(file);
    return Files.isRegularFile(path) && of(path).hash.equals(hash);
  }
}
