package io.tradinggym.experiments.allocate;

import io.tradinggym.allocator.desk.AllocationStep;
import io.tradinggym.market.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says why capital moved: the regime and what it was before, how the specialists had done, limits, what it cost. */
final class Moves {
  private static final int LOOK_BACK = 63;
  private static final double PERCENT = 100;

  private final List<AllocationStep> steps;
  private final List<String> names;
  private final boolean simulated;

  /**
   * Of one path.
   *
   * @param simulated whether a model drew the prices: dates then mean nothing, and bars are counted
   */
  Moves(List<AllocationStep> steps, List<String> names, boolean simulated) {
    this.steps = steps;
    this.names = names;
    this.simulated = simulated;
  }

  /** Numbers of the steps at which capital moved, the largest moves first. */
  List<Integer> largestFirst() {
    List<Integer> moved = new ArrayList<>();
    for (int t = 0; t < steps.size(); t++) {
      if (steps.get(t).moved()) {
        moved.add(t);
      }
    }
    moved.sort((a, b) -> Double.compare(size(steps.get(b)), size(steps.get(a))));
    return moved;
  }

  /** Capital that changed hands, part of the account. */
  private static double size(AllocationStep step) {
    double size = 0;
    for (int i = 0; i < step.given().length; i++) {
      size += Math.abs(step.given()[i] - step.held()[i]) / 2;
    }
    return size;
  }

  /** All moves in order, as text. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int t = 0; t < steps.size(); t++) {
      if (steps.get(t).moved()) {
        text.append(text(t)).append('\n');
      }
    }
    return text.toString();
  }

  /** One move. */
  String text(int t) {
    AllocationStep step = steps.get(t);
    List<String> changes = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    List<String> limits = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (Math.abs(step.given()[i] - step.held()[i]) >= 0.005) {
        changes.add(
            names.get(i) + " " + percent(step.held()[i]) + " -> " + percent(step.given()[i]));
      }
      evidence.add(String.format(Locale.ROOT, "%s %+.1f %%", names.get(i), PERCENT * past(t, i)));
      if (!step.limits().get(i).isEmpty()) {
        limits.add(names.get(i) + " " + step.limits().get(i));
      }
    }
    StringBuilder text = new StringBuilder(simulated ? "bar " + t : day(step.time())).append("  ");
    text.append(changes.isEmpty() ? "small changes" : String.join(", ", changes)).append('\n');
    text.append("  regime    ").append(regime(t)).append('\n');
    text.append("  evidence  ").append(String.join(", ", evidence));
    text.append(" in the ").append(Math.min(t, LOOK_BACK)).append(" bars before\n");
    if (!limits.isEmpty()) {
      text.append("  limits    ").append(String.join("; ", limits)).append('\n');
    }
    text.append(
        String.format(
            Locale.ROOT,
            "  cost      %,.2f for all trades of the bar, %.1f bp of the account%n",
            Money.toDouble(step.paid()),
            1e4 * step.paid() / Math.max(1, step.equity())));
    return text.toString();
  }

  private String regime(int t) {
    AllocationStep step = steps.get(t);
    int now = step.regime();
    String text = String.format(Locale.ROOT, "%d with %.2f", now, step.chances()[now]);
    return t == 0
        ? text
        : text
            + String.format(Locale.ROOT, " (the bar before %.2f)", steps.get(t - 1).chances()[now]);
  }

  /** What a specialist's own book earned in the bars before a decision. */
  private double past(int t, int specialist) {
    double growth = 1;
    for (int s = Math.max(0, t - LOOK_BACK); s < t; s++) {
      growth *= 1 + steps.get(s).paper()[specialist];
    }
    return growth - 1;
  }

  private static String day(long time) {
    return Instant.ofEpochMilli(time - 1).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", PERCENT * share);
  }
}
