package io.tradinggym.experiments.evaluation;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.Range;
import java.util.List;

/**
 * Judges a policy from code.
 *
 * <pre>{@code
 * Evaluation result = Evaluate.policy(policy).in("Portfolio-v1").against(Controls.ALL).on(split.test()).seeds(10).run();
 * }</pre>
 */
public final class Evaluate {
  private static final double DAYS_PER_YEAR = 252;

  private final Policy policy;
  private String id = "Portfolio-v1";
  private Options options = Options.NONE;
  private List<Controls> controls = Controls.ALL;
  private double periodsPerYear = DAYS_PER_YEAR;
  private int paths = 20;
  private long seed = 7;

  private Evaluate(Policy policy) {
    this.policy = policy;
  }

  /** Who is judged. */
  public static Evaluate policy(Policy policy) {
    return new Evaluate(policy);
  }

  /** Where: a registered environment; {@code Portfolio-v1} by default. */
  public Evaluate in(String environment) {
    id = environment;
    return this;
  }

  /** Options of the environment; a market set by {@link #on} is added. */
  public Evaluate with(Options environmentOptions) {
    options = environmentOptions;
    return this;
  }

  /** Against whom; all controls by default. */
  public Evaluate against(List<Controls> others) {
    controls = others;
    return this;
  }

  /**
   * On a test range, and on no other kind. Call {@link #in} and {@link #with} first.
   *
   * @throws IllegalArgumentException if the environment trades on no market
   */
  public Evaluate on(Range.Test market) {
    periodsPerYear = market.barsPerYear();
    for (Option<?> option : Registry.global().get(id).options()) {
      if (option.type() == Market.class) {
        options = with(options, option, market);
        return this;
      }
    }
    throw new IllegalArgumentException(id + " trades on no market");
  }

  private static <T> Options with(Options under, Option<T> option, Market market) {
    return under.set(option, option.type().cast(market));
  }

  /** On so many unseen paths, &gt;= 1; 20 by default. */
  public Evaluate seeds(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("seeds must be >= 1, was " + count);
    }
    paths = count;
    return this;
  }

  /** Another seed of the paths than 7. */
  public Evaluate seed(long value) {
    seed = value;
    return this;
  }

  /** Plays everybody on the same paths. */
  public Evaluation run() {
    try (Arena arena = new Arena(Registry.global().maker(id, options), seed, "test")) {
      return Evaluation.play(arena, List.of(Contender.of("agent", policy)), controls, paths, periodsPerYear);
    }
  }
}
