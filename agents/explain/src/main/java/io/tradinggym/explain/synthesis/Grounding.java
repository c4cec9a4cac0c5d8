package io.tradinggym.explain.synthesis;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which numbers of a text occur in a context or follow from it: its values, shares also in percent and as what is left
 * of the whole; numbers in the names of values (52 weeks); strikes, quotes and expiries of the chain; levels of the
 * setup, their distances from price and entry in money, percent and average true ranges, reward over risk, the ticket's
 * cost. Where both say what they count in, it must be the same: 27 days are not 27 %. A number of a headline counts
 * only in a text that cites the headline's id. Signs are not compared; numbers agree if they do as far as they are
 * written out. Numbers in words count from thirteen on, and smaller ones as percent or money; what is not written as in
 * English (1.234,56) is borne out by nothing.
 */
final class Grounding {
  private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

  /** A number with what it is counted in; what goes on after a number of this form is written some other way. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:(?<![\\p{L}\\p{N}_.])|(?<=\\b(?:USD|EUR|GBP|JPY|CHF)))"
              + "((?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)"
              + "((?:[.,'\u2019_]\\d+)+)?"
              + "(?:\\s?(?i:(k|m|mn|bn|tn|thousand|million|billion|trillion))\\b|(mm|MM|[BbT])\\b)?");

  private static final double SMALL = 1e-9;

  private final List<Value> values = new ArrayList<>();
  private final Set<String> dates = new HashSet<>();
  private final Map<String, List<Value>> headlines = new LinkedHashMap<>();

  /** A number that is known. */
  private record Value(double number, Measure measure) {}

  private Grounding() {}

  /**
   * {@return what may be said of a context in an answer with these levels}
   *
   * @param context what was known of a security
   * @param answer whose levels count as said
   */
  public static Grounding of(SynthesisContext context, Recommendation answer) {
    Grounding grounding = new Grounding();
    grounding.facts(context);
    grounding.chain(context);
    grounding.setup(context, answer);
    OptionTicket ticket = answer.option();
    if (ticket != null) {
      grounding.know(Measure.MONEY, ticket.debit(), ticket.maxLoss());
      grounding.know(Measure.PIECES, ticket.contracts());
      double strike = ticket.strike();
      grounding.know(Measure.MONEY, strike + ticket.debit(), strike - ticket.debit());
    }
    grounding.know(Measure.PLAIN, answer.confidence());
    return grounding;
  }

  private void know(Measure measure, double... numbers) {
    for (double number : numbers) {
      values.add(new Value(number, measure));
    }
  }

  /**
   * {@return the numbers and dates of a text that nothing bears out, as they are written}
   *
   * @param said a text
   */
  public List<String> ungrounded(String said) {
    String text = latin(said);
    List<String> missing = new ArrayList<>();
    Matcher date = DATE.matcher(text);
    while (date.find()) {
      if (!dates.contains(date.group())) {
        missing.add(date.group());
      }
    }
    Set<String> cited = new HashSet<>(headlines.keySet());
    cited.removeIf(id -> !mentions(text, id));
    String rest = DATE.matcher(text).replaceAll(" ");
    for (String id : cited) {
      rest = rest.replace(id, " "); // an id with a number is no number
    }
    Matcher number = NUMBER.matcher(rest);
    while (number.find()) {
      Measure measure = Measure.said(rest, number.start(), number.end());
      if (!plain(number) || !bornOut(value(number), half(number), measure, cited)) {
        missing.add(number.group().strip());
      }
    }
    for (NumberWords words : NumberWords.of(rest)) {
      if (!bornOut(words.value(), words.half(), words.measure(), cited)) {
        missing.add(words.text());
      }
    }
    return missing;
  }

  /** Wide digits and those of other scripts are digits. */
  private static String latin(String text) {
    StringBuilder latin = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .map(
            c ->
                Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                    ? '0' + Character.digit(c, 10)
                    : c)
        .forEach(latin::appendCodePoint);
    return latin.toString();
  }

  private static boolean mentions(String text, String id) {
    return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(id) + "(?![A-Za-z0-9])")
        .matcher(text)
        .find();
  }

  private boolean bornOut(double value, double half, Measure said, Set<String> cited) {
    if (said == Measure.BASIS_POINTS) {
      return bornOut(value / 100, half / 100, Measure.PERCENT, cited);
    }
    return near(values, value, half, said)
        || cited.stream()
            .anyMatch(id -> near(headlines.getOrDefault(id, List.of()), value, half, said));
  }

  /** Whether all of it was read: 1.234,56 and 3.5.2020 are not 1.234 and 3.5. */
  private static boolean plain(Matcher number) {
    return number.group(2) == null;
  }

  private static double half(Matcher number) {
    return (0.5 + SMALL) * written(number).ulp().doubleValue() * scale(number);
  }

  private static double value(Matcher number) {
    return written(number).doubleValue() * scale(number);
  }

  private static BigDecimal written(Matcher number) {
    return new BigDecimal(number.group(1).replace(",", ""));
  }

  private static boolean near(List<Value> known, double value, double half, Measure said) {
    return known.stream()
        .filter(each -> each.measure().bears(said))
        .anyMatch(each -> Math.abs(Math.abs(each.number()) - value) <= half);
  }

  private static double scale(Matcher number) {
    String suffix = number.group(3) == null ? number.group(4) : number.group(3);
    return switch (suffix == null ? "" : suffix.toLowerCase(Locale.ROOT)) {
      case "k", "thousand" -> 1e3;
      case "m", "mn", "mm", "million" -> 1e6;
      case "b", "bn", "billion" -> 1e9;
      case "t", "tn", "trillion" -> 1e12;
      default -> 1;
    };
  }

  private void facts(SynthesisContext context) {
    dates.add(date(context.asOf()));
    for (Fact fact : context.facts()) {
      values.addAll(numbers(fact.name()));
      Object value = fact.known().value();
      if (value instanceof Number number) {
        double plain = number.doubleValue();
        know(Measure.of(fact.unit()), plain);
        if (fact.unit() == Fact.Unit.SHARE) {
          know(Measure.PLAIN, 1 - plain);
          know(Measure.PERCENT, 100 * plain, 100 - 100 * plain);
        }
      } else if (value instanceof String text) {
        values.addAll(numbers(text));
        DATE.matcher(text).results().forEach(found -> dates.add(found.group()));
      }
      if (value != null) {
        dates.add(date(fact.known().knownAt()));
      }
    }
    for (Headline headline : context.headlines()) {
      headlines.put(headline.id(), numbers(headline.text()));
      dates.add(date(headline.knownAt()));
    }
  }

  private void chain(SynthesisContext context) {
    LocalDate today = LocalDate.parse(date(context.asOf()));
    for (OptionQuote quote : context.options().chain()) {
      know(Measure.MONEY, quote.strike(), quote.bid(), quote.ask());
      know(Measure.PLAIN, quote.delta());
      know(Measure.DAYS, (double) ChronoUnit.DAYS.between(today, quote.expiry()));
      dates.add(quote.expiry().toString());
    }
  }

  private void setup(SynthesisContext context, Recommendation answer) {
    Setup setup = answer.setup();
    Known<Double> price = context.market().price();
    if (price.isPresent()) {
      distances(context, context.market().high52().orElse(price.get()), price.get());
      distances(context, context.market().low52().orElse(price.get()), price.get());
    }
    if (setup != null) {
      know(Measure.MONEY, setup.entry(), setup.target(), setup.stop());
      distances(context, setup.entry(), setup.target());
      distances(context, setup.entry(), setup.stop());
      distances(context, price.orElse(setup.entry()), setup.entry());
      know(Measure.PLAIN, (setup.target() - setup.entry()) / (setup.entry() - setup.stop()));
    }
  }

  private void distances(SynthesisContext context, double from, double to) {
    know(Measure.MONEY, to - from);
    know(Measure.PERCENT, 100 * (to / from - 1), 100 * (from / to - 1));
    Known<Double> atr = context.technical().atr();
    if (atr.isPresent()) {
      know(Measure.RANGES, (to - from) / atr.get());
    }
  }

  private static List<Value> numbers(String text) {
    List<Value> found = new ArrayList<>();
    String rest = DATE.matcher(latin(text)).replaceAll(" ");
    Matcher number = NUMBER.matcher(rest);
    while (number.find()) {
      if (plain(number)) {
        found.add(new Value(value(number), Measure.said(rest, number.start(), number.end())));
      }
    }
    return found;
  }

  private static String date(long time) {
    return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
