package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.report.Text;
import io.tradinggym.experiments.run.Run;
import io.tradinggym.experiments.work.Workers;
import java.io.PrintWriter;

/** A run as the user sees it: what is about to happen, a progress bar, a table. */
final class Session {
  private final PrintWriter out;
  private final int threads;
  private final WorkOptions work;

  Session(PrintWriter out, int threads, WorkOptions work) {
    this.out = out;
    this.threads = threads;
    this.work = work;
  }

  Evaluation complete(Run run) {
    RunConfig config = run.config();
    out.printf(
        "%s: %s on %s, %,d steps each, seed %d%n",
        config.name(),
        Text.count(config.seeds(), "agent"),
        config.environment().id(),
        config.algorithm().steps(),
        config.seed());
    RepairLines.print(out, run.repairs());
    Evaluation evaluation;
    if (work.elsewhere()) {
      try (Workers machines = work.workers(threads, out)) {
        run.trainOn(machines);
      }
    }
    ProcessorTime time = new ProcessorTime();
    try (ProgressView progress = new ProgressView(config);
        Interruption _ = new Interruption(run, progress)) {
      evaluation = run.complete(threads, progress);
    }
    out.println();
    new ResultTable(evaluation).print(out);
    SeedLine.print(out, evaluation, config.evaluation());
    run.deflation().ifPresent(worth -> out.println(worth.sentence()));
    out.printf("%,.1f s of processor time for training and evaluation.%n", time.seconds());
    out.println();
    out.println(
        "The report: "
            + run.folder().file("report.html")
            + " (beside it: everything to tell the run again)");
    out.flush();
    return evaluation;
  }
}
