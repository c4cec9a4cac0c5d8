package io.tradinggym.experiments.explain;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.report.ReportData;
import io.tradinggym.experiments.report.ReportData.Sample;
import io.tradinggym.experiments.run.Run;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunReport;
import java.nio.file.Path;

/** A run's report whose trades are linked to the cards of the decisions behind them. */
public final class LinkedReport {
  private static final String PAGE = "cards.html";

  private LinkedReport() {}

  /**
   * Writes the cards of the episode that the report shows beside it, and the report anew, with the links. A later run
   * into the same folder writes its report without links: these cards would not be of its decisions.
   *
   * @param run that is finished
   * @return where the report is
   * @throws UserError if the report shows no episode of an agent, or the agent cannot be explained
   */
  public static Path write(Run run) {
    RunFolder folder = run.folder();
    ReportData data = RunReport.data(folder);
    Sample shown = data.sample();
    Long seed = shown == null ? null : shown.seed();
    if (shown == null || seed == null) {
      throw new UserError(
          "the report of "
              + folder.path()
              + " shows no trades of a trained agent, or was written before reports said whose they"
              + " are; use --page FILE for the cards of an episode");
    }
    try (Cards cards = Cards.of(run, seed, shown.path())) {
      String lead =
          "<p>The agent of seed %d on test path %d, <a href=\"report.html\">as the report shows it</a>.</p>\n"
              .formatted(seed, shown.path() + 1);
      folder.write(PAGE, CardFiles.page(lead, cards));
    }
    return RunReport.write(folder, data.withCards(PAGE));
  }
}
