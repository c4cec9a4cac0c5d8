package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.evidence.NullSearches;
import io.tradinggym.experiments.report.ShowsResults;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How often skill is claimed where there is none. */
@Command(
    name = "nulls",
    description =
        "Searches fifty rules on noise, again and again, and counts how often each way of judging"
            + " the best of them claims skill at 5 %%.")
final class NullsCommand implements Runnable, ShowsResults {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--searches",
      paramLabel = "N",
      description = "How many. Default: ${DEFAULT-VALUE}.")
  private int searches = 1000;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Option(names = "--reality-check", description = "White's reality check, too; slow.")
  private boolean bootstrap;

  @Override
  public void run() {
    if (searches < 1) {
      throw new UserError("--searches must be >= 1, was " + searches);
    }
    PrintWriter out = spec.commandLine().getOut();
    NullSearches nulls = NullSearches.run(searches, seed, bootstrap);
    out.printf(
        Locale.ROOT,
        "%,d searches of %d rules on noise; skill was claimed at 5 %% by%n",
        nulls.searches(),
        nulls.rules());
    line(out, "the best rule's own Sharpe ratio (PSR)", nulls.plain());
    line(out, "its deflated Sharpe ratio", nulls.deflated());
    line(out, "the same, trials by their correlation", nulls.correlated());
    if (bootstrap) {
      line(out, "White's reality check", nulls.realityCheck());
    }
  }

  private static void line(PrintWriter out, String what, double share) {
    out.printf(Locale.ROOT, "  %-42s %5.1f %%%n", what, 100 * share);
  }
}
