package io.tradinggym.signals.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.label.Label;
import io.tradinggym.signals.score.Scores;
import io.tradinggym.signals.trees.BoostSettings;
import io.tradinggym.signals.trees.Boosting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackingTest {
  private static final Learner TREES =
      Boosting.classifier(new BoostSettings(40, 3, 0.1, 0.7, 0.5, 10, 0, 1));

  /** Knows the target of every row that it was trained on, and tosses a coin elsewhere. */
  private static final Learner PARROT =
      new Learner() {
        @Override
        public String name() {
          return "parrot";
        }

        @Override
        public SignalModel fit(
            Table table, int[] rows, float[] targets, float[] weights, RandomStreams streams) {
          int[] known = rows.clone();
          return (of, row) ->
              Arrays.binarySearch(known, row) >= 0
                  ? 0.02 + 0.96 * targets[row]
                  : 0.5 + 0.4 * Math.sin(row * 12.9898);
        }
      };

  private static double[] said(SignalModel model, Planted planted, int from) {
    return IntStream.range(from, planted.table().rows())
        .mapToDouble(row -> model.predict(planted.table(), row))
        .toArray();
  }

  private static int[] outcomes(Planted planted, int from) {
    return IntStream.range(from, planted.table().rows())
        .map(row -> (int) planted.targets()[row])
        .toArray();
  }

  @Test
  void aMemberThatKnowsItsTrainingRowsByHeartGainsNothing() {
    Planted planted = Planted.linear(0.5, 3_000, 10, RandomStreams.of(4));
    int[] train = IntStream.range(0, 2_000).toArray();
    Stacking stacking = new Stacking(List.of(TREES, PARROT), 4, 1, 1);
    SignalModel stacked =
        stacking.fit(
            planted.table(), train, planted.targets(), planted.weights(), RandomStreams.of(5));
    SignalModel mean =
        new Ensemble(stacking.learners(), List.of(0.5, 0.5))
            .fit(planted.table(), train, planted.targets(), planted.weights(), RandomStreams.of(5));
    int[] outcomes = outcomes(planted, 2_010);
    double byStack = Scores.auc(outcomes, said(stacked, planted, 2_010));
    double byMean = Scores.auc(outcomes, said(mean, planted, 2_010));
    assertThat(byStack).isGreaterThan(byMean + 0.02);
    assertThat(byStack)
        .isLessThan(
            planted.best() + 2 * Scores.nullError(outcomes.length / 2, outcomes.length / 2));
  }

  @Test
  void itsModelsAreSavedAndReadWithTheSameBits() throws IOException {
    Planted planted = Planted.linear(0.5, 800, 5, RandomStreams.of(4));
    int[] train = IntStream.range(0, 600).toArray();
    Stacking stacking =
        new Stacking(List.of(TREES, Boosting.classifier(BoostSettings.DEFAULT)), 3, 1, 1);
    SignalModel model =
        stacking.fit(
            planted.table(), train, planted.targets(), planted.weights(), RandomStreams.of(5));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.save(new DataOutputStream(bytes));
    SignalModel loaded =
        stacking.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(said(loaded, planted, 600)).isEqualTo(said(model, planted, 600));
    assertThat(said(model.copy(), planted, 600)).isEqualTo(said(model, planted, 600));
  }

  /** Two inputs of known weights: the regression finds them, as the law of large numbers lets it. */
  @Test
  void theRegressionFindsTheWeightsThatMadeTheOutcomes() {
    RandomStream random = RandomStreams.of(6).stream("rows");
    int n = 20_000;
    double[][] x = new double[n][2];
    double[] y = new double[n];
    double[] weight = new double[n];
    Arrays.fill(weight, 1);
    for (int row = 0; row < n; row++) {
      x[row][0] = random.gaussian();
      x[row][1] = random.gaussian();
      double odds = 0.3 + 1.2 * x[row][0] - 0.4 * x[row][1];
      y[row] = random.uniform() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
    }
    double[] beta = Logistic.fit(x, y, weight, 0);
    assertThat(beta[0]).isCloseTo(0.3, within(0.07));
    assertThat(beta[1]).isCloseTo(1.2, within(0.07));
    assertThat(beta[2]).isCloseTo(-0.4, within(0.07));
    double[] held = Logistic.fit(x, y, weight, 1e9);
    assertThat(held[1]).isCloseTo(0.5, within(1e-3));
    assertThatThrownBy(() -> new Stacking(List.of(TREES), 3, 1, 1))
        .hasMessageContaining("two learners");
  }

  /** The side always says up; whether that pays is planted in the first column. */
  @Test
  void metaLabelsTellWhenASidePays() {
    int n = 2_400;
    RandomStream random = RandomStreams.of(8).stream("rows");
    float[] values = new float[n * 3];
    float[] targets = new float[n];
    float[] weights = new float[n];
    Arrays.fill(weights, 1);
    Label[] labels = new Label[n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < 3; column++) {
        values[row * 3 + column] = (float) random.gaussian();
      }
      boolean up = values[row * 3] + random.gaussian() > 0;
      targets[row] = up ? 1 : 0;
      labels[row] = new Label(row, row + 1, up ? 1 : 0, up ? 0.01 : -0.01);
    }
    Table table =
        new Table(List.of("a", "b", "c"), IntStream.range(0, n).asLongStream().toArray(), values);
    Learner bull =
        new Learner() {
          @Override
          public String name() {
            return "always up";
          }

          @Override
          public SignalModel fit(Table of, int[] rows, float[] t, float[] w, RandomStreams s) {
            return (any, row) -> 0.9;
          }
        };
    OutOfFold first =
        OutOfFold.walkForward(bull, table, targets, weights, 3, 1, RandomStreams.of(1));
    MetaSignal meta =
        MetaSignal.of(first, List.of(labels), TREES, weights, 3, 1, RandomStreams.of(2));
    double taken = 0;
    double all = 0;
    int positions = 0;
    int rows = 0;
    for (int row = 0; row < n; row++) {
      if (!Double.isNaN(meta.paid()[row])) {
        rows++;
        all += labels[row].simpleReturn();
        positions += meta.position(row) > 0 ? 1 : 0;
        taken += meta.position(row) > 0 ? labels[row].simpleReturn() : 0;
        assertThat(meta.position(row)).isBetween(0.0, 1.0);
      }
    }
    assertThat(positions).isBetween(rows / 4, 3 * rows / 4);
    assertThat(taken / positions).isGreaterThan(all / rows + 0.003);
    assertThat(meta.paid()[first.rows()[0]]).isNaN();
  }
}
