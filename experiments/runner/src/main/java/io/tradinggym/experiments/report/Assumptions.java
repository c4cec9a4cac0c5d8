package io.tradinggym.experiments.report;

import io.tradinggym.experiments.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** What a report says about its simulation. */
public final class Assumptions {
  private Assumptions() {}

  /**
   * What the environment says that it assumes, then how the agents were chosen; nothing of the kind where it says
   * nothing.
   */
  public static List<String> of(Evaluation evaluation, String choice) {
    List<String> said = evaluation.environment().assumptions();
    if (said.isEmpty()) {
      return List.of("Nothing about markets: this environment is a task of its own.");
    }
    List<String> all = new ArrayList<>(said);
    all.add(choice);
    return List.copyOf(all);
  }
}
