package io.tradinggym.signals.observe;

import io.tradinggym.signals.model.Learner;
import io.tradinggym.signals.model.SignalModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The models of one asset, in order of time, and the scale of what they predicted.
 *
 * @param stages none if the asset had too few bars
 * @param mean of predictions that no model was trained on
 * @param deviation of the same, > 0
 */
record AssetSignal(List<Stage> stages, double mean, double deviation) {
  static final AssetSignal NONE = new AssetSignal(List.of(), 0, 1);

  AssetSignal {
    stages = List.copyOf(stages);
  }

  static AssetSignal scaled(List<Stage> stages, double[] predictions) {
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < predictions.length; i++) {
      double distance = predictions[i] - mean;
      mean += distance / (i + 1);
      squares += distance * (predictions[i] - mean);
    }
    double deviation = Math.sqrt(squares / Math.max(predictions.length, 1));
    return new AssetSignal(stages, mean, deviation > 0 ? deviation : 1);
  }

  /** The same for another thread. */
  AssetSignal copy() {
    return new AssetSignal(
        stages.stream().map(stage -> new Stage(stage.from(), stage.model().copy())).toList(),
        mean,
        deviation);
  }

  /** Index of the stage of a time, -1 before the first. */
  int at(long closeTime) {
    int stage = stages.size() - 1;
    while (stage >= 0 && stages.get(stage).from() > closeTime) {
      stage--;
    }
    return stage;
  }

  SignalModel model(int stage) {
    return stages.get(stage).model();
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(stages.size());
    out.writeDouble(mean);
    out.writeDouble(deviation);
    for (Stage stage : stages) {
      out.writeLong(stage.from());
      stage.model().save(out);
    }
  }

  static AssetSignal load(Learner learner, DataInput in) throws IOException {
    int count = in.readInt();
    double mean = in.readDouble();
    double deviation = in.readDouble();
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stages.add(new Stage(in.readLong(), learner.load(in)));
    }
    return new AssetSignal(stages, mean, deviation);
  }
}
