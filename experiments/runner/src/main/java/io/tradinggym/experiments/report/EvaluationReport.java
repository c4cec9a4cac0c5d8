package io.tradinggym.experiments.report;

import io.tradinggym.api.TradingView;
import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.evaluation.ReportWriter;
import io.tradinggym.experiments.evaluation.SeedReturns;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.ledger.Deflation;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The page of an evaluation that belongs to no run: there is no training to show. */
public final class EvaluationReport implements ReportWriter {
  private static final String CHOICE =
      "This page knows the agent, not how it was chosen. Whoever compared several on this test and"
          + " kept the best has a luckier figure here than the future will bring; so have episodes"
          + " that overlap in one history.";

  /** For {@link java.util.ServiceLoader}. */
  public EvaluationReport() {}

  @Override
  public void write(Evaluation evaluation, Path file) throws IOException {
    ReportData data =
        new ReportBuilder(evaluation)
            .build(
                evaluation.agent().name(),
                List.of(),
                source(evaluation),
                ledger(evaluation, file),
                evaluation.facts(),
                Assumptions.of(evaluation, CHOICE));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, HtmlReport.of(data));
  }

  /** A page is made of nothing that the ledger does not know: what was judged from code is entered here. */
  private static String ledger(Evaluation evaluation, Path file) {
    String known = evaluation.facts().get(Evaluation.LEDGER);
    if (known != null) {
      return known;
    }
    Ledger ledger = Ledger.beside(file);
    Entry entry = entry(evaluation);
    List<Trajectory> episodes = evaluation.agent().episodes().getFirst();
    ledger.add(
        Map.of(entry, SeedReturns.outcome("test", evaluation.agent().scores()[0], episodes)));
    return Deflation.of(
            entry.market(),
            SeedReturns.joined(episodes),
            SeedReturns.periodsPerYear(episodes.getFirst()),
            ledger.on(entry.market()))
        .sentence();
  }

  private static Entry entry(Evaluation evaluation) {
    TradingView view = evaluation.environment().trading();
    String id = evaluation.environment().id();
    return new Entry(
        "report",
        "",
        evaluation.agent().name(),
        id,
        view == null ? id : String.join(", ", view.instruments()),
        Map.of(),
        evaluation.facts().toString(),
        0,
        CodeVersion.describe());
  }

  private static Provenance source(Evaluation evaluation) {
    Market market = MarketChoice.in(evaluation.environment().options());
    return market == null ? Provenance.UNKNOWN : Origin.of(market);
  }
}
