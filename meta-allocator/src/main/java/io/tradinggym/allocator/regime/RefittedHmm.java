package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hidden Markov model whose law is learned from the past on the way: fitted by {@link BaumWelch} to the bars before
 * the present one, from the last law on, and filtered. State 0 of the first fit is the calmest, and states keep their
 * numbers.
 */
public final class RefittedHmm extends ExpandingFit {
  private static final int ITERATIONS = 100;
  private static final double TOLERANCE = 1e-6;

  private final BaumWelch fitter;
  @Nullable private HmmFilter filter;

  /**
   * The model.
   *
   * @param states 2 to 8
   * @param dimensions numbers in an observation, at least 1
   * @param schedule when the model is fitted again
   */
  public RefittedHmm(int states, int dimensions, RefitSchedule schedule) {
    super(states, dimensions, schedule);
    fitter = new BaumWelch(states, dimensions, ITERATIONS, TOLERANCE);
  }

  /** {@return the law since the last refit} */
  public Optional<HiddenMarkovModel> model() {
    return Optional.ofNullable(filter).map(HmmFilter::model);
  }

  @Override
  GaussianStates fit(double[] history, int bars, @Nullable GaussianStates before) {
    HmmFilter old = filter;
    HiddenMarkovModel fit =
        before == null || old == null
            ? fitter.fit(history, bars)
            : fitter.fit(old.model(), history, bars);
    int[] order =
        before == null ? Labels.byVolatility(fit.emission()) : Labels.match(before, fit.emission());
    HiddenMarkovModel model = Labels.reorder(fit, order);
    filter = new HmmFilter(model);
    return model.emission();
  }

  private HmmFilter filter() {
    if (filter == null) {
      throw new IllegalStateException("the model has not been fitted yet");
    }
    return filter;
  }

  @Override
  void advance(double[] x, int from) {
    filter().update(x, from);
  }

  @Override
  void chances(double[] out) {
    filter().probabilities(out);
  }

  @Override
  public int state() {
    return filter == null ? 0 : filter.state();
  }

  @Override
  void forget() {
    if (fitted().isEmpty()) {
      filter = null;
    } else {
      filter().reset();
    }
  }

  @Override
  void saveFit(DataOutput out) throws IOException {
    filter().model().save(out);
    filter().save(out);
  }

  @Override
  void restoreFit(DataInput in, GaussianStates emission) throws IOException {
    HmmFilter restored = new HmmFilter(HiddenMarkovModel.restore(in, emission));
    restored.restore(in);
    filter = restored;
  }
}
