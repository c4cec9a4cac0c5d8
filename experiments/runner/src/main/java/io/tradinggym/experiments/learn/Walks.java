package io.tradinggym.experiments.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Several walks through histories of one law, and what they have in common. */
final class Walks {
  private final List<One> all = new ArrayList<>();

  /**
   * A walk.
   *
   * @param outcome what it was worth
   * @param gates challengers that were judged
   * @param promotions of them
   */
  record One(Outcome outcome, int gates, int promotions) {}

  void add(One walk) {
    all.add(walk);
  }

  private int gates() {
    return all.stream().mapToInt(One::gates).sum();
  }

  private int promotions() {
    return all.stream().mapToInt(One::promotions).sum();
  }

  private long promoting() {
    return all.stream().filter(one -> one.promotions() > 0).count();
  }

  private double mean(ToDoubleFunction<Outcome> what) {
    return all.stream().mapToDouble(one -> what.applyAsDouble(one.outcome())).average().orElse(0);
  }

  private double error(ToDoubleFunction<Outcome> what) {
    double mean = mean(what);
    double squares =
        all.stream()
            .mapToDouble(one -> what.applyAsDouble(one.outcome()) - mean)
            .map(d -> d * d)
            .sum();
    return Math.sqrt(squares / Math.max(1, all.size() - 1) / all.size());
  }

  Map<String, Object> json() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("walks", all.size());
    content.put("gates", gates());
    content.put("promotions", promotions());
    content.put("walks_with_a_promotion", promoting());
    content.put("earned", mean(Outcome::walk));
    content.put("earned_error", error(Outcome::walk));
    content.put("regret_to_best_fixed", mean(o -> o.best() - o.walk()));
    if (!Double.isNaN(mean(Outcome::told))) {
      content.put("regret_to_told", mean(o -> o.told() - o.walk()));
    }
    return content;
  }

  String text() {
    double told = mean(o -> o.told() - o.walk());
    return String.format(
            Locale.ROOT,
            "%d walks: %d of %d challengers promoted, in %d walks.%n",
            all.size(),
            promotions(),
            gates(),
            promoting())
        + String.format(
            Locale.ROOT,
            "Earned %.4f +- %.4f; regret %.4f to the best fixed one%s (means of walks).%n",
            mean(Outcome::walk),
            error(Outcome::walk),
            mean(o -> o.best() - o.walk()),
            Double.isNaN(told)
                ? ""
                : String.format(Locale.ROOT, ", %.4f to one who is told", told));
  }
}
