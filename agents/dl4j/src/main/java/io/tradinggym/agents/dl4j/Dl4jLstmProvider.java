package io.tradinggym.agents.dl4j;

import io.tradinggym.signals.model.Learner;
import io.tradinggym.signals.model.LearnerProvider;
import io.tradinggym.signals.model.SignalInputs;
import io.tradinggym.signals.sequence.LstmSettings;

/** {@code dl4j}: the LSTM in Deeplearning4j. */
public final class Dl4jLstmProvider implements LearnerProvider {
  /** For {@link java.util.ServiceLoader}. */
  public Dl4jLstmProvider() {}

  @Override
  public String name() {
    return "dl4j";
  }

  @Override
  public String description() {
    return "LSTM 128-64-32 in Deeplearning4j, at most 12 epochs";
  }

  @Override
  public String inputs() {
    return SignalInputs.WINDOWS;
  }

  @Override
  public Learner learner(int horizon) {
    return new Dl4jLstm(LstmSettings.DAILY, horizon);
  }
}
