package io.tradinggym.experiments.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.run.Experiment;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunTrials;
import io.tradinggym.experiments.run.WholeHistory;
import io.tradinggym.experiments.work.Task;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** What walks and cross-validations share: folder, ledger, the whole history, and how to go on. */
final class HistoryCommandRun {
  final String command;
  final RunFolder folder;
  final String text;
  final List<String> overrides;
  final RunConfig config;
  final Ledger ledger;

  HistoryCommandRun(String command, RunFolder folder, String text, List<String> overrides) {
    this.command = command;
    this.folder = folder;
    this.text = text;
    this.overrides = List.copyOf(overrides);
    config = ConfigFile.parse(text, overrides, "configuration");
    ledger = Ledger.beside(folder.path());
  }

  /** The one that a folder holds. */
  static HistoryCommandRun open(String command, Path path) {
    RunFolder folder = RunFolder.open(path);
    JsonNode manifest = folder.readJson(RunFolder.MANIFEST);
    if (!manifest.path("command").asText().equals(command)) {
      throw new UserError(path + " is no " + command);
    }
    List<String> overrides = new ArrayList<>();
    manifest.path("overrides").forEach(override -> overrides.add(override.asText()));
    return new HistoryCommandRun(command, folder, manifest.path("text").asText(), overrides);
  }

  long[] seeds() {
    int count = config.rule() == null ? config.seeds() : 1;
    return LongStream.range(config.seed(), config.seed() + count).toArray();
  }

  /** Where prices come from. */
  Provenance source(ReplayMarket whole) {
    return WholeHistory.source(config, whole);
  }

  /**
   * One trial for each seed: the whole of it is one look.
   *
   * @param cut how history is cut, which decides the result, too
   */
  List<Entry> entries(RunConfig played, ReplayMarket whole, Record cut) {
    Experiment experiment =
        new Experiment(
            played,
            new Split(new Range.Train(whole), new Range.Validation(whole), new Range.Test(whole)));
    String run = folder.path().toAbsolutePath().normalize().toString();
    return LongStream.of(seeds())
        .mapToObj(
            seed ->
                RunTrials.entry(experiment, command, run, "seed-" + seed, seed, Map.of("cut", cut)))
        .toList();
  }

  /** A piece as it travels. */
  Task task(Piece piece) {
    String path = folder.path().toAbsolutePath().normalize().toString();
    return new Task(command, path, piece.name(), "");
  }

  /** Does the work as trials of the ledger. */
  <T> T tried(List<Entry> entries, Supplier<T> work) {
    ledger.begin(entries);
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw RunTrials.failed(ledger, entries, e);
    }
  }

  void manifest(String state, Map<String, Object> results) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("state", state);
    content.put("command", command);
    content.put("version", CodeVersion.describe());
    content.put("configuration", config);
    content.put("text", text);
    content.put("overrides", overrides);
    content.put("results", results);
    folder.writeJson(RunFolder.MANIFEST, content);
  }
}
