package io.tradinggym.experiments.fuzz;

import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fuzzes kinds of files, one after the other, and tells each. */
public final class FuzzReport {
  private FuzzReport() {}

  /**
   * Fuzzes.
   *
   * @param only part of the names of the kinds; empty for all
   * @param mutations of each kind
   * @param keep folder for the bytes of failures, {@code KIND-NUMBER}; null keeps none
   * @return how many places failed
   */
  public static int run(
      String only, long mutations, long seed, @Nullable Path keep, PrintWriter out)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("fuzz");
    try {
      List<FileKind> all = Readers.all(Files.createDirectories(folder.resolve("samples")));
      List<FileKind> kinds = all.stream().filter(kind -> kind.name().contains(only)).toList();
      if (kinds.isEmpty()) {
        throw new UserError(
            "no kind of file is named like \""
                + only
                + "\"; there are "
                + all.stream().map(FileKind::name).toList());
      }
      out.printf("%-28s %10s %10s %10s %8s%n", "kind", "mutations", "read", "refused", "failed");
      int failed = 0;
      for (FileKind kind : kinds) {
        failed +=
            one(
                kind,
                mutations,
                seed,
                Files.createDirectories(folder.resolve(kind.name())),
                keep,
                out);
      }
      return failed;
    } finally {
      Fuzzing.clear(folder);
    }
  }

  private static int one(
      FileKind kind, long mutations, long seed, Path folder, @Nullable Path keep, PrintWriter out)
      throws IOException, InterruptedException {
    Fuzzing fuzzing = new Fuzzing(kind, seed, folder);
    List<Failure> failures = fuzzing.run(mutations);
    out.printf(
        "%-28s %,10d %,10d %,10d %8d%n",
        kind.name(), mutations, fuzzing.values(), fuzzing.refusals(), failures.size());
    for (Failure failure : failures) {
      out.println("  " + failure);
      if (keep != null) {
        Files.write(
            Files.createDirectories(keep).resolve(kind.name() + "-" + failure.mutation()),
            failure.input());
      }
    }
    out.flush();
    return failures.size();
  }
}
