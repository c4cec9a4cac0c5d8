package io.tradinggym.experiments.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Something that is read: a kind of file, or a text of options.
 *
 * @param name such as {@code bars}
 * @param file the name that the file has; empty for a text, which is handed over as one
 * @param samples sound ones, each of which is read to a value
 * @param seal what is done after the damage, such as new check sums, so that it gets past them
 * @param reader reads and uses what was read
 */
record FileKind(
    String name, String file, List<byte[]> samples, UnaryOperator<byte[]> seal, Reader reader) {
  /** Reads. */
  interface Reader {
    /**
     * Reads a file and uses it as its users do: a value that cannot be used was none.
     *
     * @param folder that holds nothing but the file and what a sound one needs beside it
     * @param bytes of the file
     */
    void read(Path folder, byte[] bytes) throws Exception;
  }

  /** A reader of a file's path. */
  interface FileReader {
    /** Reads a file and uses it. */
    void read(Path file) throws Exception;
  }

  /** A reader of text. */
  interface TextReader {
    /** Reads a text and uses it. */
    void read(String text) throws Exception;
  }

  static FileKind texts(String name, TextReader reader, String... samples) {
    return new FileKind(
        name,
        "",
        bytes(samples),
        UnaryOperator.identity(),
        (folder, bytes) -> reader.read(new String(bytes, StandardCharsets.UTF_8)));
  }

  static FileKind files(String name, String file, FileReader reader, String... samples) {
    return files(name, file, UnaryOperator.identity(), reader, bytes(samples));
  }

  static FileKind files(
      String name,
      String file,
      UnaryOperator<byte[]> seal,
      FileReader reader,
      List<byte[]> samples) {
    return new FileKind(
        name,
        file,
        samples,
        seal,
        (folder, bytes) -> reader.read(java.nio.file.Files.write(folder.resolve(file), bytes)));
  }

  private static List<byte[]> bytes(String... samples) {
    return List.of(samples).stream().map(each -> each.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
