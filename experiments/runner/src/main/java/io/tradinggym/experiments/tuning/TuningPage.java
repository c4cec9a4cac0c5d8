package io.tradinggym.experiments.tuning;

import io.tradinggym.experiments.report.SearchReport;
import io.tradinggym.experiments.report.Text;
import io.tradinggym.experiments.statistics.selection.BestOfMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The search as a page. */
public final class TuningPage {
  private TuningPage() {}

  /** Writes {@code search.html} into the folder of a search. */
  public static void write(Tuning tuning, TuningResult result) {
    List<String> objectives =
        tuning.search().objectives().stream().map(o -> o.name().toLowerCase(Locale.ROOT)).toList();
    List<SearchReport.Trial> trials =
        result.lines().stream()
            .map(
                line ->
                    new SearchReport.Trial(
                        line.number(), line.values(), line.objectives(), line.steps()))
            .toList();
    tuning
        .folder()
        .write(
            "search.html",
            SearchReport.of(
                tuning.config().name(),
                tuning.search().method().name().toLowerCase(Locale.ROOT),
                tuning.source(),
                tuning.search().space(),
                objectives,
                trials,
                result.best().number(),
                judged(tuning, result)));
  }

  /** What is to be said of the best, one sentence each. */
  public static List<String> judged(Tuning tuning, TuningResult result) {
    List<String> judged = new ArrayList<>();
    if (!Double.isNaN(result.deflatedSharpe())) {
      judged.add(
          String.format(
              Locale.ROOT,
              "Deflated Sharpe on the validation range, by the correlation of its %s: %.2f.",
              Text.count(result.lines().size(), "trial"),
              result.deflatedSharpe()));
    }
    BestOfMany among = result.among();
    if (among != null) {
      judged.add(among.sentence());
    }
    judged.add(tuning.known());
    return judged;
  }
}
