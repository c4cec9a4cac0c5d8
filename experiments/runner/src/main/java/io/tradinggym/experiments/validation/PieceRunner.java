package io.tradinggym.experiments.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.api.Registry;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RuleConfig;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.Contender;
import io.tradinggym.experiments.evaluation.Controls;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.run.Experiment;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.Trained;
import io.tradinggym.experiments.run.TrainingPlace;
import io.tradinggym.experiments.work.Task;
import io.tradinggym.experiments.work.Workers;
import io.tradinggym.market.data.Purpose;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does pieces. Each is a function of the configuration, its ranges and its seed; its result appears whole or not at
 * all, and one that was cut off goes on from its checkpoint.
 */
final class PieceRunner {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The range is played from end to end. */
  private static final List<String> WHOLE =
      List.of(
          "environment.evaluation.randomStart=false",
          "environment.evaluation.episode=0",
          "evaluation.validationPaths=1",
          "evaluation.paths=1");

  private final RunFolder folder;
  private final String text;
  private final List<String> overrides;

  /**
   * Pieces of one configuration.
   *
   * @param chosen whether policies are chosen on a validation range; else the last ones are taken
   * @throws UserError if the environment does not play ranges of bars
   */
  PieceRunner(RunFolder folder, String text, List<String> overrides, boolean chosen) {
    this.folder = folder;
    this.text = text;
    this.overrides = new ArrayList<>(overrides);
    RunConfig config = ConfigFile.parse(text, overrides, "configuration");
    List<String> known =
        Registry.global().get(config.environment().id()).options().stream()
            .map(option -> option.name())
            .toList();
    if (!known.contains("randomStart") || !known.contains("episode")) {
      throw new UserError(
          config.environment().id()
              + " does not replay ranges of bars: validation on history needs an environment with"
              + " the options episode and randomStart");
    }
    this.overrides.addAll(WHOLE);
    if (!chosen) {
      this.overrides.add("evaluation.validations=0");
    }
  }

  /** The configuration that pieces are played under. */
  RunConfig config() {
    return ConfigFile.parse(text, overrides, "configuration");
  }

  private RunConfig config(Piece piece) {
    List<String> all = new ArrayList<>(overrides);
    if (piece.from() != null) {
      all.add("from='" + piece.from().toString().replace("'", "''") + "'");
    }
    return ConfigFile.parse(text, all, piece.name());
  }

  /** Where the policy of a piece is kept. */
  Path policy(String piece) {
    return folder.file("pieces/" + piece + "/policy");
  }

  /** Where the result of a piece is. */
  Path file(String piece) {
    return folder.file("pieces/" + piece + ".json");
  }

  /** Runs pieces, on other machines where there are some; the results in the order of the pieces. */
  List<PieceResult> all(
      Workers pool, List<Piece> pieces, Function<Piece, Task> task, Consumer<String> progress) {
    return pool.all(
        pieces,
        task,
        piece -> {
          PieceResult result = run(piece);
          progress.accept(piece.name());
          return result;
        });
  }

  /** The result of a piece, from its file if it is there. */
  PieceResult run(Piece piece) {
    RunConfig config = config(piece);
    String key = Sha256.of(piece.key() + JSON.valueToTree(config).toString());
    Path file = file(piece.name());
    PieceResult known = read(file);
    if (known != null && known.key().equals(key)) {
      return known;
    }
    PieceResult result = play(piece, config, key);
    try {
      RunFolder.replace(file, JSON.writeValueAsString(result));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return result;
  }

  private PieceResult play(Piece piece, RunConfig config, String key) {
    Experiment first = experiment(piece, config, piece.tests().getFirst());
    RuleConfig rule = config.rule();
    double validation = Double.NaN;
    Contender contender;
    if (rule != null) {
      contender = Contender.of(rule.name(), rule.rule());
    } else {
      try (TrainingPlace place = TrainingPlace.in(folder.file("pieces/" + piece.name()))) {
        Trained trained = first.train(place.folder(), piece.seed());
        validation = trained.validation();
        contender = Contender.of(config.algorithm().name(), trained.policy());
        keep(first, trained, piece);
      }
    }
    List<PieceResult.Played> played = new ArrayList<>();
    for (ReplayMarket test : piece.tests()) {
      Experiment experiment = played.isEmpty() ? first : experiment(piece, config, test);
      Trajectory episode = experiment.play(Purpose.TEST, contender, 1).getFirst();
      Trajectory held = null;
      if (Controls.BUY_AND_HOLD.fits(episode.environment())) {
        held = experiment.play(Purpose.TEST, Controls.BUY_AND_HOLD, 1).getFirst();
      }
      double[] times = episode.hasTimes() ? episode.times() : new double[episode.equity().length];
      played.add(
          new PieceResult.Played(
              times, episode.equity(), held == null ? new double[0] : held.equity()));
    }
    return new PieceResult(key, validation, played);
  }

  private static Experiment experiment(Piece piece, RunConfig config, ReplayMarket test) {
    return new Experiment(
        config,
        new Split(
            new Range.Train(piece.train()),
            new Range.Validation(piece.validation()),
            new Range.Test(test)));
  }

  private void keep(Experiment experiment, Trained trained, Piece piece) {
    try {
      Files.createDirectories(policy(piece.name()).getParent());
      experiment.save(trained.policy(), policy(piece.name()));
    } catch (IOException e) {
      throw new UserError("cannot keep the policy of " + piece.name() + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable PieceResult read(Path file) {
    try {
      return Files.exists(file) ? JSON.readValue(file.toFile(), PieceResult.class) : null;
    } catch (IOException e) {
      return null; // Not one of ours: the piece is done again.
    }
  }
}
