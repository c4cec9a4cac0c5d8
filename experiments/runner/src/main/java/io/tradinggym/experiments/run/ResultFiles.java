package io.tradinggym.experiments.run;

import io.tradinggym.agents.train.PeriodicEvaluation;
import io.tradinggym.agents.train.log.CsvSink;
import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Standing;
import io.tradinggym.experiments.statistics.Metric;
import io.tradinggym.experiments.statistics.seeds.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what came of a run into its folder. */
final class ResultFiles {
  private final RunFolder folder;

  ResultFiles(RunFolder folder) {
    this.folder = folder;
  }

  /**
   * Every agent, and under {@code policy} the one that did best on the validation episodes, with what the features
   * learned.
   *
   * @param experiment they were trained in
   */
  void policies(List<Trained> agents, Experiment experiment) {
    try {
      Files.createDirectories(folder.file("policies"));
      for (Trained agent : agents) {
        experiment.save(agent.policy(), folder.file("policies/seed-" + agent.seed()));
      }
      experiment.save(agents.get(chosen(agents)).policy(), folder.file("policy"));
    } catch (IOException e) {
      throw new UserError("cannot write into " + folder.path() + ": " + FileProblem.reason(e), e);
    }
  }

  /** Number of the agent that did best on the validation episodes; the first without any. */
  static int chosen(List<Trained> agents) {
    int best = 0;
    for (int i = 1; i < agents.size(); i++) {
      best = agents.get(i).validation() > agents.get(best).validation() ? i : best;
    }
    return best;
  }

  /** Headline, scores and figures of everybody. */
  void metrics(Evaluation evaluation) {
    Map<String, Object> contenders = new LinkedHashMap<>();
    for (Standing standing : evaluation.standings()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      Interval headline = standing.headline();
      entry.put("interquartile_mean", headline.point());
      entry.put("interval_95", List.of(headline.lower(), headline.upper()));
      if (!evaluation.isAgent(standing)) {
        entry.put("agent_beats_it", evaluation.chanceToBeat(standing));
      }
      Map<String, @Nullable Double> figures = new LinkedHashMap<>();
      evaluation
          .metrics(standing)
          .forEach(
              metric ->
                  figures.put(metric.name(), metric.defined().isPresent() ? metric.value() : null));
      entry.put("metrics", figures);
      entry.put("scores", standing.scores());
      contenders.put(standing.name(), entry);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("environment", evaluation.environment().id());
    all.put(
        "score",
        evaluation.trades() ? "total return of an episode" : "sum of rewards of an episode");
    all.put("contenders", contenders);
    folder.writeJson("metrics.json", all);
  }

  /** The event log of the trainings. */
  static void journal(Journal journal, List<Trained> agents) {
    for (Trained agent : agents) {
      for (CsvSink.Row row : agent.log()) {
        journal.add("iteration", agent.seed(), row.steps(), row.figures());
      }
      for (PeriodicEvaluation.Point point : agent.validations()) {
        journal.add("validation", agent.seed(), point.steps(), point.meanReturn());
      }
      journal.add("chosen", agent.seed(), agent.chosenAt(), agent.validation());
    }
  }

  /** Finishes the event log, and writes it with its hash in the form that sha256sum checks. */
  String finish(Journal journal, Evaluation evaluation) {
    for (Standing standing : evaluation.standings()) {
      journal.add("headline", standing.name(), standing.headline());
      for (Metric metric : evaluation.metrics(standing)) {
        journal.add("metric", standing.name(), metric.name(), metric.value());
      }
    }
    folder.write("journal", journal.text());
    folder.write("journal.sha256", journal.hash() + "  journal\n");
    return journal.hash();
  }
}
