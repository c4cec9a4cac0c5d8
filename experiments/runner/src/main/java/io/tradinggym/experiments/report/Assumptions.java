package io.tradinggym.experiments.report;

import io.tradinggym.experiments.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** What a report says about its simulation. */
public final class Assumptions {
  private static final List<String> OF_TRADING =
      List.of(
          "A decision at a bar's close is filled at the next bar's open, half a spread worse, with"
              + " commission. Real fills also depend on the queue, the time of day and who is on"
              + " the other side.",
          "Orders fill at most a part of a bar's volume; what the agent does moves no price. Large"
              + " accounts would.",
          "Prices of a simulated market come from a law that was fitted to the past. It has no"
              + " news, no regime that was never seen, and no memory of other traders; what pays"
              + " there need not pay anywhere else.",
          "Taxes, data fees, outages and mistakes cost nothing here.");

  private static final List<String> OF_FUNDING =
      List.of(
          "Funding is paid at its stamps on what is open then, at the mark of the bar's close."
              + " Where history has no marks, the last price stands for the mark; a wick that no"
              + " mark followed then liquidates who would have lived.",
          "Liquidation looks at the lowest and highest mark of a bar, not at their order, and"
              + " closes a position at the mark where its margin is gone.");

  private Assumptions() {}

  /**
   * What every simulation of trading assumes, then how the agents were chosen; nothing of the kind where nothing is
   * traded.
   */
  public static List<String> of(Evaluation evaluation, String choice) {
    if (!evaluation.trades()) {
      return List.of("Nothing about markets: this environment is a task of its own.");
    }
    List<String> all = new ArrayList<>(OF_TRADING);
    if (evaluation.environment().infoFields().stream()
        .anyMatch(field -> field.name().equals("funding"))) {
      all.addAll(OF_FUNDING);
    }
    all.add(choice);
    return List.copyOf(all);
  }
}
