package io.tradinggym.agents.replay;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.util.Arrays;

/**
 * One endless lane in which a law holds for a visit of 150 steps, then another one. A law is a direction w: an action
 * of -1 .. 1 earns itself times w.x and noise. It is not seen; what is seen beside x is a noisy fingerprint of the
 * visit.
 */
final class Regimes implements EnvironmentLogic {
  static final int VISIT = 150;
  static final int FINGERPRINT = 3;
  private static final int SIGNALS = 4;
  private static final int KNOWN = 6;

  /** What comes again. */
  enum Market {
    /** Six laws, each with its fingerprint. */
    RECUR,
    /** Nothing: each visit has a law and a fingerprint of its own. */
    NEVER,
    /** Six fingerprints; each visit has a law of its own. */
    TRAP
  }

  private final Market market;
  private final EnvironmentSpec spec;
  private final boolean choices;
  private final double[][] laws = new double[KNOWN][];
  private final double[][] places = new double[KNOWN][];
  private final double[] signals = new double[SIGNALS];
  private final double[] regrets;
  private double[] law = {};
  private double[] place = {};
  private int known = -1;
  private int steps;

  /**
   * A market.
   *
   * @param choices whether actions are -1 or 1; else all between
   * @param regrets where the regret of each step is written: what the best action would have earned more
   */
  Regimes(Market market, boolean choices, double[] regrets) {
    this.market = market;
    this.choices = choices;
    this.regrets = regrets;
    spec =
        EnvironmentSpec.of("Regimes-v0")
            .observation(Box.of(-100, 100, SIGNALS + FINGERPRINT))
            .action(choices ? Discrete.of(2) : Box.of(-1, 1, 1))
            .build();
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    for (int i = 0; i < KNOWN; i++) {
      laws[i] = direction(random);
      places[i] = place(random);
    }
    steps = 0;
    visit(random);
    show(random, frame);
  }

  private static double[] direction(RandomStream random) {
    double[] w = new double[SIGNALS];
    Arrays.setAll(w, _ -> random.gaussian());
    double norm = Math.sqrt(Arrays.stream(w).map(v -> v * v).sum());
    return Arrays.stream(w).map(v -> v / norm).toArray();
  }

  private static double[] place(RandomStream random) {
    double[] place = new double[FINGERPRINT];
    Arrays.setAll(place, _ -> random.gaussian());
    return place;
  }

  private void visit(RandomStream random) {
    int next = random.integer(KNOWN - 1);
    known = known < 0 ? next : (known + 1 + next) % KNOWN; // another one than now
    law = market == Market.RECUR ? laws[known] : direction(random);
    place = market == Market.NEVER ? place(random) : places[known];
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    double taken = choices ? 2 * action.discrete() - 1 : Math.clamp(action.continuous(0), -1, 1);
    double worth = 0;
    for (int i = 0; i < SIGNALS; i++) {
      worth += law[i] * signals[i];
    }
    regrets[steps++] = Math.abs(worth) - taken * worth;
    frame.reward(taken * worth + 0.3 * random.gaussian());
    if (steps % VISIT == 0) {
      visit(random);
    }
    show(random, frame);
    return EndReason.NONE;
  }

  private void show(RandomStream random, Frame frame) {
    for (int i = 0; i < SIGNALS; i++) {
      signals[i] = random.gaussian();
      frame.observe(i, signals[i]);
    }
    for (int i = 0; i < FINGERPRINT; i++) {
      frame.observe(SIGNALS + i, place[i] + 0.3 * random.gaussian());
    }
  }
}
