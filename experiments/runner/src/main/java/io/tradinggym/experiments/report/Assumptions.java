package io.tradinggym.experiments.report;

import io.tradinggym.api.TradingView;
import io.tradinggym.experiments.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** What a report says about its simulation. */
public final class Assumptions {
  private Assumptions() {}

  /**
   * What the environment says that it assumes, then how the agents were chosen; nothing of the kind where nothing is
   * traded.
   */
  public static List<String> of(Evaluation evaluation, String choice) {
    TradingView view = evaluation.environment().trading();
    if (view == null) {
      return List.of("Nothing about markets: this environment is a task of its own.");
    }
    List<String> all = new ArrayList<>(view.assumptions());
    all.add(choice);
    return List.copyOf(all);
  }
}
