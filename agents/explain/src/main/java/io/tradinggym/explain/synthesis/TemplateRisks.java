package io.tradinggym.explain.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Three reasons why a verdict could fail: what is known against it, in a fixed order, then what is always true. */
final class TemplateRisks {
  private static final int EARNINGS_DAYS = 7;
  private static final double HOT = 70;
  private static final double COLD = 30;
  private static final double FEARFUL = 25;
  private static final double EVEN = 0.5;

  private final List<String> found = new ArrayList<>();

  private TemplateRisks() {}

  static List<String> of(SynthesisContext context, Verdict verdict, @Nullable Setup setup) {
    TemplateRisks risks = new TemplateRisks();
    risks.known(context, verdict == Verdict.SHORT);
    if (setup != null) {
      String stop = ContextText.value(Fact.Unit.PRICE, setup.stop());
      risks.found.add("A gap through the stop at " + stop + " loses more than planned.");
    }
    risks.found.add("The models have not been shown to beat holding on this security.");
    risks.found.add("What is not available here may decide.");
    risks.found.add("Values are as of the last bar; the market has moved since.");
    return List.copyOf(risks.found.subList(0, Rules.RISKS));
  }

  private void known(SynthesisContext context, boolean sale) {
    Blocks.Market market = context.market();
    if (market.daysToEarnings().orElse(Integer.MAX_VALUE) <= EARNINGS_DAYS) {
      add("Earnings are ", Fact.Unit.DAYS, market.daysToEarnings(), " away.");
    }
    if (context.options().crushRisk().orElse(false)) {
      found.add("Implied volatility is rich before earnings and may collapse after them.");
    }
    Blocks.Signals signals = context.signals();
    if (signals.low().orElse(1.0) <= EVEN && signals.high().orElse(0.0) >= EVEN) {
      add("The interval over refits reaches down to ", Fact.Unit.SHARE, signals.low(), ".");
    }
    Blocks.Technical chart = context.technical();
    if (sale ? chart.rsi().orElse(HOT) < COLD : chart.rsi().orElse(COLD) > HOT) {
      add("RSI is ", Fact.Unit.NUMBER, chart.rsi(), sale ? ", oversold." : ", overbought.");
    }
    double distance = chart.emaDistance().orElse(0.0);
    if (sale ? distance > 0 : distance < 0) {
      add("Price against EMA 200 is ", Fact.Unit.SHARE, chart.emaDistance(), ".");
    }
    if (context.macro().vix().orElse(0.0) > FEARFUL) {
      add("VIX is ", Fact.Unit.NUMBER, context.macro().vix(), ".");
    }
  }

  private void add(String before, Fact.Unit unit, Known<?> known, String after) {
    Object value = known.value();
    if (value != null) {
      found.add(before + ContextText.value(unit, value) + after);
    }
  }
}
