package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentSpec;
import java.util.ArrayList;
import java.util.List;

/** Takes down an episode of one lane. */
final class Recorder {
  private final EnvironmentSpec spec;
  private final List<double[]> infos = new ArrayList<>();
  private final List<Double> rewards = new ArrayList<>();
  private final List<float[]> actions = new ArrayList<>();

  Recorder(EnvironmentSpec spec) {
    this.spec = spec;
  }

  /** After the reset. */
  void add(Batch batch) {
    infos.add(batch.infos.clone());
  }

  /** After a step. */
  void add(Batch batch, float[] action) {
    add(batch);
    rewards.add(batch.rewards[0]);
    actions.add(action.clone());
  }

  Trajectory trajectory(String contender, int path, EndReason end) {
    double[][] byField = new double[spec.infoFields().size()][infos.size()];
    for (int t = 0; t < infos.size(); t++) {
      for (int field = 0; field < byField.length; field++) {
        byField[field][t] = infos.get(t)[field];
      }
    }
    return new Trajectory(
        contender,
        path,
        spec.infoFields(),
        byField,
        rewards.stream().mapToDouble(Double::doubleValue).toArray(),
        actions.toArray(float[][]::new),
        end);
  }
}
