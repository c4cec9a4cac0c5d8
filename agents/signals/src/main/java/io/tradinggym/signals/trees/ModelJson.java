package io.tradinggym.signals.trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads XGBoost's JSON models, of version 3.0 and of 3.4, which writes the base score as a list. */
final class ModelJson {
  private ModelJson() {}

  static BoostedTrees read(byte[] json) throws IOException {
    JsonNode learner = new ObjectMapper().readTree(json).path("learner");
    JsonNode model = learner.path("gradient_booster").path("model");
    if (!model.has("trees")) {
      throw new IOException(
          "not a tree model of XGBoost: learner.gradient_booster.model.trees is missing");
    }
    JsonNode parameters = learner.path("learner_model_param");
    if (parameters.path("num_class").asInt(0) > 1 || parameters.path("num_target").asInt(1) > 1) {
      throw new IOException(
          "models of several classes or targets are not read, num_class was "
              + parameters.path("num_class").asText());
    }
    String objective = learner.path("objective").path("name").asText();
    if (!objective.equals("binary:logistic") && !objective.equals("reg:squarederror")) {
      throw new IOException(
          "objective must be binary:logistic or reg:squarederror, was " + objective);
    }
    float base =
        Float.parseFloat(parameters.path("base_score").asText().replaceAll("[\\[\\]]", ""));
    List<Tree> trees = new ArrayList<>();
    for (JsonNode tree : model.path("trees")) {
      trees.add(tree(tree));
    }
    String best = learner.path("attributes").path("best_iteration").asText("");
    int used = best.isEmpty() ? trees.size() : Math.min(trees.size(), Integer.parseInt(best) + 1);
    return new BoostedTrees(
        trees.subList(0, used),
        parameters.path("num_feature").asInt(),
        base,
        objective.startsWith("binary"));
  }

  private static Tree tree(JsonNode tree) throws IOException {
    if (!tree.path("categories").isEmpty()) {
      throw new IOException("categorical splits are not read");
    }
    int[] left = integers(tree.path("left_children"));
    JsonNode missing = tree.path("default_left");
    boolean[] missingLeft = new boolean[left.length];
    for (int node = 0; node < left.length; node++) {
      missingLeft[node] = missing.get(node).asInt() != 0 || missing.get(node).asBoolean();
    }
    JsonNode conditions = tree.path("split_conditions");
    float[] threshold = new float[left.length];
    for (int node = 0; node < left.length; node++) {
      threshold[node] = Float.parseFloat(conditions.get(node).asText());
    }
    return new Tree(
        left,
        integers(tree.path("right_children")),
        integers(tree.path("split_indices")),
        threshold,
        missingLeft,
        doubles(tree.path("sum_hessian")),
        doubles(tree.path("loss_changes")));
  }

  private static int[] integers(JsonNode array) {
    int[] values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asInt();
    }
    return values;
  }

  private static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }
}
