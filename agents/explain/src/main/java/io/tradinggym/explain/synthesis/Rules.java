package io.tradinggym.explain.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a recommendation must obey before it is shown: six parts that are complete, levels in order and near the price,
 * contracts of the chain that was given, a loss within the budget, and no number that the context does not hold.
 */
public final class Rules {
  /** Risks to be named. */
  public static final int RISKS = 3;

  /** Average true ranges that an entry may lie off the price. */
  public static final double ENTRY_RANGE = 3;

  /** Money that rounding to cents may put a price or a loss off. */
  private static final double ROUNDING = 0.005;

  private static final Pattern ABBREVIATION =
      Pattern.compile("\\b(vs|e\\.g|i\\.e|approx|Inc|Corp|Co|Ltd|U\\.S|a\\.m|p\\.m)\\.");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)");

  private final SynthesisContext context;
  private final Recommendation answer;
  private final List<Violation> found = new ArrayList<>();

  private Rules(Recommendation answer, SynthesisContext context) {
    this.answer = answer;
    this.context = context;
  }

  /**
   * {@return everything that is wrong with an answer to a context; empty if it may be shown}
   *
   * @param answer that is to be shown
   * @param context what it was given
   */
  public static List<Violation> check(Recommendation answer, SynthesisContext context) {
    Rules rules = new Rules(answer, context);
    rules.words();
    rules.setup();
    rules.option();
    rules.numbers();
    return List.copyOf(rules.found);
  }

  private void violated(String path, Object value, String wanted) {
    found.add(new Violation(path, String.valueOf(value), wanted));
  }

  private void words() {
    String plain = ABBREVIATION.matcher(answer.rationale().strip()).replaceAll("$1");
    long ends = SENTENCE_END.matcher(plain).results().count();
    if (ends != 1 || ".!?".indexOf(plain.charAt(plain.length() - 1)) < 0) {
      violated("rationale", answer.rationale(), "one sentence that ends in a full stop");
    }
    long named = answer.risks().stream().filter(risk -> !risk.isBlank()).count();
    if (named != RISKS || answer.risks().size() != RISKS) {
      violated("risks", answer.risks(), "exactly " + RISKS + " reasons why it could fail");
    }
    if (answer.alternative().isBlank()) {
      violated("alternative", "empty", "what to do instead");
    }
    if (answer.confidence() < 1 || answer.confidence() > 10) {
      violated("confidence", answer.confidence(), "from 1 to 10");
    }
  }

  private void setup() {
    Setup setup = answer.setup();
    if (!answer.verdict().opens()) {
      if (setup != null) {
        violated("setup", setup, "null, for " + answer.verdict().label() + " opens nothing");
      }
      return;
    }
    if (setup == null) {
      violated("setup", "null", "given, for " + answer.verdict().label() + " opens a position");
      return;
    }
    boolean rises = setup.stop() < setup.entry() && setup.entry() < setup.target();
    boolean falls = setup.stop() > setup.entry() && setup.entry() > setup.target();
    double lowest = Math.min(setup.stop(), setup.target());
    double highest = Math.max(setup.stop(), setup.target());
    if (!(lowest > 0 && highest < Double.POSITIVE_INFINITY)) {
      violated("setup", setup, "made of prices > 0");
    } else if (answer.verdict() == Verdict.SHORT ? !falls : !rises) {
      boolean sale = answer.verdict() == Verdict.SHORT;
      violated("setup", setup, sale ? "target < entry < stop" : "stop < entry < target");
    }
    near(setup.entry());
  }

  private void near(double entry) {
    Known<Double> price = context.market().price();
    Known<Double> atr = context.technical().atr();
    if (!price.isPresent() || !atr.isPresent()) {
      violated("setup.entry", entry, "null: price or ATR are " + Known.ABSENT);
    } else if (!(Math.abs(entry - price.get()) <= ENTRY_RANGE * atr.get() + ROUNDING)) {
      String wanted = "within " + ENTRY_RANGE + " ATR (" + atr.get() + ") of " + price.get();
      violated("setup.entry", entry, wanted);
    }
  }

  private void option() {
    OptionTicket ticket = answer.option();
    if (ticket == null) {
      return;
    }
    if (ticket.contracts() < 1) {
      violated("option.contracts", ticket.contracts(), "at least 1");
    }
    OptionQuote bought = quote(ticket, ticket.strike(), "option.strike");
    double least = bought == null ? 0 : bought.bid();
    Double sold = ticket.soldStrike();
    if (sold != null) {
      OptionQuote other = quote(ticket, sold, "option.soldStrike");
      least -= other == null ? least : other.ask();
      if (sold == ticket.strike()) {
        violated("option.soldStrike", sold, "another strike than the bought one");
      }
    }
    if (!(ticket.debit() > 0 && ticket.debit() >= least - ROUNDING)) {
      violated("option.debit", ticket.debit(), "> 0 and at least what the chain asks, " + least);
    }
    Known<Double> budget = context.sizing().riskBudget();
    if (!budget.isPresent()) {
      violated("option", ticket, "null: the risk budget is " + Known.ABSENT);
    } else if (!(ticket.maxLoss() <= budget.get() + ROUNDING)) {
      violated("option.maxLoss", ticket.maxLoss(), "at most the risk budget " + budget.get());
    }
  }

  private @Nullable OptionQuote quote(OptionTicket ticket, double strike, String path) {
    for (OptionQuote quote : context.options().chain()) {
      if (quote.right() == ticket.right()
          && quote.strike() == strike
          && quote.expiry().equals(ticket.expiry())) {
        return quote;
      }
    }
    violated(
        path,
        ticket.right() + " " + strike + " of " + ticket.expiry(),
        "a contract of the chain given");
    return null;
  }

  private void numbers() {
    Grounding grounding = Grounding.of(context, answer);
    ground(grounding, "rationale", answer.rationale());
    for (int i = 0; i < answer.risks().size(); i++) {
      ground(grounding, "risks[" + i + "]", answer.risks().get(i));
    }
    ground(grounding, "alternative", answer.alternative());
    Setup setup = answer.setup();
    if (setup != null) {
      ground(grounding, "setup.name", setup.name());
    }
  }

  private void ground(Grounding grounding, String path, String text) {
    for (String number : grounding.ungrounded(text)) {
      violated(path, number, "a number of the context or one that follows from it");
    }
  }
}
