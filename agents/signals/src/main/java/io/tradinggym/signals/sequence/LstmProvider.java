package io.tradinggym.signals.sequence;

import io.tradinggym.signals.model.Learner;
import io.tradinggym.signals.model.LearnerProvider;
import io.tradinggym.signals.model.SignalInputs;

/** {@code lstm}: the LSTM on the library's own engine. */
public final class LstmProvider implements LearnerProvider {
  /** For {@link java.util.ServiceLoader}. */
  public LstmProvider() {}

  @Override
  public String name() {
    return "lstm";
  }

  @Override
  public String description() {
    return "LSTM 128-64-32 on windows of 30 bars, at most 12 epochs";
  }

  @Override
  public String inputs() {
    return SignalInputs.WINDOWS;
  }

  @Override
  public Learner learner(int horizon) {
    return new LstmLearner(LstmSettings.DAILY, horizon);
  }
}
