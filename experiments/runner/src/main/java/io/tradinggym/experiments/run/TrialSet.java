package io.tradinggym.experiments.run;

import io.tradinggym.api.util.Sha256;
import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.Outcome;
import io.tradinggym.experiments.work.Task;
import io.tradinggym.experiments.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Trials of one specification from many seeds, each a file {@code trial-SEED.json} that appears whole. Those that are
 * there are not done again, so a set that was killed goes on when it is asked for again.
 */
public final class TrialSet {
  /** Whose work it is. */
  public static final String COMMAND = "trial";

  private final String specification;
  private final Path folder;
  private final Experiment experiment;

  /**
   * A set in a folder.
   *
   * @param specification a configuration as {@link ConfigFile} reads it
   * @throws UserError naming what is wrong with the specification
   */
  public TrialSet(String specification, Path folder) {
    this.specification = specification;
    this.folder = folder.toAbsolutePath().normalize();
    experiment = Trial.experiment(specification);
  }

  /** Where the result of a seed is. */
  public Path file(long seed) {
    return folder.resolve("trial-" + seed + ".json");
  }

  /**
   * Does all, enters them into the ledger, and says what they are.
   *
   * @param first seed
   * @param count of seeds that follow each other, &gt;= 1
   * @param ledger where each is entered before any begins, and again when all have ended
   * @param pool who does them; the result is the same for any
   * @param progress is told every seed that is done
   * @return SHA-256 of all results in the order of their seeds
   */
  public String complete(
      long first, int count, Ledger ledger, Workers pool, Consumer<TrialResult> progress) {
    List<Long> seeds = LongStream.range(first, first + count).boxed().toList();
    List<Entry> entries =
        seeds.stream()
            .map(seed -> RunTrials.entry(experiment, COMMAND, "", "seed-" + seed, seed))
            .toList();
    ledger.begin(entries);
    try {
      List<TrialResult> results = pool.all(seeds, this::task, this::run);
      Map<Entry, Outcome> outcomes = new LinkedHashMap<>();
      StringBuilder hashes = new StringBuilder();
      for (int i = 0; i < results.size(); i++) {
        TrialResult result = results.get(i);
        progress.accept(result);
        outcomes.put(entries.get(i), Outcome.scored("validation", result.validation()));
        hashes.append(result.hash()).append('\n');
      }
      ledger.end(outcomes);
      return Sha256.of(hashes.toString());
    } catch (RuntimeException e) {
      throw RunTrials.failed(ledger, entries, e);
    }
  }

  private Task task(long seed) {
    return new Task(COMMAND, folder.toString(), Long.toString(seed), specification);
  }

  /** The result of a seed, from its file if it is there. */
  public TrialResult run(long seed) {
    TrialResult known = read(file(seed));
    if (known != null && known.isOf(specification, seed, experiment.marketHashes())) {
      return known;
    }
    TrialResult result = Trial.run(specification, seed, experiment);
    RunFolder.replace(file(seed), result.bytes());
    return result;
  }

  private static @Nullable TrialResult read(Path file) {
    try {
      return Files.exists(file) ? new TrialResult(Files.readAllBytes(file)) : null;
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + FileProblem.reason(e), e);
    }
  }
}
