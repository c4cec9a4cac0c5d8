package io.tradinggym.signals.model;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.split.PurgedKFold;
import io.tradinggym.data.split.Purging;
import io.tradinggym.signals.score.Scores;
import io.tradinggym.signals.sequence.LstmLearner;
import io.tradinggym.signals.sequence.LstmSettings;
import io.tradinggym.signals.trees.BoostSettings;
import io.tradinggym.signals.trees.BoostTuning;
import io.tradinggym.signals.trees.BoostedTrees;
import io.tradinggym.signals.trees.Boosting;
import io.tradinggym.signals.trees.TreeModel;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Planted structures over ten seeds, speed of the walker, of tuning and of an LSTM's epoch; run by hand. */
final class PlantedStudy {
  private static final Learner TREES = Boosting.classifier(BoostSettings.DEFAULT);
  private static final Learner DEEPER = Boosting.classifier(BoostSettings.DEFAULT.withDepth(4));
  private static final LstmSettings TWELVE =
      new LstmSettings(20, 128, 64, 32, 0.2, 1e-3, 32, 12, 12, 0.1);

  private PlantedStudy() {}

  public static void main(String[] args) {
    for (String part : args) {
      switch (part) {
        case "trees" -> {
          report(
              "linear .3",
              TREES,
              seed -> Planted.linear(0.3, 4_000, 60, RandomStreams.of(seed)),
              5);
          report(
              "linear .2",
              TREES,
              seed -> Planted.linear(0.2, 4_000, 60, RandomStreams.of(seed)),
              5);
          report(
              "linear .1",
              TREES,
              seed -> Planted.linear(0.1, 4_000, 60, RandomStreams.of(seed)),
              5);
          report("XOR .2", DEEPER, seed -> Planted.xor(0.2, 4_000, 20, RandomStreams.of(seed)), 5);
          report("noise", TREES, seed -> Planted.noise(4_000, 60, RandomStreams.of(seed)), 5);
          report(
              "sequence .2, rows",
              TREES,
              seed -> Planted.sequence(0.2, 20, 4_000, 7, RandomStreams.of(seed)),
              1);
        }
        case "lstm" ->
            report(
                "sequence .2, LSTM",
                new LstmLearner(TWELVE, 1),
                seed -> Planted.sequence(0.2, 20, 8_000, 7, RandomStreams.of(seed)),
                1);
        case "speed" -> speed();
        default -> throw new IllegalArgumentException(part);
      }
    }
  }

  private static void report(
      String name, Learner learner, LongFunction<Planted> planted, int folds) {
    double[] auc =
        LongStream.range(0, 10)
            .parallel()
            .mapToDouble(
                seed -> {
                  Planted p = planted.apply(seed);
                  OutOfFold signal =
                      OutOfFold.walkForward(
                          learner,
                          p.table(),
                          p.targets(),
                          p.weights(),
                          folds,
                          1,
                          RandomStreams.of(100 + seed));
                  return Scores.auc(signal.outcomes(p.targets()), signal.scores(p.targets()));
                })
            .toArray();
    double best = planted.apply(0).best();
    int judged = planted.apply(0).table().rows() * folds / (folds + 1);
    double error = Scores.nullError(judged / 2, judged / 2);
    long significant = Arrays.stream(auc).filter(a -> (a - 0.5) / error > 1.645).count();
    System.out.printf(
        "%-20s mean AUC %.4f (best %.4f, standard error of one %.4f), %.4f to %.4f, significant %d"
            + " of 10%n",
        name,
        Arrays.stream(auc).average().orElseThrow(),
        best,
        error,
        Arrays.stream(auc).min().orElseThrow(),
        Arrays.stream(auc).max().orElseThrow(),
        significant);
  }

  private static double cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static void speed() {
    Planted planted =
        Planted.linear(0.3, 4_000, 60, RandomStreams.of(1)).withGaps(0.02, RandomStreams.of(1));
    int[] all = IntStream.range(0, 4_000).toArray();
    double before = cpu();
    TreeModel model =
        (TreeModel)
            DEEPER.fit(
                planted.table(), all, planted.targets(), planted.weights(), RandomStreams.of(1));
    System.out.printf("200 trees of depth 4 trained on 4,000 x 60 in %.2f s CPU%n", cpu() - before);
    BoostedTrees.Walker walker = model.trees().walker();
    float sum = 0;
    for (int round = 0; round < 12; round++) {
      before = cpu();
      for (int i = 0; i < 100_000; i++) {
        sum += walker.margin(planted.table().values(), i % 4_000 * 60);
      }
      System.out.printf("walker %.3f us a row%n", (cpu() - before) * 1e6 / 100_000);
    }
    Planted small = Planted.linear(0.2, 3_000, 60, RandomStreams.of(2));
    before = cpu();
    var trials =
        BoostTuning.search(
            small.table(),
            small.targets(),
            small.weights(),
            new PurgedKFold(5, new Purging(3, 60)).split(3_000),
            54,
            RandomStreams.of(3));
    System.out.printf(
        "%d trials x 5 folds in %.1f s CPU, best %.4f%n",
        trials.size(), cpu() - before, BoostTuning.best(trials).auc());
    Planted windows = Planted.sequence(0.2, 20, 2_400, 7, RandomStreams.of(4));
    for (int epochs : new int[] {2, 6}) {
      LstmSettings settings =
          new LstmSettings(30, 128, 64, 32, 0.2, 1e-3, 32, epochs, epochs, 0.01);
      before = cpu();
      new LstmLearner(settings, 1)
          .fit(
              windows.table(),
              IntStream.range(29, 2_080).toArray(),
              windows.targets(),
              windows.weights(),
              RandomStreams.of(5));
      System.out.printf(
          "LSTM, 2,000 windows of 30, %d epochs: %.2f s CPU%n", epochs, cpu() - before);
    }
    System.out.println(sum);
  }
}
