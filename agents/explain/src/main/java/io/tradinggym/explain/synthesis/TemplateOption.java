package io.tradinggym.explain.synthesis;

import io.tradinggym.market.instrument.OptionContract.Right;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The option of a template: of calls (puts for a short sale) of 21 to 45 days the one with the delta nearest to .45,
 * as many as the risk budget pays for at the offer. Where implied volatility may collapse, the nearest higher (lower)
 * strike of the same expiry is sold against it.
 */
final class TemplateOption {
  private static final int FEWEST_DAYS = 21;
  private static final int MOST_DAYS = 45;
  private static final double DELTA = 0.45;

  /** Contracts further from {@link #DELTA} than this are none that a template names. */
  private static final double DELTA_ROOM = 0.1;

  private TemplateOption() {}

  static @Nullable OptionTicket choose(SynthesisContext context, Verdict verdict) {
    Known<Double> budget = context.sizing().riskBudget();
    if (!budget.isPresent()) {
      return null;
    }
    Right right = verdict == Verdict.SHORT ? Right.PUT : Right.CALL;
    LocalDate today = Instant.ofEpochMilli(context.asOf()).atZone(ZoneOffset.UTC).toLocalDate();
    Optional<OptionQuote> best =
        context.options().chain().stream()
            .filter(quote -> quote.right() == right && quote.ask() > 0)
            .filter(quote -> inTime(ChronoUnit.DAYS.between(today, quote.expiry())))
            .filter(quote -> off(quote) <= DELTA_ROOM)
            .min(
                Comparator.comparingDouble(TemplateOption::off)
                    .thenComparing(OptionQuote::expiry)
                    .thenComparingDouble(OptionQuote::strike));
    if (best.isEmpty()) {
      return null;
    }
    boolean spread = context.options().crushRisk().orElse(false);
    return ticket(context, best.get(), spread, budget.get());
  }

  private static boolean inTime(long days) {
    return days >= FEWEST_DAYS && days <= MOST_DAYS;
  }

  private static double off(OptionQuote quote) {
    return Math.abs(Math.abs(quote.delta()) - DELTA);
  }

  private static @Nullable OptionTicket ticket(
      SynthesisContext context, OptionQuote bought, boolean spread, double budget) {
    OptionQuote sold = spread ? sold(context, bought) : null;
    if (spread && sold == null) {
      return null;
    }
    double debit = bought.ask() - (sold == null ? 0 : sold.bid());
    int contracts = debit > 0 ? (int) (budget / (debit * OptionTicket.SHARES)) : 0;
    if (contracts < 1) {
      return null;
    }
    Double strike = sold == null ? null : (Double) sold.strike();
    return new OptionTicket(
        bought.right(), bought.strike(), strike, bought.expiry(), debit, contracts);
  }

  private static @Nullable OptionQuote sold(SynthesisContext context, OptionQuote bought) {
    int side = bought.right() == Right.CALL ? 1 : -1;
    return context.options().chain().stream()
        .filter(quote -> quote.right() == bought.right())
        .filter(quote -> quote.expiry().equals(bought.expiry()))
        .filter(quote -> side * (quote.strike() - bought.strike()) > 0)
        .min(Comparator.comparingDouble(quote -> side * quote.strike()))
        .orElse(null);
  }
}
