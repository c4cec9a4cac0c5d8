package io.tradinggym.signals.trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads XGBoost's JSON models, of version 3.0 and of 3.4, which writes the base score as a list. */
final class ModelJson {
  private static final int MOST_FEATURES = 1 << 20;

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
    boolean binary = objective.startsWith("binary");
    int features = whole(parameters.path("num_feature").asText(), "num_feature");
    if (features < 1 || features > MOST_FEATURES) {
      throw new IOException("num_feature must be in 1 .. " + MOST_FEATURES + ", was " + features);
    }
    String written = parameters.path("base_score").asText().replaceAll("[\\[\\]]", "");
    number(written, "base_score");
    float base = Float.parseFloat(written);
    if (binary && !(base > 0 && base < 1)) {
      throw new IOException("base_score of a probability must be in (0, 1), was " + base);
    }
    List<Tree> trees = new ArrayList<>();
    for (JsonNode tree : model.path("trees")) {
      trees.add(tree(tree, features, "tree " + trees.size()));
    }
    String best = learner.path("attributes").path("best_iteration").asText("");
    int used =
        best.isEmpty()
            ? trees.size()
            : (int) Math.min(trees.size(), whole(best, "best_iteration") + 1L);
    if (used < 0) {
      throw new IOException("best_iteration must be >= 0, was " + best);
    }
    return new BoostedTrees(trees.subList(0, used), features, base, binary);
  }

  private static Tree tree(JsonNode json, int features, String what) throws IOException {
    if (!json.path("categories").isEmpty()) {
      throw new IOException(what + ": categorical splits are not read");
    }
    int[] left = integers(json, "left_children", what);
    float[] threshold = new float[left.length];
    double[] conditions = doubles(json, "split_conditions", what);
    double[] missing = doubles(json, "default_left", what);
    if (conditions.length != left.length || missing.length != left.length) {
      throw new IOException(
          what + ": split_conditions and default_left need a value for each node");
    }
    boolean[] missingLeft = new boolean[left.length];
    for (int node = 0; node < left.length; node++) {
      threshold[node] = Float.parseFloat(json.path("split_conditions").get(node).asText());
      missingLeft[node] = missing[node] != 0;
    }
    Tree tree =
        new Tree(
            left,
            integers(json, "right_children", what),
            integers(json, "split_indices", what),
            threshold,
            missingLeft,
            doubles(json, "sum_hessian", what),
            doubles(json, "loss_changes", what));
    String wrong = tree.wrong(features);
    if (wrong != null) {
      throw new IOException(what + ": " + wrong);
    }
    return tree;
  }

  private static int[] integers(JsonNode json, String name, String what) throws IOException {
    double[] numbers = doubles(json, name, what);
    int[] values = new int[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = whole(json.path(name).get(i).asText(), what + ": " + name);
    }
    return values;
  }

  private static double[] doubles(JsonNode json, String name, String what) throws IOException {
    JsonNode array = json.path(name);
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      JsonNode each = array.path(i);
      // Version 3.4 writes default_left as true and false.
      values[i] =
          each.isBoolean() ? (each.asBoolean() ? 1 : 0) : number(each.asText(), what + ": " + name);
    }
    return values;
  }

  private static int whole(String text, String what) throws IOException {
    double value = number(text, what);
    if (value != (int) value) {
      throw new IOException(what + " must be a whole number, was " + text);
    }
    return (int) value;
  }

  private static double number(String text, String what) throws IOException {
    try {
      double value = Double.parseDouble(text);
      if (Math.abs(value) <= Float.MAX_VALUE) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IOException(what + " must be a number, was \"" + text + "\"", e);
    }
    throw new IOException(what + " must be within the range of floats, was " + text);
  }
}
