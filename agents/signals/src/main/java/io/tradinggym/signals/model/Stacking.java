package io.tradinggym.signals.model;

import io.tradinggym.api.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Models whose log-odds a logistic regression weighs. The weights are learned from predictions out of fold, so that a
 * member that knows its training rows by heart gains nothing; then every member is trained on all rows.
 *
 * @param learners at least two, of probabilities
 * @param folds refits of the members for the weights, >= 1
 * @param horizon rows that a target looks ahead, >= 0
 * @param ridge penalty on the distance of each weight from an equal one, >= 0; keeps members that say the same apart
 * @see <a href="https://doi.org/10.1016/S0893-6080(05)80023-1">Wolpert (1992)</a>
 */
public record Stacking(List<Learner> learners, int folds, int horizon, double ridge)
    implements Learner {
  private static final double LEAST = 1e-6;

  /** Checks all. */
  public Stacking {
    learners = List.copyOf(learners);
    if (learners.size() < 2 || folds < 1 || horizon < 0 || !(ridge >= 0)) {
      throw new IllegalArgumentException(
          "stacking needs two learners, folds >= 1, horizon and ridge >= 0, was given "
              + learners.size()
              + ", "
              + folds
              + ", "
              + horizon
              + ", "
              + ridge);
    }
  }

  @Override
  public String name() {
    return "stacked " + String.join(" + ", learners.stream().map(Learner::name).toList());
  }

  @Override
  public int lookBack() {
    return learners.stream().mapToInt(Learner::lookBack).max().orElse(0);
  }

  @Override
  public SignalModel fit(
      Table table, int[] rows, float[] targets, float[] weights, RandomStreams streams) {
    // Rows that are not given stay unknown to the folds, too.
    float[] known = new float[targets.length];
    Arrays.fill(known, Float.NaN);
    for (int row : rows) {
      known[row] = targets[row];
    }
    int end = rows[rows.length - 1] + 1;
    Table seen =
        new Table(
            table.names(),
            Arrays.copyOf(table.times(), end),
            Arrays.copyOf(table.values(), end * table.width()));
    List<OutOfFold> outOfFold = new ArrayList<>();
    for (int member = 0; member < learners.size(); member++) {
      outOfFold.add(
          OutOfFold.walkForward(
              learners.get(member),
              seen,
              Arrays.copyOf(known, end),
              Arrays.copyOf(weights, end),
              folds,
              horizon,
              streams.child("out of fold", member)));
    }
    int[] judged =
        IntStream.range(0, end)
            .filter(row -> !Float.isNaN(known[row]))
            .filter(row -> outOfFold.stream().noneMatch(o -> Double.isNaN(o.prediction(row))))
            .toArray();
    double[][] odds =
        IntStream.of(judged)
            .mapToObj(
                row -> outOfFold.stream().mapToDouble(o -> logit(o.prediction(row))).toArray())
            .toArray(double[][]::new);
    double[] outcomes = IntStream.of(judged).mapToDouble(row -> targets[row]).toArray();
    double[] importance = IntStream.of(judged).mapToDouble(row -> weights[row]).toArray();
    double[] beta = Logistic.fit(odds, outcomes, importance, ridge);
    List<SignalModel> models = new ArrayList<>();
    for (int member = 0; member < learners.size(); member++) {
      models.add(
          learners.get(member).fit(table, rows, targets, weights, streams.child("member", member)));
    }
    return new Stacked(List.copyOf(models), beta);
  }

  @Override
  public SignalModel load(DataInput in) throws IOException {
    double[] beta = new double[learners.size() + 1];
    for (int i = 0; i < beta.length; i++) {
      beta[i] = in.readDouble();
    }
    List<SignalModel> models = new ArrayList<>();
    for (Learner learner : learners) {
      models.add(learner.load(in));
    }
    return new Stacked(List.copyOf(models), beta);
  }

  private static double logit(double probability) {
    double p = Math.clamp(probability, LEAST, 1 - LEAST);
    return Math.log(p / (1 - p));
  }

  /** Members, and the regression's constant and weights. */
  private record Stacked(List<SignalModel> models, double[] beta) implements SignalModel {
    @Override
    public double predict(Table table, int row) {
      double odds = beta[0];
      for (int i = 0; i < models.size(); i++) {
        odds += beta[i + 1] * logit(models.get(i).predict(table, row));
      }
      return 1 / (1 + Math.exp(-odds));
    }

    @Override
    public SignalModel copy() {
      return new Stacked(models.stream().map(SignalModel::copy).toList(), beta);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      for (double each : beta) {
        out.writeDouble(each);
      }
      for (SignalModel model : models) {
        model.save(out);
      }
    }
  }
}
