package io.tradinggym.experiments.run;

import io.tradinggym.agents.train.PeriodicEvaluation;
import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.experiments.ledger.Deflation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is needed to tell a run again, and how often was tried before the test was opened. */
final class Manifest {
  private final Map<String, Object> content = new LinkedHashMap<>();

  Manifest(Experiment experiment) {
    content.put("state", "running");
    content.put("version", CodeVersion.describe());
    content.put("configuration", experiment.config());
    content.putAll(data(experiment));
  }

  /** The trial ledger: every agent that was trained, every look that a choice was based on. */
  void trials(List<Trained> agents) {
    List<Object> trials = new ArrayList<>();
    int looks = 0;
    for (Trained agent : agents) {
      Map<String, Object> trial = new LinkedHashMap<>();
      trial.put("seed", agent.seed());
      List<PeriodicEvaluation.Point> validations = agent.validations();
      trial.put(
          "validations",
          validations.stream().map(p -> List.of(p.steps(), p.meanReturn())).toList());
      trial.put("chosen_at", agent.chosenAt());
      if (!Double.isNaN(agent.validation())) {
        trial.put("validation", agent.validation());
      }
      trials.add(trial);
      looks += Math.max(1, validations.size());
    }
    Map<String, Object> ledger = new LinkedHashMap<>();
    ledger.put("trials", trials);
    ledger.put("candidates", looks);
    ledger.put("test_opened", 1);
    content.put("ledger", ledger);
  }

  /** The run is over. */
  void finished(String journalHash, Deflation worth) {
    content.put("state", "finished");
    content.put("journal_sha256", journalHash);
    content.put("all_trials", worth(worth));
  }

  Map<String, Object> content() {
    return content;
  }

  /** What was traded on, and what was repaired in it. */
  static Map<String, Object> data(Experiment experiment) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("data_sha256", experiment.marketHashes());
    if (!experiment.repairs().isEmpty()) {
      data.put("data_repaired", experiment.repairs());
    }
    return data;
  }

  /** What a result is worth, for a manifest. */
  static Map<String, @Nullable Object> worth(Deflation worth) {
    Map<String, @Nullable Object> deflated = new LinkedHashMap<>();
    deflated.put("market", worth.market());
    deflated.put("trials", worth.trials());
    deflated.put("deflated_sharpe", Double.isNaN(worth.probability()) ? null : worth.probability());
    return deflated;
  }
}
