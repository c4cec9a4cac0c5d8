package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Classes of the user's: environments, algorithms and whatever else is found through service loaders. */
final class OwnClasses {
  private OwnClasses() {}

  /**
   * Makes JARs and folders visible to service loaders, of this thread and of those it starts.
   *
   * @param classPath entries as in {@code java -cp}; empty changes nothing
   * @throws UserError naming an entry that is not there
   */
  static void use(String classPath) {
    if (classPath.isEmpty()) {
      return;
    }
    List<URL> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (!Files.exists(path)) {
        throw new UserError("--classpath: there is no " + path);
      }
      try {
        entries.add(path.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new UserError("--classpath: cannot use " + path + ": " + e.getMessage(), e);
      }
    }
    Thread.currentThread()
        .setContextClassLoader(
            new URLClassLoader(
                entries.toArray(URL[]::new), Thread.currentThread().getContextClassLoader()));
  }
}
