package io.tradinggym.experiments.spark;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What this process was started with, and what {@code --classpath} added, in absolute paths. */
final class ClassPath {
  private ClassPath() {}

  /** As in {@code java -cp}. */
  static String all() {
    Set<String> entries = new LinkedHashSet<>();
    for (@Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
        loader != null;
        loader = loader.getParent()) {
      if (loader instanceof URLClassLoader own) {
        for (URL entry : own.getURLs()) {
          entries.add(path(entry).toString());
        }
      }
    }
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
        .forEach(entries::add);
    return String.join(File.pathSeparator, entries);
  }

  private static Path path(URL entry) {
    try {
      return Path.of(entry.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(entry + " is no address", e);
    }
  }
}
