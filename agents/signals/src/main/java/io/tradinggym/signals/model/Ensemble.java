package io.tradinggym.signals.model;

import io.tradinggym.api.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A weighted mean of several models' predictions.
 *
 * @param learners at least one, of probabilities or of values
 * @param weights as many, >= 0, that sum to 1
 */
public record Ensemble(List<Learner> learners, List<Double> weights) implements Learner {
  /** Checks the weights. */
  public Ensemble {
    learners = List.copyOf(learners);
    weights = List.copyOf(weights);
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    if (learners.isEmpty()
        || learners.size() != weights.size()
        || weights.stream().anyMatch(w -> !(w >= 0))
        || !(Math.abs(sum - 1) < 1e-9)) {
      throw new IllegalArgumentException(
          "there must be as many weights as learners, >= 0, that sum to 1, were "
              + weights
              + " for "
              + learners.size());
    }
  }

  /**
   * {@return six parts of trees and four of sequences}
   *
   * @param trees the model of trees
   * @param sequences the model of sequences
   */
  public static Ensemble treesAndSequences(Learner trees, Learner sequences) {
    return new Ensemble(List.of(trees, sequences), List.of(0.6, 0.4));
  }

  @Override
  public String name() {
    return String.join(" + ", learners.stream().map(Learner::name).toList());
  }

  @Override
  public int lookBack() {
    return learners.stream().mapToInt(Learner::lookBack).max().orElse(0);
  }

  @Override
  public SignalModel fit(
      Table table, int[] rows, float[] targets, float[] exampleWeights, RandomStreams streams) {
    List<SignalModel> models =
        java.util.stream.IntStream.range(0, learners.size())
            .mapToObj(
                i ->
                    learners
                        .get(i)
                        .fit(table, rows, targets, exampleWeights, streams.child("member", i)))
            .toList();
    return new Mean(models, weights);
  }

  @Override
  public SignalModel load(DataInput in) throws IOException {
    List<SignalModel> models = new ArrayList<>();
    for (Learner learner : learners) {
      models.add(learner.load(in));
    }
    return new Mean(List.copyOf(models), weights);
  }

  private record Mean(List<SignalModel> models, List<Double> weights) implements SignalModel {
    @Override
    public double predict(Table table, int row) {
      double sum = 0;
      for (int i = 0; i < models.size(); i++) {
        sum += weights.get(i) * models.get(i).predict(table, row);
      }
      return sum;
    }

    @Override
    public SignalModel copy() {
      return new Mean(models.stream().map(SignalModel::copy).toList(), weights);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      for (SignalModel model : models) {
        model.save(out);
      }
    }
  }
}
