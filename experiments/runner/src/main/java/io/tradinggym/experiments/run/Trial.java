package io.tradinggym.experiments.run;

import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.Outcome;
import java.util.List;

/**
 * One training as a function: the same specification and seed give the same bytes, on every machine, in every process,
 * beside any others. It writes nothing and reads only the data that the specification names. Threads, other processes
 * and other machines are three ways to call it.
 */
public final class Trial {
  private Trial() {}

  /**
   * Trains one agent and chooses its policy on validation episodes; the test range stays shut.
   *
   * @param specification a configuration as {@link ConfigFile} reads it; its number of seeds does not matter
   * @param seed of the training; validation episodes come from the specification's own
   * @throws io.tradinggym.experiments.UserError naming what is wrong with the specification, or how the training failed
   */
  public static TrialResult run(String specification, long seed) {
    return run(specification, seed, experiment(specification));
  }

  /** The same, entered into a ledger. */
  public static TrialResult run(String specification, long seed, Ledger ledger) {
    Experiment experiment = experiment(specification);
    Entry entry = RunTrials.entry(experiment, "trial", "", "seed-" + seed, seed);
    ledger.begin(List.of(entry));
    try {
      TrialResult result = run(specification, seed, experiment);
      ledger.end(entry, Outcome.scored("validation", result.validation()));
      return result;
    } catch (RuntimeException e) {
      throw RunTrials.failed(ledger, List.of(entry), e);
    }
  }

  static Experiment experiment(String specification) {
    RunConfig config = ConfigFile.parse(specification, List.of(), "specification");
    config.requireAgent();
    return new Experiment(config);
  }

  /** The same on environments that are made already. */
  static TrialResult run(String specification, long seed, Experiment experiment) {
    Trained trained =
        new AgentTraining(experiment, null, (any, steps, mean) -> {}).train(1, seed).getFirst();
    return TrialResult.of(specification, trained, experiment);
  }
}
