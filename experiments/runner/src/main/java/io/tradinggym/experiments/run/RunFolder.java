package io.tradinggym.experiments.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run. Every file appears whole or not at all: it is written beside its place and moved there.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** This process among those of all machines: {@code pid@host}. */
  private static final String WRITER = ManagementFactory.getRuntimeMXBean().getName();

  /** What is known of the run; written first, and again at the end. */
  public static final String MANIFEST = "manifest.json";

  /**
   * A folder for a new run.
   *
   * @throws UserError if it holds a run already, or nothing can be written there
   */
  public static RunFolder create(Path path) {
    if (Files.exists(path.resolve(MANIFEST))) {
      throw new UserError(
          path
              + " holds a run already; choose another --out"
              + Advice.resume(path, new RunFolder(path).readJson(MANIFEST))
                  .map(how -> ", or go on with: " + how)
                  .orElse(""));
    }
    return writable(path);
  }

  /**
   * A folder to write into, made if it is missing.
   *
   * @throws UserError if nothing can be written there
   */
  public static RunFolder writable(Path path) {
    try {
      Files.createDirectories(path);
      Files.delete(Files.createTempFile(path, ".writable", null));
    } catch (IOException e) {
      throw new UserError(
          "cannot write into "
              + path
              + ": "
              + FileProblem.reason(e)
              + "; choose another folder with --out",
          e);
    }
    return new RunFolder(path);
  }

  /** The first free place under {@code runs} for a run of this name. */
  public static Path free(String name) {
    Path folder = Path.of("runs", name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = Path.of("runs", name + "-" + i);
    }
    return folder;
  }

  /**
   * The folder of a run that exists.
   *
   * @throws UserError if it is none
   */
  public static RunFolder open(Path path) {
    if (!Files.isRegularFile(path.resolve(MANIFEST))) {
      throw new UserError(path + " is no run: it has no " + MANIFEST);
    }
    return new RunFolder(path);
  }

  /** A file or folder of the run. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** Writes a text. */
  public void write(String name, String text) {
    replace(file(name), text);
  }

  /**
   * Refuses a file that could not be written, before hours are spent on its content.
   *
   * @param target null asks for nothing
   */
  public static void requireWritable(@Nullable Path target) {
    if (target != null) {
      Path parent = target.toAbsolutePath().getParent();
      if (Files.isDirectory(target)
          || parent == null
          || !Files.isDirectory(parent)
          || !Files.isWritable(parent)) {
        throw new UserError(
            "cannot write "
                + target
                + ": it must be a file in a folder that exists and is writable");
      }
    }
  }

  /** Writes a text beside its place and moves it there. */
  public static void replace(Path target, String text) {
    replace(target, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes beside their place and moves them there. What was written in part, as on a full disk, is taken away
   * again. Two machines that do the same piece of work write beside each other.
   */
  public static void replace(Path target, byte[] bytes) {
    Path beside = beside(target);
    try {
      WholeFile.write(target, beside, bytes);
    } catch (IOException e) {
      throw new UserError("cannot write " + target + ": " + FileProblem.reason(e), e);
    }
  }

  /** A place beside another that nobody else writes to: no other thread, process or machine. */
  static Path beside(Path target) {
    return target.resolveSibling(
        "." + target.getFileName() + "." + WRITER + "-" + Thread.currentThread().threadId());
  }

  /**
   * Refuses to go on with a run on other data than those it began with.
   *
   * @param hashes of the data as they are now, by part
   * @throws UserError naming the part
   */
  public void requireSameData(Map<String, String> hashes) {
    JsonNode before = readJson(MANIFEST).path("data_sha256");
    hashes.forEach(
        (part, hash) -> {
          if (!before.path(part).asText(hash).equals(hash)) {
            throw new UserError(
                "the "
                    + part
                    + " data have changed since the run began (SHA-256 "
                    + before.path(part).asText()
                    + ", now "
                    + hash
                    + "); start a new run");
          }
        });
  }

  /** Writes JSON. */
  public void writeJson(String name, Object value) {
    try {
      write(name, JSON.writeValueAsString(value) + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads JSON.
   *
   * @throws UserError naming the file, if it is missing or damaged
   */
  public JsonNode readJson(String name) {
    Path file = file(name);
    try {
      return JSON.readTree(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new UserError(path + " has no " + name + "; was the run finished?", e);
    } catch (JsonProcessingException e) {
      throw new UserError(file + " is damaged: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + FileProblem.reason(e), e);
    }
  }
}
