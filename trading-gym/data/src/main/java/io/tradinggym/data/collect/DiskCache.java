package io.tradinggym.data.collect;

import io.tradinggym.api.util.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answers as files, each with the time when it was fetched and the request without its keys in front. A file is written
 * beside its place and moved there, so that a kill leaves none that is cut.
 */
final class DiskCache {
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
    String text = Files.readString(file);
    int first = text.indexOf('\n');
    int second = text.indexOf('\n', first + 1);
    if (second < 0 || !text.substring(first + 1, second).equals(request.key())) {
      return null;
    }
    return new Fetched(text.substring(second + 1), Instant.parse(text.substring(0, first)), false);
  }

  void write(Request request, Fetched fetched) throws IOException {
    Path file = file(request);
    Files.createDirectories(file.getParent());
    Path beside = Files.createTempFile(file.getParent(), "part", null);
    Files.writeString(beside, fetched.fetchedAt() + "\n" + request.key() + "\n" + fetched.body());
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
