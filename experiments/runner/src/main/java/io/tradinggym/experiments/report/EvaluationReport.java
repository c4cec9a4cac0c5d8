package io.tradinggym.experiments.report;

import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.evaluation.ReportWriter;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.instrument.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
                symbols(evaluation),
                source(evaluation),
                evaluation.facts(),
                Assumptions.of(evaluation, CHOICE));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, HtmlReport.of(data));
  }

  private static Provenance source(Evaluation evaluation) {
    return evaluation.environment().options().values().values().stream()
        .filter(Market.class::isInstance)
        .map(Market.class::cast)
        .map(EvaluationReport::source)
        .findFirst()
        .orElse(Provenance.UNKNOWN);
  }

  private static Provenance source(Market market) {
    Market whole = market instanceof Range range ? range.market() : market;
    String names =
        String.join(", ", market.instruments().stream().map(Instrument::symbol).toList());
    if (whole instanceof ReplayMarket replayed) {
      MarketData data = replayed.data();
      return new Provenance(
          false,
          names
              + ", bars from "
              + Text.day((double) data.closeTime(0))
              + " to "
              + Text.day((double) data.closeTime(data.length() - 1)));
    }
    return new Provenance(true, names);
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
