package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.InfoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * @param totals sums over the steps of fields that were let go of, by name; empty while all fields are there
 * @param booked what was written down where it happened
 */
@SuppressWarnings("ArrayRecordComponent") // A record of measurements, never compared.
public record Trajectory(
    String contender,
    int path,
    List<InfoField> fields,
    double[][] infos,
    double[] rewards,
    float[][] actions,
    EndReason end,
    Map<String, Double> totals,
    Booked booked) {
  /** What figures, fans and intervals are made of; all else is a sum in them. */
  private static final Set<String> KEPT = Set.of("equity", "time", "traded");

  /** Copies the sums. */
  public Trajectory {
    totals = Map.copyOf(totals);
  }

  /** An episode with all of its fields. */
  public Trajectory(
      String contender,
      int path,
      List<InfoField> fields,
      double[][] infos,
      double[] rewards,
      float[][] actions,
      EndReason end) {
    this(contender, path, fields, infos, rewards, actions, end, Map.of(), Booked.NONE);
  }

  /**
   * The same episode in a tenth of the memory: equity, time, notional traded and rewards stay step by step, other
   * fields as their sums, actions not at all.
   */
  Trajectory summary() {
    List<InfoField> kept = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    Map<String, Double> sums = new HashMap<>(totals);
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.get(i).name();
      if (KEPT.contains(name)) {
        kept.add(fields.get(i));
        values.add(infos[i]);
      } else {
        sums.put(name, total(name));
      }
    }
    return new Trajectory(
        contender,
        path,
        kept,
        values.toArray(double[][]::new),
        rewards,
        new float[0][],
        end,
        sums,
        booked.summary());
  }

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

  /** Whether a field of this name is here step by step. */
  public boolean has(String name) {
    return indexOf(name) >= 0;
  }

  /** Whether the environment reports a field of this name: {@link #total} knows it. */
  public boolean reports(String name) {
    return has(name) || totals.containsKey(name);
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
      return totals.getOrDefault(name, 0.0);
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
