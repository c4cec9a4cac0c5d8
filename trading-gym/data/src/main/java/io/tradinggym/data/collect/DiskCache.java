package io.tradinggym.data.collect;

import io.tradinggym.api.util.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Answers as files, each with the time when it was fetched, the request without its keys and the hash of the answer in
 * front. A file is written beside its place and moved there, so that a kill leaves none that is cut; one that was cut
 * all the same, or changed, is none.
 */
final class DiskCache {
  private static final int PARTS = 4;
  private final Path folder;

  DiskCache(Path folder) {
    this.folder = folder;
  }

  private Path file(Request request) {
    return folder
        .resolve(request.provider())
        .resolve(Sha256.of(request.key()).substring(0, 32) + ".txt");
  }

  @Nullable Fetched read(Request request) throws IOException {
    Path file = file(request);
    if (!Files.exists(file)) {
      return null;
    }
    String[] parts = Files.readString(file).split("\n", PARTS);
    if (parts.length == PARTS && !parts[1].equals(request.key())) {
      return null; // another request with the same name: one in 2^128
    }
    try {
      if (parts.length == PARTS && parts[2].equals(Sha256.of(parts[PARTS - 1]))) {
        return new Fetched(parts[PARTS - 1], Instant.parse(parts[0]), false);
      }
    } catch (DateTimeParseException _) {
      // Damaged, as below.
    }
    throw new IOException(file + " is damaged");
  }

  void write(Request request, Fetched fetched) throws IOException {
    Path file = file(request);
    Files.createDirectories(file.getParent());
    Path beside = Files.createTempFile(file.getParent(), "part", null);
    try {
      Files.writeString(
          beside,
          String.join(
              "\n",
              fetched.fetchedAt().toString(),
              request.key(),
              Sha256.of(fetched.body()),
              fetched.body()));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
