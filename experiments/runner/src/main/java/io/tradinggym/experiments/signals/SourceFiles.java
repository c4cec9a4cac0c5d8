package io.tradinggym.experiments.signals;

import io.tradinggym.data.series.SeriesFile;
import io.tradinggym.data.series.Sources;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sources beside the bars, from files. */
public final class SourceFiles {
  private SourceFiles() {}

  /**
   * Reads the files of a folder, each under its name, and others beside them.
   *
   * @param folder null if there is none
   */
  public static Sources read(@Nullable Path folder, Map<String, Path> files) {
    Map<String, Path> all = new TreeMap<>();
    if (folder != null) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.csv")) {
        for (Path file : found) {
          String name = String.valueOf(file.getFileName());
          all.put(name.substring(0, name.length() - ".csv".length()), file);
        }
      } catch (IOException e) {
        throw new UserError("cannot read the folder of sources " + folder, e);
      }
    }
    all.putAll(files);
    return read(all);
  }

  /** Reads sources by name as {@link SeriesFile} does. */
  public static Sources read(Map<String, Path> files) {
    try {
      return SeriesFile.sources(files);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }
}
