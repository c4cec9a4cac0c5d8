package io.tradinggym.explain.synthesis;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of a text occur in a context or follow from it: its values, shares also in percent and as what is left
 * of the whole; numbers in the names of values (52 weeks); strikes, quotes and expiries of the chain; levels of the
 * setup, their distances from price and entry in money, percent and average true ranges, reward over risk, the
 * ticket's cost. A number of a headline counts only in a text that cites the headline's id. Signs are not compared;
 * numbers agree if they do as far as they are written out.
 */
final class Grounding {
  private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![A-Za-z0-9_.])(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)"
              + "(?:\\s?(k|m|bn|thousand|million|billion)\\b)?");
  private static final double SMALL = 1e-9;

  private final List<Double> values = new ArrayList<>();
  private final Set<String> dates = new HashSet<>();
  private final Map<String, List<Double>> headlines = new LinkedHashMap<>();

  private Grounding() {}

  /**
   * {@return what may be said of a context in an answer with these levels}
   *
   * @param context what was known
   * @param answer what was said of it
   */
  public static Grounding of(SynthesisContext context, Recommendation answer) {
    Grounding grounding = new Grounding();
    grounding.facts(context);
    grounding.chain(context);
    grounding.setup(context, answer);
    OptionTicket ticket = answer.option();
    if (ticket != null) {
      grounding.values.addAll(List.of(ticket.debit(), ticket.maxLoss(), 1.0 * ticket.contracts()));
      grounding.values.add(ticket.strike() + ticket.debit());
      grounding.values.add(ticket.strike() - ticket.debit());
    }
    grounding.values.add((double) answer.confidence());
    return grounding;
  }

  /**
   * {@return the numbers and dates of a text that nothing bears out, as they are written}
   *
   * @param said a text
   */
  public List<String> ungrounded(String said) {
    String text = Normalizer.normalize(said, Normalizer.Form.NFKC);
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
      if (!bornOut(number, cited)) {
        missing.add(number.group().strip());
      }
    }
    return missing;
  }

  private static boolean mentions(String text, String id) {
    return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(id) + "(?![A-Za-z0-9])")
        .matcher(text)
        .find();
  }

  private boolean bornOut(Matcher number, Set<String> cited) {
    double value = value(number);
    int point = number.group(1).indexOf('.');
    int decimals = point < 0 ? 0 : number.group(1).length() - point - 1;
    double half = (0.5 + SMALL) * Math.pow(10, -decimals) * scale(number.group(2));
    if (near(values, value, half)) {
      return true;
    }
    return cited.stream().anyMatch(id -> near(headlines.getOrDefault(id, List.of()), value, half));
  }

  private static double value(Matcher number) {
    return Double.parseDouble(number.group(1).replace(",", "")) * scale(number.group(2));
  }

  private static boolean near(List<Double> known, double value, double half) {
    return known.stream().anyMatch(each -> Math.abs(Math.abs(each) - value) <= half);
  }

  private static double scale(@Nullable String suffix) {
    return switch (suffix) {
      case null -> 1;
      case "k", "thousand" -> 1e3;
      case "m", "million" -> 1e6;
      default -> 1e9; // bn, billion
    };
  }

  private void facts(SynthesisContext context) {
    dates.add(date(context.asOf()));
    for (Fact fact : context.facts()) {
      values.addAll(numbers(fact.name()));
      Object value = fact.known().value();
      if (value instanceof Number number) {
        double plain = number.doubleValue();
        values.add(plain);
        if (fact.unit() == Fact.Unit.SHARE) {
          values.addAll(List.of(100 * plain, 1 - plain, 100 - 100 * plain));
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
      values.addAll(List.of(quote.strike(), quote.bid(), quote.ask(), quote.delta()));
      values.add((double) ChronoUnit.DAYS.between(today, quote.expiry()));
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
      values.addAll(List.of(setup.entry(), setup.target(), setup.stop()));
      distances(context, setup.entry(), setup.target());
      distances(context, setup.entry(), setup.stop());
      distances(context, price.orElse(setup.entry()), setup.entry());
      values.add((setup.target() - setup.entry()) / (setup.entry() - setup.stop()));
    }
  }

  private void distances(SynthesisContext context, double from, double to) {
    values.add(to - from);
    values.add(100 * (to / from - 1));
    values.add(100 * (from / to - 1));
    Known<Double> atr = context.technical().atr();
    if (atr.isPresent()) {
      values.add((to - from) / atr.get());
    }
  }

  private static List<Double> numbers(String text) {
    List<Double> found = new ArrayList<>();
    Matcher number = NUMBER.matcher(DATE.matcher(text).replaceAll(" "));
    while (number.find()) {
      found.add(value(number));
    }
    return found;
  }

  private static String date(long time) {
    return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
