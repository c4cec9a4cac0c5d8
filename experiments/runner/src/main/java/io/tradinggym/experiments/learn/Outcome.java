package io.tradinggym.experiments.learn;

import io.tradinggym.allocator.registry.ModelRegistry;
import io.tradinggym.experiments.models.ModelStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a walk earned beside what else could have been earned by the same versions, in rewards: by the best of them from
 * the first bar on, known in hindsight, and, where the laws changed at known bars, by the best of them under each law,
 * as if told.
 *
 * @param bars lived through
 * @param walk sum of the walk's rewards
 * @param byVersion what each version would have earned alone, by id
 * @param told the best version under each law; NaN where no change is known
 */
record Outcome(int bars, double walk, Map<String, Double> byVersion, double told) {
  static Outcome of(
      LearnConfig config, Places places, ModelRegistry registry, Walk walk, List<Integer> changes)
      throws IOException {
    double[] own = walk.rewards();
    Map<String, Double> byVersion = new LinkedHashMap<>();
    List<double[]> all = new ArrayList<>();
    all.add(new double[own.length]); // cash
    for (String id : registry.versions()) {
      double[] rewards = new double[own.length];
      try (Life life = new Life(places.asItWas(walk.start(), places.bars()))) {
        life.trader(ModelStore.read(registry.model(id)));
        for (int i = 0; i < rewards.length && !life.ended(); i++) {
          rewards[i] = life.live();
        }
      }
      all.add(rewards);
      byVersion.put(id, sum(rewards, 0, rewards.length));
    }
    double told = Double.NaN;
    if (!changes.isEmpty()) {
      told = 0;
      int from = 0;
      for (int piece = 0; piece <= changes.size(); piece++) {
        int change = piece < changes.size() ? changes.get(piece) - walk.start() : own.length;
        int to = Math.clamp(change, from, own.length);
        double best = 0;
        for (double[] rewards : all) {
          best = Math.max(best, sum(rewards, from, to));
        }
        told += best;
        from = to;
      }
    }
    return new Outcome(own.length, sum(own, 0, own.length), byVersion, told);
  }

  private static double sum(double[] rewards, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += rewards[i];
    }
    return sum;
  }

  /** The most that a version, or cash, would have earned alone. */
  double best() {
    return Math.max(0, byVersion.values().stream().mapToDouble(v -> v).max().orElse(0));
  }

  Map<String, Object> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("bars", bars);
    all.put("walk", walk);
    all.put("best_fixed", best());
    all.put("regret_to_best_fixed", best() - walk);
    if (!Double.isNaN(told)) {
      all.put("told", told);
      all.put("regret_to_told", told - walk);
    }
    all.put("versions", byVersion);
    return all;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d bars; sums of rewards:%n", bars));
    text.append(
        String.format(Locale.ROOT, "  the walk                               %9.4f%n", walk));
    text.append(
        String.format(Locale.ROOT, "  best version or cash, in hindsight     %9.4f%n", best()));
    if (!Double.isNaN(told)) {
      text.append(
          String.format(Locale.ROOT, "  best version under each law, if told   %9.4f%n", told));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "Regret: %.4f to the best fixed one%s. %d versions were trained.%n",
            best() - walk,
            Double.isNaN(told)
                ? ""
                : String.format(Locale.ROOT, ", %.4f to one who is told", told - walk),
            byVersion.size()));
    return text.toString();
  }
}
