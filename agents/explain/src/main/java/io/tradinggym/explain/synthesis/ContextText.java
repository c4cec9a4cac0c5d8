package io.tradinggym.explain.synthesis;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A context as text, the same text for the same context: a line a value with the time it was known, "not available"
 * where it is absent, then the chain, then the headlines by their ids.
 */
public final class ContextText {
  private ContextText() {}

  /**
   * {@return all of it; ends in a line feed}
   *
   * @param context what is known of a security
   */
  public static String of(SynthesisContext context) {
    StringBuilder out = new StringBuilder();
    out.append(context.ticker()).append(" as of ").append(Instant.ofEpochMilli(context.asOf()));
    String block = "";
    for (Fact fact : context.facts()) {
      if (!fact.block().equals(block)) {
        block = fact.block();
        out.append("\n\n").append(block);
      }
      out.append("\n  ").append(fact.name()).append(": ").append(told(fact));
    }
    chain(out, context.options().chain());
    out.append("\n\nheadlines");
    if (context.headlines().isEmpty()) {
      out.append("\n  ").append(Known.ABSENT);
    }
    for (Headline headline : context.headlines()) {
      out.append("\n  [").append(headline.id()).append("] ").append(headline.text());
      out.append(" (").append(Instant.ofEpochMilli(headline.knownAt())).append(')');
    }
    return out.append('\n').toString();
  }

  private static void chain(StringBuilder out, List<OptionQuote> chain) {
    out.append("\n\nchain");
    if (chain.isEmpty()) {
      out.append("\n  ").append(Known.ABSENT);
    }
    for (OptionQuote quote : chain) {
      out.append("\n  ").append(quote.right()).append(' ').append(quote.expiry());
      out.append(" strike ").append(decimal(quote.strike()));
      out.append(", bid ").append(decimal(quote.bid()));
      out.append(", ask ").append(decimal(quote.ask()));
      out.append(", delta ").append(decimal(quote.delta()));
    }
  }

  private static String told(Fact fact) {
    Object value = fact.known().value();
    if (value == null) {
      return Known.ABSENT;
    }
    return value(fact.unit(), value) + " (" + Instant.ofEpochMilli(fact.known().knownAt()) + ")";
  }

  /** A value as it is told, with its unit. */
  static String value(Fact.Unit unit, Object value) {
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (!(value instanceof Double number)) {
      return value + (unit == Fact.Unit.DAYS ? " days" : "");
    }
    return switch (unit) {
      case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * number);
      case PERCENT -> decimal(number) + " %";
      default -> decimal(number);
    };
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
