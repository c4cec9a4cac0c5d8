package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.series.Sources;
import io.tradinggym.signals.model.Ensemble;
import io.tradinggym.signals.model.Learner;
import io.tradinggym.signals.model.OutOfFold;
import io.tradinggym.signals.model.SignalSeries;
import io.tradinggym.signals.model.Stacking;
import io.tradinggym.signals.model.Table;
import io.tradinggym.signals.score.Calibrator;
import io.tradinggym.signals.score.Isotonic;
import io.tradinggym.signals.score.Reliability;
import io.tradinggym.signals.score.Scores;
import io.tradinggym.signals.sequence.LstmLearner;
import io.tradinggym.signals.sequence.LstmSettings;
import io.tradinggym.signals.trees.BoostSettings;
import io.tradinggym.signals.trees.Boosting;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The code of the guide to signals. */
class SignalsGuideTest {
  private static final int ROWS = 600;
  private static final BoostSettings FEW = new BoostSettings(50, 2, 0.1, 0.7, 0.5, 10, 0, 1);

  @Test
  void aSignalIsTrainedJudgedAndObserved() {
    RandomStream random = RandomStreams.of(1).stream("rows");
    float[] values = new float[ROWS * 4];
    float[] targets = new float[ROWS];
    float[] weights = new float[ROWS];
    Arrays.fill(weights, 1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.gaussian();
    }
    for (int row = 0; row < ROWS; row++) {
      targets[row] = values[row * 4] + random.gaussian() > 0 ? 1 : 0;
    }
    long[] times = LongStream.range(0, ROWS).toArray();
    Table table = new Table(List.of("a", "b", "c", "d"), times, values);

    Learner trees = Boosting.classifier(BoostSettings.DEFAULT);
    OutOfFold signal =
        OutOfFold.walkForward(trees, table, targets, weights, 5, 3, RandomStreams.of(7));
    double auc = Scores.auc(signal.outcomes(targets), signal.scores(targets));

    assertThat(auc).isBetween(0.65, 0.85);

    Sources sources = Sources.NONE.with("xgb", SignalSeries.of(signal));
    FeatureColumns observed =
        new FeatureColumns(Catalog.standard().parse("rsi(14), external(xgb)"), sources);

    assertThat(observed.names()).contains("external(xgb)");

    Learner sequences = new LstmLearner(LstmSettings.DEFAULT, 3);
    Learner both = Ensemble.treesAndSequences(trees, sequences);

    assertThat(both.lookBack()).isEqualTo(29);

    Learner stacked = new Stacking(List.of(trees, Boosting.classifier(FEW)), 5, 3, 1);

    assertThat(stacked.name()).startsWith("stacked XGBoost");

    Calibrator honest = Isotonic.fit(signal.outcomes(targets), signal.scores(targets));
    Reliability plot = Reliability.of(signal.outcomes(targets), signal.scores(targets), 10);

    assertThat(honest.probability(0.9)).isGreaterThan(honest.probability(0.1));
    assertThat(plot.rows()).isEqualTo(500);
  }
}
