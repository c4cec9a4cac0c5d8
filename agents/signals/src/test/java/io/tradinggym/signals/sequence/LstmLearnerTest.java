package io.tradinggym.signals.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.signals.model.OutOfFold;
import io.tradinggym.signals.model.Planted;
import io.tradinggym.signals.model.SignalModel;
import io.tradinggym.signals.score.Scores;
import io.tradinggym.signals.trees.BoostSettings;
import io.tradinggym.signals.trees.Boosting;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LstmLearnerTest {
  private static final LstmSettings SMALL =
      new LstmSettings(6, 12, 8, 6, 0.1, 5e-3, 32, 12, 4, 0.15);

  @Test
  void theNetworkOfTheReferenceHasItsParameters() {
    assertThat(new LstmNetwork(LstmSettings.DEFAULT, 7, 1).parameters()).isEqualTo(121_153);
  }

  @Test
  void slopesAreThoseOfTheLoss() {
    LstmNetwork network =
        new LstmNetwork(new LstmSettings(4, 3, 2, 3, 0.3, 1e-3, 2, 1, 1, 0.1), 2, 2);
    RandomStream random = RandomStreams.of(1).stream("slopes");
    float[] params = new float[network.parameters()];
    network.initialise(params, random);
    // Off the corners of the rectifiers, on which biases of 0 stand where dropout leaves nothing
    // else.
    for (int i = 0; i < params.length; i++) {
      params[i] += (float) random.gaussian(0, 0.1);
    }
    float[] x = new float[4 * 2 * 2];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.gaussian();
    }
    network.draw(random);
    network.forward(params, x, 2);
    float[] gradient = new float[params.length];
    network.backward(params, new float[] {1, -2}, 2, gradient);
    for (int i = 0; i < params.length; i++) {
      float kept = params[i];
      float step = 4e-4f;
      params[i] = kept + step;
      double above = loss(network.forward(params, x, 2));
      params[i] = kept - step;
      double below = loss(network.forward(params, x, 2));
      params[i] = kept;
      assertThat((above - below) / (2 * step))
          .as("parameter %d", i)
          .isCloseTo(gradient[i], within(3e-3));
    }
  }

  private static double loss(float[] logits) {
    return logits[0] - 2.0 * logits[1];
  }

  @Test
  void aSequenceIsLearnedThatRowsDoNotShow() {
    Planted planted = Planted.sequence(0.4, 5, 1_600, 2, RandomStreams.of(1));
    double seen = auc(planted, new LstmLearner(SMALL, 1));
    double rows =
        auc(planted, Boosting.classifier(new BoostSettings(40, 2, 0.1, 0.7, 1, 10, 0, 1)));
    assertThat(seen).isBetween(0.78, 0.94);
    assertThat(rows).isLessThan(seen - 0.08);
  }

  private static double auc(Planted planted, io.tradinggym.signals.model.Learner learner) {
    OutOfFold signal =
        OutOfFold.walkForward(
            learner,
            planted.table(),
            planted.targets(),
            planted.weights(),
            1,
            1,
            RandomStreams.of(2));
    return Scores.auc(signal.outcomes(planted.targets()), signal.scores(planted.targets()));
  }

  @Test
  void aSeedGivesTheSameModelAndTheFutureDoesNotMoveIt() {
    Planted planted = Planted.sequence(0.4, 5, 400, 2, RandomStreams.of(3));
    int[] rows = IntStream.range(0, 300).toArray();
    LstmLearner learner = new LstmLearner(SMALL, 1);
    SignalModel once =
        learner.fit(
            planted.table(), rows, planted.targets(), planted.weights(), RandomStreams.of(4));
    double before = once.predict(planted.table(), 320);
    float[] values = planted.table().values();
    for (int i = 321 * 2; i < values.length; i++) {
      values[i] = Float.NaN;
    }
    SignalModel again =
        learner.fit(
            planted.table(), rows, planted.targets(), planted.weights(), RandomStreams.of(4));
    assertThat(again.predict(planted.table(), 320)).isEqualTo(before);
  }

  @Test
  void tooFewRowsAreNamed() {
    Planted planted = Planted.noise(60, 2, RandomStreams.of(3));
    assertThatThrownBy(
            () ->
                new LstmLearner(LstmSettings.DEFAULT, 3)
                    .fit(
                        planted.table(),
                        IntStream.range(0, 60).toArray(),
                        planted.targets(),
                        planted.weights(),
                        RandomStreams.of(1)))
        .hasMessageContaining("60 rows leave 19 windows to train on and 9 to stop by");
  }
}
