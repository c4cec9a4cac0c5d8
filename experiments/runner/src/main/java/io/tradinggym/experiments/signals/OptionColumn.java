package io.tradinggym.experiments.signals;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.options.ChainStudy;
import io.tradinggym.experiments.options.DailyCloses;
import io.tradinggym.options.analysis.Analysis;
import io.tradinggym.options.analysis.AnalyzerSettings;
import io.tradinggym.options.analysis.OptionIdea;
import io.tradinggym.options.analysis.Signal;
import io.tradinggym.options.analysis.SpreadIdea;
import io.tradinggym.options.chain.ChainFile;
import io.tradinggym.signals.model.Band;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the option analyzer says of a ticker.
 *
 * @param study null without a chain
 * @param best of the study's best options, those within the days that were asked for
 * @param risk for the table: the level of volatility and the risk of its collapse
 * @param top for the table: the option or spread to prefer, where the signal is bullish or bearish
 * @param reason why a chain could not be used; empty if it was, or there is none
 */
record OptionColumn(
    @Nullable ChainStudy study, List<OptionIdea> best, String risk, String top, String reason) {
  static final OptionColumn NONE = new OptionColumn(null, List.of(), "no chain", "no chain", "");

  OptionColumn {
    best = List.copyOf(best);
  }

  /** Looks through the chain of a ticker. */
  static OptionColumn of(
      Optional<ChainFile> chain, Optional<DailyCloses> history, Band band, Watchlist watchlist) {
    if (chain.isEmpty()) {
      return NONE;
    }
    boolean bearish = band.compareTo(Band.WEAK_BEAR) >= 0;
    ChainStudy study;
    try {
      study =
          ChainStudy.of(
              new ChainStudy.Question(
                  chain.get(),
                  bearish ? Signal.BEAR : Signal.BULL,
                  history,
                  OptionalDouble.empty(),
                  Optional.empty(),
                  OptionalDouble.empty(),
                  AnalyzerSettings.DEFAULT));
    } catch (UserError e) {
      return new OptionColumn(
          null, List.of(), "bad chain", "bad chain", String.valueOf(e.getMessage()));
    }
    Analysis analysis = study.analysis();
    List<OptionIdea> best =
        analysis.best().stream()
            .filter(
                idea ->
                    idea.days() >= watchlist.leastExpiry() && idea.days() <= watchlist.mostExpiry())
            .toList();
    String level = analysis.view().level().map(Enum::name).orElse("unknown");
    return new OptionColumn(
        study, best, level + "/" + analysis.view().crush(), top(band, analysis, best), "");
  }

  private static String top(Band band, Analysis analysis, List<OptionIdea> best) {
    if (band == Band.NEUTRAL) {
      return "-";
    }
    if (best.isEmpty()) {
      return "none in the days asked for";
    }
    SpreadIdea spread = analysis.spread().orElse(null);
    if (analysis.recommendation() == Analysis.Recommendation.SPREAD && spread != null) {
      return String.format(
          Locale.ROOT,
          "%s %.2f/%.2f %s at %.2f",
          spread.name(),
          spread.longStrike(),
          spread.shortStrike(),
          spread.expiry(),
          spread.debit());
    }
    OptionIdea idea = best.getFirst();
    return String.format(
        Locale.ROOT,
        "%s %.2f %s at %.2f",
        idea.type().name().toLowerCase(Locale.ROOT),
        idea.strike(),
        idea.expiry(),
        idea.premium());
  }
}
