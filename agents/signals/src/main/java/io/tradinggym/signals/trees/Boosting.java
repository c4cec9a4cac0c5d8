package io.tradinggym.signals.trees;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.signals.model.Learner;
import io.tradinggym.signals.model.Table;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient boosting by XGBoost on one thread, so that a seed gives the same bytes; what it learned is walked in Java.
 *
 * @param settings of the trees
 * @param objective what is learned
 * @param stopping when to stop before all rounds
 */
public record Boosting(BoostSettings settings, Objective objective, EarlyStopping stopping)
    implements Learner {
  /** What is learned. */
  public enum Objective {
    /** The probability of 1. */
    PROBABILITY("binary:logistic", "logloss"),
    /** A value, by least squares. */
    VALUE("reg:squarederror", "rmse");

    private final String key;
    private final String metric;

    Objective(String key, String metric) {
      this.key = key;
      this.metric = metric;
    }
  }

  /**
   * Stops when the last rows of the training range have not been predicted better for a while, and keeps the trees up
   * to the best round.
   *
   * @param patience rounds without progress, >= 1; 0 never stops
   * @param share of the rows that is held out, in (0, 1)
   * @param gap rows before those held out that are not trained on, at least the label's horizon
   */
  public record EarlyStopping(int patience, double share, int gap) {
    /** All rounds. */
    public static final EarlyStopping NEVER = new EarlyStopping(0, 0.2, 0);

    /** Checks all. */
    public EarlyStopping {
      if (patience < 0 || gap < 0 || !(share > 0 && share < 1)) {
        throw new IllegalArgumentException(
            "patience and gap must be >= 0 and share in (0, 1), were "
                + patience
                + ", "
                + gap
                + ", "
                + share);
      }
    }
  }

  /**
   * {@return a classifier that runs all rounds}
   *
   * @param settings how trees are grown
   */
  public static Boosting classifier(BoostSettings settings) {
    return new Boosting(settings, Objective.PROBABILITY, EarlyStopping.NEVER);
  }

  /**
   * {@return a regressor that runs all rounds}
   *
   * @param settings how trees are grown
   */
  public static Boosting regressor(BoostSettings settings) {
    return new Boosting(settings, Objective.VALUE, EarlyStopping.NEVER);
  }

  @Override
  public String name() {
    return "XGBoost";
  }

  @Override
  public TreeModel fit(
      Table table, int[] rows, float[] targets, float[] weights, RandomStreams streams) {
    int held = stopping.patience == 0 ? 0 : (int) Math.round(stopping.share * rows.length);
    int kept = stopping.patience == 0 ? rows.length : rows.length - held - stopping.gap;
    if (kept < 1 || (stopping.patience > 0 && held < 1)) {
      throw new IllegalArgumentException(
          rows.length + " rows leave " + kept + " to train on and " + held + " to stop by");
    }
    requireBoth(Arrays.copyOf(rows, kept), targets);
    int seed = streams.stream("xgboost").integer(Integer.MAX_VALUE);
    try {
      DMatrix train = matrix(table, Arrays.copyOf(rows, kept), targets, weights);
      Booster booster = XGBoost.train(train, parameters(seed), 0, Map.of(), null, null);
      try {
        if (held == 0) {
          for (int round = 0; round < settings.rounds(); round++) {
            booster.update(train, round);
          }
        } else {
          DMatrix rest =
              matrix(
                  table,
                  Arrays.copyOfRange(rows, rows.length - held, rows.length),
                  targets,
                  weights);
          boost(booster, train, rest);
          rest.dispose();
        }
        booster.setFeatureNames(table.names().stream().map(Boosting::plain).toArray(String[]::new));
        return TreeModel.of(booster.toByteArray("json"));
      } finally {
        booster.dispose();
        train.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost refused to train: " + e.getMessage(), e);
    }
  }

  /** XGBoost asks for odds to begin with, and there are none of what always happens. */
  private void requireBoth(int[] rows, float[] targets) {
    if (objective != Objective.PROBABILITY) {
      return;
    }
    for (int row : rows) {
      if (targets[row] != targets[rows[0]]) {
        return;
      }
    }
    throw new IllegalArgumentException(
        "all "
            + rows.length
            + " rows to train on have the outcome "
            + targets[rows[0]]
            + "; a probability needs some of both");
  }

  @Override
  public TreeModel load(DataInput in) throws IOException {
    return TreeModel.load(in);
  }

  /** XGBoost forbids these in names. */
  private static String plain(String name) {
    return name.replaceAll("[\\[\\]<]", "_");
  }

  private void boost(Booster booster, DMatrix train, DMatrix rest) throws XGBoostError {
    double best = Double.POSITIVE_INFINITY;
    int at = 0;
    for (int round = 0; round < settings.rounds() && round - at <= stopping.patience; round++) {
      booster.update(train, round);
      String told = booster.evalSet(new DMatrix[] {rest}, new String[] {"rest"}, round);
      double loss = Double.parseDouble(told.substring(told.lastIndexOf(':') + 1).strip());
      if (loss < best) {
        best = loss;
        at = round;
      }
    }
    booster.setAttr("best_iteration", Integer.toString(at));
  }

  private Map<String, Object> parameters(int seed) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", objective.key);
    parameters.put("eval_metric", objective.metric);
    parameters.put("eta", settings.eta());
    parameters.put("max_depth", settings.depth());
    parameters.put("subsample", settings.subsample());
    parameters.put("colsample_bytree", settings.columns());
    parameters.put("min_child_weight", settings.minChildWeight());
    parameters.put("reg_alpha", settings.alpha());
    parameters.put("reg_lambda", settings.lambda());
    parameters.put("tree_method", "hist");
    parameters.put("max_bin", 64);
    parameters.put("nthread", 1);
    parameters.put("seed", seed);
    parameters.put("verbosity", 0);
    return parameters;
  }

  private static DMatrix matrix(Table table, int[] rows, float[] targets, float[] weights)
      throws XGBoostError {
    DMatrix matrix = new DMatrix(table.gather(rows), rows.length, table.width(), Float.NaN);
    float[] label = new float[rows.length];
    float[] weight = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      label[i] = targets[rows[i]];
      weight[i] = weights[rows[i]];
    }
    matrix.setLabel(label);
    matrix.setWeight(weight);
    return matrix;
  }
}
