package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.work.Workers;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where trainings are done. */
final class WorkOptions {
  @Option(
      names = "--on",
      paramLabel = "ADDRESS",
      description =
          "Machines that do the trainings, such as spark://HOST:7077, or local[2]; the result is"
              + " the same as on threads. --out must lie in a folder that all of them share.")
  private @Nullable String on;

  /** Whether machines are asked for. */
  boolean elsewhere() {
    return on != null;
  }

  /**
   * Who does the work: the machines that were asked for, or threads.
   *
   * @param out is told how far the machines are
   */
  Workers workers(int threads, PrintWriter out) {
    return on == null
        ? new Workers(threads)
        : Workers.on(
            Workers.machines(on),
            done -> {
              out.printf("%,d done on %s%n", done, on);
              out.flush();
            });
  }
}
