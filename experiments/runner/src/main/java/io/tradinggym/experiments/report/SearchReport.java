package io.tradinggym.experiments.report;

import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.search.Parameter;
import io.tradinggym.experiments.search.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A search for settings as one self-contained page: its course, all trials across their settings, the best of them. */
public final class SearchReport {
  private static final int SHOWN = 20;
  private static final int LINES = 500;

  private final @Nullable Provenance source;
  private final SearchSpace space;
  private final List<String> objectives;
  private final List<Trial> trials;
  private final int best;

  /**
   * A trial.
   *
   * @param number in the search
   * @param values of the settings that matter
   * @param scores to be maximised; NaN for a failure
   * @param steps of its training; 0 for all
   */
  public record Trial(int number, Map<String, String> values, List<Double> scores, long steps) {
    /** Copies both. */
    public Trial {
      values = new LinkedHashMap<>(values);
      scores = List.copyOf(scores);
    }

    double first() {
      return scores.getFirst();
    }
  }

  private SearchReport(
      @Nullable Provenance source,
      SearchSpace space,
      List<String> objectives,
      List<Trial> trials,
      int best) {
    this.source = source;
    this.space = space;
    this.objectives = objectives;
    this.trials = trials;
    this.best = best;
  }

  /**
   * The page.
   *
   * @param method that proposed
   * @param source where prices come from; null where there are none
   * @param best number of the trial that was taken
   * @param judged what the head says of it, one sentence each
   */
  public static String of(
      String title,
      String method,
      @Nullable Provenance source,
      SearchSpace space,
      List<String> objectives,
      List<Trial> trials,
      int best,
      List<String> judged) {
    return new SearchReport(source, space, objectives, trials, best).page(title, method, judged);
  }

  private String page(String title, String method, List<String> judged) {
    Page page = new Page(title + " - search");
    page.add(
        "<header><h1>"
            + Text.escape(title)
            + "</h1><p>"
            + Text.count(trials.size(), "trial")
            + " by "
            + Text.escape(method)
            + ", scored on the validation range</p>"
            + (source == null ? "" : Origin.html(source))
            + "<p class=\"ledger\">"
            + String.join("<br>", judged.stream().map(Text::escape).toList())
            + "</p></header>");
    page.section("Course", "The best score so far, and every trial's.", course());
    page.section(
        "All trials across their settings",
        "The stronger a line, the better its trial; the coloured one was taken.",
        coordinates());
    List<Trial> scored = trials.stream().filter(trial -> Double.isFinite(trial.first())).toList();
    if (scored.size() > 1) {
      page.section(
          "Sensitivity",
          "How much of the scores' variance lies between values of each setting, and mean scores"
              + " over the two that matter most, coloured from the median. A good setting has good"
              + " neighbours; one that stands alone is luck.",
          new Sensitivity(space.parameters(), scored).html());
    }
    page.section("The best", "By the first objective.", table());
    return page.html();
  }

  private String course() {
    List<Double> x = new ArrayList<>();
    List<Double> each = new ArrayList<>();
    List<Double> soFar = new ArrayList<>();
    double highest = Double.NaN;
    for (Trial trial : trials) {
      x.add((double) trial.number());
      each.add(trial.first());
      highest = Double.isNaN(highest) ? trial.first() : Math.max(highest, orLow(trial.first()));
      soFar.add(highest);
    }
    return new LineChart("Course", 220, x, value -> "trial " + Math.round(value), Text::number)
        .line("best so far", "agent", soFar)
        .line("trial", "a0 thin", each)
        .badge(badge())
        .html();
  }

  private String badge() {
    return Origin.badge(source != null && source.simulated());
  }

  private static double orLow(double value) {
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  private String coordinates() {
    double[] scores =
        trials.stream().mapToDouble(Trial::first).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (scores.length == 0) {
      return "";
    }
    double low = scores[0];
    double high = scores[scores.length - 1];
    List<ParallelCoordinates.Axis> axes = new ArrayList<>();
    for (Parameter parameter : space.parameters()) {
      boolean choice = parameter.kind() == Parameter.Kind.CHOICE;
      axes.add(
          new ParallelCoordinates.Axis(
              parameter.name().substring(parameter.name().lastIndexOf('.') + 1),
              choice ? parameter.choices().getFirst() : Text.number(parameter.low()),
              choice ? parameter.choices().getLast() : Text.number(parameter.high())));
    }
    axes.add(
        new ParallelCoordinates.Axis(objectives.getFirst(), Text.number(low), Text.number(high)));
    ParallelCoordinates chart = new ParallelCoordinates(axes);
    trials.stream()
        .filter(trial -> !Double.isNaN(trial.first()))
        .sorted(Comparator.comparingDouble(Trial::first))
        .skip(Math.max(0, scores.length - LINES))
        .forEach(
            trial -> {
              double rank = Arrays.binarySearch(scores, trial.first());
              double strength = scores.length == 1 ? 1 : rank / (scores.length - 1);
              chart.line(
                  places(trial, low, high),
                  strength * strength,
                  trial.number() == best,
                  "trial " + trial.number() + ": " + trial.first() + " " + trial.values());
            });
    return chart.html(badge());
  }

  private double[] places(Trial trial, double low, double high) {
    double[] places = new double[space.size() + 1];
    for (int i = 0; i < space.size(); i++) {
      Parameter parameter = space.parameters().get(i);
      String value = trial.values().get(parameter.name());
      places[i] = value == null ? Double.NaN : parameter.placeOf(value);
    }
    places[space.size()] = high > low ? (trial.first() - low) / (high - low) : 1;
    return places;
  }

  private String table() {
    StringBuilder table =
        new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th>trial</th>");
    objectives.forEach(name -> table.append("<th>").append(Text.escape(name)).append("</th>"));
    space
        .parameters()
        .forEach(p -> table.append("<th>").append(Text.escape(p.name())).append("</th>"));
    table.append("<th>steps</th></tr></thead><tbody>");
    trials.stream()
        .sorted(Comparator.comparingDouble((Trial trial) -> -orLow(trial.first())))
        .limit(SHOWN)
        .forEach(
            trial -> {
              table
                  .append(trial.number() == best ? "<tr class=\"agent-row\"><td>" : "<tr><td>")
                  .append(trial.number())
                  .append("</td>");
              IntStream.range(0, objectives.size())
                  .forEach(
                      i ->
                          table
                              .append("<td>")
                              .append(Text.number(trial.scores().get(i)))
                              .append("</td>"));
              space
                  .parameters()
                  .forEach(
                      p ->
                          table
                              .append("<td>")
                              .append(Text.escape(trial.values().getOrDefault(p.name(), "")))
                              .append("</td>"));
              table
                  .append("<td>")
                  .append(trial.steps() == 0 ? "all" : trial.steps())
                  .append("</td></tr>");
            });
    return table.append("</tbody></table></div>").toString();
  }
}
