package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.TradingView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One episode as it went: T steps. Read-only: the arrays are shared, not copied.
 *
 * @param contender who played
 * @param path number of the episode's path, from 0
 * @param environment what was played
 * @param fields what is here step by step of what the environment reports
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
    EnvironmentSpec environment,
    List<InfoField> fields,
    double[][] infos,
    double[] rewards,
    float[][] actions,
    EndReason end,
    Map<String, Double> totals,
    Booked booked) {
  /** Turnover is made of it. */
  private static final String TRADED = "traded";

  /** Copies the sums. */
  public Trajectory {
    totals = Map.copyOf(totals);
  }

  /** An episode with all of its fields. */
  public Trajectory(
      String contender,
      int path,
      EnvironmentSpec environment,
      double[][] infos,
      double[] rewards,
      float[][] actions,
      EndReason end) {
    this(
        contender,
        path,
        environment,
        environment.infoFields(),
        infos,
        rewards,
        actions,
        end,
        Map.of(),
        Booked.NONE);
  }

  /**
   * The same episode in a tenth of the memory: equity, time, notional traded and rewards stay step by step, other
   * fields as their sums, actions not at all.
   */
  public Trajectory summary() {
    List<InfoField> kept = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    Map<String, Double> sums = new HashMap<>(totals);
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.get(i).name();
      if (isKept(fields.get(i))) {
        kept.add(fields.get(i));
        values.add(infos[i]);
      } else {
        sums.put(name, total(name));
      }
    }
    return new Trajectory(
        contender,
        path,
        environment,
        kept,
        values.toArray(double[][]::new),
        rewards,
        new float[0][],
        end,
        sums,
        booked.summary());
  }

  /** What figures, fans and intervals are made of; all else is a sum in them. */
  private boolean isKept(InfoField field) {
    TradingView view = environment.trading();
    return view != null
        && (field.equals(view.fields().equity())
            || field.equals(view.fields().time())
            || field.name().equals(TRADED));
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

  /** A reported field, T + 1 values. */
  public double[] info(InfoField field) {
    return info(field.name());
  }

  /**
   * What the environment says of its trading.
   *
   * @throws IllegalArgumentException if it does not trade
   */
  public TradingView trading() {
    TradingView view = environment.trading();
    if (view == null) {
      throw new IllegalArgumentException(environment.id() + " does not trade");
    }
    return view;
  }

  /** Whether something was traded, so that there is an {@link #equity}. */
  public boolean trades() {
    return environment.trading() != null;
  }

  /** Worth of the account, T + 1 values. */
  public double[] equity() {
    return info(trading().fields().equity());
  }

  /** Whether times are reported. */
  public boolean hasTimes() {
    TradingView view = environment.trading();
    return view != null && view.fields().time() != null;
  }

  /** When each observation was made, epoch milliseconds, T + 1 values. */
  public double[] times() {
    return info(Objects.requireNonNull(trading().fields().time(), "times are not reported"));
  }

  /** Instruments whose weights and prices are reported; 0 where they are not. */
  public int assets() {
    TradingView view = environment.trading();
    return view == null
        ? 0
        : Math.min(view.fields().weights().size(), view.fields().prices().size());
  }

  /** The weight of an instrument, as a share of equity, T + 1 values. */
  public double[] weight(int asset) {
    return info(trading().fields().weights().get(asset));
  }

  /** The price of an instrument, T + 1 values. */
  public double[] price(int asset) {
    return info(trading().fields().prices().get(asset));
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
