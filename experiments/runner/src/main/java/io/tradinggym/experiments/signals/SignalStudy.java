package io.tradinggym.experiments.signals;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.feature.NamedFeature;
import io.tradinggym.data.label.HorizonLabels;
import io.tradinggym.data.label.Label;
import io.tradinggym.data.label.Uniqueness;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.experiments.UserError;
import io.tradinggym.signals.model.Learner;
import io.tradinggym.signals.model.LearnerProvider;
import io.tradinggym.signals.model.OutOfFold;
import io.tradinggym.signals.model.RefitInterval;
import io.tradinggym.signals.model.SignalModel;
import io.tradinggym.signals.model.Table;
import io.tradinggym.signals.trees.BoostSettings;
import io.tradinggym.signals.trees.Boosting;
import io.tradinggym.signals.trees.TreeModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Models of one ticker: trees on ratios, oscillators and flags, a model of sequences on windows of six of them, and .6
 * and .4 of both; the trees, and those sequences that it reaches back far enough for, see what was collected beside the
 * bars, too.
 *
 * @param horizon bars that a prediction looks ahead
 * @param sequences name of the sequence model; null leaves it out
 * @param refits models for the interval
 * @param series beside the bars
 */
record SignalStudy(int horizon, @Nullable String sequences, int refits, TickerSeries series) {
  private static final int FOLDS = 5;
  private static final int LEAST = 600;
  private static final int BLOCK = 20;
  private static final double TREES_PART = 0.6;

  /** All that decides the models beside the bars. */
  String settings(long seed) {
    LearnerProvider second = sequences == null ? null : LearnerProvider.named(sequences);
    return String.join(
        "\n",
        "signals-2 horizon=" + horizon + " folds=" + FOLDS + " refits=" + refits + " seed=" + seed,
        "trees " + BoostSettings.DEFAULT + " on " + LearnerProvider.named("xgb").inputs(),
        second == null
            ? "no sequences"
            : "sequences " + second.learner(horizon) + " on " + second.inputs(),
        series.lineage());
  }

  /** Trains. */
  ModelShelf.Trained train(String ticker, PriceBars bars, RandomStreams streams)
      throws IOException {
    if (bars.size() < LEAST) {
      throw new UserError(
          ticker + " has " + bars.size() + " bars; at least " + LEAST + " are needed");
    }
    Rows rows = Rows.of(bars, horizon);
    Boosting learner = Boosting.classifier(BoostSettings.DEFAULT);
    List<NamedFeature> inputs = inputs(LearnerProvider.named("xgb"), series.features());
    Part<TreeModel> trees = new Part<>(learner, inputs, bars, rows, streams.child("trees", 0));
    double[] scores = trees.outOfFold;
    double score = trees.today;
    double second = Double.NaN;
    Map<String, byte[]> models = new TreeMap<>();
    models.put("trees.json", trees.model.json());
    if (sequences != null) {
      LearnerProvider provider = LearnerProvider.named(sequences);
      Part<SignalModel> windows =
          new Part<>(
              provider.learner(horizon),
              inputs(provider, early(bars)),
              bars,
              rows,
              streams.child("lstm", 0));
      second = windows.today;
      score = mixed(trees.today, windows.today);
      scores =
          IntStream.range(0, bars.size())
              .mapToDouble(bar -> mixed(trees.outOfFold[bar], windows.outOfFold[bar]))
              .toArray();
      models.put(sequences + ".bin", bytes(windows.model));
    }
    RefitInterval interval =
        RefitInterval.of(
            learner,
            trees.table,
            trees.rows,
            rows.targets,
            rows.weights,
            bars.size() - 1,
            refits,
            BLOCK,
            streams.child("refits", 0));
    return new ModelShelf.Trained(
        new Study(trees.today, second, score, interval, scores, importances(trees)), models);
  }

  private static List<NamedFeature> inputs(LearnerProvider provider, List<NamedFeature> more) {
    List<NamedFeature> all = new ArrayList<>(Catalog.standard().parse(provider.inputs()));
    all.addAll(more);
    return all;
  }

  /**
   * Features of series for a model that takes what is missing for the mean: those with values in half of the first
   * block at least, for a scale that was learned on nothing is none.
   */
  List<NamedFeature> early(PriceBars bars) {
    List<NamedFeature> all = series.features();
    FeatureColumns columns = new FeatureColumns(all, series.sources());
    columns.compute(bars);
    int latest = bars.size() / (FOLDS + 1) / 2;
    return IntStream.range(0, all.size())
        .filter(i -> columns.first(i) <= latest)
        .mapToObj(all::get)
        .toList();
  }

  private static double mixed(double trees, double sequences) {
    return TREES_PART * trees + (1 - TREES_PART) * sequences;
  }

  private static byte[] bytes(SignalModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.save(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static List<Study.Importance> importances(Part<TreeModel> trees) {
    double[] gain = trees.model.trees().gain();
    double all = DoubleStream.of(gain).sum();
    List<Study.Importance> list = new ArrayList<>();
    for (int feature = 0; feature < gain.length; feature++) {
      list.add(
          new Study.Importance(
              trees.table.names().get(feature), all > 0 ? gain[feature] / all : 0));
    }
    list.sort(Comparator.comparingDouble(Study.Importance::share).reversed());
    return list;
  }

  /** Outcomes and weights by bar. */
  private record Rows(float[] targets, float[] weights) {
    static Rows of(PriceBars bars, int horizon) {
      List<Label> labels = HorizonLabels.direction(bars, horizon);
      double[] unique = Uniqueness.of(labels).weights();
      float[] targets = new float[bars.size()];
      float[] weights = new float[bars.size()];
      Arrays.fill(targets, Float.NaN);
      Arrays.fill(weights, 1);
      for (int i = 0; i < unique.length; i++) {
        targets[labels.get(i).entry()] = labels.get(i).outcome();
        weights[labels.get(i).entry()] = (float) unique[i];
      }
      return new Rows(targets, weights);
    }
  }

  /** One model's predictions for rows that it did not see, and for the last bar. */
  private final class Part<M extends SignalModel> {
    private final Table table;
    private final int[] rows;
    private final double[] outOfFold;
    private final M model;
    private final double today;

    @SuppressWarnings("unchecked") // a learner of trees makes models of trees
    Part(
        Learner learner,
        List<NamedFeature> features,
        PriceBars bars,
        Rows of,
        RandomStreams streams) {
      FeatureColumns columns = new FeatureColumns(features, series.sources());
      columns.compute(bars);
      table = Table.of(columns, bars, 0);
      int horizon =
          (int)
              IntStream.range(0, of.targets.length).filter(i -> Float.isNaN(of.targets[i])).count();
      OutOfFold signal =
          OutOfFold.walkForward(learner, table, of.targets, of.weights, FOLDS, horizon, streams);
      outOfFold = IntStream.range(0, bars.size()).mapToDouble(signal::prediction).toArray();
      rows =
          IntStream.range(learner.lookBack(), bars.size())
              .filter(row -> !Float.isNaN(of.targets[row]))
              .toArray();
      model = (M) learner.fit(table, rows, of.targets, of.weights, streams.child("today", 0));
      today = model.predict(table, bars.size() - 1);
    }
  }
}
