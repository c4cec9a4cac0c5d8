package io.tradinggym.experiments.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A finished run, as its folder tells.
 *
 * @param path of the folder
 * @param name in its configuration
 * @param command that made it
 * @param environment id
 * @param data SHA-256 of the data that it was judged on; the environment's id where it brings its own
 * @param settings every setting, by its path, as text
 * @param agent name of who was judged
 * @param scores [seed][path] of the agent
 * @param headline interquartile mean
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param metrics figures of everybody, by contender
 */
@SuppressWarnings("ArrayRecordComponent") // A record of measurements, never compared.
public record FinishedRun(
    Path path,
    String name,
    String command,
    String environment,
    String data,
    Map<String, String> settings,
    String agent,
    double[][] scores,
    double headline,
    double low,
    double high,
    Map<String, Map<String, Double>> metrics) {

  /** Commands whose folders hold something else than judged episodes. */
  private static final Set<String> OTHERS =
      Set.of("tune", "walk-forward", "cross-validate", "monte-carlo");

  /**
   * Reads a run.
   *
   * @throws UserError if the folder holds none, or it is not finished
   */
  public static FinishedRun read(Path path) {
    RunFolder folder = RunFolder.open(path);
    JsonNode manifest = folder.readJson(RunFolder.MANIFEST);
    String command = manifest.path("command").asText("train");
    if (OTHERS.contains(command)) {
      throw new UserError(
          path
              + " is of "
              + command
              + ", which leaves no scores of paths that runs could be compared by"
              + (command.equals("tune") ? "; its winner's are in " + path.resolve("winner") : ""));
    }
    JsonNode metrics = folder.readJson("metrics.json");
    JsonNode configuration = manifest.path("configuration");
    Map<String, String> settings = new TreeMap<>();
    flatten("", configuration, settings);
    String environment = configuration.at("/environment/id").asText();
    String data = manifest.at("/data_sha256/test").asText(environment);
    Map<String, Map<String, Double>> figures = new TreeMap<>();
    metrics
        .path("contenders")
        .properties()
        .forEach(
            each -> {
              Map<String, Double> own = new TreeMap<>();
              each.getValue()
                  .path("metrics")
                  .properties()
                  .forEach(
                      figure -> own.put(figure.getKey(), figure.getValue().asDouble(Double.NaN)));
              figures.put(each.getKey(), own);
            });
    Map.Entry<String, JsonNode> agent =
        metrics.path("contenders").properties().stream()
            .findFirst()
            .orElseThrow(() -> new UserError(path + " judged nobody"));
    JsonNode own = agent.getValue();
    return new FinishedRun(
        path,
        configuration.path("name").asText(),
        command,
        environment,
        data,
        settings,
        agent.getKey(),
        scores(own.path("scores")),
        own.path("interquartile_mean").asDouble(Double.NaN),
        own.path("interval_95").path(0).asDouble(Double.NaN),
        own.path("interval_95").path(1).asDouble(Double.NaN),
        figures);
  }

  private static double[][] scores(JsonNode rows) {
    double[][] scores = new double[rows.size()][];
    for (int seed = 0; seed < scores.length; seed++) {
      scores[seed] = new double[rows.path(seed).size()];
      for (int i = 0; i < scores[seed].length; i++) {
        scores[seed][i] = rows.path(seed).path(i).asDouble();
      }
    }
    return scores;
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              child ->
                  flatten(
                      prefix.isEmpty() ? child.getKey() : prefix + "." + child.getKey(),
                      child.getValue(),
                      into));
    } else if (!node.isNull()) {
      into.put(prefix, node.isValueNode() ? node.asText() : node.toString());
    }
  }

  /** Every finished run below a folder that judged somebody, in order of their paths. */
  public static List<FinishedRun> below(Path root) {
    List<FinishedRun> runs = new ArrayList<>();
    if (!Files.isDirectory(root)) {
      return runs;
    }
    try (Stream<Path> files = Files.walk(root, 4)) {
      for (Path file : files.filter(each -> each.endsWith("metrics.json")).sorted().toList()) {
        Path run = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (Files.exists(run.resolve(RunFolder.MANIFEST))) {
          runs.add(read(run));
        }
      }
    } catch (IOException e) {
      throw new UserError("cannot look through " + root + ": " + e.getMessage(), e);
    }
    return runs;
  }

  /** Mean score of each path over the seeds. */
  double[] byPath() {
    double[] means = new double[scores[0].length];
    for (double[] row : scores) {
      for (int i = 0; i < means.length; i++) {
        means[i] += row[i] / scores.length;
      }
    }
    return means;
  }

  /** Mean score of each seed over the paths. */
  double[] bySeed() {
    double[] means = new double[scores.length];
    for (int seed = 0; seed < means.length; seed++) {
      for (double score : scores[seed]) {
        means[seed] += score / scores[seed].length;
      }
    }
    return means;
  }

  /** Whether both were judged on the same paths: then what a path did to both cancels. */
  boolean pairsWith(FinishedRun other) {
    return data.equals(other.data)
        && environment.equals(other.environment)
        && scores[0].length == other.scores[0].length
        && Stream.of("seed", "evaluation.ownPaths", "environment.options", "environment.evaluation")
            .allMatch(key -> part(settings, key).equals(part(other.settings, key)))
        && !Boolean.parseBoolean(settings.get("evaluation.ownPaths"));
  }

  private static Map<String, String> part(Map<String, String> settings, String prefix) {
    Map<String, String> part = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.equals(prefix) || key.startsWith(prefix + ".")) {
            part.put(key, value);
          }
        });
    return part;
  }

  /** Bars of an episode that it was judged on, 0 for all of a range; empty where the environment has no such option. */
  public String episode() {
    return settings.getOrDefault(
        "environment.evaluation.episode", settings.getOrDefault("environment.options.episode", ""));
  }

  /** A figure of the agent; NaN if it is not defined. */
  public double metric(String figure) {
    return metrics.getOrDefault(agent, Map.of()).getOrDefault(figure, Double.NaN);
  }
}
