package io.tradinggym.experiments.report;

import io.tradinggym.api.TradingView;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.experiments.WholeFile;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.evaluation.ReportWriter;
import io.tradinggym.experiments.evaluation.SeedReturns;
import io.tradinggym.experiments.evaluation.Standing;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.ledger.Deflation;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.Outcome;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
    write(evaluation, evaluation.agent().name(), source(evaluation), file, Ledger.beside(file));
  }

  /**
   * Writes the page under a title.
   *
   * @param source where prices come from
   * @param ledger that knows what was judged, or gets to know it
   * @throws IOException if it cannot be written
   */
  public static void write(
      Evaluation evaluation, String title, Provenance source, Path file, Ledger ledger)
      throws IOException {
    ReportData data =
        new ReportBuilder(evaluation)
            .build(
                title,
                List.of(),
                source,
                ledger(evaluation, ledger),
                evaluation.facts(),
                Assumptions.of(evaluation, CHOICE));
    WholeFile.write(file, HtmlReport.of(data));
  }

  /** A page is made of nothing that the ledger does not know: what was judged from code is entered here. */
  private static String ledger(Evaluation evaluation, Ledger ledger) {
    String known = evaluation.facts().get(Evaluation.LEDGER);
    if (known != null) {
      return known;
    }
    enter(evaluation, ledger);
    List<Trajectory> first = evaluation.agent().episodes().getFirst();
    String market = market(evaluation);
    return Deflation.of(
            market,
            SeedReturns.joined(first),
            SeedReturns.periodsPerYear(first.getFirst()),
            ledger.on(market))
        .sentence();
  }

  /**
   * Enters what was judged from code into a ledger, though it gets no page of its own: what is tried beside the one
   * that is shown is a look at the same market.
   */
  public static void enter(Evaluation evaluation, Ledger ledger) {
    Standing agent = evaluation.agent();
    Map<Entry, Outcome> trials = new LinkedHashMap<>();
    for (int seed = 0; seed < agent.scores().length; seed++) {
      Outcome outcome =
          SeedReturns.outcome("test", agent.scores()[seed], agent.episodes().get(seed));
      trials.put(entry(evaluation, seed), outcome);
    }
    ledger.add(trials);
  }

  /**
   * One policy that was judged. Code tells nothing of how it was made, so what it did tells one from another: the same
   * again is no new trial, another cost, rule or training is.
   */
  private static Entry entry(Evaluation evaluation, int seed) {
    Standing agent = evaluation.agent();
    StringBuilder did = new StringBuilder(Arrays.toString(agent.scores()[seed]));
    for (Trajectory episode : agent.episodes().get(seed)) {
      did.append(Arrays.toString(episode.trades() ? episode.equity() : new double[0]));
    }
    Map<String, String> facts = new LinkedHashMap<>(evaluation.facts());
    facts.remove(Evaluation.OPENED);
    return new Entry(
        "report",
        "",
        agent.name(),
        evaluation.environment().id(),
        market(evaluation),
        Map.of(),
        facts + " played " + Sha256.of(did.toString()),
        seed,
        CodeVersion.describe());
  }

  private static String market(Evaluation evaluation) {
    TradingView view = evaluation.environment().trading();
    return view == null ? evaluation.environment().id() : String.join(", ", view.instruments());
  }

  private static Provenance source(Evaluation evaluation) {
    Market market = MarketChoice.in(evaluation.environment().options());
    return market == null ? Provenance.UNKNOWN : Origin.of(market);
  }
}
