package io.tradinggym.experiments.signals;

import io.tradinggym.data.label.HorizonLabels;
import io.tradinggym.data.label.Label;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.explain.synthesis.Synthesis;
import io.tradinggym.signals.model.Band;
import io.tradinggym.signals.score.Scores;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the daily job knows of a ticker.
 *
 * @param ticker of the security
 * @param bars daily ones, up to the last close
 * @param series that its models look at beside the bars
 * @param version its models and what they said
 * @param quality what they were worth on rows that they had not seen
 * @param options what the analyzer says of its chain
 * @param synthesis who says what in words; null if nobody was asked
 */
record TickerSignal(
    String ticker,
    PriceBars bars,
    TickerSeries series,
    ModelShelf.Version version,
    Quality quality,
    OptionColumn options,
    @Nullable Synthesis synthesis) {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /**
   * Out of fold.
   *
   * @param auc area under the ROC curve, pooled over the folds
   * @param accuracy share of outcomes guessed right
   * @param alwaysUp share that "always up" guesses right on the same rows
   */
  record Quality(double auc, double accuracy, double alwaysUp) {
    static Quality of(PriceBars bars, double[] scores, int horizon) {
      List<Label> judged =
          HorizonLabels.direction(bars, horizon).stream()
              .filter(label -> !Double.isNaN(scores[label.entry()]))
              .toList();
      int[] outcomes = judged.stream().mapToInt(Label::outcome).toArray();
      double[] said = judged.stream().mapToDouble(label -> scores[label.entry()]).toArray();
      return new Quality(
          Scores.auc(outcomes, said),
          Scores.accuracy(outcomes, said, 0.5),
          judged.stream().mapToDouble(Label::outcome).average().orElseThrow());
    }
  }

  /** The day of its last bar. */
  LocalDate date() {
    return day(bars.closeTime(bars.size() - 1));
  }

  static LocalDate day(long closeTime) {
    return Instant.ofEpochMilli(closeTime).atZone(NEW_YORK).toLocalDate();
  }

  Study study() {
    return version.study();
  }

  double score() {
    return study().score();
  }

  Band band() {
    return Band.of(score());
  }

  /** For the table: the verdict, and whose it is unless a model's. */
  String verdict() {
    Synthesis said = synthesis;
    if (said == null) {
      return "not asked";
    }
    String label = said.recommendation().verdict().label();
    return said.source() == io.tradinggym.explain.synthesis.Source.TEMPLATE
        ? label + " (template)"
        : label;
  }

  String confidence() {
    return synthesis == null ? "-" : Integer.toString(synthesis.recommendation().confidence());
  }
}
