package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.trading.trace.TraceHash;
import io.tradinggym.trading.trace.TradeTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes down an episode of one lane. */
final class Recorder {
  private final EnvironmentSpec spec;
  private final List<TradeTrace> traces;
  private final boolean lists;
  private final TraceHash observations = new TraceHash();
  private final List<double[]> infos = new ArrayList<>();
  private final List<Double> rewards = new ArrayList<>();
  private final List<float[]> actions = new ArrayList<>();

  /**
   * A recorder of one episode.
   *
   * @param traces of its accounts; empty if it does not show them
   * @param lists whether every trade and cash flow is kept, or only what they cost
   */
  Recorder(EnvironmentSpec spec, List<TradeTrace> traces, boolean lists) {
    this.spec = spec;
    this.traces = traces;
    this.lists = lists;
  }

  /** After the reset. */
  void add(Batch batch) {
    infos.add(batch.infos.clone());
    for (float number : batch.observations) {
      observations.add(number);
    }
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
        spec,
        spec.infoFields(),
        byField,
        rewards.stream().mapToDouble(Double::doubleValue).toArray(),
        actions.toArray(float[][]::new),
        end,
        Map.of(),
        Booked.of(observations.get(), traces, lists));
  }
}
