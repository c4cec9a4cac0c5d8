package io.tradinggym.agents.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.signals.model.LearnerProvider;
import io.tradinggym.signals.model.SignalModel;
import io.tradinggym.signals.model.Table;
import io.tradinggym.signals.score.Scores;
import io.tradinggym.signals.sequence.LstmSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Dl4jLstmTest {
  private static final int ROWS = 900;
  private static final int TRAIN = 700;

  /** Enough to tell two fits apart. */
  private static final int FEW = 150;

  private static final Dl4jLstm LEARNER =
      new Dl4jLstm(new LstmSettings(6, 12, 8, 6, 0.1, 5e-3, 32, 12, 6, 0.15), 1);

  private final float[] targets = new float[ROWS];
  private final float[] weights = new float[ROWS];
  private final Table table = planted();

  /** The sum of the last five of the first column tells the outcome, but for one row in ten. */
  private Table planted() {
    RandomStream random = RandomStreams.of(3).stream("rows");
    float[] values = new float[ROWS * 2];
    Arrays.fill(weights, 1);
    for (int row = 0; row < ROWS; row++) {
      values[2 * row] = (float) random.gaussian();
      values[2 * row + 1] = (float) random.gaussian();
      double sum = 0;
      for (int back = 0; back < 5 && back <= row; back++) {
        sum += values[2 * (row - back)];
      }
      targets[row] = sum > 0 ^ random.uniform() < 0.1 ? 1 : 0;
    }
    return new Table(List.of("a", "b"), IntStream.range(0, ROWS).asLongStream().toArray(), values);
  }

  private SignalModel fitted(int train) {
    return LEARNER.fit(
        table,
        IntStream.range(LEARNER.lookBack(), train).toArray(),
        targets,
        weights,
        RandomStreams.of(1));
  }

  private double[] said(SignalModel model) {
    return IntStream.range(TRAIN + 10, ROWS)
        .mapToDouble(row -> model.predict(table, row))
        .toArray();
  }

  @Test
  void itFindsWhatWindowsTellAndIsSaved() throws IOException {
    SignalModel model = fitted(TRAIN);
    double[] said = said(model);
    int[] outcomes = IntStream.range(TRAIN + 10, ROWS).map(row -> (int) targets[row]).toArray();
    assertThat(Scores.auc(outcomes, said)).isBetween(0.75, 0.95);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.save(new DataOutputStream(bytes));
    SignalModel loaded =
        LEARNER.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(said(loaded)).isEqualTo(said);
    assertThat(said(model.copy())).isEqualTo(said);
  }

  @Test
  void theSameStreamsGiveTheSameModel() {
    double[] said = said(fitted(FEW));
    assertThat(said(fitted(FEW))).isEqualTo(said);
    assertThat(Arrays.stream(said).distinct().count()).as("no constant").isGreaterThan(10);
  }

  @Test
  void itIsFoundByName() {
    assertThat(LearnerProvider.named("dl4j").learner(3).lookBack()).isEqualTo(29);
  }
}
