package io.tradinggym.options.analysis;

import io.tradinggym.options.analysis.Analysis.Recommendation;
import io.tradinggym.options.chain.ImpliedForwards;
import io.tradinggym.options.chain.RecordedChain;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Looks through a chain for options that suit a directional signal: is volatility cheap or dear, does it threaten to
 * collapse, which options score best, and what would a spread cost.
 *
 * <p>Volatilities and deltas are European, by the forwards that put-call parity gives. Early exercise makes puts in the
 * money look somewhat more volatile than they are; near the money the difference is small.
 *
 * <p>Nothing here forecasts the underlying: chances are those that the option's own price implies.
 */
public final class ChainAnalyzer {
  /** How many options are named. */
  private static final int TOP = 3;

  private final AnalyzerSettings settings;

  /**
   * An analyzer.
   *
   * @param settings thresholds and weights
   */
  public ChainAnalyzer(AnalyzerSettings settings) {
    this.settings = settings;
  }

  /**
   * Looks through a chain.
   *
   * @param chain quotes of one moment
   * @param spot price of the underlying at the moment of the quotes, &gt; 0
   * @param forwards implied by the same chain, {@link ImpliedForwards}
   * @param signal bullish, bearish or none
   * @param historical volatility of the last 20 returns, a year, as a fraction; empty if not known
   * @param earnings date of the next announcement, not before the chain; empty if not known
   * @return what the volatility is like, the best options, and what to prefer
   * @throws IllegalArgumentException if the spot is not positive, the announcement is over, or the chain tells no
   *     volatility at the money
   */
  public Analysis analyse(
      RecordedChain chain,
      double spot,
      ImpliedForwards forwards,
      Signal signal,
      OptionalDouble historical,
      Optional<LocalDate> earnings) {
    if (!(spot > 0 && spot < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("spot must be > 0, was " + spot);
    }
    ChainVolatility volatility = new ChainVolatility(chain, spot, forwards);
    VolatilityView view = new VolatilityViews(volatility, settings).of(historical, earnings);
    IdeaFinder finder = new IdeaFinder(chain, spot, volatility, settings);
    List<OptionIdea> ideas = finder.ideas(signal.type());
    List<OptionIdea> best =
        ideas.stream()
            .sorted(
                Comparator.comparingDouble((OptionIdea idea) -> -idea.score().total())
                    .thenComparingInt(OptionIdea::contract))
            .limit(TOP)
            .toList();
    Optional<SpreadIdea> spread =
        best.isEmpty() ? Optional.empty() : finder.spread(best.getFirst());
    Recommendation recommendation = recommend(view, best, spread);
    return new Analysis(
        signal,
        spot,
        view,
        ideas.size(),
        best,
        spread,
        recommendation,
        reason(recommendation, signal, view));
  }

  private static Recommendation recommend(
      VolatilityView view, List<OptionIdea> best, Optional<SpreadIdea> spread) {
    if (best.isEmpty()) {
      return Recommendation.NONE;
    }
    boolean crush = view.crush() == CrushRisk.HIGH;
    return crush && spread.isPresent() ? Recommendation.SPREAD : Recommendation.SINGLE;
  }

  private static String reason(Recommendation recommendation, Signal signal, VolatilityView view) {
    String single = signal == Signal.BULL ? "call" : "put";
    return switch (recommendation) {
      case NONE -> "no " + single + " has a usable quote";
      case SPREAD ->
          "volatility is high and earnings are near: what is sold loses with the crush as well";
      case SINGLE ->
          view.crush() == CrushRisk.HIGH
              ? "a spread would be better before the crush, but the option to sell has no usable"
                  + " quote"
              : "the risk of a volatility crush is "
                  + view.crush().name().toLowerCase(java.util.Locale.ROOT)
                  + ", a single "
                  + single
                  + " keeps all of the move";
    };
  }
}
