package io.tradinggym.agents.train.log;

import io.tradinggym.agents.nn.ParameterFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;

/** A text file that grows by lines, and from which a resumed run first drops what comes after its checkpoint. */
final class LineFile {
  private LineFile() {}

  static BufferedWriter open(Path file, Predicate<String> kept) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    String before = "";
    if (Files.exists(file)) {
      StringBuilder text = new StringBuilder();
      Files.readAllLines(file).stream()
          .filter(kept)
          .forEach(line -> text.append(line).append('\n'));
      before = text.toString();
    }
    ParameterFile.replace(file, before.getBytes(StandardCharsets.UTF_8));
    return Files.newBufferedWriter(file, StandardOpenOption.APPEND);
  }
}
