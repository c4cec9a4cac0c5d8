package io.tradinggym.experiments.config;

import io.tradinggym.experiments.evaluation.Controls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an agent is judged.
 *
 * @param paths unseen episodes on which every seed's agent and every control is judged, 1 .. 10000
 * @param ownPaths whether every seed's agent is judged on paths of its own instead of the same ones, so that a test
 *     over seeds is one of independent results
 * @param validations how often, evenly spaced over the training, the agent is tried on validation episodes; the best
 *     one is kept; 0 keeps the last
 * @param validationPaths episodes of each of them
 * @param controls whom the agent is compared with
 * @param bar mean return over the paths that a seed's agent should reach; null takes the environment's own, if it has
 *     one
 */
public record EvaluationConfig(
    int paths,
    boolean ownPaths,
    int validations,
    int validationPaths,
    List<String> controls,
    @Nullable Double bar) {
  /** Copies the controls. */
  public EvaluationConfig {
    controls = List.copyOf(controls);
  }

  static EvaluationConfig read(Keys keys) {
    EvaluationConfig config =
        new EvaluationConfig(
            keys.integer("paths", 20, 1, 10_000),
            keys.flag("ownPaths", false),
            keys.integer("validations", 10, 0, 1000),
            keys.integer("validationPaths", 20, 1, 10_000),
            keys.texts("controls", Controls.NAMES),
            keys.has("bar") ? keys.number("bar", 0) : null);
    for (String control : config.controls) {
      if (!Controls.NAMES.contains(control)) {
        throw keys.bad(
            "controls", "\"" + control + "\"", "among " + String.join(", ", Controls.NAMES));
      }
    }
    return config;
  }
}
