package io.tradinggym.experiments.options;

import io.tradinggym.options.analysis.Analysis;
import io.tradinggym.options.analysis.OptionIdea;
import io.tradinggym.options.analysis.Signal;
import io.tradinggym.options.analysis.SpreadIdea;
import io.tradinggym.options.analysis.VolatilityView;
import io.tradinggym.options.chain.RecordedChain;
import io.tradinggym.options.strategy.Strategy;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The analysis as a page of text. */
public final class StudyTable {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final String ROW =
      "  %-2s %9s  %-10s %4s %8s %8s %8s %7s %6s %8s %8s %9s %7s %6s%n";

  private final ChainStudy study;

  /** A page. */
  public StudyTable(ChainStudy study) {
    this.study = study;
  }

  /** Prints it. */
  public void print(PrintWriter out) {
    Analysis analysis = study.analysis();
    RecordedChain chain = study.chain();
    out.println(chain.report().file() + ": " + chain.report());
    out.printf(
        Locale.ROOT,
        "%s, %s New York. Spot %.2f by %s, interest %.2f %% by %s.%n",
        layout(chain),
        TIME.format(chain.time().atZone(NEW_YORK)),
        analysis.spot(),
        study.spotSource(),
        100 * study.forwards().rate(),
        study.rateSource());
    if (!chain.currency().isEmpty() && !chain.currency().equals("USD")) {
      out.println("Prices are in " + chain.currency() + ".");
    }
    if (!chain.hasQuotes()) {
      out.println("No bids and offers in this layout: prices are last ones, without the spread.");
    }
    out.println();
    volatility(out, analysis.view());
    out.println();
    ideas(out, analysis);
    out.println();
    recommendation(out, analysis, chain.contractSize());
  }

  private static String layout(RecordedChain chain) {
    return switch (chain.report().layout()) {
      case YAHOO -> "Yahoo layout";
      case OPTIONLAB -> "OptionLab layout";
      case LEAN_UNIVERSE -> "Lean universe";
      case LEAN_MINUTE -> "Lean minute quotes";
      case LEAN_DAILY -> "Lean daily quotes";
    };
  }

  private static void volatility(PrintWriter out, VolatilityView view) {
    out.printf(
        Locale.ROOT,
        "Volatility   %.1f %% implied at the money (calls of %s)%s%n",
        100 * view.implied(),
        view.expiry(),
        view.historical().isPresent()
            ? String.format(
                Locale.ROOT,
                ", %.1f %% over the last 20 days: ratio %.2f, %s",
                100 * view.historical().getAsDouble(),
                view.ratio().orElse(Double.NaN),
                view.level().map(Enum::name).orElse("unknown"))
            : "; cheap or expensive? give --history");
    out.printf(
        Locale.ROOT,
        "Crush risk   %s%s%s%n",
        view.crush(),
        view.earningsDays().isPresent()
            ? ", earnings in " + view.earningsDays().getAsInt() + " days"
            : ", no earnings date given",
        view.expectedMove().isPresent()
            ? String.format(
                Locale.ROOT,
                ", for which the chain expects a move of about %.1f %%",
                100 * view.expectedMove().getAsDouble())
            : "");
  }

  private static void ideas(PrintWriter out, Analysis analysis) {
    String kind = analysis.signal() == Signal.BULL ? "calls" : "puts";
    out.printf(Locale.ROOT, "Best %s of %d scored:%n", kind, analysis.candidates());
    out.printf(
        Locale.ROOT,
        ROW,
        "",
        "strike",
        "expiry",
        "days",
        "bid",
        "ask",
        "premium",
        "IV",
        "delta",
        "volume",
        "interest",
        "breakeven",
        "chance",
        "score");
    int rank = 1;
    for (OptionIdea idea : analysis.best()) {
      out.printf(
          Locale.ROOT,
          ROW,
          rank++,
          number("%.2f", idea.strike()),
          idea.expiry(),
          idea.days(),
          number("%.2f", idea.bid()),
          number("%.2f", idea.ask()),
          number("%.2f", idea.premium()),
          number("%.1f%%", 100 * idea.volatility()),
          number("%.2f", idea.delta()),
          number("%,.0f", idea.volume()),
          number("%,.0f", idea.openInterest()),
          number("%.2f", idea.breakEven()),
          number("%.0f%%", 100 * idea.chanceOfProfit()),
          number("%.0f", 100 * idea.score().total()));
    }
    if (!analysis.best().isEmpty() && Double.isNaN(analysis.best().getFirst().volume())) {
      out.println("  This layout has no volume and open interest: they do not count in the score.");
    }
  }

  private static void recommendation(PrintWriter out, Analysis analysis, int size) {
    analysis
        .spread()
        .ifPresentOrElse(
            spread -> spread(out, spread, size),
            () -> out.println("No spread: the option to be sold has no usable quote."));
    String preferred =
        switch (analysis.recommendation()) {
          case SINGLE -> "the single " + (analysis.signal() == Signal.BULL ? "call" : "put");
          case SPREAD -> "the spread";
          case NONE -> "nothing";
        };
    out.println("Preferred: " + preferred + "; " + analysis.reason() + ".");
    out.println();
    out.println("Premiums assume that 3/4 of a quote's width is paid, 2/3 in a spread.");
    out.println("Chances are what the option's own price implies, no forecast.");
  }

  private static void spread(PrintWriter out, SpreadIdea spread, int size) {
    String name = Character.toUpperCase(spread.name().charAt(0)) + spread.name().substring(1);
    out.printf(
        Locale.ROOT,
        "%s of %s: buy %.2f, sell %.2f%n",
        name,
        spread.expiry(),
        spread.longStrike(),
        spread.shortStrike());
    out.printf(
        Locale.ROOT,
        "  net debit %.2f, break-even %.2f, chance of profit %.0f %%%n",
        spread.debit(),
        spread.breakEven(),
        100 * spread.chanceOfProfit());
    out.printf(
        Locale.ROOT,
        "  a contract loses at most %,.0f and gains at most %,.0f%n",
        size * spread.maxLoss(),
        size * spread.maxGain());
    if (size != Strategy.STANDARD_MULTIPLIER) {
      out.println("  (a contract of this chain stands for " + size + " units)");
    }
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
