package io.tradinggym.experiments.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradinggym.agents.train.log.CsvSink;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.compare.FinishedRun;
import io.tradinggym.experiments.mlflow.MlflowException.Kind;
import io.tradinggym.experiments.run.RunFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes finished runs into an experiment of an MLflow server. A run is known there by the hash of its journal: it is
 * written once, however often it is sent. One that was cut off in the middle is FAILED if the server can still be told,
 * else KILLED by the next export, which writes it anew.
 *
 * @see <a href="https://mlflow.org/docs/latest/rest-api.html">MLflow: REST API</a>
 */
public final class MlflowExport {
  /** The tag that a run is known by. */
  static final String IDENTITY = "trading_gym.run";

  /** Limits of a {@code log-batch}. */
  static final int MOST_METRICS = 1000;

  static final int MOST_PARAMS = 100;

  private static final int PAGE = 100;

  // Bytes that all of MLflow's stores keep, by its documentation.
  private static final int LONGEST_KEY = 250;
  private static final int LONGEST_PARAM = 6000;
  private static final int LONGEST_TAG = 5000;
  private static final String NOT_ALLOWED = "[^\\w\\-. /:]";

  private final Rest rest;
  private final String experiment;

  /**
   * An experiment, made if it is not there.
   *
   * @param address of the server, such as {@code http://localhost:5000}
   * @param name of the experiment
   * @param environment variables: {@code MLFLOW_TRACKING_TOKEN}, or {@code MLFLOW_TRACKING_USERNAME} and {@code
   *     MLFLOW_TRACKING_PASSWORD}, are sent as MLflow's own clients send them
   * @throws MlflowException if the server cannot be used
   */
  public MlflowExport(String address, String name, Map<String, String> environment)
      throws MlflowException {
    rest = new Rest(address, environment);
    experiment = experiment(name);
  }

  private String experiment(String name) throws MlflowException {
    // By name and not by a filter: MLflow's filters know no escape for a quote in a name.
    JsonNode found = rest.find("experiments/get-by-name", "experiment_name", name);
    if (found.isMissingNode()) {
      return text(rest.post("experiments/create", Map.of("name", name)), "/experiment_id");
    }
    if (found.at("/experiment/lifecycle_stage").asText().equals("deleted")) {
      throw new MlflowException(
          Kind.REFUSED, "the experiment \"" + name + "\" is deleted; restore it, or name another");
    }
    return text(found, "/experiment/experiment_id");
  }

  private static String text(JsonNode answer, String path) throws MlflowException {
    String text = answer.at(path).asText();
    if (text.isEmpty()) {
      throw new MlflowException(
          Kind.NO_MLFLOW, "the server's answer has no " + path + ": " + answer);
    }
    return text;
  }

  /**
   * Writes a run.
   *
   * @param path its folder
   * @return the id that the server gave it; of one that it has already, that one's
   * @throws MlflowException if the server cannot be used
   * @throws UserError if the folder holds no finished run
   */
  public String write(Path path) throws MlflowException {
    FinishedRun run = FinishedRun.read(path);
    RunFolder folder = RunFolder.open(path);
    JsonNode manifest = folder.readJson(RunFolder.MANIFEST);
    String identity = identity(folder, manifest);
    List<String> known = known(identity, "FINISHED");
    if (!known.isEmpty()) {
      return known.getFirst();
    }
    long time = written(folder.file("metrics.json"));
    for (String cutOff : known(identity, "RUNNING")) {
      end(cutOff, "KILLED", time);
    }
    String id =
        text(
            rest.post(
                "runs/create",
                Map.of(
                    "experiment_id",
                    experiment,
                    "run_name",
                    run.name(),
                    "start_time",
                    time,
                    "tags",
                    pairs(tags(run, identity, manifest), LONGEST_TAG))),
            "/run/info/run_id");
    try {
      batches(id, "params", pairs(run.settings(), LONGEST_PARAM), MOST_PARAMS);
      batches(id, "metrics", metrics(run, folder, time), MOST_METRICS);
    } catch (MlflowException | UserError e) {
      try {
        end(id, "FAILED", time);
      } catch (MlflowException also) {
        e.addSuppressed(also);
      }
      throw e;
    }
    end(id, "FINISHED", time);
    return id;
  }

  private void end(String id, String status, long time) throws MlflowException {
    rest.post("runs/update", Map.of("run_id", id, "status", status, "end_time", time));
  }

  /** The hash of its journal; of a run without one, such as a backtest, that of its settings and figures. */
  private static String identity(RunFolder folder, JsonNode manifest) {
    return manifest
        .path("journal_sha256")
        .asText(Sha256.of(manifest.path("configuration") + " " + folder.readJson("metrics.json")));
  }

  /** Runs of an identity and a status, the latest first; at most a page of them. */
  private List<String> known(String identity, String status) throws MlflowException {
    JsonNode found =
        rest.post(
            "runs/search",
            Map.of(
                "experiment_ids",
                List.of(experiment),
                "filter",
                "tags.`"
                    + IDENTITY
                    + "` = '"
                    + identity
                    + "' and attributes.status = '"
                    + status
                    + "'",
                "max_results",
                PAGE));
    List<String> ids = new ArrayList<>();
    found.path("runs").forEach(run -> ids.add(run.at("/info/run_id").asText()));
    return ids;
  }

  private static Map<String, String> tags(FinishedRun run, String identity, JsonNode manifest) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(IDENTITY, identity);
    tags.put("mlflow.source.name", "experiments/run " + run.command());
    tags.put("trading_gym.environment", run.environment());
    tags.put("trading_gym.data", run.data());
    tags.put("trading_gym.version", manifest.path("version").asText());
    return tags;
  }

  /** Figures of everybody, and the training curves of every seed. */
  private static List<Map<String, Object>> metrics(FinishedRun run, RunFolder folder, long time) {
    List<Map<String, Object>> metrics = new ArrayList<>();
    metric(metrics, "headline", run.headline(), time, 0);
    metric(metrics, "headline_low", run.low(), time, 0);
    metric(metrics, "headline_high", run.high(), time, 0);
    run.metrics()
        .forEach(
            (who, figures) ->
                figures.forEach(
                    (figure, value) -> metric(metrics, who + "/" + figure, value, time, 0)));
    Path training = folder.file("training");
    if (Files.isDirectory(training)) {
      try (Stream<Path> seeds = Files.list(training)) {
        for (Path seed : seeds.sorted().toList()) {
          for (CsvSink.Row row : CsvSink.read(seed.resolve("progress.csv"))) {
            row.figures()
                .forEach(
                    (figure, value) ->
                        metric(
                            metrics, seed.getFileName() + "/" + figure, value, time, row.steps()));
          }
        }
      } catch (IOException e) {
        throw new UserError("cannot read " + training + ": " + FileProblem.reason(e), e);
      }
    }
    return metrics;
  }

  /** What is not defined, or not finite, MLflow has no place for. */
  private static void metric(
      List<Map<String, Object>> metrics, String key, double value, long time, long step) {
    if (Double.isFinite(value)) {
      metrics.add(Map.of("key", key(key), "value", value, "timestamp", time, "step", step));
    }
  }

  /** A name that MLflow takes: letters that it knows, and a path that cannot be written shorter ({@code a//b}). */
  static String key(String name) {
    String path = cut(name.replaceAll(NOT_ALLOWED, "_"), LONGEST_KEY);
    return Arrays.stream(path.split("/", -1))
        .map(part -> part.isEmpty() || part.equals(".") || part.equals("..") ? "_" : part)
        .collect(Collectors.joining("/"));
  }

  /** A name that no other of a run has: a param is written once. */
  private static String free(String name, Set<String> taken) {
    String key = key(name);
    for (int i = 2; !taken.add(key); i++) {
      key = cut(key(name), LONGEST_KEY - 4) + "_" + i;
    }
    return key;
  }

  private static List<Map<String, Object>> pairs(Map<String, String> values, int longest) {
    List<Map<String, Object>> pairs = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    values.forEach(
        (name, value) -> pairs.add(Map.of("key", free(name, taken), "value", cut(value, longest))));
    return pairs;
  }

  /** As much of a text as so many bytes of UTF-8 hold, no letter in half. */
  static String cut(String text, int bytes) {
    CharBuffer all = CharBuffer.wrap(text);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(all, ByteBuffer.allocate(bytes), true);
    return text.substring(0, all.position());
  }

  private void batches(String id, String what, List<Map<String, Object>> all, int most)
      throws MlflowException {
    for (int from = 0; from < all.size(); from += most) {
      rest.post(
          "runs/log-batch",
          Map.of("run_id", id, what, all.subList(from, Math.min(from + most, all.size()))));
    }
  }

  private static long written(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + FileProblem.reason(e), e);
    }
  }
}
