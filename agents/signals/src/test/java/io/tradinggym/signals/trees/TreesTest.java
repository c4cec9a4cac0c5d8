package io.tradinggym.signals.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.signals.model.Planted;
import io.tradinggym.signals.model.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;

class TreesTest {
  private static final int ROWS = 2_000;
  private final Planted planted =
      Planted.linear(0.5, ROWS, 20, RandomStreams.of(1)).withGaps(0.1, RandomStreams.of(2));
  private final Table table = planted.table();
  private final int[] all = IntStream.range(0, ROWS).toArray();

  private TreeModel fit(int depth, Boosting.Objective objective) {
    BoostSettings settings = new BoostSettings(60, depth, 0.1, 0.7, 0.5, 5, 0.1, 1);
    return new Boosting(settings, objective, Boosting.EarlyStopping.NEVER)
        .fit(table, all, planted.targets(), planted.weights(), RandomStreams.of(3));
  }

  @Test
  void marginsHaveTheLibrarysBits() throws XGBoostError, IOException {
    for (int depth : new int[] {1, 4, 6}) {
      for (Boosting.Objective objective : Boosting.Objective.values()) {
        TreeModel model = fit(depth, objective);
        Booster booster = XGBoost.loadModel(model.json());
        float[][] margins = booster.predict(matrix(), true);
        BoostedTrees.Walker walker = model.trees().walker();
        for (int row = 0; row < ROWS; row++) {
          float margin = walker.margin(table.values(), row * table.width());
          assertThat(Float.floatToRawIntBits(margin))
              .as("row %d", row)
              .isEqualTo(Float.floatToRawIntBits(margins[row][0]));
          assertThat(margin)
              .isEqualTo(model.trees().plainMargin(table.values(), row * table.width()));
        }
        booster.dispose();
      }
    }
  }

  /** Missing values and values on thresholds among them. */
  @Test
  void aHundredThousandRowsHaveTheLibrarysBits() throws XGBoostError, IOException {
    assertThat(TreeAgreement.differing(100_000, 4, true)).isZero();
  }

  private DMatrix matrix() throws XGBoostError {
    return new DMatrix(table.values(), ROWS, table.width(), Float.NaN);
  }

  @Test
  void aSeedGivesTheSameBytes() {
    assertThat(fit(3, Boosting.Objective.PROBABILITY).json())
        .isEqualTo(fit(3, Boosting.Objective.PROBABILITY).json());
  }

  @Test
  void contributionsAreTheLibrarysAndSumToTheMargin() throws XGBoostError, IOException {
    TreeModel model = fit(4, Boosting.Objective.PROBABILITY);
    Booster booster = XGBoost.loadModel(model.json());
    float[][] theirs = booster.predictContrib(matrix(), 0);
    TreeShap shap = new TreeShap(model.trees());
    BoostedTrees.Walker walker = model.trees().walker();
    for (int row = 0; row < 200; row++) {
      double[] ours = shap.contributions(table.values(), row * table.width());
      double sum = shap.expected();
      for (int feature = 0; feature < ours.length; feature++) {
        assertThat(ours[feature]).isCloseTo(theirs[row][feature], within(2e-6));
        sum += ours[feature];
      }
      assertThat(theirs[row][ours.length]).isCloseTo((float) shap.expected(), within(2e-6f));
      assertThat(sum).isCloseTo(walker.margin(table.values(), row * table.width()), within(2e-5));
    }
    booster.dispose();
  }

  @Test
  void contributionsOfASmallTreeByHand() {
    Tree tree =
        new Tree(
            new int[] {1, 3, -1, -1, -1},
            new int[] {2, 4, -1, -1, -1},
            new int[] {0, 1, 0, 0, 0},
            new float[] {0, 0, 3, -1, 1},
            new boolean[5],
            new double[] {100, 40, 60, 10, 30},
            new double[5]);
    TreeShap shap = new TreeShap(new BoostedTrees(List.of(tree), 2, 0, false));
    assertThat(shap.expected()).isCloseTo(2, within(1e-12));
    assertThat(shap.contributions(new float[] {-1, -1}, 0))
        .containsExactly(new double[] {-1.95, -1.05}, within(1e-12));
    assertThat(shap.contributions(new float[] {-1, 1}, 0))
        .containsExactly(new double[] {-1.35, 0.35}, within(1e-12));
    assertThat(shap.contributions(new float[] {1, -1}, 0))
        .containsExactly(new double[] {1.3, -0.3}, within(1e-12));
  }

  @Test
  void bothFormsOfTheBaseScoreAreRead() throws IOException {
    TreeModel model = fit(2, Boosting.Objective.PROBABILITY);
    String json = new String(model.json(), StandardCharsets.UTF_8);
    String list = json.replaceFirst("\"base_score\":\"([^\"]*)\"", "\"base_score\":\"[$1]\"");
    assertThat(list).isNotEqualTo(json);
    assertThat(BoostedTrees.read(list.getBytes(StandardCharsets.UTF_8)).baseMargin())
        .isEqualTo(model.trees().baseMargin());
    assertThatThrownBy(() -> BoostedTrees.read("{}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("trees is missing");
  }

  @Test
  void stopsWhereTheHeldOutRowsAreBest() throws XGBoostError, IOException {
    Boosting.EarlyStopping stopping = new Boosting.EarlyStopping(10, 0.3, 3);
    BoostSettings eager = new BoostSettings(400, 4, 0.3, 1, 1, 1, 0, 0);
    TreeModel model =
        new Boosting(eager, Boosting.Objective.PROBABILITY, stopping)
            .fit(table, all, planted.targets(), planted.weights(), RandomStreams.of(3));
    assertThat(model.trees().size()).isBetween(1, 60);
    Booster booster = XGBoost.loadModel(model.json());
    float[][] theirs = booster.predict(matrix(), true, model.trees().size());
    assertThat(model.trees().walker().margin(table.values(), 0)).isEqualTo(theirs[0][0]);
    assertThat(booster.getNumBoostedRound()).isGreaterThan(model.trees().size());
    booster.dispose();
  }

  @Test
  void evolutionFindsBetterSettingsThanItBeganWith() {
    var folds =
        new io.tradinggym.data.split.PurgedKFold(3, new io.tradinggym.data.split.Purging(1, 5))
            .split(600);
    Planted small = Planted.linear(0.5, 600, 5, RandomStreams.of(4));
    List<BoostTuning.Trial> trials =
        BoostTuning.search(
            small.table(), small.targets(), small.weights(), folds, 12, RandomStreams.of(5));
    assertThat(trials).hasSizeGreaterThanOrEqualTo(12);
    assertThat(BoostTuning.best(trials).auc()).isBetween(0.68, 0.78);
    assertThat(
            BoostTuning.search(
                small.table(), small.targets(), small.weights(), folds, 12, RandomStreams.of(5)))
        .isEqualTo(trials);
  }

  @Test
  void wrongSettingsAreNamed() {
    assertThatThrownBy(() -> new BoostSettings(10, 0, 0.1, 1, 1, 1, 0, 1))
        .hasMessageContaining("depth in 1 .. 12");
    assertThatThrownBy(() -> new BoostSettings(10, 3, 0, 1, 1, 1, 0, 1))
        .hasMessageContaining("were 0.0, 1.0, 1.0");
  }

  @Test
  void whatAlwaysHappensHasNoOdds() {
    assertThatThrownBy(
            () ->
                Boosting.classifier(new BoostSettings(5, 2, 0.1, 1, 1, 1, 0, 1))
                    .fit(table, all, new float[ROWS], planted.weights(), RandomStreams.of(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all 2000 rows to train on have the outcome 0.0");
  }
}
