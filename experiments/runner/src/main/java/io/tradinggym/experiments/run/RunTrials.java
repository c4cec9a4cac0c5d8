package io.tradinggym.experiments.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.SeedReturns;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.ledger.Deflation;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an experiment's trials are called in the ledger, and what their figures are. */
public final class RunTrials {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEST = "test";

  private RunTrials() {}

  /**
   * One training or playing of an experiment.
   *
   * @param command that does it
   * @param run folder it belongs to; empty for none
   * @param trial name within the command
   * @param seed of the training
   */
  public static Entry entry(
      Experiment experiment, String command, String run, String trial, long seed) {
    return entry(experiment, command, run, trial, seed, Map.of());
  }

  /**
   * The same of a command that decides more than the configuration holds.
   *
   * @param more settings by name: how history is cut, which policy plays
   */
  public static Entry entry(
      Experiment experiment,
      String command,
      String run,
      String trial,
      long seed,
      Map<String, ?> more) {
    return new Entry(
        command,
        run,
        trial,
        experiment.config().environment().id(),
        experiment.traded(),
        experiment.marketHashes(),
        configuration(experiment, more),
        seed,
        CodeVersion.describe());
  }

  /** SHA-256 of a policy's file: another one is another trial under the same name, the same elsewhere is none. */
  static String hash(Path policy) {
    try {
      return Sha256.of(Files.readAllBytes(policy));
    } catch (NoSuchFileException e) {
      throw new UserError("there is no policy " + policy, e);
    } catch (IOException e) {
      throw new UserError("cannot read the policy " + policy + ": " + FileProblem.reason(e), e);
    }
  }

  /** All but the name, and how many others are trained beside. */
  private static String configuration(Experiment experiment, Map<String, ?> more) {
    ObjectNode tree = JSON.valueToTree(experiment.config());
    tree.remove(List.of("name", "seeds"));
    String from = experiment.config().from();
    if (from != null) {
      // What is in the file decides the result, not where it lies.
      tree.put("from", hash(Path.of(from)));
    }
    more.forEach((name, value) -> tree.set(name, JSON.valueToTree(value)));
    return tree.toString();
  }

  /** Ends a trial for every seed of an evaluation, in order. */
  static void end(Ledger ledger, List<Entry> entries, Evaluation evaluation) {
    Map<Entry, Outcome> outcomes = new LinkedHashMap<>();
    for (int seed = 0; seed < entries.size(); seed++) {
      outcomes.put(
          entries.get(seed),
          SeedReturns.outcome(
              TEST, evaluation.agent().scores()[seed], evaluation.agent().episodes().get(seed)));
    }
    ledger.end(outcomes);
  }

  /**
   * Ends trials with an error.
   *
   * @return the error, to be thrown: where the ledger cannot be written either, what came first is what is told
   */
  public static RuntimeException failed(
      Ledger ledger, List<Entry> entries, RuntimeException failure) {
    try {
      end(ledger, entries, Outcome.failed(failure));
    } catch (UserError e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /** Ends trials without figures. */
  static void end(Ledger ledger, List<Entry> entries, Outcome outcome) {
    Map<Entry, Outcome> outcomes = new LinkedHashMap<>();
    entries.forEach(entry -> outcomes.put(entry, outcome));
    ledger.end(outcomes);
  }

  /**
   * What the chosen seed's result is worth among all trials on the market.
   *
   * @param chosen number of the seed, from 0
   */
  static Deflation deflation(
      Ledger ledger, Experiment experiment, Evaluation evaluation, int chosen) {
    List<Trajectory> episodes = evaluation.agent().episodes().get(chosen);
    String market = experiment.traded();
    return Deflation.of(
        market,
        SeedReturns.joined(episodes),
        SeedReturns.periodsPerYear(episodes.getFirst()),
        ledger.on(market));
  }
}
