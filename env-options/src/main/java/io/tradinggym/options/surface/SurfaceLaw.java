package io.tradinggym.options.surface;

import io.tradinggym.api.util.Require;
import java.util.List;

/**
 * How an implied-volatility surface moves with a simulated spot and variance: a recipe; {@link SimulatedSurface} is its
 * state for one lane.
 *
 * <p>Every state is an SSVI surface around the current forward. Its at-the-money total variance is that of the term
 * structure, times the variance premium, plus the jumps that are announced. It never falls with time, so with {@link
 * Ssvi#isArbitrageFree()} no state has static arbitrage, by the theorems of Gatheral and Jacquier.
 *
 * <ul>
 * <li>Sticky delta: constant variance, {@link SpotRule#STICKY_DELTA}.
 * <li>Sticky strike: {@link SpotRule#STICKY_STRIKE}; at-the-money variance slides along the skew that the surface had
 *       at the reset. A surface held fixed strike by strike would soon allow butterflies; here the slide is taken over,
 *       and the wings form again around the new forward.
 * <li>Driven by stochastic volatility: hand in the variance of {@link
 *       io.tradinggym.options.pricing.HestonStep}, with {@link VarianceTerm} of the same model.
 * </ul>
 *
 * <p>What it gets wrong: the skew's shape is constant, so it does not steepen in crashes; an option's smile is not the
 * one that the dynamics of the spot would imply, unless the smile is flat.
 *
 * @param shape of the smile by at-the-money total variance; must be arbitrage-free
 * @param term how variance reverts
 * @param rule whether at-the-money volatility slides along the skew when the spot moves
 * @param premium implied over expected variance, &gt; 0; 1: nothing is earned by selling volatility
 * @param rate interest a year, continuously compounded
 * @param dividendYield dividends a year, continuously compounded
 * @param jumps announcements, {@link EarningsJump#years} counted from clock 0
 */
public record SurfaceLaw(
    Ssvi shape,
    VarianceTerm term,
    SpotRule rule,
    double premium,
    double rate,
    double dividendYield,
    List<EarningsJump> jumps) {
  /** Flat to fifteen digits; SSVI wants a smile. */
  private static final double NO_SMILE = 1e-12;

  /** Checks the values. */
  public SurfaceLaw {
    if (!shape.isArbitrageFree()) {
      throw new IllegalArgumentException(
          "shape must be free of arbitrage: gamma <= 1/2 and eta (1 + |rho|) <= 2, was " + shape);
    }
    Require.that(premium > 0 && premium < Double.POSITIVE_INFINITY, "premium must be > 0", premium);
    Require.that(Math.abs(rate) < Double.POSITIVE_INFINITY, "rate must be finite", rate);
    Require.that(
        Math.abs(dividendYield) < Double.POSITIVE_INFINITY,
        "dividendYield must be finite",
        dividendYield);
    jumps = List.copyOf(jumps);
  }

  /**
   * {@return a law without smile, term structure, premium or jumps: Black-Scholes at the variance that is handed in}
   *
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   */
  public static SurfaceLaw flat(double rate, double dividendYield) {
    return new SurfaceLaw(
        new Ssvi(0, NO_SMILE, 0.5),
        VarianceTerm.FLAT,
        SpotRule.STICKY_DELTA,
        1,
        rate,
        dividendYield,
        List.of());
  }

  /**
   * {@return the law of a large US stock index: tilt -0.7, volatility reverts to 18 % in about four months}
   *
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   */
  public static SurfaceLaw equityIndex(double rate, double dividendYield) {
    return new SurfaceLaw(
        new Ssvi(-0.7, 1.1, 0.45),
        new VarianceTerm(0.18 * 0.18, 3),
        SpotRule.STICKY_DELTA,
        1,
        rate,
        dividendYield,
        List.of());
  }

  /**
   * {@return the same law with another smile}
   *
   * @param ssvi shape of the smile, free of arbitrage
   */
  public SurfaceLaw withShape(Ssvi ssvi) {
    return new SurfaceLaw(ssvi, term, rule, premium, rate, dividendYield, jumps);
  }

  /**
   * {@return the same law with another term structure}
   *
   * @param other how variance reverts
   */
  public SurfaceLaw withTerm(VarianceTerm other) {
    return new SurfaceLaw(shape, other, rule, premium, rate, dividendYield, jumps);
  }

  /**
   * {@return the same law with another rule for a moving spot}
   *
   * @param other whether at-the-money volatility slides along the skew
   */
  public SurfaceLaw withRule(SpotRule other) {
    return new SurfaceLaw(shape, term, other, premium, rate, dividendYield, jumps);
  }

  /**
   * {@return the same law with another variance premium}
   *
   * @param impliedOverExpected variance, > 0; 1 is no premium
   */
  public SurfaceLaw withPremium(double impliedOverExpected) {
    return new SurfaceLaw(shape, term, rule, impliedOverExpected, rate, dividendYield, jumps);
  }

  /**
   * {@return the same law with these announcements in place of its own}
   *
   * @param announcements counted in years from clock 0
   */
  public SurfaceLaw withJumps(List<EarningsJump> announcements) {
    return new SurfaceLaw(shape, term, rule, premium, rate, dividendYield, announcements);
  }
}
