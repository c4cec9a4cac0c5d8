package io.tradinggym.experiments.config;

import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Configurations that come with the library: {@code experiments/configs/PRESET/ENV-ALGORITHM.yaml} in the sources, on
 * the class path in use. The preset {@code reference} holds the settings that the field has tuned for the classic
 * tasks.
 */
public final class Presets {
  private static final String FOLDER = "/io/tradinggym/experiments/configs/";

  /** The preset that is taken by itself. */
  public static final String USUAL = "reference";

  private Presets() {}

  /** Whether there is a preset for an environment and an algorithm. */
  public static boolean has(String preset, String environment, String algorithm) {
    return names().contains(file(preset, environment, algorithm));
  }

  private static String file(String preset, String environment, String algorithm) {
    return preset + "/" + environment + "-" + algorithm + ".yaml";
  }

  /**
   * Reads a preset.
   *
   * @param overrides each {@code path=value}, set on top
   * @throws UserError naming the presets there are
   */
  public static RunConfig read(
      String preset, String environment, String algorithm, List<String> overrides) {
    String name = file(preset, environment, algorithm);
    return ConfigFile.parse(text(name), overrides, "preset " + name);
  }

  /** The presets there are, as {@code PRESET/ENV-ALGORITHM.yaml}, in order. */
  public static List<String> names() {
    try {
      URI folder = Objects.requireNonNull(Presets.class.getResource(FOLDER), FOLDER).toURI();
      if (!folder.getScheme().equals("jar")) {
        return names(Path.of(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
        return names(jar.getPath(FOLDER));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.contains("/") && name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  private static String text(String name) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new UserError(
          "there is no preset " + name + "; there are: " + String.join(", ", names));
    }
    try (InputStream in = Presets.class.getResourceAsStream(FOLDER + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
