package io.tradinggym.signals.trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.signals.model.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Margins of 200 trees walked in Java against XGBoost's own, bit by bit: on random rows with missing values, and with
 * values that lie on the trees' thresholds. Run by hand with the number of rows, or by {@link TreesTest}.
 */
final class TreeAgreement {
  private static final int WIDTH = 60;
  private static final int TRAINED = 4_000;
  private static final double MISSING = 0.03;
  private static final double ON_A_THRESHOLD = 0.1;

  private TreeAgreement() {}

  public static void main(String[] args) throws IOException, XGBoostError {
    int rows = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
    for (int depth : new int[] {1, 4, 6}) {
      for (boolean classifier : new boolean[] {true, false}) {
        System.out.printf(
            "depth %d, %s: %d of %d margins differ%n",
            depth,
            classifier ? "classifier" : "regressor",
            differing(rows, depth, classifier),
            rows);
      }
    }
  }

  /** How many margins are not the library's bits. */
  static int differing(int rows, int depth, boolean classifier) throws IOException, XGBoostError {
    RandomStream random = RandomStreams.of(depth).stream("rows");
    float[] seen = values(TRAINED, random, new float[0]);
    float[] targets = new float[TRAINED];
    for (int row = 0; row < TRAINED; row++) {
      float signal = seen[row * WIDTH];
      double noisy = (Float.isNaN(signal) ? 0 : 0.3 * signal) + random.gaussian(0, 1);
      targets[row] = classifier ? (noisy > 0 ? 1 : 0) : (float) noisy;
    }
    float[] weights = new float[TRAINED];
    Arrays.fill(weights, 1);
    List<String> names = IntStream.range(0, WIDTH).mapToObj(i -> "f" + i).toList();
    BoostSettings settings = BoostSettings.DEFAULT.withDepth(depth);
    TreeModel model =
        (classifier ? Boosting.classifier(settings) : Boosting.regressor(settings))
            .fit(
                new Table(names, new long[TRAINED], seen),
                IntStream.range(0, TRAINED).toArray(),
                targets,
                weights,
                RandomStreams.of(1));
    float[] asked = values(rows, random, thresholds(model));
    Booster booster = XGBoost.loadModel(model.json());
    DMatrix matrix = new DMatrix(asked, rows, WIDTH, Float.NaN);
    try {
      float[][] theirs = booster.predict(matrix, true);
      BoostedTrees.Walker walker = model.trees().walker();
      int differing = 0;
      for (int row = 0; row < rows; row++) {
        float own = walker.margin(asked, row * WIDTH);
        differing +=
            Float.floatToRawIntBits(own) == Float.floatToRawIntBits(theirs[row][0]) ? 0 : 1;
      }
      return differing;
    } finally {
      matrix.dispose();
      booster.dispose();
    }
  }

  /** Where the trees split: a value there must go right, one bit below it left. */
  private static float[] thresholds(TreeModel model) throws IOException {
    JsonNode trees =
        new ObjectMapper().readTree(model.json()).at("/learner/gradient_booster/model/trees");
    List<Float> all = new ArrayList<>();
    for (JsonNode tree : trees) {
      for (int node = 0; node < tree.path("split_conditions").size(); node++) {
        if (tree.path("left_children").get(node).asInt() >= 0) {
          float threshold = Float.parseFloat(tree.path("split_conditions").get(node).asText());
          all.add(threshold);
          all.add(Math.nextDown(threshold));
        }
      }
    }
    float[] values = new float[all.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = all.get(i);
    }
    return values;
  }

  private static float[] values(int rows, RandomStream random, float[] thresholds) {
    float[] values = new float[rows * WIDTH];
    for (int i = 0; i < values.length; i++) {
      double chance = random.uniform();
      if (chance < MISSING) {
        values[i] = Float.NaN;
      } else if (thresholds.length > 0 && chance < MISSING + ON_A_THRESHOLD) {
        values[i] = thresholds[random.integer(thresholds.length)];
      } else {
        values[i] = (float) random.gaussian(0, 1);
      }
    }
    return values;
  }
}
