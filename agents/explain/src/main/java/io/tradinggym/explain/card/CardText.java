package io.tradinggym.explain.card;

import io.tradinggym.explain.attribution.PolicyMargin;
import io.tradinggym.explain.attribution.SmallestChange;
import io.tradinggym.explain.card.Explanation.Line;
import io.tradinggym.explain.risk.RegimeEvidence;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The sentences of a card. */
final class CardText {
  private static final double BASIS_POINT = 1e-4;
  private static final int DAY = 10;

  private CardText() {}

  static String name(DecisionTrace trace, int input) {
    return trace.fields().isEmpty() ? "input " + input : trace.fields().get(input).name();
  }

  /** Day, what was bought or sold, at which limit, at what expected cost. */
  static String head(DecisionTrace trace) {
    StringBuilder out = new StringBuilder();
    if (trace.simulated()) {
      out.append("SIMULATED bar ").append(trace.step()).append(": ");
    } else if (trace.knownAt() != 0) {
      out.append(Instant.ofEpochMilli(trace.knownAt()).toString(), 0, DAY).append(' ');
    }
    boolean traded = false;
    for (DecisionTrace.Holding holding : trace.holdings()) {
      double change = holding.after() - holding.before();
      if (change != 0) {
        out.append(traded ? ", " : "").append(holding.symbol());
        out.append(change > 0 ? " buys " : " sells ").append(Numbers.units(Math.abs(change)));
        out.append(" near ").append(Numbers.decimal(holding.price(), 2));
        out.append(", holds ").append(Numbers.units(holding.after()));
        traded = true;
      }
    }
    if (!traded) {
      return out.append("keeps ").append(positions(trace)).toString();
    }
    trace
        .situation()
        .limit()
        .ifPresent(limit -> out.append(", limit ").append(Numbers.decimal(limit, 2)));
    trace
        .situation()
        .expectedCost()
        .ifPresent(
            cost ->
                out.append(", expected cost ")
                    .append(Numbers.decimal(cost / BASIS_POINT, 1))
                    .append(" bp"));
    return out.toString();
  }

  private static String positions(DecisionTrace trace) {
    StringBuilder out = new StringBuilder();
    for (DecisionTrace.Holding holding : trace.holdings()) {
      out.append(out.isEmpty() ? "" : ", ").append(Numbers.units(holding.after()));
      out.append(' ').append(holding.symbol());
    }
    return out.isEmpty() ? "what is held" : out.toString();
  }

  static String choice(DecisionTrace trace, Choice choice) {
    String chosen = option(trace, choice.chosen());
    float score = trace.scores()[choice.chosen()];
    if (choice.rival() == PolicyMargin.NONE) {
      int numbers = trace.scores().length;
      return chosen
          + " at "
          + Numbers.value(score)
          + (numbers == 1
              ? ""
              : ", the farthest from 0 of the " + numbers + " numbers that it answers with");
    }
    double lead = score - trace.scores()[choice.rival()];
    String rival = option(trace, choice.rival());
    return chosen + " over " + rival + ", ahead by " + Numbers.value(lead);
  }

  private static String option(DecisionTrace trace, int index) {
    if (index < trace.choices().size()) {
      return trace.choices().get(index);
    }
    return trace.action().length > 1 ? "number " + index : "choice " + index;
  }

  static void situation(DecisionTrace trace, List<Line> lines) {
    Situation situation = trace.situation();
    situation.regime().ifPresent(regime -> lines.add(Line.of("regime", regime(regime))));
    if (situation.before().isPresent() && situation.after().isPresent()) {
      Situation.Tail before = situation.before().get();
      Situation.Tail after = situation.after().get();
      lines.add(
          Line.of(
              "risk",
              "VaR95 "
                  + Numbers.decimal(before.valueAtRisk(), 0)
                  + " -> "
                  + Numbers.decimal(after.valueAtRisk(), 0)
                  + " · worst of "
                  + after.periods()
                  + " periods "
                  + Numbers.decimal(before.worst(), 0)
                  + " -> "
                  + Numbers.decimal(after.worst(), 0)));
    }
  }

  private static String regime(RegimeEvidence regime) {
    RegimeEvidence.Ratio most =
        regime.ratios().stream()
            .max(Comparator.comparingDouble(ratio -> Math.abs(ratio.logRatio())))
            .orElse(new RegimeEvidence.Ratio("nothing", 0, 0));
    return "turbulent "
        + Numbers.share(regime.posterior())
        + " (prior "
        + Numbers.share(regime.prior())
        + ", most by "
        + most.name()
        + " "
        + Numbers.value(most.value())
        + ": log ratio "
        + Numbers.decimal(most.logRatio(), 2)
        + ")";
  }

  static String flip(DecisionTrace trace, SmallestChange.Change change, int rival) {
    String text = moved(trace, change.first(), change.firstTo());
    if (change.second() >= 0) {
      text += " and " + moved(trace, change.second(), change.secondTo());
    }
    return text + ": then " + option(trace, rival) + " passes it";
  }

  private static String moved(DecisionTrace trace, int input, float to) {
    float now = trace.observation()[input];
    String sign = to < now ? " < " : " > ";
    return name(trace, input) + sign + Numbers.value(to) + " (now " + Numbers.value(now) + ")";
  }

  static void later(DecisionTrace trace, List<Line> lines) {
    Situation situation = trace.situation();
    situation.analogues().ifPresent(cases -> lines.add(Line.of("analogues", analogues(cases))));
    situation
        .invalidation()
        .ifPresent(
            level ->
                lines.add(
                    Line.of(
                        "invalid",
                        level.symbol()
                            + (level.below() ? " below " : " above ")
                            + Numbers.decimal(level.price(), 2)
                            + ", "
                            + level.rule())));
  }

  private static String analogues(Situation.Analogues cases) {
    return cases.symbol()
        + ", "
        + cases.cases()
        + " nearest, "
        + cases.horizon()
        + " periods on: quartiles "
        + Numbers.percent(cases.lower())
        + ", "
        + Numbers.percent(cases.median())
        + ", "
        + Numbers.percent(cases.upper())
        + "; usual median "
        + Numbers.percent(cases.base());
  }
}
