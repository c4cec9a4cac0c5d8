package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.compare.FinishedRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs as lines. */
final class RunTable {
  private RunTable() {}

  static void print(PrintWriter out, List<FinishedRun> runs) {
    int width = Columns.width(4, runs.stream().map(run -> name(run, runs)));
    int who = Columns.width(22, runs.stream().map(FinishedRun::agent));
    String row = "%-" + width + "s  %-" + who + "s %10s  %-24s %7s %9s %6s%n";
    out.printf(row, "run", "who", "score", "95 % interval", "Sharpe", "drawdown", "seeds");
    for (FinishedRun run : runs) {
      out.printf(
          row,
          name(run, runs),
          run.agent(),
          number("%.5f", run.headline()),
          "[" + number("%.5f", run.low()) + ", " + number("%.5f", run.high()) + "]",
          number("%.2f", run.metric("sharpe")),
          number("%.3f", run.metric("max_drawdown")),
          run.scores().length);
    }
  }

  /** Name of a run's folder, with that of the one around it where several are called alike. */
  static String name(FinishedRun run, List<FinishedRun> runs) {
    Path path = run.path().toAbsolutePath().normalize();
    boolean alone =
        runs.stream().filter(other -> other.path().endsWith(path.getFileName())).count() < 2;
    int names = path.getNameCount();
    return path.subpath(Math.max(0, names - (alone ? 1 : 2)), names).toString();
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
