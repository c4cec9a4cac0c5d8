package io.tradinggym.experiments.report;

import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.instrument.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page of an evaluation that belongs to no run: there is no training to show. */
public final class EvaluationReport {
  private static final String CHOICE =
      "This page knows the agent, not how it was chosen. Whoever compared several on this test and kept the best has a"
          + " luckier figure here than the future will bring; so have episodes that overlap in one history.";

  private EvaluationReport() {}

  /**
   * Writes it.
   *
   * @param file is replaced if it is there; its folder is made if it is missing
   */
  public static void write(Evaluation evaluation, Path file) throws IOException {
    ReportData data =
        new ReportBuilder(evaluation)
            .build(
                evaluation.agent().name(),
                List.of(),
                symbols(evaluation),
                evaluation.facts(),
                Assumptions.of(evaluation, CHOICE));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, HtmlReport.of(data));
  }

  private static List<String> symbols(Evaluation evaluation) {
    return evaluation.environment().options().values().values().stream()
        .filter(Market.class::isInstance)
        .map(Market.class::cast)
        .flatMap(market -> market.instruments().stream())
        .map(Instrument::symbol)
        .toList();
  }
}
