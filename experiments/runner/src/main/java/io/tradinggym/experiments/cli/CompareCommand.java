package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.compare.Comparison;
import io.tradinggym.experiments.compare.FinishedRun;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.statistics.seeds.MeanTest;
import io.tradinggym.experiments.statistics.seeds.PairedComparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs beside each other. */
@Command(
    name = "compare",
    description =
        "Compares finished runs with the first of them: paired on common paths where they met the"
            + " same ones, with every setting that differs.")
final class CompareCommand implements Runnable, ShowsResults {
  private static final double SURE = 0.05;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "2..*", paramLabel = "RUN", description = "Folders of finished runs.")
  private List<Path> runs = new ArrayList<>();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Comparison comparison = Comparison.of(runs.stream().map(FinishedRun::read).toList());
    List<FinishedRun> all = new ArrayList<>(comparison.others());
    all.addFirst(comparison.first());
    RunTable.print(out, all);
    out.println();
    for (int i = 0; i < comparison.others().size(); i++) {
      say(out, comparison, i, all);
    }
    out.println();
    out.println(comparison.settings().isEmpty() ? "No setting differs." : "Settings that differ:");
    comparison
        .settings()
        .forEach((key, values) -> out.println("  " + key + ": " + String.join(" | ", values)));
  }

  private static void say(PrintWriter out, Comparison comparison, int i, List<FinishedRun> all) {
    FinishedRun other = comparison.others().get(i);
    Comparison.Pair pair = comparison.pairs().get(i);
    PairedComparison paired = pair.paired();
    String names = RunTable.name(other, all) + " against " + RunTable.name(comparison.first(), all);
    if (paired == null) {
      out.println(
          names + ": judged on different paths, so only the intervals above tell them apart");
    } else {
      out.println(names + ": " + text(paired, other.scores()[0].length));
    }
    if (!Double.isNaN(pair.improvement())) {
      out.printf(
          Locale.ROOT,
          "  a seed of it beats a seed of the first with chance %.2f%n",
          pair.improvement());
    }
  }

  private static String text(PairedComparison paired, int paths) {
    MeanTest test = paired.difference();
    if (Double.isNaN(test.t())) {
      return String.format(
          Locale.ROOT,
          "%+.5f on each of the same %d paths: %s",
          test.mean(),
          paths,
          test.mean() == 0 ? "no difference" : "never another, so there is nothing to test");
    }
    String verdict =
        test.pValue() < SURE ? (test.mean() > 0 ? "better" : "worse") : "nothing was shown";
    String together =
        Double.isNaN(paired.correlation())
            ? ""
            : String.format(Locale.ROOT, ", correlation %.2f", paired.correlation());
    return String.format(
        Locale.ROOT,
        "%+.5f on the same %d paths, 95 %% [%.5f, %.5f], p %.3f%s: %s",
        test.mean(),
        paths,
        test.interval().lower(),
        test.interval().upper(),
        test.pValue(),
        together,
        verdict);
  }
}
