package io.tradinggym.experiments.search;

/**
 * Five settings in [0, 1] and what is scored after so many epochs, of {@value #EPOCHS}: learning curves that cross, as
 * the third setting is the speed. Random search comes to a regret of .126 in 2,025 epochs.
 */
public final class LearningCurves {
  /** Epochs of a whole training. */
  public static final int EPOCHS = 81;

  /** Deviation of what is told of a score. */
  public static final double NOISE = .02;

  private static final double[] CENTER = {.3, .7, .5, .2, .6};
  private static final double[] PRICE = {1.2, .8, .4, .2, .1};
  private static final double BEST = .99932;

  private LearningCurves() {}

  /** The settings. */
  public static SearchSpace space() {
    SearchSpace space = new SearchSpace();
    for (int i = 1; i <= CENTER.length; i++) {
      space = space.real("x" + i, 0, 1);
    }
    return space;
  }

  /** Score after so many epochs, without noise. */
  public static double score(Candidate candidate, long epochs) {
    double lost = 0;
    for (int i = 0; i < CENTER.length; i++) {
      lost += PRICE[i] * Math.pow(Math.abs(candidate.number("x" + (i + 1)) - CENTER[i]), 1.5);
    }
    double speed = .03 + .12 * candidate.number("x3");
    return (1 - Math.min(1, lost)) * (1 - Math.exp(-speed * epochs));
  }

  /** What a whole training of a candidate lacks to the best there is. */
  public static double regret(Candidate candidate) {
    return BEST - score(candidate, EPOCHS);
  }
}
