package io.tradinggym.experiments.durability;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.tuning.Tuning;
import io.tradinggym.experiments.validation.CrossValidationRun;
import io.tradinggym.experiments.validation.WalkForwardRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Begins every kind of long work in a folder, or goes on with it, and says what came of each. */
final class FullDisk {
  private static final String CONFIG =
      """
      name: disk
      seed: 5
      seeds: 1
      market: {simulated: "noise"}
      environment: {id: Stock-v1, lanes: 2, options: {episode: 16}}
      algorithm: {steps: 96, rolloutSteps: 16, minibatch: 16, epochs: 1, hidden: [4]}
      evaluation: {paths: 2, validations: 2, validationPaths: 2, controls: [no-trade]}
      crossValidation: {groups: 3, tested: 1, bars: 600, purge: 1, embargo: 5}
      walkForward: {folds: 2, bars: 600, retrain: warm}
      search:
        method: %s
        trials: 5
        batch: 3
        least: 32
        space:
          algorithm.learningRate: {log: [1e-4, 1e-2]}
      """;

  private static final Map<String, Function<Path, String>> WORKS =
      new TreeMap<>(
          Map.of(
              "asha",
              path -> tuned("asha", path),
              "pbt",
              path -> tuned("pbt", path),
              "walk",
              FullDisk::walked,
              "paths",
              FullDisk::validated));

  private FullDisk() {}

  private static boolean begun(Path path) {
    return Files.exists(path.resolve(RunFolder.MANIFEST));
  }

  private static String tuned(String method, Path path) {
    Tuning tuning =
        begun(path) ? Tuning.open(path) : Tuning.start(CONFIG.formatted(method), List.of(), path);
    return tuning.complete(1, line -> {}).lines().toString();
  }

  private static String walked(Path path) {
    WalkForwardRun walk =
        begun(path)
            ? WalkForwardRun.open(path)
            : WalkForwardRun.start(CONFIG.formatted("asha"), List.of(), path);
    return walk.complete(1, done -> {}).hash();
  }

  private static String validated(Path path) {
    CrossValidationRun run =
        begun(path)
            ? CrossValidationRun.open(path)
            : CrossValidationRun.start(CONFIG.formatted("asha"), List.of(), path);
    return run.complete(1, done -> {}).hash();
  }

  /** Results by name; of what the user is told to put right, the message. */
  static Map<String, String> all(Path folder) {
    Map<String, String> results = new TreeMap<>();
    WORKS.forEach(
        (name, work) -> {
          try {
            results.put(name, work.apply(folder.resolve(name)));
          } catch (UserError e) {
            results.put(name, "refused: " + e.getMessage());
          }
        });
    return results;
  }

  /** In a process whose disk is full. */
  public static void main(String[] args) {
    all(Path.of(args[0])).forEach((name, result) -> System.out.println(name + " " + result));
  }
}
