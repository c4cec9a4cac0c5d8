package io.tradinggym.experiments.signals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.signals.model.RefitInterval;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the models of one version said of a ticker's bars.
 *
 * @param trees probability of the last bar by trees
 * @param sequences the same by LSTM; NaN if it was left out
 * @param score the ensemble's
 * @param interval of the trees' prediction over refits
 * @param scores the ensemble's out of fold, by bar; NaN where there is none
 * @param importances gain of each input in all trees, the largest first
 */
record Study(
    double trees,
    double sequences,
    double score,
    RefitInterval interval,
    double[] scores,
    List<Importance> importances) {

  /** What one input of the trees gained, as a share of all. */
  record Importance(String feature, double share) {}

  Study {
    importances = List.copyOf(importances);
  }

  String json(ObjectMapper mapper) throws IOException {
    ObjectNode node = mapper.createObjectNode();
    node.put("trees", trees).put("sequences", sequences).put("score", score);
    node.put("low", interval.low()).put("high", interval.high());
    for (double each : scores) {
      node.withArray("scores").add(each);
    }
    for (Importance each : importances) {
      node.withArray("importances")
          .addObject()
          .put("feature", each.feature)
          .put("share", each.share);
    }
    return mapper.writeValueAsString(node) + "\n";
  }

  static Study read(JsonNode node) {
    JsonNode list = node.path("scores");
    double[] scores = new double[list.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = list.get(i).asDouble(Double.NaN);
    }
    List<Importance> importances = new ArrayList<>();
    node.path("importances")
        .forEach(
            each ->
                importances.add(
                    new Importance(each.path("feature").asText(), each.path("share").asDouble())));
    return new Study(
        node.path("trees").asDouble(),
        node.path("sequences").asDouble(Double.NaN),
        node.path("score").asDouble(),
        new RefitInterval(node.path("low").asDouble(), node.path("high").asDouble()),
        scores,
        importances);
  }
}
