package io.tradinggym.experiments.run;

import io.tradinggym.agents.train.PeriodicEvaluation;
import io.tradinggym.agents.train.log.CsvSink;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Standing;
import io.tradinggym.experiments.evaluation.Trade;
import io.tradinggym.experiments.evaluation.Trajectory;
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

  /** Every agent, and under {@code policy} the one that did best on the validation episodes. */
  void policies(List<Trained> agents) {
    try {
      Files.createDirectories(folder.file("policies"));
      Trained best = agents.getFirst();
      for (Trained agent : agents) {
        agent.policy().save(folder.file("policies/seed-" + agent.seed()));
        best = agent.validation() > best.validation() ? agent : best;
      }
      best.policy().save(folder.file("policy"));
    } catch (IOException e) {
      throw new UserError("cannot write into " + folder.path() + ": " + RunFolder.reason(e), e);
    }
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

  /** Equity of every episode, step by step. */
  void equity(Evaluation evaluation) {
    StringBuilder text = new StringBuilder("contender,seed,path,step,time,equity\n");
    each(
        evaluation,
        (seed, episode) -> {
          double[] equity = episode.info("equity");
          double[] time = episode.has("time") ? episode.info("time") : new double[equity.length];
          for (int t = 0; t < equity.length; t++) {
            line(text, episode.contender(), seed, episode.path(), t, (long) time[t], equity[t]);
          }
        });
    folder.write("equity.csv", text.toString());
  }

  /** Every trade of the agents. */
  void trades(Evaluation evaluation) {
    StringBuilder text = new StringBuilder("contender,seed,path,step,time,asset,quantity,close\n");
    each(
        evaluation,
        (seed, episode) -> {
          if (episode.contender().equals(evaluation.agent().name())) {
            for (Trade trade : Trade.of(episode)) {
              line(
                  text,
                  episode.contender(),
                  seed,
                  episode.path(),
                  trade.step(),
                  trade.time(),
                  trade.asset(),
                  trade.quantity(),
                  trade.close());
            }
          }
        });
    folder.write("trades.csv", text.toString());
  }

  private interface EpisodeUser {
    void use(int seed, Trajectory episode);
  }

  private static void each(Evaluation evaluation, EpisodeUser user) {
    for (Standing standing : evaluation.standings()) {
      for (int seed = 0; seed < standing.episodes().size(); seed++) {
        for (Trajectory episode : standing.episodes().get(seed)) {
          user.use(seed, episode);
        }
      }
    }
  }

  private static void line(StringBuilder text, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append(cells[i]);
    }
    text.append('\n');
  }

  /** The event log and its hash, in the form that sha256sum checks. */
  String journal(List<Trained> agents, Evaluation evaluation) {
    Journal journal = new Journal();
    for (Trained agent : agents) {
      for (CsvSink.Row row : agent.log()) {
        journal.add("iteration", agent.seed(), row.steps(), row.figures());
      }
      for (PeriodicEvaluation.Point point : agent.validations()) {
        journal.add("validation", agent.seed(), point.steps(), point.meanReturn());
      }
      journal.add("chosen", agent.seed(), agent.chosenAt(), agent.validation());
    }
    each(evaluation, journal::add);
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
