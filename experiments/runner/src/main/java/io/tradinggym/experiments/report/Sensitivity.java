package io.tradinggym.experiments.report;

import io.tradinggym.experiments.report.SearchReport.Trial;
import io.tradinggym.experiments.search.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much a search's scores depend on each setting, and the two that matter most against each other. A setting's share
 * is that of the scores' variance which lies between its values, numbers in {@value #CELLS} equal parts of their range
 * (of their logarithm's, if so they are searched).
 */
final class Sensitivity {
  private static final int CELLS = 5;
  private static final double FLOOR = 1e-300;

  private final List<Parameter> parameters;
  private final List<Trial> trials;

  /**
   * Of a search.
   *
   * @param trials those that have a score
   */
  Sensitivity(List<Parameter> parameters, List<Trial> trials) {
    this.parameters = parameters;
    this.trials = trials;
  }

  /** Share of a setting, in [0, 1]; of the trials in which it matters. */
  double share(Parameter parameter) {
    double[] sums = new double[cells(parameter)];
    int[] counts = new int[sums.length];
    List<Double> scores = new ArrayList<>();
    for (Trial trial : trials) {
      int cell = cell(parameter, trial);
      if (cell >= 0) {
        sums[cell] += trial.first();
        counts[cell]++;
        scores.add(trial.first());
      }
    }
    double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double all = scores.stream().mapToDouble(score -> (score - mean) * (score - mean)).sum();
    double between = 0;
    for (int i = 0; i < sums.length; i++) {
      double off = counts[i] == 0 ? 0 : sums[i] / counts[i] - mean;
      between += counts[i] * off * off;
    }
    return all > FLOOR ? between / all : 0;
  }

  private static int cells(Parameter parameter) {
    return parameter.kind() == Parameter.Kind.CHOICE
        ? parameter.choices().size()
        : parameter.kind() == Parameter.Kind.INTEGER
            ? (int) Math.min(CELLS, parameter.high() - parameter.low() + 1)
            : CELLS;
  }

  /** Which part of a setting's range a trial has; -1 where it does not matter. */
  private static int cell(Parameter parameter, Trial trial) {
    String value = trial.values().get(parameter.name());
    if (value == null) {
      return -1;
    }
    int cells = cells(parameter);
    return parameter.kind() == Parameter.Kind.CHOICE
        ? parameter.choices().indexOf(value)
        : (int) Math.clamp(parameter.placeOf(value) * cells, 0, cells - 1);
  }

  private static List<String> names(Parameter parameter) {
    if (parameter.kind() == Parameter.Kind.CHOICE) {
      return parameter.choices();
    }
    int cells = cells(parameter);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      double middle = parameter.number((i + 0.5) / cells);
      names.add((cells < CELLS ? "" : "about ") + Text.number(middle));
    }
    return names;
  }

  /** Shares, and mean scores over the two settings with the largest. */
  String html() {
    List<Parameter> ranked =
        parameters.stream()
            .sorted(Comparator.comparingDouble((Parameter each) -> -share(each)))
            .toList();
    StringBuilder page = new StringBuilder("<ul class=\"plain\">");
    for (Parameter parameter : ranked) {
      page.append(
          String.format(
              Locale.ROOT,
              "<li>%s: %.0f %% of the scores' variance</li>",
              Text.escape(parameter.name()),
              100 * share(parameter)));
    }
    page.append("</ul>");
    return page.append(map(ranked.getFirst(), ranked.size() > 1 ? ranked.get(1) : null)).toString();
  }

  private String map(Parameter row, @Nullable Parameter column) {
    int width = column == null ? 1 : cells(column);
    double[][] sums = new double[cells(row)][width];
    int[][] counts = new int[sums.length][width];
    for (Trial trial : trials) {
      int i = cell(row, trial);
      int j = column == null ? 0 : cell(column, trial);
      if (i >= 0 && j >= 0) {
        sums[i][j] += trial.first();
        counts[i][j]++;
      }
    }
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < width; j++) {
        sums[i][j] = counts[i][j] == 0 ? Double.NaN : sums[i][j] / counts[i][j];
      }
    }
    double[] scores = trials.stream().mapToDouble(Trial::first).sorted().toArray();
    return new HeatMap(
            row.name(),
            column == null ? "score" : column.name(),
            names(row),
            column == null ? List.of("mean") : names(column),
            sums,
            scores.length == 0 ? 0 : scores[scores.length / 2],
            Text::number)
        .html();
  }
}
