package io.tradinggym.signals.trees;

import io.tradinggym.signals.model.Learner;
import io.tradinggym.signals.model.LearnerProvider;
import io.tradinggym.signals.model.SignalInputs;

/** {@code xgb}: gradient-boosted trees. */
public final class BoostingProvider implements LearnerProvider {
  /** For {@link java.util.ServiceLoader}. */
  public BoostingProvider() {}

  @Override
  public String name() {
    return "xgb";
  }

  @Override
  public String description() {
    return "gradient-boosted trees, 200 of depth 3";
  }

  @Override
  public String inputs() {
    return SignalInputs.ROWS;
  }

  @Override
  public Learner learner(int horizon) {
    return Boosting.classifier(BoostSettings.DEFAULT);
  }
}
