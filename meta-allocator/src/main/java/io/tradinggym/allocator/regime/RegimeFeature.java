package io.tradinggym.allocator.regime;

import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.feature.Feature;
import java.util.function.Supplier;

/**
 * The chance of a state as a feature that an agent sees, {@code 2 P(state) - 1}, from the log returns of each asset in
 * percent. The model is shown each bar once, at its close.
 */
public final class RegimeFeature implements Feature {
  private final String name;
  private final Supplier<RegimeModel> models;
  private final int state;
  private final int warmUp;

  /**
   * The feature.
   *
   * @param name unique, such as {@code hmm2-state1}
   * @param models makes one model of one number for each asset; always the same
   * @param state whose chance is shown, from 0
   * @param warmUp bars before the first value that means something, at least 1
   */
  public RegimeFeature(String name, Supplier<RegimeModel> models, int state, int warmUp) {
    this.name = name;
    this.models = models;
    this.state = state;
    this.warmUp = Check.atLeast("warmUp", warmUp, 1);
    RegimeModel model = models.get();
    if (model.dimensions() != 1 || state < 0 || state >= model.states()) {
      throw new IllegalArgumentException(
          "a feature needs a model of one number and one of its states; this has "
              + model.dimensions()
              + " numbers and "
              + model.states()
              + " states, asked for state "
              + state);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int warmUp() {
    return warmUp;
  }

  @Override
  public State create() {
    return new Watch(models.get(), state);
  }

  private static final class Watch implements State {
    private final RegimeModel model;
    private final int state;
    private final double[] x = new double[1];
    private final double[] chances;
    private double before;

    Watch(RegimeModel model, int state) {
      this.model = model;
      this.state = state;
      chances = new double[model.states()];
    }

    @Override
    public void reset() {
      model.reset();
      before = 0;
    }

    @Override
    public double next(AsOf view, int asset) {
      double close = view.close(asset, 0);
      if (before > 0) {
        x[0] = 100 * StrictMath.log(close / before);
        model.update(x);
      }
      before = close;
      model.probabilities(chances);
      return 2 * chances[state] - 1;
    }
  }
}
