package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An {@link OnlineJumpModel} whose states are learned from the bars before the present one, as those of a hidden Markov
 * model by {@link BaumWelch}; only the online recursion is used, never the fit over the whole sample.
 */
public final class RefittedJump extends ExpandingFit {
  private static final int ITERATIONS = 100;
  private static final double TOLERANCE = 1e-6;

  private final BaumWelch fitter;
  private final double lambda;
  @Nullable private HiddenMarkovModel law;
  @Nullable private OnlineJumpModel jumps;

  /**
   * The model.
   *
   * @param states 2 to 8
   * @param dimensions numbers in an observation, at least 1
   * @param lambda evidence that a switch takes, nats, &gt; 0
   * @param schedule when the model is fitted again
   */
  public RefittedJump(int states, int dimensions, double lambda, RefitSchedule schedule) {
    super(states, dimensions, schedule);
    this.lambda = Check.positive("lambda", lambda);
    fitter = new BaumWelch(states, dimensions, ITERATIONS, TOLERANCE);
  }

  @Override
  GaussianStates fit(double[] history, int bars, @Nullable GaussianStates before) {
    HiddenMarkovModel old = law;
    HiddenMarkovModel fit =
        before == null || old == null ? fitter.fit(history, bars) : fitter.fit(old, history, bars);
    int[] order =
        before == null ? Labels.byVolatility(fit.emission()) : Labels.match(before, fit.emission());
    law = Labels.reorder(fit, order);
    jumps = new OnlineJumpModel(law.emission(), lambda);
    return law.emission();
  }

  private OnlineJumpModel jumps() {
    if (jumps == null) {
      throw new IllegalStateException("the model has not been fitted yet");
    }
    return jumps;
  }

  @Override
  void advance(double[] x, int from) {
    jumps().update(x, from);
  }

  @Override
  void chances(double[] out) {
    jumps().probabilities(out);
  }

  @Override
  public int state() {
    return jumps == null ? 0 : jumps.state();
  }

  @Override
  void forget() {
    if (fitted().isEmpty()) {
      law = null;
      jumps = null;
    } else {
      jumps().reset();
    }
  }

  @Override
  void saveFit(DataOutput out) throws IOException {
    HiddenMarkovModel now = law;
    if (now == null) {
      throw new IllegalStateException("the model has not been fitted yet");
    }
    now.save(out);
    jumps().save(out);
  }

  @Override
  void restoreFit(DataInput in, GaussianStates states) throws IOException {
    law = HiddenMarkovModel.restore(in, states);
    OnlineJumpModel restored = new OnlineJumpModel(states, lambda);
    restored.restore(in);
    jumps = restored;
  }
}
