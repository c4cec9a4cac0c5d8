package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.InfoField;
import java.util.List;

/**
 * One episode as it went: T steps. Read-only: the arrays are shared, not copied.
 *
 * @param contender who played
 * @param path number of the episode's path
 * @param fields what the environment reports
 * @param infos reported values, one array of T + 1 per field, the first from the reset
 * @param rewards one per step
 * @param actions T x action size
 * @param end why it ended
 */
@SuppressWarnings("ArrayRecordComponent") // A record of measurements, never compared.
public record Trajectory(
    String contender,
    int path,
    List<InfoField> fields,
    double[][] infos,
    double[] rewards,
    float[][] actions,
    EndReason end) {

  /** Steps taken. */
  public int steps() {
    return rewards.length;
  }

  /** Sum of the rewards. */
  public double totalReward() {
    double sum = 0;
    for (double reward : rewards) {
      sum += reward;
    }
    return sum;
  }

  /** Whether the environment reports a field of this name. */
  public boolean has(String name) {
    return indexOf(name) >= 0;
  }

  /**
   * A reported field, T + 1 values.
   *
   * @throws IllegalArgumentException if it is not reported
   */
  public double[] info(String name) {
    int index = indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "not reported: " + name + "; reported: " + fields.stream().map(InfoField::name).toList());
    }
    return infos[index];
  }

  /** Sum of a field over the steps, the value at the reset left out; 0 if it is not reported. */
  public double total(String name) {
    if (!has(name)) {
      return 0;
    }
    double[] values = info(name);
    double sum = 0;
    for (int t = 1; t < values.length; t++) {
      sum += values[t];
    }
    return sum;
  }

  /** How many assets the environment reports weights of; 0 if it does not trade. */
  public int assets() {
    return Weights.assets(fields);
  }

  private int indexOf(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
