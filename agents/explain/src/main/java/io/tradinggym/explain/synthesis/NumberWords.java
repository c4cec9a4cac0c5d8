package io.tradinggym.explain.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that is written in words: {@code thirty-five}, {@code two million}. Up to twelve they are ordinary English
 * ("two reasons") and count as numbers only before percent or money. Halves, thirds and dozens are none.
 *
 * @param text as written
 * @param value of it
 * @param half half of the last place that is said
 * @param measure that it is counted in
 */
record NumberWords(String text, double value, double half, Measure measure) {
  private static final List<String> ONES =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen")
              .split(" "));
  private static final List<String> TENS =
      List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
  private static final List<String> LARGE = List.of("thousand", "million", "billion", "trillion");
  private static final Map<String, Double> VALUES = new HashMap<>();
  private static final int ORDINARY = 12;

  static {
    for (int i = 0; i < ONES.size(); i++) {
      VALUES.put(ONES.get(i), (double) i);
    }
    for (int i = 0; i < TENS.size(); i++) {
      VALUES.put(TENS.get(i), 20.0 + 10 * i);
    }
    VALUES.put("hundred", 100.0);
    for (int i = 0; i < LARGE.size(); i++) {
      VALUES.put(LARGE.get(i), Math.pow(1000, 1.0 + i));
    }
  }

  private static final Pattern WORDS = pattern();

  private static Pattern pattern() {
    String word = "(?:" + String.join("|", VALUES.keySet()) + ")";
    String digit = "(?<![\\d.,]\\s?)"; // 5 million is read as a number
    return Pattern.compile(
        "(?i)"
            + digit
            + "\\b("
            + word
            + "(?:(?:[\\s-]+|(?<=hundred|thousand|million|billion)\\s+and\\s+)"
            + word
            + ")*)\\b(\\s?%|[\\s-]+(?:percent|per\\s?cent|dollars?|cents?|basis|points?)\\b)?");
  }

  /** {@return the numbers in words of a text} */
  static List<NumberWords> of(String text) {
    List<NumberWords> found = new ArrayList<>();
    Matcher words = WORDS.matcher(text);
    while (words.find()) {
      Measure measure = Measure.said(text, words.start(1), words.end(1));
      NumberWords number = read(words.group(1), measure);
      if (number.value > ORDINARY || words.group(2) != null) {
        found.add(number);
      }
    }
    return found;
  }

  private static NumberWords read(String text, Measure measure) {
    double whole = 0;
    double part = 0;
    double place = 1;
    for (String word : text.toLowerCase(Locale.ROOT).split("[\\s-]+")) {
      double value = VALUES.getOrDefault(word, 0.0); // and
      if (value >= 1000) {
        whole += Math.max(1, part) * value;
        part = 0;
        place = value;
      } else if (value == 100) {
        part = 100 * Math.max(1, part);
      } else {
        part += value;
        place = 1;
      }
    }
    return new NumberWords(text, whole + part, place / 2, measure);
  }
}
