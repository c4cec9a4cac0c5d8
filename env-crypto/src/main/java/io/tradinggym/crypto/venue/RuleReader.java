package io.tradinggym.crypto.venue;

import io.tradinggym.crypto.funding.ClampedPremium;
import io.tradinggym.crypto.funding.DeadBand;
import io.tradinggym.crypto.liquidation.LiquidationTerms;
import io.tradinggym.crypto.margin.MarginSchedule;
import io.tradinggym.crypto.margin.MarginTier;
import io.tradinggym.crypto.margin.MarginTiers;
import io.tradinggym.crypto.margin.SlidingMargin;
import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import java.math.BigDecimal;

/** Makes rules of sections. */
final class RuleReader {
  private static final BigDecimal UNITS = BigDecimal.valueOf(Money.UNITS);

  private RuleReader() {}

  static ContractRules.Contract contract(RuleSection section) {
    boolean inverse = choice(section, "kind", "inverse", "linear");
    Currency settle = new Currency(section.text("settle"));
    return new ContractRules.Contract(
        inverse,
        new Currency(section.text("base")),
        settle,
        inverse ? new Currency(section.text("quote")) : settle,
        inverse ? money(section, "contract") : 0,
        section.text("family"));
  }

  static Object rule(RuleSection section) {
    return switch (section.kind()) {
      case "fees" -> fees(section);
      case "funding" -> funding(section);
      case "mark" -> mark(section);
      case "margin" -> margin(section);
      case "filters" -> filters(section);
      case "liquidation" -> liquidation(section);
      default ->
          throw section.error(
              "unknown kind; known are contract, fees, funding, mark, margin, filters,"
                  + " liquidation");
    };
  }

  private static FeeSchedule fees(RuleSection section) {
    return new FeeSchedule(
        section.all(
            "tier",
            words ->
                new FeeTier(
                    words[0],
                    RuleSection.millionthsOf(words[1]),
                    RuleSection.millionthsOf(words[2]))),
        section.millionths("discount"));
  }

  private static FundingTerms funding(RuleSection section) {
    String formula = section.text("formula");
    if (formula.equals("continuous")) {
      return new FundingTerms(new DeadBand(section.fraction("band"), section.fraction("cap")), 0);
    }
    int hours = section.whole("hours");
    boolean scaled = choice(section, "formula", "scaled", "unscaled");
    return new FundingTerms(
        new ClampedPremium(
            section.fraction("interest"),
            section.fraction("clamp"),
            section.fraction("cap"),
            hours,
            scaled),
        hours);
  }

  private static MarkTerms mark(RuleSection section) {
    return new MarkTerms(
        section.whole("basis-seconds"),
        section.fraction("index-guard"),
        1000L * section.whole("index-patience-seconds"));
  }

  private static MarginSchedule margin(RuleSection section) {
    if (section.has("slope")) {
      return new SlidingMargin(
          section.millionths("initial"),
          section.millionths("maintenance"),
          section.millionths("slope"),
          section.whole("most"));
    }
    return new MarginTiers(
        section.all(
            "tier",
            words ->
                new MarginTier(
                    Money.of(words[0]),
                    RuleSection.millionthsOf(words[1]),
                    RuleSection.wholeOf(words[2]),
                    Money.of(words[3]))));
  }

  private static OrderFilters filters(RuleSection section) {
    return new OrderFilters(
        section.decimal("tick"),
        section.decimal("step"),
        section.decimal("least"),
        section.decimal("most"),
        section.decimal("most-market"),
        money(section, "notional"),
        section.millionths("band"),
        section.whole("orders"));
  }

  private static LiquidationTerms liquidation(RuleSection section) {
    return new LiquidationTerms(
        section.millionths("fee"), choice(section, "by-tiers", "yes", "no"));
  }

  private static long money(RuleSection section, String key) {
    return section.decimal(key).multiply(UNITS).longValueExact();
  }

  private static boolean choice(RuleSection section, String key, String yes, String no) {
    String value = section.text(key);
    if (!value.equals(yes) && !value.equals(no)) {
      throw section.error(key + " must be " + yes + " or " + no + ", was " + value);
    }
    return value.equals(yes);
  }
}
