package io.tradinggym.experiments.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Writes an evaluation as a page; found through {@link ServiceLoader}, so that figures need not know their paper. */
public interface ReportWriter {
  /**
   * Writes it.
   *
   * @param file is replaced if it is there; its folder is made if it is missing
   */
  void write(Evaluation evaluation, Path file) throws IOException;

  /** The writer on the class path. */
  static ReportWriter installed() {
    return ServiceLoader.load(ReportWriter.class, ReportWriter.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no ReportWriter is on the class path"));
  }
}
