package io.tradinggym.experiments.signals;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.label.HorizonLabels;
import io.tradinggym.data.label.Label;
import io.tradinggym.data.label.Uniqueness;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.experiments.UserError;
import io.tradinggym.signals.model.Learner;
import io.tradinggym.signals.model.OutOfFold;
import io.tradinggym.signals.model.RefitInterval;
import io.tradinggym.signals.model.SignalInputs;
import io.tradinggym.signals.model.Table;
import io.tradinggym.signals.model.ThresholdBacktest;
import io.tradinggym.signals.score.Scores;
import io.tradinggym.signals.sequence.LstmLearner;
import io.tradinggym.signals.sequence.LstmSettings;
import io.tradinggym.signals.trees.BoostSettings;
import io.tradinggym.signals.trees.Boosting;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Models of one ticker: trees on ratios, oscillators and flags (no raw prices, which show an edge where there is
 * none), an LSTM on windows of six of them, and .6 and .4 of both.
 *
 * @param horizon bars that a prediction looks ahead
 * @param threshold above which the backtest buys
 * @param sequences whether the LSTM is trained
 * @param refits models for the interval
 */
record SignalStudy(int horizon, double threshold, boolean sequences, int refits) {
  private static final int FOLDS = 5;
  private static final int LEAST = 600;
  private static final double MONEY = 10_000;
  private static final double TREES_PART = 0.6;

  TickerSignal of(String ticker, PriceBars bars, RandomStreams streams) {
    if (bars.size() < LEAST) {
      throw new UserError(
          ticker + " has " + bars.size() + " bars; at least " + LEAST + " are needed");
    }
    List<Label> labels = HorizonLabels.direction(bars, horizon);
    double[] unique = Uniqueness.of(labels).weights();
    float[] targets = new float[bars.size()];
    float[] weights = new float[bars.size()];
    Arrays.fill(targets, Float.NaN);
    Arrays.fill(weights, 1);
    for (int i = 0; i < labels.size(); i++) {
      targets[labels.get(i).entry()] = labels.get(i).outcome();
      weights[labels.get(i).entry()] = (float) unique[i];
    }
    Learner trees = Boosting.classifier(BoostSettings.DEFAULT);
    Part first = part(trees, SignalInputs.ROWS, bars, targets, weights, streams.child("trees", 0));
    double[] scores = first.outOfFold;
    double today = first.today;
    double byLstm = Double.NaN;
    if (sequences) {
      Part second =
          part(
              new LstmLearner(LstmSettings.DAILY, horizon),
              SignalInputs.WINDOWS,
              bars,
              targets,
              weights,
              streams.child("lstm", 0));
      byLstm = second.today;
      today = TREES_PART * today + (1 - TREES_PART) * byLstm;
      scores =
          IntStream.range(0, scores.length)
              .mapToDouble(
                  row ->
                      TREES_PART * first.outOfFold[row] + (1 - TREES_PART) * second.outOfFold[row])
              .toArray();
    }
    RefitInterval interval =
        RefitInterval.of(
            trees,
            first.table,
            first.rows,
            targets,
            weights,
            bars.size() - 1,
            refits,
            20,
            streams.child("refits", 0));
    return judged(ticker, bars, targets, scores, first.today, byLstm, today, interval);
  }

  /** One model's predictions for rows that it did not see, and for the last bar. */
  private record Part(Table table, int[] rows, double[] outOfFold, double today) {}

  private Part part(
      Learner learner,
      String features,
      PriceBars bars,
      float[] targets,
      float[] weights,
      RandomStreams streams) {
    FeatureColumns columns = new FeatureColumns(Catalog.standard().parse(features));
    columns.compute(bars);
    Table table = Table.of(columns, bars, 0);
    OutOfFold signal =
        OutOfFold.walkForward(learner, table, targets, weights, FOLDS, horizon, streams);
    double[] scores = IntStream.range(0, bars.size()).mapToDouble(signal::prediction).toArray();
    int[] rows =
        IntStream.range(learner.lookBack(), bars.size())
            .filter(row -> !Float.isNaN(targets[row]))
            .toArray();
    double today =
        learner
            .fit(table, rows, targets, weights, streams.child("today", 0))
            .predict(table, bars.size() - 1);
    return new Part(table, rows, scores, today);
  }

  private TickerSignal judged(
      String ticker,
      PriceBars bars,
      float[] targets,
      double[] scores,
      double trees,
      double lstm,
      double today,
      RefitInterval interval) {
    int[] rows =
        IntStream.range(0, scores.length)
            .filter(row -> !Double.isNaN(scores[row]) && !Float.isNaN(targets[row]))
            .toArray();
    int[] outcomes = IntStream.of(rows).map(row -> (int) targets[row]).toArray();
    double[] judged = IntStream.of(rows).mapToDouble(row -> scores[row]).toArray();
    FeatureColumns atr = new FeatureColumns(Catalog.standard().parse("ATR_14"));
    atr.compute(bars);
    return new TickerSignal(
        ticker,
        Instant.ofEpochMilli(bars.closeTime(bars.size() - 1))
            .atZone(ZoneId.of("America/New_York"))
            .toLocalDate(),
        trees,
        lstm,
        today,
        interval,
        Scores.auc(outcomes, judged),
        Scores.accuracy(outcomes, judged, 0.5),
        IntStream.of(outcomes).average().orElseThrow(),
        ThresholdBacktest.run(
            bars, bar -> scores[bar], threshold, horizon, bar -> 2 * atr.value(0, bar), MONEY));
  }
}
