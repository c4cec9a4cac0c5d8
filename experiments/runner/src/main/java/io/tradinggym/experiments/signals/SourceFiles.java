package io.tradinggym.experiments.signals;

import io.tradinggym.data.series.SeriesFile;
import io.tradinggym.data.series.Sources;
import io.tradinggym.experiments.UserError;
import java.nio.file.Path;
import java.util.Map;

/** Sources beside the bars, from files. */
public final class SourceFiles {
  private SourceFiles() {}

  /** Reads sources by name as {@link SeriesFile} does. */
  public static Sources read(Map<String, Path> files) {
    try {
      return SeriesFile.sources(files);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }
}
