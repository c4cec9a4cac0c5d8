package io.tradinggym.explain.claude;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and dates of a text, hidden: the longest name first, so that no part of one is left. */
final class MaskedText {
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final String MONTH =
      "(January|February|March|April|May|June|July|August|September|October|November|December"
          + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?";
  private static final Pattern ISO = Pattern.compile("\\b((?:19|20)\\d{2})-(\\d{2})-(\\d{2})\\b");
  private static final Pattern US =
      Pattern.compile("(?i)\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d{2})\\b");
  private static final Pattern WORLD =
      Pattern.compile("(?i)\\b(\\d{1,2})(?:st|nd|rd|th)? " + MONTH + " ((?:19|20)\\d{2})\\b");
  private static final Pattern MONTH_DAY =
      Pattern.compile("\\b" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?\\b");
  private static final Pattern MONTH_YEAR =
      Pattern.compile("(?i)\\b" + MONTH + " (?:of )?(?:19|20)\\d{2}\\b");
  private static final Pattern YEAR = Pattern.compile("\\b(?:FY ?)?(?:19|20)\\d{2}\\b");

  private final Map<Pattern, String> names = new LinkedHashMap<>();

  MaskedText(List<List<String>> companies) {
    if (companies.size() > 26) {
      throw new IllegalArgumentException("at most 26 companies, were " + companies.size());
    }
    record Name(String text, String mask) {}
    List<Name> all = new ArrayList<>();
    for (int i = 0; i < companies.size(); i++) {
      String mask = "Company " + (char) ('A' + i);
      companies.get(i).forEach(name -> all.add(new Name(name, mask)));
    }
    all.sort(Comparator.comparingInt((Name name) -> -name.text.length()).thenComparing(Name::text));
    for (Name name : all) {
      String word = "(?<![\\p{L}\\p{N}])" + Pattern.quote(name.text) + "(?![\\p{L}\\p{N}])";
      names.put(Pattern.compile(word, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), name.mask);
    }
  }

  String masked(String clear, LocalDate today) {
    String text = clear;
    for (Map.Entry<Pattern, String> name : names.entrySet()) {
      text = name.getKey().matcher(text).replaceAll(Matcher.quoteReplacement(name.getValue()));
    }
    text = ISO.matcher(text).replaceAll(m -> day(today, m.group(1), m.group(2), m.group(3)));
    text = US.matcher(text).replaceAll(m -> day(today, m.group(3), month(m.group(1)), m.group(2)));
    text =
        WORLD.matcher(text).replaceAll(m -> day(today, m.group(3), month(m.group(2)), m.group(1)));
    text = MONTH_YEAR.matcher(text).replaceAll("a month");
    text = MONTH_DAY.matcher(text).replaceAll("a day");
    return YEAR.matcher(text).replaceAll("a year");
  }

  private static String month(String name) {
    String start = name.toLowerCase(Locale.ROOT).substring(0, 3);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).startsWith(start)) {
        return String.valueOf(i + 1);
      }
    }
    throw new AssertionError(name);
  }

  private static String day(LocalDate today, String year, String month, String day) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return "day " + ChronoUnit.DAYS.between(today, date);
    } catch (DateTimeException e) {
      return "a day";
    }
  }
}
